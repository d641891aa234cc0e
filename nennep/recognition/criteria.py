"""Tiêu chí: each criterion of the rule in force for a person or the unit, with its evidence. It proposes nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.programme.models import Limitation, Outcome, Pledge, PledgeItem, Task
from nennep.review.models import Rating, RatingLevel
from nennep.rulebook.rules import Rule, Rulebook, rulebook_of
from nennep.vietnamese.numbers import share


@dataclass(frozen=True)
class Criterion:
    """One condition, the rule it stands in, what the records show, and where. `met` is None where no record speaks."""

    title: str
    rule: Rule
    met: bool | None
    evidence: str
    url: str = ""

    @property
    def state(self) -> str:
        return {True: "done", False: "below", None: "none"}[self.met]

    @property
    def word(self) -> str:
        return {True: _("đạt"), False: _("chưa đạt"), None: _("chưa có số liệu")}[self.met]


@dataclass(frozen=True)
class About:
    """Of whom it is asked: one person of the unit, or the unit as a whole where there is none."""

    unit: Unit
    year: int
    person: Person | None

    @property
    def period(self) -> Period:
        return Period.year(self.year)


def criteria(unit: Unit, year: int, person: Person | None = None) -> list[Criterion]:
    """What the rules of the year's end ask for commendation and for the best rating; a rule that is not there is not asked."""
    book, about, on = rulebook_of(unit), About(unit, year, person), date(year, 12, 31)
    return [
        *_following(book, about, on),
        *_tasks(book, about, on),
        *_limitations(book, about, on),
        *_rating(book, about, on),
    ]


def _following(book: Rulebook, about: About, on: date) -> Iterator[Criterion]:
    rule = book.held("commend.results_are_criterion", on) or book.held("learning.criterion_of_rating", on)
    if rule is None or rule.value is not True:
        return
    pledges = Pledge.objects.of(about.unit).filter(year=about.year)
    items = PledgeItem.objects.filter(pledge__unit=about.unit, pledge__year=about.year)
    if about.person is not None:
        pledges, items = pledges.filter(person=about.person), items.filter(pledge__person=about.person)
    pledge = pledges.first() if about.person is not None else None
    url = pledge.get_absolute_url() if pledge else reverse("programme:year", args=[about.unit.code, about.year])
    asked, registered = pledges.members().count(), pledges.members().registered().count()
    if about.person is not None:
        asked, registered = pledges.count(), pledges.registered().count()
    yield Criterion(
        _("Đã đăng ký làm theo"), rule, registered == asked if asked else None, share(registered, asked), url
    )
    judged = items.exclude(outcome__in=["", Outcome.DROPPED])
    whole, kept = judged.count(), judged.filter(outcome=Outcome.KEPT).count()
    words = _("%(share)s việc đạt") % {"share": share(kept, whole)} if whole else _("chưa việc nào được nhận xét")
    yield Criterion(_("Việc đăng ký đạt kết quả"), rule, kept == whole if whole else None, words, url)


def _tasks(book: Rulebook, about: About, on: date) -> Iterator[Criterion]:
    rule = book.held("rating.excellent_min_on_time", on)
    if rule is None:
        return
    due = Task.objects.of(about.unit).within(about.period).expected()
    if about.person is not None:
        due = due.filter(owner=about.person)
    whole, on_time = due.count(), due.on_time().count()
    met = Fraction(on_time, whole) >= rule.number if whole else None
    words = _("%(share)s việc đúng hạn") % {"share": share(on_time, whole)} if whole else _("không có việc đến hạn")
    yield Criterion(
        _("Nhiệm vụ đúng tiến độ"), rule, met, words, reverse("programme:year", args=[about.unit.code, about.year])
    )


def _limitations(book: Rulebook, about: About, on: date) -> Iterator[Criterion]:
    rule = book.held("rating.excellent_needs_old_limitations_fixed", on)
    if rule is None or rule.value is not True:
        return
    found = Limitation.objects.of(about.unit).filter(found_on__lt=about.period.starts)
    if about.person is not None:
        found = found.filter(owner=about.person)
    still = found.open_on(about.period.ends)
    whole, left = found.count(), still.count()
    words = (
        _("%(share)s hạn chế cũ đã hết") % {"share": share(whole - left, whole)} if whole else _("chưa ghi hạn chế nào")
    )
    first = still.first()
    yield Criterion(
        _("Hạn chế cũ đã khắc phục"),
        rule,
        left == 0 if whole else None,
        words,
        first.get_absolute_url() if first else "",
    )


def _rating(book: Rulebook, about: About, on: date) -> Iterator[Criterion]:
    if about.person is None:
        return
    url = reverse("review:year", args=[about.unit.code, about.year])
    regime = book.held("review.regime", on)
    ratings = {row.year: row for row in Rating.objects.of(about.unit).filter(person=about.person, year__lte=about.year)}
    this = ratings.get(about.year)
    if regime is not None:
        met = this.level == RatingLevel.EXCELLENT if this is not None and this.level else None
        words = (this.get_level_display() or this.reason_not_rated) if this is not None else _("chưa xếp loại")
        yield Criterion(_("Xếp loại năm: hoàn thành xuất sắc"), regime, met, words, url)
    running = book.held("commend.years_running", on)
    if running is not None:
        wanted = int(running.number)
        years = range(about.year - wanted + 1, about.year + 1)
        known = [ratings[year] for year in years if year in ratings and ratings[year].level]
        excellent = sum(row.level == RatingLevel.EXCELLENT for row in known)
        met = excellent == wanted if len(known) == wanted else False if excellent < len(known) else None
        words = _("%(n)d năm xuất sắc trong %(known)d năm đã xếp loại") % {"n": excellent, "known": len(known)}
        yield Criterion(_("Xuất sắc %(n)d năm liền") % {"n": wanted}, running, met, words, url)
