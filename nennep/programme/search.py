"""How tasks are found: by what is to be done, who does it, what comes of it, and when it is due."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person
from nennep.programme.models import Task, TaskState
from nennep.search.declaring import Found, Keys, Searchable, searchable
from nennep.search.models import Audience


def tasks(records: QuerySet[Task]) -> Iterator[Found]:
    for task in records.select_related("owner"):
        parts = (str(task.owner), task.output, task.evidence, task.reason, task.code)
        yield Found(
            record=task.pk,
            title=task.text,
            text=". ".join(part for part in parts if part),
            url=task.get_absolute_url(),
            audience=Audience.UNIT,
            unit=task.unit_id,
            day=task.due_on,
            type=task.state,
        )


def of_people(people: Keys) -> QuerySet[Task]:
    return Task.objects.filter(owner__in=people)


searchable(
    Searchable(
        number=4,
        slug="nhiem-vu",
        label=_("Nhiệm vụ"),
        model=Task,
        read=tasks,
        types=TaskState.choices,
        touched_by={Person: of_people},
    )
)
