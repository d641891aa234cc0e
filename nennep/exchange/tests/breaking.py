"""How a test breaks a workbook: one edit, and where and how the refusal must speak of it."""

from dataclasses import dataclass
from typing import Any

import pytest

from nennep.exchange.tests.workbooks import address, all_rows, cell, content_of, enter, small_book
from nennep.exchange.workbook.problems import Problem, WorkbookRefused


@dataclass(frozen=True)
class Broken:
    """One edit; where the problem must be named (`heading` empty: the whole sheet) and what must be said."""

    edit: Any
    sheet: str
    heading: str
    says: str
    row: int = 2
    remedy: str = ""
    at: str = ""
    """The address of the problem, where it is no single cell under a heading."""
    alone: bool = True
    """Whether this one edit makes one problem; a name that other rows use makes more."""


def put(sheet: str, heading: str, value: Any, row: int = 2):
    def edit(book):
        cell(book, sheet, heading, row).value = value

    return edit


def cell_says(sheet: str, heading: str, value: Any, says: str, *, row: int = 2, remedy: str = "") -> Broken:
    """The commonest: a value in a cell that cannot be."""
    return Broken(put(sheet, heading, value, row), sheet, heading, says, row, remedy)


def rename(sheet: str, title: str):
    return lambda book: setattr(book[sheet], "title", title)


def retitle(sheet: str, heading: str, text: str):
    return lambda book: setattr(cell(book, sheet, heading, 1), "value", text)


def take_out(sheet: str, heading: str):
    return lambda book: book[sheet].delete_cols(cell(book, sheet, heading, 1).column)


def both(*edits):
    return lambda book: [edit(book) for edit in edits]


def same_as_above(sheet: str, *headings: str, row: int = 3):
    def edit(book):
        for heading in headings:
            cell(book, sheet, heading, row).value = cell(book, sheet, heading, row - 1).value

    return edit


def append(sheet: str, *values):
    return lambda book: book[sheet].append(values)


def refusal(content: bytes, **more) -> list[Problem]:
    """What the refusal of a workbook says, after seeing that it left no trace in any table."""
    before = all_rows()
    with pytest.raises(WorkbookRefused) as refused:
        enter(content, **more)
    assert all_rows() == before
    return refused.value.problems


def refused_as(broken: Broken) -> None:
    """See that the small workbook with this one edit is refused where and how it should be."""
    book = small_book()
    where = address(book, broken.sheet, broken.heading, broken.row) if broken.heading else broken.at
    broken.edit(book)
    problems = refusal(content_of(book))
    found = [problem for problem in problems if (problem.sheet, problem.cell) == (broken.sheet, where)]
    assert any(broken.says in problem.what and broken.remedy in problem.remedy for problem in found), problems
    assert all(problem.blocks for problem in problems)
    assert (len(problems) == 1) is broken.alone, problems
