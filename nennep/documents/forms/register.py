"""Forms by which documents and their files come into the register."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents import actions
from nennep.documents.citations.resolve import read
from nennep.documents.codes import read_code
from nennep.documents.files import waiting
from nennep.documents.files.admission import Admitted, Marked, admit
from nennep.documents.files.letterhead import Head, read_head
from nennep.documents.files.refusals import KEPT_OUTSIDE
from nennep.documents.files.uploads import Files, Unmarked, admit_uploads
from nennep.documents.gate.lines import Line
from nennep.documents.gate.stamps import is_stamp
from nennep.documents.models import Document, DocumentFile, DocumentType, Relation, Role
from nennep.ledger.acts import Outcome
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit

ENDINGS = ".docx,.xlsx,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.txt,.eml"
WHICH_FILES = gettext_lazy(
    "Word, Excel, PDF, ảnh chụp, hoặc thư đã lưu (.eml) có tệp đính kèm; mỗi tệp nhiều nhất 25 MB."
)


def chosen_files(*, required: bool) -> Files:
    widget = Files.widget(attrs={"accept": ENDINGS, "multiple": True})
    return Files(label=gettext_lazy("Tệp"), required=required, help_text=WHICH_FILES, widget=widget)


class Gated(Deed):
    """A deed by which a paper could come in: the gate stands before all of it, words and files.

    Files are read while the form is checked, before anything is written: a scan may take a minute, and nobody else's work
    may wait for it.
    """

    typed: tuple[str, ...] = ()
    """The fields whose words might carry a mark."""
    admitted: list[Admitted]
    outside = False

    @property
    def unit(self) -> Unit:
        raise TypeError(f"{type(self).__name__} does not say whose register it is about")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.admitted = self.through_the_gate(said)
            except Marked:
                self.outside = True
            except ValidationError as refusal:
                self.add_error("papers", refusal)
        return said

    def through_the_gate(self, said: dict[str, Any]) -> list[Admitted]:
        if any(is_stamp(Line(said.get(name) or "")) for name in self.typed):
            raise Marked
        return admit_uploads(said["papers"], says_marked=said["marked"] == "yes")

    def act(self) -> str:
        return self.keep_outside() if self.outside else self.take_in(self.admitted)

    def take_in(self, admitted: list[Admitted]) -> str:
        raise TypeError(f"{type(self).__name__} does not say what it takes in")

    def keep_outside(self) -> str:
        actions.keep_outside(self.unit, **self.whom)
        return str(KEPT_OUTSIDE)


class Register(Gated):
    """A document of somebody else's, or an older one of the unit's own, comes into the register."""

    title = gettext_lazy("Vào sổ văn bản")
    about = gettext_lazy(
        "Văn bản đến, hoặc văn bản cũ của đơn vị đã có số. Văn bản mới của đơn vị thì ký để được cấp số."
    )
    subject: Unit
    typed = ("code", "about_what", "issuer")
    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=[("", "—"), *DocumentType.choices])
    code = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"), max_length=60, help_text=gettext_lazy("Ví dụ 03-CT/TW; 29/2018/QH14.")
    )
    issuer = forms.CharField(label=gettext_lazy("Cơ quan ban hành"), max_length=200)
    issued_on = Day(gettext_lazy("Ngày ban hành"))
    about_what = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500)
    signatory = forms.CharField(label=gettext_lazy("Người ký"), max_length=120, required=False)
    congress_term = forms.CharField(
        label=gettext_lazy("Khóa"),
        max_length=10,
        required=False,
        help_text=gettext_lazy("Ví dụ XI; để trống nếu không ghi."),
    )
    received_on = Day(gettext_lazy("Ngày vào sổ"), required=False)
    valid_until = Day(gettext_lazy("Hiệu lực đến"), required=False)
    papers = chosen_files(required=False)
    role = forms.ChoiceField(label=gettext_lazy("Tệp là"), choices=[("", "—"), *Role.choices], required=False)
    marked = Unmarked()
    kept: list[str] = []
    """Names of files that came before and wait."""
    unknown: list[str] = []
    """Labels of what the head of the paper did not say."""
    waiting = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("papers", "role", "marked")
    reads = False
    """Whether the form was sent to have the papers' heads read, and not to be entered yet."""

    @property
    def unit(self) -> Unit:
        return self.subject

    def through_the_gate(self, said: dict[str, Any]) -> list[Admitted]:
        admitted = super().through_the_gate(said)
        for name, content in waiting.waiting(said["waiting"], self.unit.code):
            admitted += admit(name, content, says_marked=False)
        return admitted

    def read(self) -> "Register | None":
        """The form again with what the head of the paper says, where nothing was typed; None where it stays outside.

        What was read is offered and not taken as said: the person compares it and sends the form.
        """
        for name in ("type", "code", "issuer", "issued_on", "about_what"):
            self.fields[name].required = False
        self.reads = True
        if not self.is_valid():
            return self
        if self.outside:
            return None
        heads = [read_head([line.text for line in one.reading.lines]) for one in self.admitted]
        head = heads[0] if heads else Head()
        offered = {"type": head.type, "code": head.code, "issuer": head.issuer, "about_what": head.subject}
        offered["issued_on"] = head.issued_on.isoformat() if head.issued_on else ""
        initial = {name: self.data.get(name) or offered.get(name, "") for name in self.fields}
        initial["waiting"] = waiting.keep(self.admitted, self.unit.code) if self.admitted else ""
        again = Register(self.subject, by=self.by, at=self.at)
        again.initial = initial
        again.kept = [one.name for one in self.admitted]
        again.unknown = [str(self.fields[name].label) for name, value in offered.items() if not initial[name]]
        return again

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("type") and said.get("code") and not self.reads:
            try:
                said["read"] = read_code(said["code"], str(DocumentType(said["type"]).label))
            except ValidationError as refusal:
                self.add_error("code", refusal)
        if (said.get("papers") or said.get("waiting")) and not said.get("role") and not self.reads:
            self.add_error("role", _("Chọn xem tệp là bản nào của văn bản."))
        return super().clean()

    def take_in(self, admitted: list[Admitted]) -> str:
        said, code = self.said, self.said["read"]
        document = Document(
            register=self.subject,
            number=code.number,
            symbol=code.symbol,
            number_year=code.year,
            subject=said["about_what"],
            **{
                name: said[name]
                for name in (
                    "type", "issuer", "issued_on", "signatory", "congress_term", "received_on", "valid_until",
                )
            },
        )  # fmt: skip
        registered, outcome = actions.register_document(document, **self.whom)
        if admitted:
            actions.attach_files(registered, admitted, said["role"], **self.whom)
            waiting.forget(said["waiting"], self.unit.code)
        words = {
            Outcome.ADDED: _("Đã vào sổ %(code)s."),
            Outcome.CORRECTED: _("Sổ đã có %(code)s; đã sửa theo bản vừa ghi."),
            Outcome.UNCHANGED: _("Sổ đã có %(code)s, không có gì khác."),
        }
        return words[outcome] % {"code": registered.code}


class Attach(Gated):
    """A file is hung on a document."""

    title = gettext_lazy("Đính tệp vào văn bản")
    about = gettext_lazy("Tệp mới cùng loại là bản lần sau; các bản trước vẫn còn để xem.")
    subject: Document
    papers = chosen_files(required=True)
    role = forms.ChoiceField(label=gettext_lazy("Tệp là"), choices=[("", "—"), *Role.choices])
    marked = Unmarked()

    @property
    def unit(self) -> Unit:
        return self.subject.register

    def take_in(self, admitted: list[Admitted]) -> str:
        attached = actions.attach_files(self.subject, admitted, self.said["role"], **self.whom)
        return _("Đã đính %(count)d tệp.") % {"count": len(attached)}


class RemoveFile(Deed):
    """A file that was hung there by mistake."""

    title = gettext_lazy("Bỏ tệp khỏi văn bản")
    about = gettext_lazy("Chỉ khi đính nhầm. Bản cũ của văn bản thì cứ để; bản mới đính thêm là bản lần sau.")
    grave = True
    subject: DocumentFile
    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=200)

    def act(self) -> str:
        actions.remove_file(self.subject, self.said["why"], **self.whom)
        return _("Đã bỏ tệp.")


class Relate(Deed):
    """What a document does to another of the same register."""

    title = gettext_lazy("Nối với văn bản khác")
    about = gettext_lazy("Quan hệ hiện ở cả hai văn bản. Văn bản kia phải có trong sổ.")
    subject: Document
    kind = forms.ChoiceField(label=gettext_lazy("Văn bản này"), choices=[("", "—"), *Relation.Kind.choices])
    other = forms.CharField(
        label=gettext_lazy("Văn bản kia"),
        max_length=200,
        help_text=gettext_lazy(
            "Số, ký hiệu, thêm loại và ngày nếu có nhiều văn bản trùng số: Chỉ thị 03-CT/TW, ngày 14/5/2011."
        ),
    )
    since = Day(gettext_lazy("Từ ngày"), required=False, hint=gettext_lazy("Để trống nếu tính từ ngày ban hành."))

    def clean_other(self) -> Document:
        """The document meant, beyond doubt."""
        on = self.at.date()
        meant = [one for row in read([self.said["other"]], self.subject.register, on=on) for one in row]
        if len(meant) == 1 and meant[0].document:
            return meant[0].document
        if len(meant) == 1 and meant[0].ambiguous:
            many = "; ".join(document.citation for document in meant[0].candidates)
            raise ValidationError(_("Có nhiều văn bản như vậy trong sổ: %(many)s. Ghi cả ngày.") % {"many": many})
        raise ValidationError(_("Trong sổ không có văn bản này. Kiểm tra số, hoặc vào sổ văn bản kia trước."))

    def act(self) -> str:
        said = self.said
        relation = Relation(source=self.subject, kind=said["kind"], target=said["other"], since=said["since"])
        actions.relate(relation, **self.whom)
        return _("Đã nối hai văn bản.")
