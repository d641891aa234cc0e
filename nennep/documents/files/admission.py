"""Every way in goes through here: what a file holds is found out in a child process, then the gate looks through it.

Whatever is refused lived in memory only. Nothing of it may be stored, logged or shown again: not its name, not its hash.
"""

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from nennep.documents.files.names import clean_name
from nennep.documents.files.reader import MAX_BYTES, read_file
from nennep.documents.files.reading.reading import Kind, Reading, Unreadable
from nennep.documents.files.refusals import NO_ATTACHMENTS, TOO_HEAVY, WORDS
from nennep.documents.gate.looking import is_marked


class Marked(Exception):
    """The paper carries a mark of secrecy, or the person says that it does: it stays outside."""


@dataclass(frozen=True)
class Admitted:
    """A file that the gate let in. Only `admit` makes one, and nothing else is ever stored."""

    name: str
    content: bytes
    reading: Reading

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def admit(name: str, content: bytes, *, says_marked: bool) -> list[Admitted]:
    """Let a file in, or the files that a letter carries.

    `says_marked` is the person's own answer to whether the paper carries a stamp. Raises Marked, or ValidationError with a
    sentence that says what is wrong with the file and how to mend it.
    """
    if says_marked:
        raise Marked
    if len(content) > MAX_BYTES:
        raise ValidationError(TOO_HEAVY)
    try:
        reading = read_file(content, name)
    except Unreadable as unreadable:
        # Also what cannot be read may say by its name what it is.
        if is_marked([], [name]):
            raise Marked from None
        raise ValidationError(WORDS[unreadable.fault]) from None
    refuse_marked(name, reading)
    if reading.kind is not Kind.MAIL:
        return [Admitted(clean_name(name, reading.kind), content, reading)]
    inner = [admit(one.name, one.content, says_marked=False) for one in reading.attachments]
    if not inner:
        raise ValidationError(NO_ATTACHMENTS)
    return [one for admitted in inner for one in admitted]


def refuse_marked(name: str, reading: Reading) -> None:
    """Raise Marked where the name, the properties or any line carries a mark."""
    if is_marked(reading.lines, [name, *reading.properties]):
        raise Marked
