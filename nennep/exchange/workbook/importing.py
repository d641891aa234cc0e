"""Import a workbook: check everything, say everything that is wrong, then commit all of it or nothing.

Two passes. The first reads cells into rows and checks each on its own and against the others; the second turns each
row into the verb it stands for, inside one transaction. A problem in either leaves the database as it was.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from nennep.exchange.workbook.book import Book, name_of, split_reference, unknown_document, unknown_person
from nennep.exchange.workbook.columns import Column
from nennep.exchange.workbook.opening import Cell, SheetCells, open_workbook
from nennep.exchange.workbook.problems import CellError, Problem, WorkbookRefused
from nennep.exchange.workbook.registers import REGISTERS
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.organisation.access import Doer, NotAllowed
from nennep.organisation.models import Unit

SHEETS = {sheet.name: sheet for sheet in REGISTERS}


@dataclass
class Imported:
    """What an import came to: for each sheet how many rows were added, corrected or already there; and warnings."""

    unit: Unit
    outcomes: dict[str, dict[Outcome, int]] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)

    def total(self, outcome: Outcome) -> int:
        return sum(counts.get(outcome, 0) for counts in self.outcomes.values())

    @property
    def changed(self) -> int:
        return self.total(Outcome.ADDED) + self.total(Outcome.CORRECTED)


class _Preview(Exception):
    """Ends a dry run: everything was tried, and is taken back."""


def import_workbook(source: Path | bytes, *, unit_code: str, by: Doer, at: datetime, dry_run: bool = False) -> Imported:
    """Enter a workbook's records for one unit, or nothing of it.

    With `dry_run` everything is tried and taken back. Raises WorkbookRefused with all problems found.
    """
    tables = read_tables(open_workbook(source), unit_code)
    book = Book(unit_code, by, at)
    counts: dict[str, dict[Outcome, int]] = {}
    problems: list[Problem] = []
    try:
        with transaction.atomic():
            for sheet, rows in tables:
                counts[sheet.name] = enter(sheet, rows, book, problems)
                if problems and sheet.name == "Đơn vị":
                    break  # without its unit every other row would be refused too, and hide the one thing to mend
            if problems:
                raise WorkbookRefused(problems)
            result = Imported(book.unit, counts, book.warnings)
            if dry_run:
                raise _Preview
    except CellError as error:
        raise WorkbookRefused([Problem("Đơn vị", "", error.what, error.remedy)]) from error
    except _Preview:
        pass
    return result


def enter(sheet: Sheet, rows: list[Row], book: Book, problems: list[Problem]) -> dict[Outcome, int]:
    """Turn each row into its verb; what the verb refuses becomes a problem of that row."""
    counts: dict[Outcome, int] = {}
    for row in rows:
        try:
            with transaction.atomic():
                outcome = sheet.put(row, book)
        except CellError as error:
            problems.append(Problem(sheet.name, row.cell(sheet.key[0]), error.what, error.remedy))
        except NotAllowed as error:
            problems.append(Problem(sheet.name, row.cell(sheet.key[0]), str(error)))
        except ValidationError as error:
            problems.append(Problem(sheet.name, row.cell(sheet.key[0]), " ".join(error.messages)))
        except IntegrityError as error:
            problems.append(
                Problem(
                    sheet.name,
                    row.cell(sheet.key[0]),
                    _("Cơ sở dữ liệu không nhận dòng này (%(error)s).") % {"error": error},
                    _("Xem lại ngày, số và các ô bắt buộc của dòng."),
                )
            )
        else:
            counts[outcome] = counts.get(outcome, 0) + 1
    return counts


def read_tables(sheets: list[SheetCells], unit_code: str) -> list[tuple[Sheet, list[Row]]]:
    """First pass: every row of every known sheet as values. Raises WorkbookRefused listing all that is wrong."""
    problems: list[Problem] = []
    found: dict[str, list[Row]] = {}
    names = [cells.name for cells in sheets]
    for cells in sheets:
        sheet = SHEETS.get(cells.name.strip())
        if sheet is None:
            problems.append(unknown_sheet(cells.name, names))
        else:
            found[sheet.name] = list(read_sheet(sheet, cells, problems))
    if not found:
        problems.append(Problem("", "", _("Không thấy sheet nào của sổ."), _("Dùng tệp mẫu của chương trình.")))
    problems.extend(repeated_rows(found))
    problems.extend(repeated_people(found.get("Con người", [])))
    problems.extend(dangling(found, unit_code, unreadable_registers(found, problems)))
    if any(problem.blocks for problem in problems):
        raise WorkbookRefused(problems)
    return [(sheet, found[sheet.name]) for sheet in REGISTERS if sheet.name in found]


def unknown_sheet(name: str, present: list[str]) -> Problem:
    near = difflib.get_close_matches(name, [n for n in SHEETS if n not in present], n=1, cutoff=0.5)
    remedy = _("Đổi tên sheet thành “%(name)s”.") % {"name": near[0]} if near else _("Bỏ sheet này khỏi tệp.")
    return Problem(name, "", _("Sổ không có sheet tên này."), remedy)


def read_sheet(sheet: Sheet, cells: SheetCells, problems: list[Problem]) -> Iterator[Row]:
    before = len(problems)
    problems.extend(heading_problems(sheet, cells))
    for area in cells.merged:
        problems.append(Problem(sheet.name, area, _("Các ô bị gộp."), _("Bỏ gộp ô, mỗi ô ghi một giá trị.")))
    for address in cells.strays:
        problems.append(
            Problem(sheet.name, address, _("Có chữ nằm ngoài các cột."), _("Xóa ô này hoặc thêm vào cột Ghi chú."))
        )
    if len(problems) > before:
        return
    layout = [sheet.by_heading[str(cell.value).strip()] for cell in cells.headings]
    for number, line in cells.rows:
        values: dict[str, Any] = {}
        addresses: dict[str, str] = {}
        for column, cell in zip(layout, line, strict=True):
            addresses[column.name] = cell.address
            values[column.name] = read_cell(sheet, column, cell, problems)
        for column in sheet.columns:
            values.setdefault(column.name, column.empty)
        yield Row(sheet.name, number, values, addresses)


BROKEN = object()


def read_cell(sheet: Sheet, column: Column, cell: Cell, problems: list[Problem]) -> Any:
    """The cell's value as its column reads it; a cell that cannot be read is noted and marked broken."""
    if cell.empty:
        if column.required:
            problems.append(
                Problem(
                    sheet.name,
                    cell.address,
                    _("Ô “%(heading)s” còn trống.") % {"heading": column.heading},
                    _("Ghi vào ô này."),
                )
            )
            return BROKEN
        return column.empty
    if cell.formula:
        problems.append(
            Problem(sheet.name, cell.address, _("Ô này là công thức."), _("Chép rồi dán lại dưới dạng giá trị."))
        )
        return BROKEN
    try:
        return column.read(cell.value)
    except CellError as error:
        problems.append(Problem(sheet.name, cell.address, error.what, error.remedy))
        return BROKEN


def heading_problems(sheet: Sheet, cells: SheetCells) -> Iterator[Problem]:
    present = [str(cell.value or "").strip() for cell in cells.headings]
    for cell, heading in zip(cells.headings, present, strict=True):
        if heading not in sheet.by_heading:
            near = difflib.get_close_matches(heading, [h for h in sheet.by_heading if h not in present], n=1)
            remedy = _("Đổi thành “%(name)s”.") % {"name": near[0]} if near else _("Bỏ cột này.")
            yield Problem(sheet.name, cell.address, _("Không có cột “%(heading)s”.") % {"heading": heading}, remedy)
        elif present.count(heading) > 1:
            yield Problem(
                sheet.name, cell.address, _("Cột “%(heading)s” có hai lần.") % {"heading": heading}, _("Bỏ một cột.")
            )
    for column in sheet.columns:
        if column.required and column.heading not in present:
            yield Problem(
                sheet.name,
                "",
                _("Thiếu cột “%(heading)s”.") % {"heading": column.heading},
                _("Thêm cột ấy vào dòng tiêu đề."),
            )


def repeated_rows(found: dict[str, list[Row]]) -> Iterator[Problem]:
    for name, rows in found.items():
        seen: dict[tuple[Any, ...], int] = {}
        for row in rows:
            key = tuple(comparable(row.values[part]) for part in SHEETS[name].key)
            if BROKEN in key:
                continue
            if key in seen:
                yield Problem(
                    name,
                    row.cell(SHEETS[name].key[0]),
                    _("Trùng với dòng %(n)d.") % {"n": seen[key]},
                    _("Bỏ một trong hai dòng."),
                )
            seen.setdefault(key, row.number)


def comparable(value: Any) -> Any:
    return name_of(value) if isinstance(value, str) else value


def repeated_people(rows: list[Row]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for row in rows:
        if row.name is BROKEN:
            continue
        key = name_of(row.name)
        if key in seen:
            yield Problem(
                row.sheet,
                row.cell("name"),
                _("%(name)s đã có ở dòng %(n)d.") % {"name": row.name, "n": seen[key]},
                _("Bỏ một dòng; nếu là hai người trùng tên thì thêm chữ phân biệt, như “%(name)s B”.")
                % {"name": row.name},
            )
        seen.setdefault(key, row.number)


def unreadable_registers(found: dict[str, list[Row]], problems: list[Problem]) -> set[str]:
    """Registers that could not be read whole, or that may stand under a misspelt sheet name.

    What they hold is not known, so no other register can be blamed for naming something that is not in them.
    """
    named = {problem.sheet for problem in problems}
    missing = {name for name in SHEETS if name not in found} if named - SHEETS.keys() else set()
    return named & SHEETS.keys() | missing


def dangling(found: dict[str, list[Row]], unit_code: str, unreadable: set[str]) -> Iterator[Problem]:
    """Names of people and documents that no register knows."""
    unit = Unit.objects.filter(code=unit_code).first()
    declared = [row.code for row in found.get("Đơn vị", []) if row.code is not BROKEN]
    if unit is None and unit_code not in declared:
        yield Problem("Đơn vị", "", _("Không có đơn vị mã %(code)s.") % {"code": unit_code}, _("Xem lại mã đơn vị."))
        return
    people = {name_of(row.name) for row in readable(found, "Con người", "name")}
    documents = {f"{row.values['number']:02d}-{row.symbol}" for row in readable(found, "Văn bản", "number", "symbol")}
    if unit is not None:
        stored = Book(unit_code, None, None)  # type: ignore[arg-type]  # only read from
        people |= set(stored.people)
        documents |= set(stored.documents)
    for name, rows in found.items():
        for column in SHEETS[name].columns:
            register = {"people": "Con người", "documents": "Văn bản"}.get(column.refers)
            if register is None or register in unreadable:
                continue
            for row in rows:
                for named in named_in(row.values[column.name]):
                    try:
                        if column.refers == "people" and name_of(named) not in people:
                            raise unknown_person(named)
                        if column.refers == "documents" and split_reference(named)[0] not in documents:
                            raise unknown_document(named)
                    except CellError as error:
                        yield Problem(name, row.cell(column.name), error.what, error.remedy)


def readable(found: dict[str, list[Row]], register: str, *names: str) -> Iterator[Row]:
    """The rows of a register whose named values (all, when none is named) could be read."""
    for row in found.get(register, []):
        if all(row.values[name] is not BROKEN for name in names or row.values):
            yield row


def named_in(value: Any) -> list[str]:
    """The names a cell holds, whether one, several, or each with a note."""
    if value is BROKEN or not value or isinstance(value, date):
        return []
    if isinstance(value, str):
        return [value]
    return [item if isinstance(item, str) else item[0] for item in value]
