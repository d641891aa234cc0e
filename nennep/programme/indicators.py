"""Figures about the programme."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Distinct, Share
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.programme.models import (
    Limitation,
    LimitationVerdict,
    MonthlyResult,
    Outcome,
    Pledge,
    PledgeItem,
    Task,
    TaskState,
    Theme,
    Verdict,
    YearPlan,
)
from nennep.vietnamese.dates import short_date


def in_year(year: int) -> str:
    return gettext("năm %(year)s") % {"year": year}


@shown_as(Theme, "unit")
def theme(row: Theme) -> EvidenceRow:
    return EvidenceRow(None, in_year(row.year), row.wording)


@shown_as(YearPlan, "document", "unit")
def year_plan(row: YearPlan) -> EvidenceRow:
    return EvidenceRow(row.carrier.issued_on, in_year(row.year), row.carrier.citation)


@shown_as(Task, "owner")
def task(row: Task) -> EvidenceRow:
    done = gettext("xong %(day)s") % {"day": short_date(row.done_on)} if row.done_on else ""
    state = done or str(row.get_state_display())
    return EvidenceRow(row.due_on, row.owner.name, f"{row.text} ({state})")


@shown_as(Pledge, "person")
def pledge(row: Pledge) -> EvidenceRow:
    state = gettext("chưa đăng ký")
    if row.registered_on:
        state = gettext("đăng ký %(day)s") % {"day": short_date(row.registered_on)}
    return EvidenceRow(row.due_on, row.person.name, f"{in_year(row.year)}: {state}")


@shown_as(PledgeItem, "pledge__person")
def pledge_item(row: PledgeItem) -> EvidenceRow:
    outcome = str(row.get_outcome_display()) or gettext("chưa nhận xét")
    return EvidenceRow(row.due_on, row.pledge.person.name, f"{row.action} ({outcome})")


@shown_as(MonthlyResult, "item__pledge__person")
def monthly_result(row: MonthlyResult) -> EvidenceRow:
    return EvidenceRow(row.month, row.item.pledge.person.name, row.done)


@shown_as(Limitation, "owner")
def limitation(row: Limitation) -> EvidenceRow:
    closed = gettext("khắc phục xong %(day)s") % {"day": short_date(row.closed_on)} if row.closed_on else ""
    return EvidenceRow(row.found_on, row.owner.name, f"{row.text} ({closed})" if closed else row.text)


@shown_as(LimitationVerdict, "limitation")
def limitation_verdict(row: LimitationVerdict) -> EvidenceRow:
    return EvidenceRow(None, in_year(row.year), f"{row.limitation.text}: {row.get_verdict_display()} ({row.ground})")


@figure(
    "programme.themes",
    _("Chuyên đề đã triển khai"),
    counts="chuyên đề",
    base=_("chuyên đề của các năm trọn trong kỳ"),
    period_kind="by_year",
)
def themes(unit: Unit, period: Period) -> Count:
    return Count(Theme.objects.filter(unit=unit, year__in=period.whole_years()))


@figure(
    "programme.year_plans", _("Kế hoạch năm đã ban hành"), counts="kế hoạch", base=_("kế hoạch năm, theo ngày ban hành")
)
def year_plans(unit: Unit, period: Period) -> Count:
    return Count(issued_plans(unit, period))


@figure(
    "programme.year_plans_on_time_percent",
    _("Kế hoạch năm ban hành đúng hạn"),
    better="more",
    counts="%",
    base=_("kế hoạch năm có ghi hạn"),
)
def year_plans_on_time(unit: Unit, period: Period) -> Share:
    due = issued_plans(unit, period).filter(due_on__isnull=False)
    return Share(due.filter(document__issued_on__lte=F("due_on")), base=due)


@figure(
    "programme.tasks",
    _("Nhiệm vụ đến hạn"),
    counts="việc",
    base=_("nhiệm vụ của kế hoạch và việc giao tại cuộc họp, theo hạn"),
)
def tasks(unit: Unit, period: Period) -> Count:
    return Count(Task.objects.of(unit).within(period))


DUE_TASKS = _("nhiệm vụ đến hạn, trừ việc đã thôi không làm")


@figure("programme.tasks_on_time_percent", _("Nhiệm vụ xong đúng hạn"), better="more", counts="%", base=DUE_TASKS)
def tasks_on_time(unit: Unit, period: Period) -> Share:
    due = Task.objects.of(unit).within(period).expected()
    return Share(due.on_time(), base=due)


@figure("programme.tasks_late", _("Nhiệm vụ xong chậm"), better="fewer", counts="việc", base=DUE_TASKS)
def tasks_late(unit: Unit, period: Period) -> Count:
    due = Task.objects.of(unit).within(period).expected()
    return Count(due.late(), among=due)


@figure("programme.tasks_postponed", _("Nhiệm vụ phải hoãn"), better="fewer", counts="việc", base=DUE_TASKS)
def tasks_postponed(unit: Unit, period: Period) -> Count:
    due = Task.objects.of(unit).within(period).expected()
    return Count(due.filter(state=TaskState.POSTPONED), among=due)


@figure(
    "programme.tasks_open",
    _("Nhiệm vụ đến hạn chưa xong"),
    better="fewer",
    counts="việc",
    base=DUE_TASKS,
    period_kind="at_end",
)
def tasks_open(unit: Unit, period: Period) -> Count:
    due = Task.objects.of(unit).within(period).expected()
    return Count(due.open_on(period.ends), among=due)


@figure(
    "programme.plan_tasks_done_percent",
    _("Nhiệm vụ của kế hoạch năm đã xong"),
    better="more",
    counts="%",
    base=_("nhiệm vụ của kế hoạch năm đến hạn"),
    period_kind="at_end",
)
def plan_tasks_done(unit: Unit, period: Period) -> Share:
    due = Task.objects.of(unit).within(period).expected().planned()
    return Share(due.filter(state=TaskState.DONE, done_on__lte=period.ends), base=due)


@figure(
    "programme.registered_members",
    _("Lượt đảng viên đăng ký làm theo"),
    counts="lượt",
    base=_("đảng viên được phát động mỗi năm"),
)
def registered_members(unit: Unit, period: Period) -> Count:
    asked = Pledge.objects.of(unit).within(period).members()
    return Count(asked.registered(), among=asked)


@figure(
    "programme.registered_members_percent",
    _("Đảng viên đăng ký làm theo"),
    better="more",
    counts="%",
    base=_("lượt đảng viên được phát động mỗi năm, trừ người được miễn"),
)
def registered_members_percent(unit: Unit, period: Period) -> Share:
    asked = Pledge.objects.of(unit).within(period).members()
    return Share(asked.registered(), base=asked)


@figure(
    "programme.registered_non_members",
    _("Lượt quần chúng đăng ký làm theo"),
    counts="lượt",
    base=_("quần chúng được mời mỗi năm"),
)
def registered_non_members(unit: Unit, period: Period) -> Count:
    asked = Pledge.objects.of(unit).within(period).non_members()
    return Count(asked.registered(), among=asked)


@figure(
    "programme.registered_non_members_percent",
    _("Quần chúng đăng ký làm theo"),
    better="more",
    counts="%",
    base=_("lượt quần chúng được mời mỗi năm"),
)
def registered_non_members_percent(unit: Unit, period: Period) -> Share:
    asked = Pledge.objects.of(unit).within(period).non_members()
    return Share(asked.registered(), base=asked)


@figure("programme.pledge_items", _("Việc đã đăng ký"), counts="việc", base=_("bản đăng ký, theo hạn của việc"))
def pledge_items(unit: Unit, period: Period) -> Count:
    return Count(PledgeItem.objects.of(unit).within(period))


@figure(
    "programme.pledge_items_kept_percent",
    _("Việc đăng ký làm đạt"),
    better="more",
    counts="%",
    base=_("việc đăng ký đã nhận xét cuối năm"),
)
def pledge_items_kept(unit: Unit, period: Period) -> Share:
    judged = PledgeItem.objects.of(unit).within(period).judged()
    return Share(judged.filter(outcome=Outcome.KEPT), base=judged)


@figure(
    "programme.pledge_items_missed",
    _("Việc đăng ký chưa đạt"),
    better="fewer",
    counts="việc",
    base=_("việc đăng ký đã nhận xét cuối năm"),
)
def pledge_items_missed(unit: Unit, period: Period) -> Count:
    judged = PledgeItem.objects.of(unit).within(period).judged()
    return Count(judged.filter(outcome=Outcome.MISSED), among=judged)


@figure("programme.monthly_results", _("Dòng kết quả tháng"), counts="dòng", base=_("việc đăng ký, mỗi tháng một dòng"))
def monthly_results(unit: Unit, period: Period) -> Count:
    return Count(MonthlyResult.objects.of(unit).within(period))


@figure(
    "programme.people_reporting",
    _("Người ghi kết quả tháng"),
    better="more",
    counts="người",
    base=_("người có đăng ký"),
)
def people_reporting(unit: Unit, period: Period) -> Distinct:
    return Distinct(MonthlyResult.objects.of(unit).within(period), of="item__pledge__person")


@figure(
    "programme.limitations_open",
    _("Hạn chế chưa khắc phục xong"),
    better="fewer",
    counts="hạn chế",
    base=_("hạn chế đã ghi đến ngày cuối kỳ"),
    period_kind="at_end",
)
def limitations_open(unit: Unit, period: Period) -> Count:
    known = Limitation.objects.of(unit).filter(found_on__lte=period.ends)
    return Count(known.open_on(period.ends), among=known)


@figure(
    "programme.limitations_closed",
    _("Hạn chế đã khắc phục xong trong kỳ"),
    better="more",
    counts="hạn chế",
    base=_("hạn chế đã ghi đến ngày cuối kỳ"),
)
def limitations_closed(unit: Unit, period: Period) -> Count:
    known = Limitation.objects.of(unit).filter(found_on__lte=period.ends)
    closed = known.filter(closed_on__gte=period.starts, closed_on__lte=period.ends)
    return Count(closed, among=known)


@figure(
    "programme.limitations_repeated",
    _("Hạn chế không đỡ từ hai năm trở lên"),
    better="fewer",
    counts="hạn chế",
    base=_("hạn chế chưa khắc phục xong"),
    period_kind="at_end",
)
def limitations_repeated(unit: Unit, period: Period) -> Count:
    open_ones = Limitation.objects.of(unit).open_on(period.ends)
    stuck = LimitationVerdict.objects.filter(limitation=OuterRef("pk"), verdict__in=[Verdict.SAME, Verdict.WORSE])
    last, before = period.ends.year - 1, period.ends.year - 2
    both = Q(Exists(stuck.filter(year=last))) & Q(Exists(stuck.filter(year=before)))
    return Count(open_ones.filter(both), among=open_ones)


def issued_plans(unit: Unit, period: Period) -> QuerySet[YearPlan]:
    return YearPlan.objects.filter(
        unit=unit, document__issued_on__gte=period.starts, document__issued_on__lte=period.ends
    )
