"""The document as HTML: a fragment for the program's own pages, and a page that stands alone on a disk."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from nennep.paper.blocks import (
    Align,
    Block,
    Chart,
    Citation,
    CoSigner,
    Document,
    Figure,
    Gap,
    Heading,
    Inline,
    Letterhead,
    ListBlock,
    Mark,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Sources,
    Table,
    Text,
    Title,
)
from nennep.paper.charts import bar_svg
from nennep.paper.letterhead import NATIONAL
from nennep.paper.links import absolute, safe
from nennep.paper.marks import SourceRow, marks_of, printed_blocks, source_rows
from nennep.paper.wording import date_line, pieces, printable

_PAGE_STYLE = Path(__file__).parent / "page.css"
_TOGETHER = 20  # a figure up to this length stays on one line: "11 lượt", "37 trên 37"
_CELL_CLASS = {"start": "", "center": ' class="c"', "end": ' class="n"'}


def to_html(document: Document) -> str:
    """The document as `<article class="sheet">`, in the classes of the program's style sheet.

    Figures and gaps are links to their evidence and to the act that mends them, as the addresses stand in the document.
    Every text is escaped; an address that is neither relative nor http(s) is not linked.
    """
    return _ScreenWriter(document).article()


def to_html_page(document: Document, *, base_url: str = "") -> str:
    """The document as a whole page that needs nothing else: each figure leads to its records, listed on the same page.

    Cited documents are linked when their address is complete, or becomes so with `base_url`. No script, no font, no
    picture is fetched from anywhere.
    """
    writer = _PageWriter(document, base_url)
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(printable(document.title))}</title>\n"
        f"<style>\n{_PAGE_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n"
        f"{writer.article()}\n{writer.evidence()}</main>\n</body>\n</html>\n"
    )


class _ScreenWriter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = marks_of(document)

    def article(self) -> str:
        blocks = "\n".join(self._block(block) for block in printed_blocks(self.document))
        foot = f'\n<p class="plain foot">{_words(self.document.foot)}</p>' if self.document.foot else ""
        return (
            f'<article class="sheet" aria-label="{escape(printable(self.document.title))}">\n{blocks}{foot}\n</article>'
        )

    def _block(self, block: Block) -> str:
        match block:
            case Letterhead():
                return _letterhead(block)
            case Title():
                return f'<h1>{_words(block.kind)}</h1>\n<p class="subject">{_words(block.subject)}</p>'
            case Heading():
                return f"<h{block.level + 1}>{_words(block.text)}</h{block.level + 1}>"
            case Paragraph():
                classes = "plain c" if block.centred else "" if block.indent else "plain"
                opening = f'<p class="{classes}">' if classes else "<p>"
                return f"{opening}{self._line(block.inlines)}</p>"
            case ListBlock():
                tag = "ol" if block.ordered else "ul"
                return f"<{tag}>{''.join(f'<li>{self._line(item)}</li>' for item in block.items)}</{tag}>"
            case Table():
                return self._table(block)
            case Chart():
                caption = f"<figcaption>{_words(block.caption)}</figcaption>" if block.caption else ""
                return f"<figure>{caption}{bar_svg(block)}</figure>"
            case Signature():
                return _signature(block)
            case Recipients():
                return f'<div class="recipients">{_recipients(block)}</div>'
            case PageBreak():
                return '<hr class="break">'
            case Sources():
                raise TypeError("The page of sources is written out before it is printed.")

    def _table(self, block: Table) -> str:
        caption = f"<caption>{_words(block.caption)}</caption>" if block.caption else ""
        head = "".join(f'<th scope="col">{self._line(cell)}</th>' for cell in block.head)
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td{_CELL_CLASS[align]}>{self._line(cell)}</td>" for cell, align in zip(row, block.align, strict=True)
            )
            + "</tr>\n"
            for row in block.rows
        )
        return (
            f'<div class="scroll"><table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>'
        )

    def _line(self, inlines: Iterable[Inline]) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return _text(inline)
            case Figure():
                return self._figure(inline) + self._raised_mark(inline)
            case Citation():
                return self._citation(inline)
            case Gap():
                return self._gap(inline)
            case Mark():
                return self._mark(inline)

    def _figure(self, figure: Figure) -> str:
        known = f'data-code="{escape(printable(figure.code))}" data-mark="{self.marks.of(figure)}"'
        return _link(safe(figure.evidence), _together(figure.text), f'class="fact" {known}')

    def _raised_mark(self, figure: Figure) -> str:
        if not self.marks.shows(figure):
            return ""
        number = self.marks.of(figure)
        return f'<sup><a href="#so-{number}">[{number}]</a></sup>'

    def _citation(self, citation: Citation) -> str:
        return _link(safe(citation.url), _words(citation.text), 'class="fact"')

    def _gap(self, gap: Gap) -> str:
        return _link(safe(gap.url), _words(gap.text), f'class="gap" data-code="{escape(printable(gap.code))}"')

    def _mark(self, mark: Mark) -> str:
        return f'<span id="so-{mark.number}">{mark.number}</span>'


class _PageWriter(_ScreenWriter):
    """The same document away from the program: its links lead to the evidence that the page carries along."""

    def __init__(self, document: Document, base_url: str) -> None:
        super().__init__(document)
        self._base_url = base_url
        self._placed: set[int] = set()

    def evidence(self) -> str:
        """The records behind each figure, under the mark that the figure carries."""
        sections = "".join(self._records(row) for row in source_rows(self.document))
        if not sections:
            return ""
        return f'<aside class="evidence">\n<h2>Bản ghi đứng sau từng số liệu</h2>\n{sections}</aside>\n'

    def _records(self, row: SourceRow) -> str:
        source = row.source
        name = f"[{row.mark}] {'; '.join(row.printed)}: {source.name}"
        counted = f"<p>{_words(source.question)}</p>\n" if source.question else ""
        if source.records:
            head = tuple((Text(cell),) for cell in source.head)
            rows = tuple(tuple((Text(cell),) for cell in record) for record in source.records)
            align: tuple[Align, ...] = tuple("start" for _ in head)
            records = self._table(Table("", head, rows, align))
        else:
            records = "<p>Bản này không kèm bản ghi của số liệu ấy.</p>"
        back = f'<p class="back"><a href="#cho-{row.mark}">Về chỗ trong văn bản</a></p>'
        return f'<section id="so-{row.mark}">\n<h3>{_words(name)}</h3>\n{counted}{records}\n{back}\n</section>\n'

    def _figure(self, figure: Figure) -> str:
        number = self.marks.of(figure)
        known = f'class="fact" data-code="{escape(printable(figure.code))}" data-mark="{number}"'
        if number not in self._placed:
            self._placed.add(number)
            known = f'id="cho-{number}" {known}'
        return _link(f"#so-{number}", _together(figure.text), known)

    def _citation(self, citation: Citation) -> str:
        url = absolute(citation.url, self._base_url)
        return _link(url, _words(citation.text)) if url else _words(citation.text)

    def _gap(self, gap: Gap) -> str:
        return _link(None, _words(gap.text), f'class="gap" data-code="{escape(printable(gap.code))}"')

    def _mark(self, mark: Mark) -> str:
        return f'<a href="#so-{mark.number}">{mark.number}</a>'


def _letterhead(block: Letterhead) -> str:
    number = f"<br>{_words(block.number_line)}" if block.number_line else ""
    about = f"<br><i>{_words(block.subject)}</i>" if block.subject else ""
    return (
        f'<div class="heads"><div>{_words(block.superior)}<b>{_words(block.issuer)}</b>*{number}{about}</div>'
        f'<div><b class="ruled">{NATIONAL}</b><i>{_words(date_line(block.place, block.date))}</i></div></div>'
    )


def _signature(block: Signature) -> str:
    match block.left:
        case Recipients():
            left = f"<div>{_recipients(block.left)}</div>"
        case CoSigner():
            left = f'<div class="c">{_signer(block.left.authority, "", block.left.name)}</div>'
        case None:
            left = "<div></div>"
    return f'<div class="heads feet">{left}<div>{_signer(block.authority, block.post, block.name)}</div></div>'


def _signer(authority: str, post: str, name: str) -> str:
    return f"<b>{_words(authority)}</b>{_words(post)}<br><br><br><br><b>{_words(name)}</b>"


def _recipients(block: Recipients) -> str:
    return "<u>Nơi nhận:</u>" + "".join(f"<br>- {_words(line)}" for line in block.lines)


def _text(text: Text) -> str:
    words = _words(text.text)
    for wanted, tag in ((text.underline, "u"), (text.italic, "i"), (text.bold, "b")):
        if wanted:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _words(text: str) -> str:
    return "".join(_escaped(text))


def _escaped(text: str) -> Iterator[str]:
    for piece in pieces(text):
        words = escape(piece.text).replace("\n", "<br>")
        yield f'<span class="docno">{words}</span>' if piece.is_number else words


def _together(text: str) -> str:
    return _words(text.replace(" ", "\u00a0") if len(text) <= _TOGETHER else text)


def _link(url: str | None, words: str, attributes: str = "") -> str:
    given = f" {attributes}" if attributes else ""
    if url is None:
        return f"<span{given}>{words}</span>"
    return f'<a{given} href="{escape(url)}">{words}</a>'
