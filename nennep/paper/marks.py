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
    shown: bool

    def of(self, figure: Figure | FigureSource) -> int:
        """The running number of a figure, from 1, in the order in which (code, evidence) first appears."""
        return self.numbers[figure.code, figure.evidence]


@dataclass(frozen=True)
class SourceRow:
    """One line of the page of sources: the mark, the texts it was printed as, and what stands behind it."""

    mark: int
    printed: tuple[str, ...]
    source: FigureSource


def marks_of(document: Document) -> Marks:
    """Number the figures of a document."""
    numbers: dict[tuple[str, str], int] = {}
    for figure in figures_of(document):
        numbers.setdefault((figure.code, figure.evidence), len(numbers) + 1)
    return Marks(numbers, shown=any(isinstance(block, Sources) for block in document.blocks))


def figures_of(document: Document) -> Iterator[Figure]:
    """Every figure of a document, in the order of reading."""
    for block in document.blocks:
        for inline in _inlines(block):
            if isinstance(inline, Figure):
                yield inline


def source_rows(document: Document) -> tuple[SourceRow, ...]:
    """The sources of a document's figures in the order of their marks; a figure nobody described says so."""
    described = {(source.code, source.evidence): source for source in document.sources}
    printed: dict[tuple[str, str], dict[str, None]] = {}
    for figure in figures_of(document):
        printed.setdefault((figure.code, figure.evidence), {})[figure.text] = None
    return tuple(
        SourceRow(
            mark=mark,
            printed=tuple(texts),
            source=described.get((code, evidence)) or FigureSource(code, evidence, name="chưa mô tả", question=""),
        )
        for mark, ((code, evidence), texts) in enumerate(printed.items(), start=1)
    )


def printed_blocks(document: Document) -> Iterator[Block]:
    """The blocks as they are printed: the page of sources written out where it stands."""
    for block in document.blocks:
        if isinstance(block, Sources):
            yield from _page_of_sources(document, block)
        else:
            yield block


def _page_of_sources(document: Document, block: Sources) -> Iterator[Block]:
    rows = source_rows(document)
    if not rows:
        return
    yield PageBreak()
    yield Heading(1, block.caption)
    yield Paragraph((Text("Mỗi số trong ngoặc vuông ở trên là một dòng dưới đây."),))
    yield Table(
        caption="",
        head=tuple((Text(name),) for name in ("Số", "In trong văn bản", "Đếm gì", "Mã", "Bản ghi")),
        rows=tuple(_source_cells(row) for row in rows),
        align=("center", "start", "start", "start", "end"),
        widths=(9, 28, 55, 54, 19),
    )


def _source_cells(row: SourceRow) -> tuple[Inlines, ...]:
    source = row.source
    asked = (Text(source.name, bold=True), Text(f". {source.question}")) if source.question else (Text(source.name),)
    return (
        (Mark(row.mark),),
        (Text("; ".join(row.printed)),),
        asked,
        (Text(source.code),),
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
