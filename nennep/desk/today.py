"""Hôm nay: what this person has to do, most overdue first, and the next meeting."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from nennep.meetings.models import Meeting, PlannedMeeting
from nennep.meetings.queries import SIGNING_RULE
from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.portal.models import Article, ArticleState
from nennep.programme.models import Pledge, Task, TaskState, YearPlan
from nennep.rulebook.rules import rule
from nennep.vietnamese.dates import short_date
from nennep.vietnamese.numbers import in_words


@dataclass(frozen=True)
class Todo:
    """One act that waits for somebody: what, how it stands, and the way there."""

    what: str
    state: str
    word: str
    why: str
    url: str
    act: str
    due: date


def todos(person: Person, unit: Unit, today: date) -> list[Todo]:
    """Own tasks and registration for everybody; signatures and articles for those whose duty they are."""
    found = own_todos(person, unit, today)
    if access.keeps_the_books(person, unit, today):
        found += [*minutes_to_sign(unit, today), *plan_to_write(unit, today)]
    if access.sits_on_committee(person, unit, today):
        found += articles_waiting(unit)
    return sorted(found, key=lambda item: item.due)


def own_todos(person: Person, unit: Unit, today: date) -> list[Todo]:
    """What waits for this person alone, whatever they hold."""
    return sorted([*own_tasks(person, unit, today), *own_pledge(person, unit, today)], key=lambda item: item.due)


def title_for(items: list[Todo]) -> str:
    """ "Hôm nay có bốn việc"."""
    if not items:
        return _("Hôm nay chưa có việc nào đến hạn")
    count = in_words(len(items)) if get_language() == "vi" else str(len(items))
    return ngettext("Hôm nay có %(n)s việc", "Hôm nay có %(n)s việc", len(items)) % {"n": count}


def standing(due: date, today: date) -> tuple[str, str]:
    """The state's shape and its word: quá hạn 23 ngày, hạn hôm nay, hạn 31/3."""
    if due < today:
        days = (today - due).days
        return "late", ngettext("quá hạn %(n)d ngày", "quá hạn %(n)d ngày", days) % {"n": days}
    if due == today:
        return "due", _("hạn hôm nay")
    return ("due" if due - today <= timedelta(days=14) else "plan"), _("hạn %(day)s") % {"day": short_date(due)}


def own_tasks(person: Person, unit: Unit, today: date) -> list[Todo]:
    mine = Task.objects.of(unit).filter(
        owner=person, state__in=[TaskState.TODO, TaskState.DOING], due_on__lte=today + timedelta(days=60)
    )
    return [
        Todo(task.text, *standing(task.due_on, today), task.output, task.get_absolute_url(), _("Xem việc"), task.due_on)
        for task in mine
    ]


def own_pledge(person: Person, unit: Unit, today: date) -> list[Todo]:
    open_ones = Pledge.objects.of(unit).filter(person=person, year=today.year, registered_on__isnull=True)
    return [
        Todo(
            _("Đăng ký làm theo năm %(year)d") % {"year": pledge.year},
            *standing(pledge.due_on, today),
            _("chưa ghi việc nào"),
            pledge.get_absolute_url(),
            _("Xem bản đăng ký"),
            pledge.due_on,
        )
        for pledge in open_ones
    ]


def minutes_to_sign(unit: Unit, today: date) -> list[Todo]:
    waiting = Meeting.objects.of(unit).filter(minutes_signed_on__isnull=True, held_on__lte=today)
    found = []
    for meeting in waiting:
        signing = rule(SIGNING_RULE, unit=unit, on=meeting.held_on)
        due = meeting.held_on + timedelta(days=int(signing.value)) if signing else meeting.held_on
        found.append(
            Todo(
                _("Ký biên bản: %(title)s") % {"title": meeting.title},
                *standing(due, today),
                _("trong %(n)d ngày, theo %(source)s") % {"n": int(signing.value), "source": signing.source}
                if signing
                else _("chưa ký"),
                meeting.get_absolute_url(),
                _("Xem biên bản"),
                due,
            )
        )
    return found


def plan_to_write(unit: Unit, today: date) -> list[Todo]:
    own = rule("plan.due_month", unit=unit, on=today)
    if own is None or YearPlan.objects.filter(unit=unit, year=today.year).exists():
        return []
    due = Period.month(date(today.year, int(own.value), 1)).ends
    url = reverse("programme:year", args=[unit.code, today.year])
    return [
        Todo(
            _("Ban hành kế hoạch năm %(year)d") % {"year": today.year},
            *standing(due, today),
            _("theo %(source)s") % {"source": own.source},
            url,
            _("Xem chương trình"),
            due,
        )
    ]


def articles_waiting(unit: Unit) -> list[Todo]:
    waiting = Article.objects.of(unit).filter(state=ArticleState.WAITING).select_related("author")
    return [
        Todo(
            _("Duyệt bài “%(title)s”") % {"title": item.title},
            "due",
            _("chờ duyệt"),
            f"{item.author}",
            item.get_absolute_url(),
            _("Xem bài"),
            item.sent_on,
        )
        for item in waiting
    ]


def next_meeting(unit: Unit, today: date) -> PlannedMeeting | None:
    return PlannedMeeting.objects.of(unit).filter(planned_on__gte=today).order_by("planned_on").first()


def last_meeting(unit: Unit, today: date) -> Meeting | None:
    return Meeting.objects.of(unit).filter(held_on__lte=today).prefetch_related("agenda").last()


def year_to_show(unit: Unit, today: date) -> int:
    """The year of the board: this one, or until its first regular meeting the one that has just closed."""
    last = Meeting.objects.of(unit).regular().filter(held_on__lte=today).last()
    return max(last.held_on.year, today.year - 1) if last else today.year
