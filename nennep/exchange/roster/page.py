"""A preview as the page shows it: questions with their inputs, columns with their choices, people by what would change."""

from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import CHOSEN_FROM
from nennep.exchange.roster.fields import Aside, Field
from nennep.exchange.roster.findings import Finding
from nennep.exchange.roster.headings import Column, Table
from nennep.exchange.roster.matching import Change, in_words
from nennep.exchange.roster.preview import Preview
from nennep.exchange.roster.rows import Row
from nennep.organisation.models import Person, Standing

SHOWN = 200
"""People and lines of a kind that one page shows; of more it says how many."""
COLUMNS_SHOWN = 40

Options = list[tuple[str, str]]


@dataclass(frozen=True)
class Question:
    """One input: where, about whom, what is wrong, and what to choose from where typing is not needed."""

    name: str
    label: str
    where: str
    who: str
    what: str
    remedy: str
    hint: str
    value: str
    options: Options = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        return bool(self.what)


@dataclass(frozen=True)
class ColumnChoice:
    """One column and what it is taken for."""

    name: str
    letter: str
    heading: str
    chosen: str
    note: str


@dataclass(frozen=True)
class SheetChoice:
    """One sheet with a list in it."""

    name: str
    title: str
    taken: bool
    columns: list[ColumnChoice]
    more: int


@dataclass(frozen=True)
class Some:
    """The first of many, and how many more there are."""

    shown: list[Change]
    more: int


def questions(preview: Preview) -> list[Question]:
    """What is still to be answered, in the order of the file."""
    names = {(row.table, row.number): row.name for row in preview.rows}
    return [asked(finding, names.get((finding.table, finding.row), "")) for finding in preview.askable]


def asked(finding: Finding, who: str) -> Question:
    chosen = finding.about in CHOSEN_FROM or finding.about is None
    return Question(
        name=finding.name,
        label=finding.label,
        where=finding.where,
        who=who,
        what=finding.what,
        remedy=finding.remedy,
        hint=finding.hint,
        value="" if chosen else finding.typed,
        options=finding.choices or options_of(finding.about),
    )


def options_of(about: Field | None) -> Options:
    if about is Field.SEX:
        return [(str(sex.value), str(sex.label)) for sex in Person.Sex]
    if about is Field.STANDING:
        return [(str(standing.value), str(standing.label)) for standing in Standing]
    return []


def answered(preview: Preview) -> list[Question]:
    """What was mended on the page before: it stays there, so that it can be changed again."""
    open_names = {finding.name for finding in preview.askable}
    rows = {(row.table, row.number): row for row in preview.read.rows}
    said: list[tuple[tuple[int, int], Field | None, str]] = [
        *(((table, number), about, value) for (table, number, about), value in preview.answers.cells.items()),
        *((place, None, value) for place, value in preview.answers.people.items()),
    ]
    found = [mended(rows[place], about, value, preview) for place, about, value in said if place in rows]
    return [question for question in found if question.name not in open_names]


def mended(row: Row, about: Field | None, value: str, preview: Preview) -> Question:
    address = row.addresses.get(about, "") if about is not None else ""
    finding = Finding(row.table, row.sheet, row.number, about, address, "")
    return Question(
        name=finding.name,
        label=finding.label,
        where=finding.where,
        who=row.name,
        what="",
        remedy="",
        hint="",
        value=value,
        options=[(value, in_words(value, preview.known))] if about is None else options_of(about),
    )


def sheets(preview: Preview) -> list[SheetChoice]:
    return [
        SheetChoice(
            name=f"bo-{table.number}",
            title=table.name,
            taken=table.taken,
            columns=[column_choice(table, column) for column in table.columns[:COLUMNS_SHOWN]],
            more=max(len(table.columns) - COLUMNS_SHOWN, 0),
        )
        for table in preview.tables
    ]


def column_choice(table: Table, column: Column) -> ColumnChoice:
    note = ""
    if column.chosen is None and isinstance(column.read_as, Aside):
        note = str(column.read_as.label)
    elif column.chosen is None:
        note = _("không lấy")
    return ColumnChoice(
        name=f"cot-{table.number}-{column.letter}",
        letter=column.letter,
        heading=column.heading,
        chosen=column.chosen.value if column.chosen else "",
        note=note,
    )


def first(changes: list[Change]) -> Some:
    return Some(list(islice(changes, SHOWN)), max(len(changes) - SHOWN, 0))


def context(preview: Preview) -> dict[str, object]:
    """Everything that the template names."""
    asking, before = questions(preview), answered(preview)
    names = {question.name for question in (*asking, *before)}
    return {
        "preview": preview,
        "questions": asking,
        "more_questions": len(preview.findings) - len(asking),
        "answered": before,
        "kept": list(preview.answers.kept(names)),
        "sheets": sheets(preview),
        "fields": Field.choices,
        "standings": Standing.choices,
        "added": first(preview.added),
        "corrected": first(preview.corrected),
        "warnings": preview.warnings[:SHOWN],
        "more_warnings": max(len(preview.warnings) - SHOWN, 0),
        "skipped": preview.read.skipped[:SHOWN],
        "absent": preview.absent[:SHOWN],
        "more_absent": max(len(preview.absent) - SHOWN, 0),
    }
