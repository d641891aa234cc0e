"""The page where a Word file is looked at. The file is read in memory, answered, and forgotten; nothing of it is kept."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nennep.documents import actions
from nennep.documents.files.admission import Marked, admit
from nennep.documents.files.refusals import KEPT_OUTSIDE
from nennep.documents.files.uploads import Unmarked
from nennep.documents.layout import Checked, Finding, NotReadable, Undated, check, mend
from nennep.documents.layout.findings import Words
from nennep.documents.layout.mending import TextChanged
from nennep.documents.layout.opening import MAX_FILE
from nennep.documents.layout.rules import PARTS
from nennep.organisation import guards
from nennep.organisation.changing.deeds import Day
from nennep.organisation.requests import Request

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Asked(forms.Form):
    """A Word file, and its day where the file does not say it."""

    file = forms.FileField(
        label=gettext_lazy("Tệp Word (.docx)"),
        help_text=gettext_lazy("Tệp chỉ được đọc để kiểm tra, không lưu lại."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        required=False,
    )
    on = Day(
        gettext_lazy("Ngày của văn bản"),
        required=False,
        hint=gettext_lazy("Để trống thì lấy ngày ghi trên văn bản. Từ 27/5/2026 theo Hướng dẫn 05, trước đó theo 36."),
    )
    marked = Unmarked()


def uploaded_bytes(request: Request, form: Asked) -> bytes:
    """The bytes of the file that was sent, through the gate: the one way by which a file comes in here.

    Raises NotReadable, Marked, or ValidationError as `admission.admit` does.
    """
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile):
        raise NotReadable(_("Chưa chọn tệp."))
    if upload.size is not None and upload.size > MAX_FILE:
        raise NotReadable(_("Tệp nặng quá 10 MB. Hãy bỏ bớt ảnh trong tệp rồi lưu lại."))
    content = bytes(upload.read())
    admit(upload.name or "", content, says_marked=form.cleaned_data["marked"] == "yes")
    return content


@require_http_methods(["GET", "POST"])
def layout(request: Request) -> HttpResponse:
    """Choose a file: see what is not as it should be, or take a copy whose layout was put right."""
    doer = guards.signed_in(request)
    form = Asked(request.POST if request.method == "POST" else None)
    checked: Checked | None = None
    if form.is_valid():
        try:
            content = uploaded_bytes(request, form)
            if "mend" in request.POST:
                return mended(content, form.cleaned_data["on"], name_of(request))
            checked = check(content, on=form.cleaned_data["on"])
        except Marked:
            if request.here.unit is not None:
                actions.keep_outside(request.here.unit, by=doer, at=request.now)
            messages.success(request, KEPT_OUTSIDE)
            return redirect("documents:layout")
        except ValidationError as refusal:
            form.add_error("file", refusal)
        except NotReadable as refused:
            form.add_error("file", str(refused))
        except TextChanged:
            form.add_error(
                "file", _("Sửa giúp mà chữ có thể đổi, nên không trả bản sửa; hãy sửa tay theo các chỗ đã nêu.")
            )
        except Undated as undated:
            form.add_error("on", str(undated))
    context: dict[str, object] = {"form": form, "checked": checked, "name": name_of(request)}
    if checked is not None:
        context |= {"parts": by_part(checked), "mendable": sum(finding.mendable for finding in checked.findings)}
    return render(request, "documents/layout.html", context, status=422 if form.errors else 200)


def name_of(request: Request) -> str:
    """What the file is called on the machine it came from."""
    upload = request.FILES.get("file")
    return (upload.name or "") if isinstance(upload, UploadedFile) else ""


def mended(content: bytes, on: date | None, name: str) -> HttpResponse:
    """The corrected copy, under a name that tells it from the first."""
    answer = HttpResponse(mend(content, on=on).content, content_type=WORD)
    answer["Content-Disposition"] = attached(name)
    return answer


def by_part(checked: Checked) -> list[tuple[Words, list[Finding]]]:
    """The findings in the order in which the parts stand on the page."""
    found = [(part, [finding for finding in checked.findings if finding.rule.part == part]) for part in PARTS]
    return [(part, findings) for part, findings in found if findings]


def attached(name: str) -> str:
    """How the browser is told to keep it."""
    base = name.rsplit("/", 1)[-1].removesuffix(".docx") or "van-ban"
    return content_disposition_header(True, f"{base} (đã sửa thể thức).docx") or "attachment"
