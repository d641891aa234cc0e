"""The document as PDF, set by typst from the template `document.typ`."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from nennep.paper.blocks import Chart, Citation, Document, Figure, Letterhead, Table
from nennep.paper.charts import bar_svg, described
from nennep.paper.columns import column_shares
from nennep.paper.json_writer import plain
from nennep.paper.keeping import kept_with_signature
from nennep.paper.layouts import Layout
from nennep.paper.letterhead import NATIONAL, dated, heads_of
from nennep.paper.links import absolute
from nennep.paper.marks import Marks, marks_of, printed_blocks
from nennep.paper.typesetting import one_file, typeset
from nennep.paper.wording import date_line, printable
from nennep.vietnamese.document_numbers import DOCUMENT_NUMBER


@dataclass(frozen=True)
class _Setting:
    """What the parts of one document are set with."""

    layout: Layout
    marks: Marks
    base_url: str


def to_pdf(document: Document, *, base_url: str = "") -> bytes:
    """The document as PDF, on A4 in its layout, with title, language, outline and embedded fonts.

    Equal documents give equal files on the same machine. Figures lead to the page of sources if there is one. Cited
    documents are linked when their address is complete, or becomes so with `base_url`.
    """
    setting = _Setting(document.layout, marks_of(document), base_url)
    blocks = tuple(printed_blocks(document))
    data = {
        "title": printable(document.title),
        "foot": printable(document.foot),
        "layout": {**asdict(document.layout), "text_width": document.layout.text_width},
        "document_number": DOCUMENT_NUMBER.pattern,
        "blocks": [_set(block, setting) for block in blocks],
        "kept": sorted(kept_with_signature(blocks)),
    }
    made = datetime.combine(dated(document), datetime.min.time(), tzinfo=UTC)
    return one_file(typeset("document.typ", data).compile(format="pdf", timestamp=made))


def _set(part: object, setting: _Setting) -> Any:  # Any: JSON, as in json_writer.plain
    """A part as the template wants it: clean text, and what the template cannot work out by itself added."""
    match part:
        case str():
            return printable(part)
        case tuple():
            return [_set(item, setting) for item in part]
        case Figure():
            return {
                "type": "Figure",
                "text": printable(part.text),
                "mark": setting.marks.of(part),
                "raised": setting.marks.shows(part),
            }
        case Citation():
            return {"type": "Citation", "text": printable(part.text), "url": absolute(part.url, setting.base_url)}
        case Chart():
            alt = f"{part.caption}. {described(part)}"
            return {"type": "Chart", "caption": printable(part.caption), "svg": bar_svg(part), "alt": printable(alt)}
        case Table():
            return {**_fields(part, setting), "shares": column_shares(part)}
        case Letterhead():
            return {
                **_fields(part, setting),
                "national": NATIONAL,
                "date_line": printable(date_line(part.place, part.date)),
                "heads": asdict(heads_of(part, setting.layout)),
            }
        case _:
            return _fields(part, setting)


def _fields(part: object, setting: _Setting) -> Any:
    if not hasattr(part, "__dataclass_fields__"):
        return plain(part)
    parts = {name: _set(getattr(part, name), setting) for name in part.__dataclass_fields__}
    return {"type": type(part).__name__, **parts}
