"""Files as browsers send them: held in memory only, and of one that is too heavy not even that."""

from io import BytesIO
from typing import Any

from django import forms
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext_lazy as _

from nennep.documents.files.admission import Admitted, admit
from nennep.documents.files.reader import MAX_BYTES


class InMemory(FileUploadHandler):
    """Django's usual handlers put what is large into a temporary file, where a marked paper would lie for a while."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep the chunk, unless the file has grown past what is taken; its whole size is counted all the same."""
        if start + len(raw_data) <= MAX_BYTES:
            self.received.write(raw_data)
        else:
            self.received = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.received.seek(0)
        return InMemoryUploadedFile(
            self.received, self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )


class ChooseFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """One file or several; cleaned to a list."""

    widget = ChooseFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if not chosen and not self.required:
            return []
        return [super(Files, self).clean(one, initial) for one in chosen or [None]]


class Unmarked(forms.ChoiceField):
    """The question that the person answers about every paper; no answer stands there beforehand."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Văn bản có đóng dấu Mật, Tối mật hay Tuyệt mật không?"),
            choices=[("no", _("Không, không có dấu mật nào")), ("yes", _("Có"))],
            widget=forms.RadioSelect,
            error_messages={"required": _("Xem kỹ văn bản rồi chọn một câu trả lời.")},
        )


def admit_uploads(uploads: list[UploadedFile[Any]], *, says_marked: bool) -> list[Admitted]:
    """What was sent, through the gate: all of it or nothing. Raises as `admission.admit` does."""
    admitted = []
    for upload in uploads:
        heavy = upload.size is not None and upload.size > MAX_BYTES
        content = bytes(MAX_BYTES + 1) if heavy else upload.read()
        admitted += admit(upload.name or "", content, says_marked=says_marked)
    return admitted
