"""Put the layout of a file right and leave its text alone, proven by comparing all of it."""

import io
from dataclasses import dataclass
from datetime import date

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from nennep.documents.layout.cascade import Element
from nennep.documents.layout.checking import Checked, check, check_reading
from nennep.documents.layout.opening import UNREADABLE, NotReadable, damaged, open_word
from nennep.documents.layout.reading import read

_LETTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_ROUNDS = 3  # a part that was put right can be told from its neighbours better


class TextChanged(RuntimeError):
    """Mending would have changed the text; the copy is not given out."""


@dataclass(frozen=True)
class Mended:
    """The corrected copy, how many findings it answers, and what only a person can put right."""

    content: bytes
    done: int
    left: Checked


def mend(content: bytes, *, on: date | None = None) -> Mended:
    """A copy in which everything that is layout alone follows the rules. Raises as `check` does."""
    before = all_text(content)
    done, mended = 0, content
    for _round in range(_ROUNDS):
        reading = read(mended)
        checked = check_reading(reading, on=on)
        mendable = [finding for finding in checked.findings if finding.change is not None]
        if not mendable:
            break
        try:
            for finding in mendable:
                if finding.change is not None:
                    finding.change()
            mended = _saved(reading.word)
        except UNREADABLE as error:
            raise NotReadable(damaged()) from error
        done += len(mendable)
    if all_text(mended) != before:
        raise TextChanged("The text of a mended file differs from that of the file it was made from.")
    return Mended(mended, done, check(mended, on=on))


def all_text(content: bytes) -> list[str]:
    """Every paragraph of every part that has letters in it, in order: text, tables, boxes, notes, headers, footers."""
    word = open_word(content)
    found: list[str] = []
    for part in sorted(word.part.package.iter_parts(), key=lambda part: str(part.partname)):
        root = getattr(part, "element", None)
        if root is not None and hasattr(root, "iter"):
            found += _paragraphs(root)
    return found


def _paragraphs(root: Element) -> list[str]:
    texts = ("".join(_letters(paragraph)) for paragraph in root.iter(qn("w:p")))
    return [text for text in texts if text.strip()]


def _letters(paragraph: Element) -> list[str]:
    return [
        (part.text or "") if part.tag == qn("w:t") else _LETTERS[part.tag]
        for part in paragraph.iter()
        if part.tag == qn("w:t") or (part.tag in _LETTERS and part.getparent().tag == qn("w:r"))
    ]


def _saved(word: WordDocument) -> bytes:
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()
