"""Where a list begins in a sheet, and what its columns hold: under any titles, over one row of headings or several."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from nennep.exchange.roster.fields import Aside, Field, meaning_of
from nennep.exchange.roster.grid import Grid, GridCell
from nennep.exchange.workbook.columns import tidy
from nennep.vietnamese.legacy import Encoding, from_legacy, prevailing
from nennep.vietnamese.syllables import is_vietnamese

SEARCHED = 30
MAX_HEADING_ROWS = 3
# Not the soft hyphen: it is a letter of TCVN3.
INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF])
NAMES = {Field.NAME, Field.FAMILY, Field.GIVEN}


@dataclass(frozen=True)
class Column:
    """A column as it was found. `read_as` is what its heading says; `chosen` what the reader made of it, None when left out."""

    index: int
    heading: str
    read_as: Field | Aside
    chosen: Field | None

    @property
    def letter(self) -> str:
        return get_column_letter(self.index + 1)


@dataclass
class Table:
    """One sheet's list: its columns and where its first person may stand (`begins` counts rows from 0)."""

    number: int
    grid: Grid
    begins: int
    columns: list[Column]
    hint: Encoding | None = None
    taken: bool = True
    headings: list[list[str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.grid.name

    def column(self, wanted: Field) -> Column | None:
        return next((column for column in self.columns if column.chosen is wanted), None)

    @property
    def ordinal(self) -> Column | None:
        return next((column for column in self.columns if column.read_as is Aside.ORDINAL), None)

    def rechosen(self, chosen: dict[str, Field | None]) -> None:
        """Take the columns as the reader says, by letter. A column chosen for something takes it from the one that was."""
        read = {column.letter: column.chosen for column in self.columns}
        chosen = {letter: said for letter, said in chosen.items() if letter in read and said is not read[letter]}
        wanted = {said for said in chosen.values() if said is not None}
        columns = [
            replace(column, chosen=chosen[column.letter])
            if column.letter in chosen
            else replace(column, chosen=None if column.chosen in wanted else column.chosen)
            for column in self.columns
        ]
        self.columns = list(each_once(columns))


def find_tables(grids: list[Grid]) -> list[Table]:
    """The lists of all sheets that hold one."""
    found = (find_table(number, grid) for number, grid in enumerate(grids))
    return [table for table in found if table is not None]


def find_table(number: int, grid: Grid) -> Table | None:
    """The list of a sheet: below the first row with a column of names and at least one more known column."""
    hint = prevailing(str(cell.value) for row in grid.rows for cell in row if isinstance(cell.value, str))
    for index, row in enumerate(grid.rows[:SEARCHED]):
        texts = [text_of(cell, hint) for cell in row]
        meanings = {meaning_of(text) for text in texts if text} - {Aside.UNKNOWN, Aside.NOTE}
        if meanings & NAMES and len(meanings) > 1:
            lines = [texts, *more_headings(grid, index, texts, hint)]
            begins = index + len(lines)
            return Table(number, grid, begins, columns_of(grid, index, lines, begins), hint, headings=lines)
    return None


def text_of(cell: GridCell, hint: Encoding | None) -> str:
    """The cell's text in Unicode, its lines joined, without the invisible characters that copying from a page leaves."""
    if not isinstance(cell.value, str):
        return "" if cell.value is None else str(cell.value)
    return " ".join(tidy(from_legacy(cell.value.translate(INVISIBLE), cell.encoding or hint)).split())


def more_headings(grid: Grid, index: int, above: list[str], hint: Encoding | None) -> Iterator[list[str]]:
    """Rows of headings below the first: under "Ngày vào Đảng" stand "Dự bị" and "Chính thức"."""
    names = [i for i, text in enumerate(above) if meaning_of(text) in NAMES]
    for row in grid.rows[index + 1 : index + MAX_HEADING_ROWS]:
        texts = [text_of(cell, hint) for cell in row]
        under_names = all(row[i].empty or row[i].shared == "above" or meaning_of(texts[i]) in NAMES for i in names)
        own = [
            meaning_of(joined(upper, text))
            for upper, text, cell in zip(above, texts, row, strict=True)
            if text and cell.shared != "above"
        ]
        if not under_names or not own or all(isinstance(meaning, Aside) for meaning in own):
            return
        yield texts
        above = [joined(upper, text) for upper, text in zip(above, texts, strict=True)]


def joined(above: str, below: str) -> str:
    return above if not below or below == above else f"{above} {below}".strip()


def columns_of(grid: Grid, index: int, lines: list[list[str]], begins: int) -> list[Column]:
    columns = []
    for i in range(len(lines[0])):
        parts = [line[i] for line in lines]
        heading = ""
        meaning: Field | Aside = Aside.UNKNOWN
        for part in parts:
            heading = joined(heading, part)
        # The words of both rows say it best; else the lower row does, else the upper.
        for said in (heading, *reversed(parts)):
            meaning = meaning_of(said)
            if meaning is not Aside.UNKNOWN:
                break
        if heading or any(not row[i].empty for row in grid.rows[begins:]):
            columns.append(Column(i, heading, meaning, meaning if isinstance(meaning, Field) else None))
    return list(each_once(names_in_two_columns(grid, index, columns, begins)))


def names_in_two_columns(grid: Grid, index: int, columns: list[Column], begins: int) -> list[Column]:
    """One heading "Họ và tên" over two columns: family and middle name in the one, the given name in the next."""
    for position, column in enumerate(columns[:-1]):
        after = columns[position + 1]
        if column.read_as is not Field.NAME or after.index != column.index + 1:
            continue
        under_one_heading = after.read_as is Field.NAME and grid.rows[index][after.index].shared == "left"
        no_heading = not after.heading and holds_given_names(grid, after.index, begins)
        if under_one_heading or no_heading:
            two = [
                replace(column, read_as=Field.FAMILY, chosen=Field.FAMILY),
                replace(after, read_as=Field.GIVEN, chosen=Field.GIVEN),
            ]
            return [*columns[:position], *two, *columns[position + 2 :]]
    return columns


def holds_given_names(grid: Grid, index: int, begins: int) -> bool:
    """Single Vietnamese words, one beside nearly every name."""
    words = [text_of(row[index], None) for row in grid.rows[begins:] if not row[index].empty]
    filled = sum(1 for row in grid.rows[begins:] if not row[index - 1].empty)
    given = sum(1 for word in words if is_vietnamese(word) or is_vietnamese(from_legacy(word)))
    return bool(words) and given * 2 > filled


def each_once(columns: list[Column]) -> Iterator[Column]:
    """The first of two columns that say the same is taken."""
    seen: set[Field] = set()
    for column in columns:
        if column.chosen in seen:
            yield replace(column, chosen=None)
        else:
            yield column
        if column.chosen is not None:
            seen.add(column.chosen)
