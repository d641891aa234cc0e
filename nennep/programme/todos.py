"""What the programme asks of people: their tasks, their registration. What it asks of the committee, the board says."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, own_todo
from nennep.programme.models import Pledge, Task, TaskState

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
