"""One paper: what it is, who issues and signs it, and its blocks in the Party's layout."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation

from nennep.documents.models import INVITATION, TYPE_SYMBOLS, DocumentType
from nennep.documents.papers.body import blocks_of, lines_of
from nennep.paper.blocks import Block, CoSigner, Document, Letterhead, Recipients, Signature, Title
from nennep.paper.layouts import layout_on

BLANK = "\u00a0" * 7
"""Room for a number to be written in; spaces of this kind are kept as they are on a screen too."""


@dataclass(frozen=True)
class Paper:
    """Everything that stands on it. Without a number or a day, room is left to write them."""

    type: str
    on: date | None
    superior: str
    issuer: str
    symbol: str
    place: str
    subject: str
    body: str
    recipients: str
    authority: str
    post: str
    signatory: str
    number: int | None = None
    written_by: str = ""
    """Who kept the minutes; only minutes are signed by them."""


def compose(paper: Paper, *, today: date) -> Document:
    """The paper in the layout of its day; of today while it has none. In Vietnamese, whatever the screen speaks."""
    with translation.override("vi"):
        name = name_of(paper.type)
        blocks = (_letterhead(paper), *_title(paper, name), *blocks_of(paper.body), _signature(paper))
        return Document(layout_on(paper.on or today), f"{name.capitalize()} {paper.subject}".strip(), blocks)


def name_of(type: str) -> str:
    """ "báo cáo", "giấy mời"."""
    return "giấy mời" if type == INVITATION else str(DocumentType(type).label)


def number_line(type: str, number: int | None, symbol: str) -> str:
    """ "Số 05-BC/CB": two digits at least, no colon (domain 6.2); the blank waits for a number. An invitation has none."""
    if type == INVITATION:
        return ""
    said = f"{number:02d}" if number is not None else BLANK
    return f"Số {said}-{TYPE_SYMBOLS[DocumentType(type)]}/{symbol}"


def _letterhead(paper: Paper) -> Letterhead:
    return Letterhead(
        superior=paper.superior,
        issuer=paper.issuer,
        number_line=number_line(paper.type, paper.number, paper.symbol),
        place=paper.place,
        date=paper.on,
        subject=_begun(paper.subject) if paper.type == DocumentType.LETTER else "",
    )


def _title(paper: Paper, name: str) -> tuple[Block, ...]:
    """An official letter prints no name of its type (domain 6.1)."""
    return () if paper.type == DocumentType.LETTER else (Title(name.upper(), paper.subject),)


def _signature(paper: Paper) -> Signature:
    if paper.type == DocumentType.MINUTES:
        return Signature("CHỦ TRÌ", "", paper.signatory, CoSigner("NGƯỜI GHI BIÊN BẢN", paper.written_by))
    lines = tuple(line.removeprefix("- ") for line in lines_of(paper.recipients))
    return Signature(paper.authority, paper.post.upper(), paper.signatory, Recipients(lines) if lines else None)


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
