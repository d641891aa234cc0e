"""What is wrong with a workbook, said so that its owner can mend it: where, what, how."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to mend (or, where `blocks` is false, to look at). `cell` is empty when it is about a whole sheet."""

    sheet: str
    cell: str
    what: str
    remedy: str = ""
    blocks: bool = True

    def __str__(self) -> str:
        where = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return " ".join(part for part in (f"{where}:" if where else "", self.what, self.remedy) if part)


class CellError(Exception):
    """A cell's value cannot be used: what is wrong and how to mend it, in Vietnamese."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class WorkbookRefused(Exception):
    """The workbook was not imported and nothing has changed; `problems` says why, cell by cell."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems[:5]))
        self.problems = problems
