"""Verbs of quán triệt: who has to know a document, who knows it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nennep.documents.models import Audience, Dissemination, Document, Reader, Requirement
from nennep.ledger.acts import Outcome, act, put, refusals_in_words
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Membership, Person, Term
from nennep.organisation.queries import roll


def disseminate(dissemination: Dissemination, *, by: Doer, at: datetime) -> tuple[Dissemination, Outcome]:
    """Quán triệt: the unit was told of a document on a day."""
    access.require(access.keeps_the_books, by, dissemination.unit, on=at.date())
    key = ["unit", "document", "held_on", "form"]
    return put(dissemination, key=key, act_name="documents.disseminate", by=by, at=at)


def require_knowledge(document: Document, audience: str, due_on: date, *, by: Doer, at: datetime) -> Requirement:
    """Đặt yêu cầu quán triệt: everybody of the audience who stands in the unit today has to know the document by a day."""
    unit, today = document.register, at.date()
    access.require(access.keeps_the_books, by, unit, on=today)
    requirement = Requirement(unit=unit, document=document, audience=audience, set_on=today, due_on=due_on)
    requirement.clean_fields(exclude=["unit", "document"])
    with (
        refusals_in_words(requirement),
        act("documents.require_knowledge", by=by, at=at, on=requirement),
    ):
        requirement.save(force_insert=True)
        people = audience_of(requirement)
        Reader.objects.bulk_create(Reader(requirement=requirement, person_id=key) for key in people)
    if not people:
        raise ValidationError(_("Hôm nay đơn vị không có ai thuộc diện này."))
    return requirement


def audience_of(requirement: Requirement) -> list[int]:
    """The keys of those who have to know it; the exempt from work and meetings do not have to."""
    unit, day = requirement.unit, requirement.set_on
    people = roll(unit, day).without_exempt(day)  # type: ignore[attr-defined]
    if requirement.audience == Audience.MEMBERS:
        people = people.members()
    if requirement.audience == Audience.COMMITTEE:
        people = people.filter(person__in=Term.objects.on(day).filter(unit=unit).values("person"))
    return list(people.values_list("person_id", flat=True))


def list_requirement(requirement: Requirement, *, by: Doer, at: datetime) -> tuple[Requirement, Outcome]:
    """Ghi yêu cầu cũ: one that was set before, with the list of those whom it named; they are entered by `list_reader`."""
    access.require(access.keeps_the_books, by, requirement.unit, on=at.date())
    key = ["unit", "document", "due_on"]
    return put(requirement, key=key, act_name="documents.require_knowledge", by=by, at=at)


def list_reader(reader: Reader, *, by: Doer, at: datetime) -> tuple[Reader, Outcome]:
    """Ghi người trong danh sách cũ, with the day from which they knew the document, if they did."""
    access.require(access.keeps_the_books, by, reader.requirement.unit, on=at.date())
    return put(reader, key=["requirement", "person"], act_name="documents.add_reader", by=by, at=at)


def withdraw_requirement(requirement: Requirement, *, by: Doer, at: datetime) -> None:
    """Thôi yêu cầu: nobody has to know it any more; what people knew stays on record."""
    access.require(access.keeps_the_books, by, requirement.unit, on=at.date())
    if requirement.withdrawn_on is not None:
        raise ValidationError(_("Yêu cầu này đã thôi từ trước."))
    with act("documents.withdraw_requirement", by=by, at=at, on=requirement):
        requirement.withdrawn_on = at.date()
        requirement.save(update_fields=["withdrawn_on"])


def add_reader(requirement: Requirement, person: Person, *, by: Doer, at: datetime) -> Reader:
    """Thêm người: somebody who came later has to know it too."""
    access.require(access.keeps_the_books, by, requirement.unit, on=at.date())
    if not Membership.objects.on(at.date()).filter(person=person, unit=requirement.unit).exists():
        raise ValidationError(_("%(person)s không có trong đơn vị.") % {"person": person})
    reader = Reader(requirement=requirement, person=person)
    with refusals_in_words(reader), act("documents.add_reader", by=by, at=at, on=reader):
        reader.save(force_insert=True)
    return reader


def know(reader: Reader, *, by: Doer, at: datetime) -> Reader:
    """Đã đọc: the person says that they know the document, or a helper says it for them. Said twice, the first day stays."""
    access.require_own(access.keeps_the_books, by, reader.person, reader.requirement.unit, on=at.date())
    if reader.known_on is None:
        _written(reader, at.date(), Dissemination.Form.READING, by=by, at=at)
    return reader


def note_known(
    requirement: Requirement, people: Iterable[Person], on: date, form: str, *, by: Doer, at: datetime
) -> list[Reader]:
    """Ghi người đã biết: who was at the meeting, or signed the list on paper.

    A meeting is also entered as one at which the unit was told of the document.
    """
    access.require(access.keeps_the_books, by, requirement.unit, on=at.date())
    if on > at.date():
        raise ValidationError(_("Ngày ấy chưa tới."))
    new = list(requirement.readers.filter(person__in=list(people), known_on__isnull=True).select_related("person"))
    with transaction.atomic():
        for reader in new:
            _written(reader, on, form, by=by, at=at)
        if form == Dissemination.Form.MEETING:
            told = Dissemination(
                unit=requirement.unit, document=requirement.document, held_on=on, form=form, due_on=requirement.due_on
            )
            disseminate(told, by=by, at=at)
    return new


def take_back_known(reader: Reader, *, by: Doer, at: datetime) -> Reader:
    """Bỏ ghi: ticked by mistake."""
    access.require(access.keeps_the_books, by, reader.requirement.unit, on=at.date())
    with act("documents.take_back_known", by=by, at=at, on=reader):
        reader.known_on, reader.form = None, ""
        reader.save(update_fields=["known_on", "form"])
    return reader


def _written(reader: Reader, on: date, form: str, *, by: Doer, at: datetime) -> None:
    with act("documents.know", by=by, at=at, on=reader):
        reader.known_on, reader.form = on, form
        reader.save(update_fields=["known_on", "form"])
