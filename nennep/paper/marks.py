"""The numbers of a document's figures, computed here once for every writer, and the page of sources they point to."""

from collections.abc import Iterator
from dataclasses import dataclass

from nennep.paper.blocks import (
    Block,
    Document,
    Figure,
    FigureSource,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Mark,
    PageBreak,
    Paragraph,
    Sources,
    Table,
    Text,
)
from nennep.vietnamese.numbers import decimal


@dataclass(frozen=True)
class Marks:
    """Which number each figure of one document carries, and whether the copy shows it."""

    numbers: dict[tuple[str, str], int]
    printed: int
    """How many of them are marked on paper; the numbers above it belong to figures that only the screen opens."""
    shown: bool

    def of(self, figure: Figure | FigureSource) -> int:
        """The running number of a figure, from 1, in the order in which (code, evidence) first appears."""
        return self.numbers[figure.code, figure.evidence]

    def shows(self, figure: Figure) -> bool:
        """Whether this copy prints [n] beside the figure."""
        return self.shown and figure.marked


@dataclass(frozen=True)
class SourceRow:
    """One line of the page of sources: the mark, the texts it was printed as, and what stands behind it."""

    mark: int
    printed: tuple[str, ...]
    source: FigureSource


def marks_of(document: Document) -> Marks:
    """Number the figures of a document."""
    numbers: dict[tuple[str, str], int] = {}
    figures = list(figures_of(document))
    for figure in figures:
        if figure.marked:
            numbers.setdefault((figure.code, figure.evidence), len(numbers) + 1)
    printed = len(numbers)
    for figure in figures:
        numbers.setdefault((figure.code, figure.evidence), len(numbers) + 1)
    return Marks(numbers, printed, shown=any(isinstance(block, Sources) for block in document.blocks))


def figures_of(document: Document) -> Iterator[Figure]:
    """Every figure of a document, in the order of reading."""
    for block in document.blocks:
        for inline in _inlines(block):
            if isinstance(inline, Figure):
                yield inline


def source_rows(document: Document) -> tuple[SourceRow, ...]:
    """The sources of a document's figures in the order of their marks; a figure nobody described says so."""
    numbers = marks_of(document).numbers
    described = {(source.code, source.evidence): source for source in document.sources}
    printed: dict[tuple[str, str], dict[str, None]] = {}
    for figure in figures_of(document):
        printed.setdefault((figure.code, figure.evidence), {})[figure.text] = None
    return tuple(
        SourceRow(
            mark=mark,
            printed=tuple(printed[key]),
            source=described.get(key) or FigureSource(*key, name="chưa mô tả", question=""),
        )
        for key, mark in numbers.items()
    )


def printed_blocks(document: Document) -> Iterator[Block]:
    """The blocks as they are printed: the page of sources written out where it stands."""
    for block in document.blocks:
        if isinstance(block, Sources):
            yield from _page_of_sources(document, block)
        else:
            yield block


def _page_of_sources(document: Document, block: Sources) -> Iterator[Block]:
    rows = source_rows(document)[: marks_of(document).printed]
    if not rows:
        return
    yield PageBreak()
    yield Heading(1, block.caption)
    said = ("Mỗi số trong ngoặc vuông ở trên là một dòng dưới đây.", block.note)
    yield Paragraph((Text(" ".join(filter(None, said))),))
    yield Table(
        caption="",
        head=tuple((Text(name),) for name in ("Số", "In trong văn bản", "Đếm gì, mã chỉ tiêu", "Bản ghi")),
        rows=tuple(_source_cells(row) for row in rows),
        align=("center", "start", "start", "end"),
        widths=(10, 34, 105, 16),
    )


def _source_cells(row: SourceRow) -> tuple[Inlines, ...]:
    source = row.source
    asked = " ".join(filter(None, (source.question, source.code)))
    return (
        (Mark(row.mark),),
        (Text("; ".join(row.printed)),),
        (Text(f"{source.name}. ", bold=True), Text(asked)),
        (Text("chưa rõ" if source.rows is None else decimal(source.rows)),),
    )


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph():
            yield from block.inlines
        case ListBlock():
            for item in block.items:
                yield from item
        case Table():
            for cells in (block.head, *block.rows):
                for cell in cells:
                    yield from cell
        case _:
            return
