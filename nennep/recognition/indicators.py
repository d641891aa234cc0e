"""Figures about recognition: turns and persons are never mixed."""

from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Distinct
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.recognition.models import Award, AwardKind, BookEntry, Drive


@shown_as(BookEntry, "person")
def book_entry(row: BookEntry) -> EvidenceRow:
    return EvidenceRow(row.agreed_on, row.person.name, row.deed)


@shown_as(Award, "person", "unit")
def award(row: Award) -> EvidenceRow:
    return EvidenceRow(
        row.awarded_on, row.person.name, f"{row.get_kind_display()} ({row.get_level_display()}): {row.merit}"
    )


@shown_as(Drive, "unit")
def drive(row: Drive) -> EvidenceRow:
    return EvidenceRow(row.launched_on, "", row.name)


THE_BOOK = _("Sổ Đảng viên tiêu biểu, theo ngày họp thống nhất")


@figure("recognition.book_turns", _("Lượt đảng viên được ghi Sổ"), counts="lượt", base=THE_BOOK)
def book_turns(unit: Unit, period: Period) -> Count:
    return Count(BookEntry.objects.of(unit).within(period))


@figure("recognition.book_persons", _("Người được ghi Sổ"), counts="người", base=THE_BOOK)
def book_persons(unit: Unit, period: Period) -> Distinct:
    return Distinct(BookEntry.objects.of(unit).within(period), of="person")


@figure("recognition.certificates", _("Giấy khen đã tặng"), counts="giấy khen", base=_("sổ khen thưởng, mọi cấp tặng"))
def certificates(unit: Unit, period: Period) -> Count:
    every = Award.objects.of(unit).within(period)
    return Count(every.certificates(), among=every)


@figure(
    "recognition.certificate_persons",
    _("Đảng viên được tặng giấy khen"),
    counts="đảng viên",
    base=_("sổ khen thưởng, mọi cấp tặng"),
)
def certificate_persons(unit: Unit, period: Period) -> Distinct:
    every = Award.objects.of(unit).within(period)
    return Distinct(every.certificates(), of="person", among=every)


@figure("recognition.praises", _("Lượt biểu dương"), counts="lượt", base=_("sổ khen thưởng"))
def praises(unit: Unit, period: Period) -> Count:
    every = Award.objects.of(unit).within(period)
    return Count(every.filter(kind=AwardKind.PRAISE), among=every)


@figure("recognition.drives", _("Phong trào thi đua đã phát động"), counts="phong trào", base=_("sổ thi đua"))
def drives(unit: Unit, period: Period) -> Count:
    return Count(Drive.objects.of(unit).within(period))
