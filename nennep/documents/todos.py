"""What documents ask of people: to know what they have to know."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import Reader
from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, own_todo


@own_todo
def to_read(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    waiting = Reader.objects.of(unit).asked().filter(person=person, known_on__isnull=True)
    for reader in waiting.select_related("requirement__document"):
        document = reader.requirement.document
        yield Todo(
            gettext_lazy("văn bản cần đọc"),
            _("Đọc %(document)s") % {"document": document.code},
            reader.requirement.due_on,
            document.subject,
            reverse("documents:read", args=[reader.pk]),
            _("Mở văn bản"),
        )
