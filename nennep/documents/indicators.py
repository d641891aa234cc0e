"""Figures about documents."""

from django.db.models import Exists, F, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import STATE_TYPES, Dissemination, Document, DocumentType, Reader, Relation
from nennep.indicators.answers import Count, Share
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period


@shown_as(Document)
def document(row: Document) -> EvidenceRow:
    kind = str(row.get_type_display())
    named = gettext("%(kind)s số %(code)s") % {"kind": f"{kind[:1].upper()}{kind[1:]}", "code": row.code}
    return EvidenceRow(row.issued_on, row.issuer, f"{named}: {row.subject}")


@shown_as(Dissemination, "document")
def dissemination(row: Dissemination) -> EvidenceRow:
    return EvidenceRow(row.held_on, str(row.get_form_display()), row.document.citation)


@figure(
    "documents.own_issued",
    _("Văn bản do đơn vị ban hành"),
    counts="văn bản",
    base=_("văn bản trong sổ, theo ngày ban hành"),
)
def own_issued(unit: Unit, period: Period) -> Count:
    return Count(Document.objects.of(unit).own().within(period))


@figure(
    "documents.plans_issued", _("Kế hoạch do đơn vị ban hành"), counts="kế hoạch", base=_("văn bản do đơn vị ban hành")
)
def plans_issued(unit: Unit, period: Period) -> Count:
    own = Document.objects.of(unit).own().within(period)
    return Count(own.filter(type=DocumentType.PLAN), among=own)


@figure(
    "documents.decisions_issued",
    _("Quyết định do đơn vị ban hành"),
    counts="quyết định",
    base=_("văn bản do đơn vị ban hành"),
)
def decisions_issued(unit: Unit, period: Period) -> Count:
    own = Document.objects.of(unit).own().within(period)
    return Count(own.filter(type=DocumentType.DECISION), among=own)


@figure("documents.reports_issued", _("Báo cáo gửi cấp trên"), counts="báo cáo", base=_("văn bản do đơn vị ban hành"))
def reports_issued(unit: Unit, period: Period) -> Count:
    own = Document.objects.of(unit).own().within(period)
    return Count(own.filter(type=DocumentType.REPORT), among=own)


@figure(
    "documents.from_above",
    _("Văn bản của cấp trên đã vào sổ"),
    counts="văn bản",
    base=_("văn bản trong sổ, theo ngày ban hành"),
)
def from_above(unit: Unit, period: Period) -> Count:
    return Count(Document.objects.of(unit).from_above().within(period))


@figure(
    "documents.implementing",
    _("Văn bản của đơn vị để thực hiện văn bản khác"),
    counts="văn bản",
    base=_("văn bản do đơn vị ban hành"),
)
def implementing(unit: Unit, period: Period) -> Count:
    own = Document.objects.of(unit).own().within(period)
    implements = Relation.objects.filter(source=OuterRef("pk"), kind=Relation.Kind.IMPLEMENTS)
    return Count(own.filter(Exists(implements)), among=own)


@figure("documents.disseminations", _("Lần quán triệt văn bản"), counts="lần", base=_("sổ quán triệt"))
def disseminations(unit: Unit, period: Period) -> Count:
    return Count(Dissemination.objects.of(unit).within(period))


@figure(
    "documents.disseminated_percent",
    _("Văn bản của cấp trên đã quán triệt"),
    better="more",
    counts="%",
    base=_("văn bản của cấp trên đã vào sổ"),
    period_kind="at_end",
)
def disseminated(unit: Unit, period: Period) -> Share:
    above = Document.objects.of(unit).from_above().within(period)
    told = Dissemination.objects.of(unit).filter(document=OuterRef("pk"), held_on__lte=period.ends)
    return Share(above.filter(Exists(told)), base=above)


@figure(
    "documents.disseminated_on_time_percent",
    _("Lần quán triệt đúng hạn"),
    better="more",
    counts="%",
    base=_("lần quán triệt có ghi hạn"),
)
def disseminated_on_time(unit: Unit, period: Period) -> Share:
    due = Dissemination.objects.of(unit).within(period).filter(due_on__isnull=False)
    return Share(due.filter(held_on__lte=F("due_on")), base=due)


@shown_as(Reader, "requirement__document")
def reader(row: Reader) -> EvidenceRow:
    """Without the name: who has not read yet is for the secretary alone."""
    known = gettext("đã biết") if row.known_on else gettext("chưa biết")
    document = row.requirement.document.code
    return EvidenceRow(row.requirement.due_on, gettext("một người"), f"{document}: {known}")


@figure(
    "documents.reached_percent",
    _("Lượt người đã biết văn bản trong hạn"),
    better="more",
    counts="%",
    base=_("lượt người phải biết văn bản có hạn trong kỳ, còn trong danh sách ngày cuối kỳ"),
)
def reached(unit: Unit, period: Period) -> Share:
    base = Reader.objects.of(unit).asked().within(period).on_the_roll(period.ends)
    return Share(base.filter(known_on__lte=F("requirement__due_on")), base=base)


@figure(
    "documents.laws_and_decrees",
    _("Văn bản của Nhà nước trong sổ"),
    counts="văn bản",
    base=_("văn bản trong sổ, theo ngày ban hành"),
)
def of_the_state(unit: Unit, period: Period) -> Count:
    registered = Document.objects.of(unit).within(period)
    return Count(registered.filter(type__in=STATE_TYPES), among=registered)


OWN_BY_TYPE = {
    DocumentType.RESOLUTION: ("documents.resolutions_issued", _("Nghị quyết do đơn vị ban hành"), "nghị quyết"),
    DocumentType.CONCLUSION: ("documents.conclusions_issued", _("Kết luận do đơn vị ban hành"), "kết luận"),
    DocumentType.NOTICE: ("documents.notices_issued", _("Thông báo do đơn vị ban hành"), "thông báo"),
    DocumentType.PROGRAMME: ("documents.programmes_issued", _("Chương trình do đơn vị ban hành"), "chương trình"),
    DocumentType.SUBMISSION: ("documents.submissions_issued", _("Tờ trình do đơn vị ban hành"), "tờ trình"),
    DocumentType.LETTER: ("documents.letters_issued", _("Công văn do đơn vị ban hành"), "công văn"),
    DocumentType.REGULATION: ("documents.regulations_issued", _("Quy định do đơn vị ban hành"), "quy định"),
    DocumentType.RULES: ("documents.rules_issued", _("Quy chế do đơn vị ban hành"), "quy chế"),
}
"""Types whose figure needs no more than their name; plans, decisions and reports stand above with their own words."""


def declare(kind: DocumentType, code: str, name: str | Promise, counts: str) -> None:
    @figure(code, name, counts=counts, base=_("văn bản do đơn vị ban hành"))
    def issued(unit: Unit, period: Period) -> Count:
        own = Document.objects.of(unit).own().within(period)
        return Count(own.filter(type=kind), among=own)


for _kind, (_code, _name, _counts) in OWN_BY_TYPE.items():
    declare(_kind, _code, _name, _counts)
