"""Figures about oversight and service. A zero here is the sum of rows that say zero, each with its source."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Distinct, Share, Total, TotalShare
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, Matter, ServiceMonth


@shown_as(ServiceMonth, "unit")
def service_month(row: ServiceMonth) -> EvidenceRow:
    files = gettext("%(on_time)s đúng hạn trên %(total)s hồ sơ") % {"on_time": row.on_time, "total": row.total}
    return EvidenceRow(row.month, row.field, f"{files} ({row.source})")


@shown_as(FeedbackMonth, "unit")
def feedback_month(row: FeedbackMonth) -> EvidenceRow:
    counts = gettext("%(complaints)s khiếu nại, %(denunciations)s tố cáo, %(suggestions)s phản ánh, góp ý") % {
        "complaints": row.complaints,
        "denunciations": row.denunciations,
        "suggestions": row.suggestions,
    }
    return EvidenceRow(row.month, row.channel, f"{counts} ({row.source})")


@shown_as(DisciplineReturn, "unit")
def discipline_return(row: DisciplineReturn) -> EvidenceRow:
    people = ngettext("%(n)s người", "%(n)s người", row.people) % {"n": row.people}
    return EvidenceRow(row.ends, str(row.get_matter_display()), f"{people} ({row.source})")


@shown_as(Inspection, "subject")
def inspection(row: Inspection) -> EvidenceRow:
    return EvidenceRow(row.planned_on, row.subject.name, f"{row.get_kind_display()}: {row.content}")


SERVICE = _("hồ sơ của các tháng trong kỳ")
FEEDBACK = _("sổ tiếp dân, đơn thư các tháng trong kỳ")
RETURNS = _("số liệu kỷ luật của các kỳ kết thúc trong kỳ báo cáo")
INSPECTIONS = _("chương trình kiểm tra, giám sát, theo ngày dự kiến")


@figure("oversight.service_files", _("Hồ sơ đã giải quyết"), counts="hồ sơ", base=SERVICE)
def service_files(unit: Unit, period: Period) -> Total:
    return Total(ServiceMonth.objects.of(unit).within(period), of="total")


@figure("oversight.service_on_time_percent", _("Hồ sơ giải quyết đúng hạn"), better="more", counts="%", base=SERVICE)
def service_on_time(unit: Unit, period: Period) -> TotalShare:
    return TotalShare(ServiceMonth.objects.of(unit).within(period), part="on_time", whole="total")


@figure("oversight.complaints", _("Đơn khiếu nại"), counts="đơn", base=FEEDBACK)
def complaints(unit: Unit, period: Period) -> Total:
    return Total(FeedbackMonth.objects.of(unit).within(period), of="complaints")


@figure("oversight.denunciations", _("Đơn tố cáo"), counts="đơn", base=FEEDBACK)
def denunciations(unit: Unit, period: Period) -> Total:
    return Total(FeedbackMonth.objects.of(unit).within(period), of="denunciations")


@figure("oversight.suggestions", _("Ý kiến phản ánh, góp ý"), counts="ý kiến", base=FEEDBACK)
def suggestions(unit: Unit, period: Period) -> Total:
    return Total(FeedbackMonth.objects.of(unit).within(period), of="suggestions")


@figure("oversight.disciplined", _("Đảng viên bị kỷ luật"), better="fewer", counts="đảng viên", base=RETURNS)
def disciplined(unit: Unit, period: Period) -> Total:
    return Total(DisciplineReturn.objects.of(unit).within(period).about(Matter.MEMBER), of="people")


@figure(
    "oversight.harassment",
    _("Cán bộ bị xử lý vì sách nhiễu, gây phiền hà"),
    better="fewer",
    counts="người",
    base=RETURNS,
)
def harassment(unit: Unit, period: Period) -> Total:
    return Total(DisciplineReturn.objects.of(unit).within(period).about(Matter.HARASSMENT), of="people")


@figure("oversight.degradation", _("Người có biểu hiện suy thoái"), better="fewer", counts="người", base=RETURNS)
def degradation(unit: Unit, period: Period) -> Total:
    return Total(DisciplineReturn.objects.of(unit).within(period).about(Matter.DEGRADATION), of="people")


@figure(
    "oversight.inspections_planned",
    _("Cuộc kiểm tra, giám sát theo chương trình"),
    counts="cuộc",
    base=INSPECTIONS,
    sensitive=True,
)
def inspections_planned(unit: Unit, period: Period) -> Count:
    return Count(Inspection.objects.of(unit).within(period))


@figure(
    "oversight.inspections_done",
    _("Cuộc kiểm tra, giám sát đã kết luận"),
    counts="cuộc",
    base=INSPECTIONS,
    sensitive=True,
)
def inspections_done(unit: Unit, period: Period) -> Count:
    planned = Inspection.objects.of(unit).within(period)
    return Count(planned.concluded(), among=planned)


@figure(
    "oversight.inspections_done_percent",
    _("Cuộc kiểm tra, giám sát hoàn thành"),
    better="more",
    counts="%",
    base=INSPECTIONS,
    sensitive=True,
)
def inspections_done_percent(unit: Unit, period: Period) -> Share:
    planned = Inspection.objects.of(unit).within(period)
    return Share(planned.concluded(), base=planned)


@figure(
    "oversight.inspected_persons",
    _("Đảng viên được kiểm tra, giám sát"),
    counts="người",
    base=INSPECTIONS,
    sensitive=True,
)
def inspected_persons(unit: Unit, period: Period) -> Distinct:
    planned = Inspection.objects.of(unit).within(period)
    return Distinct(planned.concluded(), of="subject", among=planned)


@figure(
    "oversight.findings_mended_percent",
    _("Việc phải sửa đã sửa xong"),
    better="more",
    counts="%",
    base=_("kết luận kiểm tra, giám sát có việc phải sửa"),
    sensitive=True,
)
def findings_mended(unit: Unit, period: Period) -> Share:
    found = Inspection.objects.of(unit).within(period).exclude(to_mend="")
    return Share(found.filter(mended_on__isnull=False), base=found)
