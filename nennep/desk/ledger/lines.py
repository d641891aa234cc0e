"""A page of entries with what their references mean: a bounded number of queries, whatever stands on the page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from nennep.desk.ledger.words import said
from nennep.ledger.models import Entry
from nennep.organisation.access import Operator
from nennep.organisation.models import CELLS, Person, Unit

PATHS = {
    "organisation.unit": "pk",
    "organisation.person": "home",
    "organisation.membership": "unit",
    "organisation.exemption": "unit",
    "organisation.suspension": "unit",
    "organisation.away": "unit",
    "organisation.grant": "unit",
    "organisation.committeeterm": "unit",
    "organisation.term": "unit",
    "organisation.duty": "unit",
    "organisation.user": "person__home",
    "organisation.invitation": "person__home",
    "organisation.card": "person__home",
    "desk.letterchoice": "person__home",
    "rulebook.cellrule": "unit",
    "rulebook.permission": "unit",
    "rulebook.packuse": "unit",
    "documents.document": "register",
    "documents.documentfile": "document__register",
    "documents.keptoutside": "unit",
    "documents.reservation": "register",
    "documents.relation": "source__register",
    "documents.dissemination": "unit",
    "documents.requirement": "unit",
    "documents.reader": "requirement__unit",
    "programme.programme": "unit",
    "programme.theme": "unit",
    "programme.clause": "document__register",
    "programme.yearplan": "unit",
    "programme.goal": "plan__unit",
    "programme.task": "unit",
    "programme.taskchange": "task__unit",
    "programme.limitation": "unit",
    "programme.limitationverdict": "limitation__unit",
    "programme.pledge": "unit",
    "programme.pledgeitem": "pledge__unit",
    "programme.monthlyresult": "item__pledge__unit",
    "programme.submission": "pledge__unit",
    "programme.itemchange": "item__pledge__unit",
    "meetings.plannedmeeting": "unit",
    "meetings.meeting": "unit",
    "meetings.decision": "meeting__unit",
    "meetings.preparation": "planned__unit",
    "meetings.question": "preparation__planned__unit",
    "meetings.agendatemplate": "unit",
    "meetings.note": "meeting__unit",
    "meetings.contribution": "meeting__unit",
    "meetings.vote": "meeting__unit",
    "meetings.score": "meeting__unit",
    "meetings.leveldecision": "meeting__unit",
    "meetings.signature": "meeting__unit",
    "meetings.addendum": "meeting__unit",
    "meetings.speakingview": "unit",
    "review.rating": "unit",
    "recognition.bookentry": "unit",
    "recognition.award": "unit",
    "recognition.drive": "unit",
    "recognition.goodpractice": "unit",
    "recognition.practiceyear": "practice__unit",
    "oversight.servicemonth": "unit",
    "oversight.feedbackmonth": "unit",
    "oversight.disciplinereturn": "unit",
    "oversight.inspection": "unit",
    "portal.article": "unit",
    "exchange.rosterimport": "unit",
}
"""How each kind of record that acts are about leads to the unit whose register holds it."""


@dataclass(frozen=True)
class Line:
    """One entry as a person reads it. The record is named by its kind and number, never by its content."""

    sequence: int
    at: datetime
    who: str
    on_behalf_of: str
    deed: str
    record: str
    url: str


def has_this_cell_alone(unit: Unit) -> bool:
    """Whether everything on this machine is this one cell's."""
    return list(Unit.objects.filter(level__in=CELLS).values_list("pk", flat=True)[:2]) == [unit.pk]


def entries_about(unit: Unit) -> QuerySet[Entry]:
    """Entries about the records that stand in the unit's registers today, newest first."""
    about = Q()
    for label, path in PATHS.items():
        own = apps.get_model(label)._default_manager.filter(**{path: unit.pk})
        reference = Concat(Value(f"{label}:"), Cast("pk", CharField()), output_field=CharField())
        about |= Q(subject__in=own.order_by().values_list(reference))
    return Entry.objects.filter(about).order_by("-sequence")


def lines_of(entries: Sequence[Entry], unit: Unit | None) -> list[Line]:
    names = names_behind(reference for entry in entries for reference in (entry.actor, entry.on_behalf_of))
    urls = pages_of({entry.subject for entry in entries}, unit)
    return [
        Line(
            sequence=entry.sequence,
            at=entry.at,
            who=names.get(entry.actor, entry.actor),
            on_behalf_of=names.get(entry.on_behalf_of, entry.on_behalf_of),
            deed=said(entry.act),
            record=label_of(entry.subject),
            url=urls.get(entry.subject, ""),
        )
        for entry in entries
    ]


def names_behind(references: Iterable[str]) -> dict[str, str]:
    """Who the references mean: people by name, all in one query; the machine's operator in words."""
    keys = {key for label, key in map(parted, references) if label == "organisation.person" and key}
    people = {person.reference: person.name for person in Person.objects.filter(pk__in=keys)}
    return {Operator().reference: _("người quản trị máy")} | people


def pages_of(references: Iterable[str], unit: Unit | None) -> dict[str, str]:
    """The address of each record that has a page of its own and stands in this unit's registers; a query a kind."""
    kinds: dict[str, set[int]] = defaultdict(set)
    if unit is None:
        return {}
    for label, key in map(parted, references):
        if label in PATHS and key is not None and hasattr(apps.get_model(label), "get_absolute_url"):
            kinds[label].add(key)
    found = {}
    for label, keys in kinds.items():
        records = apps.get_model(label)._default_manager.filter(pk__in=keys, **{PATHS[label]: unit.pk})
        # What an address is made of lies behind foreign keys: the unit's code, the meeting of a decision.
        for record in records.select_related():
            found[f"{label}:{record.pk}"] = record.get_absolute_url()
    return found


def label_of(reference: str) -> str:
    """Such as "lượt ghi Sổ 7"; a kind that no longer exists keeps its reference."""
    label, key = parted(reference)
    return f"{apps.get_model(label)._meta.verbose_name} {key}" if label in PATHS else reference


def parted(reference: str) -> tuple[str, int | None]:
    """The parts of "recognition.bookentry:7": its kind and its key; no key where there is no number."""
    label, _colon, key = reference.partition(":")
    return label, int(key) if key.isascii() and key.isdigit() else None
