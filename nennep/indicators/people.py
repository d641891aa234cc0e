"""Figures about people. They stand here because the people's own room lies above this one."""

from collections.abc import Callable
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Share
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Coming, Duty, DutyKind, Exemption, Membership, Person, Standing, Term, Unit
from nennep.organisation.periods import Period


@shown_as(Membership, "person")
def membership(row: Membership) -> EvidenceRow:
    return EvidenceRow(row.starts, row.person.name, str(row.get_standing_display()))


@shown_as(Exemption, "person")
def exemption(row: Exemption) -> EvidenceRow:
    return EvidenceRow(row.starts, row.person.name, f"{row.reason} ({row.decided_by})")


@shown_as(Duty, "person")
def duty(row: Duty) -> EvidenceRow:
    return EvidenceRow(row.starts, row.person.name, str(row.get_kind_display()))


@shown_as(Term, "person")
def term(row: Term) -> EvidenceRow:
    return EvidenceRow(row.starts, row.person.name, str(row.get_office_display()))


ON_THE_ROLL = _("người trong danh sách của đơn vị vào ngày cuối kỳ")


@figure("organisation.members", _("Đảng viên"), counts="đảng viên", base=ON_THE_ROLL, period_kind="at_end")
def members(unit: Unit, period: Period) -> Count:
    roll = Membership.objects.of(unit).on(period.ends)
    return Count(roll.members(), among=roll)


@figure(
    "organisation.full_members", _("Đảng viên chính thức"), counts="đảng viên", base=ON_THE_ROLL, period_kind="at_end"
)
def full_members(unit: Unit, period: Period) -> Count:
    roll = Membership.objects.of(unit).on(period.ends)
    return Count(roll.full(), among=roll)


@figure(
    "organisation.probationary_members",
    _("Đảng viên dự bị"),
    counts="đảng viên",
    base=ON_THE_ROLL,
    period_kind="at_end",
)
def probationary_members(unit: Unit, period: Period) -> Count:
    roll = Membership.objects.of(unit).on(period.ends)
    return Count(roll.filter(standing=Standing.PROBATIONARY), among=roll)


@figure("organisation.non_members", _("Quần chúng"), counts="người", base=ON_THE_ROLL, period_kind="at_end")
def non_members(unit: Unit, period: Period) -> Count:
    roll = Membership.objects.of(unit).on(period.ends)
    return Count(roll.filter(standing=Standing.NON_MEMBER), among=roll)


@figure(
    "organisation.women_percent",
    _("Đảng viên nữ"),
    counts="%",
    base=_("đảng viên vào ngày cuối kỳ"),
    period_kind="at_end",
)
def women(unit: Unit, period: Period) -> Share:
    roll = Membership.objects.of(unit).on(period.ends).members()
    return Share(roll.filter(person__sex=Person.Sex.FEMALE), base=roll)


AGES = ((18, 30), (31, 40), (41, 50), (51, 60), (61, 120))
"""The bands of age, both ends included, in whole years on the day."""


def of_age(youngest: int, oldest: int) -> Callable[[Unit, Period], Count]:
    """Members of that age, among those whose birth date somebody entered; nobody's age is guessed."""

    def question(unit: Unit, period: Period) -> Count:
        known = Membership.objects.of(unit).on(period.ends).members().filter(person__born_on__isnull=False)
        born_after, born_until = birthday(period.ends, oldest + 1), birthday(period.ends, youngest)
        return Count(known.filter(person__born_on__gt=born_after, person__born_on__lte=born_until), among=known)

    return question


def birthday(day: date, years: int) -> date:
    """The day that many years before: who was born on it has just reached that age. Born on 29 February, one reaches it on
    1 March of other years."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


for youngest, oldest in AGES:
    figure(
        f"organisation.members_{youngest}_to_{oldest}",
        format_lazy(_("Đảng viên từ {youngest} đến {oldest} tuổi"), youngest=youngest, oldest=oldest)
        if oldest < AGES[-1][1]
        else format_lazy(_("Đảng viên từ {youngest} tuổi trở lên"), youngest=youngest),
        counts="đảng viên",
        base=_("đảng viên có ghi ngày sinh, vào ngày cuối kỳ"),
        period_kind="at_end",
    )(of_age(youngest, oldest))


@figure(
    "organisation.exempt_members",
    _("Đảng viên được miễn công tác và sinh hoạt"),
    counts="đảng viên",
    base=_("đảng viên vào ngày cuối kỳ"),
    period_kind="at_end",
)
def exempt_members(unit: Unit, period: Period) -> Count:
    roll = Membership.objects.of(unit).on(period.ends)
    return Count(Exemption.objects.on(period.ends).filter(unit=unit), among=roll)


@figure("organisation.joined", _("Người về đơn vị trong kỳ"), counts="lượt", base=_("mọi người trong danh sách"))
def joined(unit: Unit, period: Period) -> Count:
    everybody = Membership.objects.of(unit)
    came = everybody.filter(starts__gte=period.starts, starts__lte=period.ends, came=Coming.MOVED_IN)
    return Count(came, among=everybody)


@figure("organisation.left", _("Người rời đơn vị trong kỳ"), counts="lượt", base=_("mọi người trong danh sách"))
def left(unit: Unit, period: Period) -> Count:
    everybody = Membership.objects.of(unit)
    stayed_on = everybody.filter(person=OuterRef("person"), starts__gt=OuterRef("ends"))
    ended = everybody.filter(ends__gte=period.starts, ends__lte=period.ends)
    return Count(ended.exclude(Exists(stayed_on)), among=everybody)


@figure(
    "organisation.committee",
    _("Chi ủy viên, bí thư, phó bí thư"),
    counts="người",
    base=_("chức vụ còn giữ vào ngày cuối kỳ"),
    period_kind="at_end",
)
def committee(unit: Unit, period: Period) -> Count:
    return Count(Term.objects.on(period.ends).filter(unit=unit))


@figure(
    "organisation.in_charge",
    _("Người được phân công phụ trách việc học tập và làm theo"),
    counts="đồng chí",
    base=_("phân công còn hiệu lực vào ngày cuối kỳ"),
    period_kind="at_end",
)
def in_charge(unit: Unit, period: Period) -> Count:
    return Count(Duty.objects.on(period.ends).filter(unit=unit, kind=DutyKind.PROGRAMME))
