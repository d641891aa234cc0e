"""What the programme asks of people: their tasks, their registration; of the committee, the plan of the year."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.organisation.todos import Todo, office_todo, own_todo
from nennep.programme.models import Pledge, Task, TaskState, YearPlan
from nennep.rulebook.rules import rule

AHEAD = timedelta(days=60)


@own_todo
def own_tasks(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    mine = Task.objects.of(unit).filter(
        owner=person, state__in=[TaskState.TODO, TaskState.DOING], due_on__lte=today + AHEAD
    )
    for task in mine:
        kind = gettext_lazy("việc được giao")
        yield Todo(kind, task.text, task.due_on, task.output, task.get_absolute_url(), _("Xem việc"))


@own_todo
def own_pledge(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    for pledge in Pledge.objects.of(unit).filter(person=person, year=today.year, registered_on__isnull=True):
        what = _("Đăng ký làm theo năm %(year)d") % {"year": pledge.year}
        kind, why = gettext_lazy("đăng ký làm theo"), _("chưa ghi việc nào")
        yield Todo(kind, what, pledge.due_on, why, pledge.get_absolute_url(), _("Xem bản đăng ký"))


@office_todo
def plan_to_write(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.keeps_the_books(person, unit, today):
        return
    own = rule("plan.due_month", unit=unit, on=today)
    if own is None or YearPlan.objects.filter(unit=unit, year=today.year).exists():
        return
    yield Todo(
        gettext_lazy("kế hoạch năm"),
        _("Ban hành kế hoạch năm %(year)d") % {"year": today.year},
        Period.month(date(today.year, int(own.number), 1)).ends,
        _("theo %(source)s") % {"source": own.source},
        reverse("programme:year", args=[unit.code, today.year]),
        _("Xem chương trình"),
    )
