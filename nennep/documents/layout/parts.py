"""Which paragraph is what: the two sides of the head, the title, the text, the signature, the recipients."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nennep.documents.authority import IN_NO_REGISTER
from nennep.documents.layout.reading import Line
from nennep.documents.models import INVITATION, TYPE_SYMBOLS, DocumentType
from nennep.vietnamese.folding import fold

NATIONAL = "dang cong san viet nam"
STATE = "cong hoa xa hoi chu nghia"
DATE = re.compile(
    r"^(?P<place>.*?)(?P<comma>,?)\s*[Nn]gày\s*(?P<day>[\d.…_]*)\s*tháng\s*(?P<month>[\d.…_]*)\s*năm\s*(?P<year>[\d.…_]*)\s*$"
)
SHORT_DATE = re.compile(
    r"^(?P<place>.*?),?\s*(?:ngày\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})$"
)
NUMBER = re.compile(r"^(?:Số|SỐ|So|No\.?|N°)\b|^\d{0,4}\s*[-–/]\s*\w{2,4}\s*[-/]\s*\w", re.UNICODE)
SYMBOL = re.compile(r"[-–]\s*(?P<type>[A-ZĐ][A-Za-zĐđ]{0,3})\s*/")
DASHES = re.compile(r"^[-–—_*. ]*[-–—_]{3,}[-–—_*. ]*$")
AUTHORITY = re.compile(r"^(?P<sign>T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\.?\s?M\.?|K\.?\s?T\.?|T\.?\s?L\.?)\s+\S")
POSTS = ("bi thu", "pho bi thu", "chi uy vien", "uy vien", "truong", "pho truong", "chanh van phong", "pho chanh")
WRITERS = ("nguoi ghi bien ban", "thu ky", "nguoi ghi", "thu ky hoi nghi", "thu ky cuoc hop")
CHAIRS = ("chu tri", "chu toa", "chu tri hoi nghi", "chu tri cuoc hop", "nguoi chu tri")
RECIPIENTS = re.compile(r"^noi nhan\s*:?$")
BODIES = (
    "chi bo",
    "dang bo",
    "dang uy",
    "chi uy",
    "ban ",
    "dai hoi",
    "doan chu tich",
    "huyen uy",
    "thanh uy",
    "tinh uy",
)
_TITLE_WITHIN = 3


def _kinds() -> dict[str, str]:
    names = {fold(str(kind.label)): kind.value for kind in DocumentType}
    return names | {fold(name): name for name in IN_NO_REGISTER} | {"giay moi": INVITATION}


@dataclass
class Parts:
    """The lines of a file by what they are; what was not found is None or empty."""

    national: Line | None = None
    state: Line | None = None
    national_ruled: bool = False
    superior: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    star: Line | None = None
    number: Line | None = None
    date: Line | None = None
    letter_subject: list[Line] = field(default_factory=list)
    kind: Line | None = None
    subject: list[Line] = field(default_factory=list)
    subject_ruled: bool = False
    body: list[Line] = field(default_factory=list)
    authority: Line | None = None
    posts: list[Line] = field(default_factory=list)
    name: Line | None = None
    writer: Line | None = None
    chair: Line | None = None
    recipients_title: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    """Every line from the signature or the recipients to the end of both."""
    lines: tuple[Line, ...] = ()

    @property
    def type(self) -> str:
        """The type, by its printed name, else by the symbol; "" where neither says it."""
        if self.kind is not None:
            return KIND_NAMES[_bare(self.kind)]
        return next(iter(self.types_of_symbol), "letter" if self.letter_subject else "")

    @property
    def types_of_symbol(self) -> tuple[str, ...]:
        """The types that the number's symbol stands for: QĐ for two of them; QĐi was written for one of them for a time."""
        found = SYMBOL.search(self.number.text) if self.number else None
        symbol = found["type"].upper() if found else ""
        if symbol == "QĐI":
            return (DocumentType.REGULATION.value,)
        return tuple(kind.value for kind, short in TYPE_SYMBOLS.items() if short.upper() == symbol)

    @property
    def is_letter(self) -> bool:
        return self.type == DocumentType.LETTER.value

    @property
    def is_minutes(self) -> bool:
        return self.type == DocumentType.MINUTES.value

    @property
    def of_a_cell(self) -> bool:
        """Whether a cell issues it, by its head or its signature."""
        named = [*self.issuer[:1], *([self.authority] if self.authority else [])]
        return any("chi bo" in line.folded or "chi uy" in line.folded for line in named)

    @property
    def day(self) -> datetime.date | None:
        """The day that the document bears; None where it is left open or cannot be read."""
        found = day_said(self.date) if self.date else None
        try:
            return datetime.date(*(int(found[name]) for name in ("year", "month", "day"))) if found else None
        except ValueError:
            return None


def day_said(line: Line) -> re.Match[str] | None:
    return DATE.match(line.text) or SHORT_DATE.match(line.text)


KIND_NAMES = _kinds()


def parts_of(lines: Sequence[Line]) -> Parts:
    """Tell the parts of a document apart."""
    parts = Parts(lines=tuple(lines))
    title = _title(lines)
    head_ends = title if title is not None else _end_of_head(lines)
    _read_head(parts, lines[:head_ends])
    text_begins = head_ends
    if title is not None:
        parts.kind = lines[title]
        text_begins = _read_subject(parts, lines, title + 1)
    foot = _foot(lines, text_begins)
    _read_foot(parts, lines[foot:])
    parts.body = list(lines[text_begins:foot])
    return parts


def _bare(line: Line) -> str:
    return line.folded.rstrip(".: ")


def _is_title(line: Line) -> bool:
    return _bare(line) in KIND_NAMES and not line.text.endswith(":")


def _title(lines: Sequence[Line]) -> int | None:
    """The first line that names a type and stands alone; only few may stand before it that belong to no head."""
    strangers = 0
    for place, line in enumerate(lines):
        if not line.text:
            continue
        if _is_title(line):
            return place
        if not _is_head(line) and line.cell is None:
            strangers += 1
        if strangers > _TITLE_WITHIN + 4 or len(line.text) > 200:
            return None
    return None


def _is_head(line: Line) -> bool:
    return bool(
        line.folded in (NATIONAL, "")
        or line.folded.startswith(STATE)
        or line.text == "*"
        or DATE.match(line.text)
        or NUMBER.match(line.text)
    )


def _end_of_head(lines: Sequence[Line]) -> int:
    """After the table that the head stands in, or after its last line."""
    near = [place for place, line in enumerate(lines[:40]) if line.text and _is_head(line)]
    if not near:
        return 0
    last = near[-1]
    if lines[last].cell is not None:
        table = lines[last].cell[0]  # type: ignore[index]
        last = max(place for place, line in enumerate(lines) if line.cell is not None and line.cell[0] == table)
    return last + 1


def _read_head(parts: Parts, head: Sequence[Line]) -> None:
    for place, line in enumerate(head):
        if line.folded == NATIONAL and parts.national is None:
            parts.national = line
            parts.national_ruled = ruled_below(head, place)
        elif line.folded.startswith(STATE):
            parts.state = line
        elif (DATE.match(line.text) or SHORT_DATE.match(line.text)) and parts.date is None:
            parts.date = line
        elif line.text in ("*", "★", "✶") and parts.star is None:
            parts.star = line
        elif NUMBER.match(line.text) and parts.number is None:
            parts.number = line
    right = {line.cell for line in (parts.national, parts.date, parts.state) if line is not None}
    known = [line for line in (parts.national, parts.state, parts.star, parts.number, parts.date) if line is not None]
    left = [line for line in head if line.text and line.cell not in right or line in (parts.star, parts.number)]
    if any(line.cell is None for line in known):  # no table: whatever is not known to be on the right
        left = [line for line in head if line.text and line not in (parts.national, parts.state, parts.date)]
    names: list[Line] = []
    for line in left:
        if line in (parts.star, parts.number):
            parts.letter_subject = []
        elif parts.star in left[: left.index(line)] or parts.number in left[: left.index(line)]:
            parts.letter_subject.append(line)
        elif not DASHES.match(line.text) and not line.folded.startswith("doc lap"):
            names.append(line)
    parts.superior, parts.issuer = _two_names(names)


def _two_names(names: list[Line]) -> tuple[list[Line], list[Line]]:
    """The superior's lines and the issuer's: the issuer begins at the last line that begins a body's name."""
    begins = [place for place, line in enumerate(names) if line.folded.startswith(BODIES)]
    if len(names) <= 1 or (begins and begins[-1] == 0 and names[0].folded.startswith("chi bo")):
        return [], names
    at = begins[-1] if begins and begins[-1] > 0 else 1
    return names[:at], names[at:]


def _read_subject(parts: Parts, lines: Sequence[Line], begin: int) -> int:
    """The subject's lines after the title, and the place where the text begins."""
    place, last = begin, begin - 1
    while place < len(lines):
        line = lines[place]
        if DASHES.match(line.text):
            parts.subject_ruled, last = True, place
            break
        if not line.text:
            if line.ruled:
                parts.subject_ruled, last = True, place
                break
        elif _is_body_text(line, after_subject=bool(parts.subject)):
            break
        else:
            parts.subject.append(line)
            last = place
            if line.ruled:
                parts.subject_ruled = True
                break
        place += 1
    return last + 1


def _is_body_text(line: Line, *, after_subject: bool) -> bool:
    """Whether the text begins here: after a first line, a subject goes on only in bold and in the middle."""
    if not after_subject:
        return len(line.text) > 300
    return line.align != "center" or not all(run.bold for run in line.visible)


def ruled_below(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is drawn, or dashes are typed, under a paragraph; underlined words look the same."""
    line = lines[place]
    if line.ruled or (line.visible and all(run.underline for run in line.visible)):
        return True
    below = lines[place + 1 : place + 2]
    return any((not after.text and after.ruled) or DASHES.match(after.text) is not None for after in below)


def _foot(lines: Sequence[Line], begin: int) -> int:
    """Where the signature or the recipients begin, or the table both stand in."""
    for place in range(begin, len(lines)):
        line = lines[place]
        if _begins_foot(line):
            while place > begin and line.cell and lines[place - 1].cell and lines[place - 1].cell[0] == line.cell[0]:  # type: ignore[index]
                place -= 1
            return place
    return len(lines)


def _begins_foot(line: Line) -> bool:
    if not line.text or len(line.text) > 90:
        return False
    alone = _bare(line)
    signs = AUTHORITY.match(line.text) is not None and line.text == line.text.upper()
    post = alone in ("bi thu", "pho bi thu", "pho bi thu thuong truc")
    return bool(signs or post or RECIPIENTS.match(line.folded) or alone in WRITERS or alone in CHAIRS)


def _read_foot(parts: Parts, foot: Sequence[Line]) -> None:
    ends = 0
    for place, line in enumerate(foot):
        alone = _bare(line)
        if RECIPIENTS.match(line.folded) and parts.recipients_title is None:
            parts.recipients_title = line
            parts.recipients = list(_listed(foot[place + 1 :], line))
            ends = max(ends, place + 1 + len(parts.recipients))
        elif parts.authority is None and AUTHORITY.match(line.text) and len(line.text) < 90:
            parts.authority = line
            ends = max(ends, place + 1)
        elif alone in WRITERS and parts.writer is None:
            parts.writer = line
        elif alone in CHAIRS and parts.chair is None:
            parts.chair = line
            ends = max(ends, place + 1)
    first = parts.authority or parts.chair or next((line for line in foot if _is_post(line)), None)
    if first is not None:
        column = list(_column(foot, first))
        begin = column.index(first)
        after = [line for line in column[begin:] if line.text and not line.text.startswith("(")]
        after = [line for line in after if line not in (parts.authority, parts.chair, parts.writer)]
        parts.posts = [line for line in after if _is_post(line)]
        names = [line for line in after if line not in parts.posts]
        parts.name = names[-1] if names else None
        ends = max(ends, max(foot.index(line) for line in column) + 1)
    table = next((line.cell[0] for line in foot[:1] if line.cell), None)
    if table is not None:
        ends = max(place for place, line in enumerate(foot) if line.cell and line.cell[0] == table) + 1
    parts.foot = list(foot[:ends])


def _is_post(line: Line) -> bool:
    return line.folded.startswith(POSTS) and len(line.text) < 80


def _listed(lines: Sequence[Line], title: Line) -> Iterator[Line]:
    for line in lines:
        if line.cell != title.cell or (line.text and _begins_foot(line)):
            return
        if title.cell is None and line.text and not re.match(r"[-–+•]", line.text):
            return
        if line.text:
            yield line


def _column(foot: Sequence[Line], first: Line) -> Iterator[Line]:
    """The lines that stand in the signer's column."""
    if first.cell is not None:
        yield from (line for line in foot if line.cell == first.cell)
        return
    for line in foot[foot.index(first) :]:
        if line.cell is not None or RECIPIENTS.match(line.folded) or line.breaks_page or _bare(line) in WRITERS:
            return
        yield line
        if line.text and not _is_post(line) and line is not first and not line.text.startswith("("):
            return
