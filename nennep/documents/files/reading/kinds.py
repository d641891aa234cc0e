"""Which kind a file is by what it holds, whatever its name claims."""

from nennep.documents.files.reading.letters import read_letter
from nennep.documents.files.reading.office import read_office
from nennep.documents.files.reading.pdf import read_pdf
from nennep.documents.files.reading.pictures import read_picture
from nennep.documents.files.reading.reading import Fault, Kind, Reading, Unreadable
from nennep.documents.gate.lines import lines_in

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh")
_MOSTLY_LATIN = 0.5
_HEAD = 1024
"""A PDF may have some bytes of transport before it."""


def read(content: bytes, ending: str) -> Reading:
    """The file read as what it is. `ending` only helps to tell a letter from plain text.

    Raises Unreadable for what is no file of the known kinds, or cannot be let in.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise Unreadable(Fault.EMPTY)
    if b"%PDF-" in content[:_HEAD]:
        return read_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return read_office(content)
    if content.startswith(_PICTURES):
        return read_picture(content)
    if content.startswith(OLD_OFFICE):
        raise Unreadable(Fault.OLD_OFFICE)
    if content.startswith((*_ARCHIVES, b"PK")):
        raise Unreadable(Fault.ARCHIVE)
    if ending == Kind.MAIL.value:
        return read_letter(content)
    return read_text(content)


def read_text(content: bytes) -> Reading:
    """Plain text in UTF-8, in UTF-16 as Windows' Notepad saves it, or in an old one-byte encoding (TCVN3, VNI)."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = content.decode("latin-1")
        if sum(" " <= char <= "~" or char in "\r\n\t" for char in text) < len(text) * _MOSTLY_LATIN:
            raise Unreadable(Fault.UNKNOWN) from error
    if any(char < " " and char not in "\t\r\n\f\v" for char in text):
        raise Unreadable(Fault.UNKNOWN)
    return Reading(Kind.TEXT, list(lines_in(text.splitlines())))
