"""What the programme asks of people: their tasks, their registration. What it asks of the committee, the board says."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.organisation.todos import Todo, office_todo, own_todo
from nennep.programme.models import Pledge, PledgeItem, Submission, SubmissionState, Task, TaskState

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
        if pledge.submissions.filter(state=SubmissionState.WAITING).exists():
            continue
        yield Todo(
            kind, what, pledge.due_on, why, reverse("programme:write-pledge", args=[pledge.pk]), _("Viết đăng ký")
        )


@own_todo
def own_month(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    """Until the month ends: what one registered and has not written a line about yet."""
    month = today.replace(day=1)
    mine = PledgeItem.objects.filter(
        pledge__unit=unit, pledge__person=person, pledge__year=today.year, due_on__gte=month
    )
    left = mine.exclude(results__month=month)
    first = left.select_related("pledge").first()
    if first is None:
        return
    count = left.count()
    what = ngettext("Ghi kết quả tháng của %(n)d việc", "Ghi kết quả tháng của %(n)d việc", count) % {"n": count}
    ends = Period.month(month).ends
    kind = gettext_lazy("kết quả tháng")
    yield Todo(kind, what, ends, _("đăng ký làm theo"), first.get_absolute_url(), _("Ghi kết quả"))


@office_todo
def registrations_to_read(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.sits_on_committee(person, unit, today):
        return
    for row in Submission.objects.of(unit).waiting().select_related("pledge__person"):
        kind, what = gettext_lazy("bản đăng ký chờ đọc"), _("Đọc bản đăng ký: %(who)s") % {"who": row.pledge.person}
        word = _("chờ đọc")
        yield Todo(kind, what, row.pledge.due_on, "", row.get_absolute_url(), _("Đọc"), word)
