"""The rows of a list as people: what each cell says, what cannot be read, and which rows are no person at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import Answers
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.findings import Finding
from nennep.exchange.roster.grid import GridCell
from nennep.exchange.roster.headings import Column, Table, text_of
from nennep.exchange.roster.people import read_person
from nennep.exchange.roster.rows import Row
from nennep.exchange.roster.values import standing_of_group
from nennep.vietnamese.folding import fold

_FOOTER = re.compile(
    r"(tong (cong|so)|cong( cong)?(:| [0-9]|$)|danh sach (nay|co|gom|tren)|an dinh|nguoi (lap|ky|viet)|t/?m\b|tm[ .]"
    r"|xac nhan|noi nhan|thu truong|(pho )?bi thu( chi bo)?$|ky( ten)?( va| ,|$)|.{0,30}\bngay .{0,8}thang .{0,8}nam)"
)
_ROMAN = re.compile(r"[IVX]{1,5}[.)/-]?")
_NUMBERING = re.compile(r"\(?\s*([0-9]{1,2}|[a-zA-Z])\s*\)?")


@dataclass
class Skipped:
    """A row that was not taken for a person, so that nothing is lost unseen."""

    sheet: str
    number: int
    text: str


@dataclass
class Read:
    """What a file says: its lists, the people in them, and the rows that are none."""

    tables: list[Table]
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def read_tables(tables: list[Table], answers: Answers, today: date) -> Read:
    """Read every list that was not left out, as the answers correct it."""
    read = Read(tables)
    for table in tables:
        table.taken = table.number not in answers.skipped
        table.rechosen(answers.columns.get(table.number, {}))
        if table.taken:
            read_table(table, answers, today, read)
    return read


def read_table(table: Table, answers: Answers, today: date, read: Read) -> None:
    group = standing_of_group(table.name)
    below = False
    for index in range(table.begins, len(table.grid.rows)):
        cells, number = table.grid.rows[index], index + 1
        own = [cell for cell in cells if not cell.empty and not cell.shared]
        if not own or is_repeated_heading(table, cells) or is_numbering(own):
            below = below and not is_repeated_heading(table, cells)
            continue
        texts = [text_of(cell, table.hint) for cell in own]
        if is_footer(table, cells, texts[0]):
            below = True
            read.skipped.append(Skipped(table.name, number, " · ".join(texts)))
        elif is_person(table, cells, below):
            read.rows.append(read_person(table, number, cells, group, answers, today))
        else:
            group = standing_of_group(" ".join(texts))
            read.skipped.append(Skipped(table.name, number, " · ".join(texts)))
    read.notes.extend(swapped_days(table))


def is_footer(table: Table, cells: list[GridCell], first: str) -> bool:
    """A total or the place for signatures; "Bí thư" in the first column of somebody's row is an office."""
    if has_ordinal(table, cells):
        return False
    names = [text_of(cells[column.index], table.hint) for column in name_columns(table)]
    if any(_FOOTER.match(fold(name)) for name in names if name):
        return True
    filled = sum(1 for column in table.columns if column.chosen is not None and not cells[column.index].empty)
    return bool(_FOOTER.match(fold(first))) and not (any(names) and filled > 2)


def is_repeated_heading(table: Table, cells: list[GridCell]) -> bool:
    """The headings again, as at the top of each printed page."""
    texts = [text_of(cell, table.hint).casefold() for cell in cells]
    for line in table.headings:
        same = [text for text, heading in zip(texts, line, strict=False) if text and text == heading.casefold()]
        if len(same) > 1 and len(same) * 2 > sum(map(bool, texts)):
            return True
    return False


def is_numbering(own: list[GridCell]) -> bool:
    """The line (1) (2) (3) … or A B 1 2 … under the headings."""
    return len(own) > 1 and all(_NUMBERING.fullmatch(str(cell.value).strip()) for cell in own)


def is_person(table: Table, cells: list[GridCell], below: bool) -> bool:
    """A row is a person when it has a name of its own and anything beside it; below the last line, when it is numbered."""
    names = [cells[column.index] for column in name_columns(table)]
    others = [
        column
        for column in table.columns
        if column.chosen is not None and column not in name_columns(table) and not cells[column.index].empty
    ]
    beside = [column for column in others if not cells[column.index].shared]
    if any(cell.shared == "above" and not cell.empty for cell in names):
        return False  # the second line of somebody whose name is merged over two
    if any(cell.shared == "left" and not cell.empty for cell in names[:1]):
        return False  # a title across the table
    numbered = has_ordinal(table, cells)
    if not numbered and is_group_line(table, cells, names):
        return False
    if all(cell.empty for cell in names):
        return numbered and len(beside) > 1
    if below:
        return numbered and bool(others) if table.ordinal else len(beside) > 1
    return numbered or bool(beside)


def is_group_line(table: Table, cells: list[GridCell], names: list[GridCell]) -> bool:
    """ "II. Đảng viên dự bị: 3 người": a standing where the name would be, or a Roman number before it."""
    name = " ".join(text_of(cell, table.hint) for cell in names)
    roman = table.ordinal is not None and _ROMAN.fullmatch(text_of(cells[table.ordinal.index], table.hint))
    return bool(roman) or standing_of_group(name) is not None


def name_columns(table: Table) -> list[Column]:
    return [column for column in table.columns if column.chosen in (Field.NAME, Field.FAMILY, Field.GIVEN)]


def has_ordinal(table: Table, cells: list[GridCell]) -> bool:
    if table.ordinal is None:
        return False
    cell = cells[table.ordinal.index]
    return cell.unsolved or bool(re.fullmatch(r"\d{1,5}[.)]?", str(cell.value).strip().removesuffix(".0")))


def swapped_days(table: Table) -> Iterator[Finding]:
    """Excel set to month-first turns 05/3 into 3 May and leaves 25/3 as text; then every real date has a day up to 12."""
    for column in table.columns:
        if column.chosen not in (Field.BORN, Field.ADMITTED, Field.OFFICIAL, Field.JOINED, Field.OFFICE_SINCE):
            continue
        cells = [row[column.index] for row in table.grid.rows[table.begins :]]
        real = [cell.value for cell in cells if isinstance(cell.value, date)]
        typed = [
            re.match(r"\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{2,4}", cell.value)
            for cell in cells
            if isinstance(cell.value, str)
        ]
        late = [match for match in typed if match and int(match[1]) > 12]
        if len(real) > 1 and late and all(day.day <= 12 for day in real):
            yield Finding(
                table.number,
                table.name,
                0,
                column.chosen,
                f"{column.letter}{table.begins + 1}",
                _("Có thể Excel đã đảo ngày và tháng ở cột “%(heading)s”.") % {"heading": column.heading},
                _("Xem lại vài người có ngày từ 01 đến 12."),
                blocks=False,
            )
