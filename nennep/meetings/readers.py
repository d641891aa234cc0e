"""What was studied at a meeting is known by those who were there: the register of readers is told, nobody ticks it again."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nennep.documents.actions import note_known
from nennep.documents.citations.resolve import documents, read
from nennep.documents.models import Dissemination, Document, Requirement
from nennep.meetings.models import Meeting, Note, Preparation, ThemePart
from nennep.organisation.access import Doer
from nennep.organisation.models import Person


def studied_at(meeting: Meeting) -> list[Document]:
    """The papers that lay before the meeting, and the documents that its minutes name under the study part of the theme, each
    once. A number that may mean two documents means none here."""
    prepared = Preparation.objects.filter(meeting=meeting).first()
    papers = prepared.papers.order_by("pk") if prepared is not None else Document.objects.none()
    notes = Note.objects.filter(meeting=meeting, part=ThemePart.Part.STUDY).order_by("order")
    texts = list(notes.values_list("text", flat=True))
    named = (resolution for found in read(texts, meeting.unit, on=meeting.held_on) for resolution in found)
    return list(dict.fromkeys([*papers, *documents(named)]))


def mark_known_at(meeting: Meeting, studied: Iterable[Document], *, by: Doer, at: datetime) -> int:
    """Of those who have to know one of the documents, whoever was there knows it since that day; returns how many marks that
    made. Late is there, absent is not, and whoever knew it before keeps their first day.

    Only requirements of the meeting's unit that stand are answered; a document that nobody has to know asks for nothing.
    """
    there = Person.objects.filter(pk__in=meeting.attendances.present().values("person"))
    asked = Requirement.objects.of(meeting.unit).filter(document__in=list(studied), withdrawn_on__isnull=True)
    marked = 0
    with transaction.atomic():
        for requirement in asked.filter(readers__person__in=there).select_related("unit", "document").distinct():
            form = Dissemination.Form.MEETING
            marked += len(note_known(requirement, there, meeting.held_on, form, by=by, at=at))
    return marked
