"""PDF: text page by page, scanned pages through OCR, and nothing that runs, opens or carries other files."""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

from nennep.documents.files.reading.ocr import DOTS_PER_INCH
from nennep.documents.files.reading.pictures import MOST_SCANS, OfPictures, read_scan
from nennep.documents.files.reading.reading import Fault, Kind, Reading, Unreadable
from nennep.documents.gate.lines import lines_in

MAX_PAGES = 1_000
MAX_OBJECTS = 200_000
_RUNS = {"/JS", "/JavaScript", "/Launch", "/RichMedia", "/XFA", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE"}
_CARRIES = {"/EF", "/EmbeddedFiles"}
_SAYS = {
    "/Contents",
    "/Subj",
    "/T",
    "/TU",
    "/V",
    "/Title",
    "/Subject",
    "/Keywords",
    "/Author",
    "/Name",
    "/Alt",
    "/ActualText",
}
_FEW_LETTERS = 8
"""A page with fewer letters of its own is taken for a scan: a page number set over a picture is no text."""
_BROKEN = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, RecursionError)


def read_pdf(content: bytes) -> Reading:
    """What the pages say, what their notes and properties say, and how many pages nobody could read."""
    said = list(_said(content))
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Fault.DAMAGED) from error
    pages = len(document)
    if pages > MAX_PAGES:
        raise Unreadable(Fault.TOO_MANY_PAGES)
    found = OfPictures()
    for page in document:
        text = page.get_textpage().get_text_range()
        found.lines += lines_in(text.splitlines())
        if len("".join(text.split())) < _FEW_LETTERS and _has_picture(page):
            if found.count == MOST_SCANS:
                raise Unreadable(Fault.TOO_MANY_SCANS)
            found.add(read_scan(page.render(scale=DOTS_PER_INCH / 72).to_pil()))
    return Reading(Kind.PDF, found.lines, said, pages=pages, unread=found.unread)


def _has_picture(page: Any) -> bool:  # Any: pypdfium2 has no types
    return any(True for _object in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def _said(content: bytes) -> Iterator[str]:
    """What stands in notes, stamps, fields, bookmarks and properties, from every object of the file.

    Raises Unreadable over an object that runs something or carries a file. Objects are looked at one by one and not by
    following the page tree: a script hangs anywhere.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(Fault.ENCRYPTED)
        keys = [(number, generation) for generation, row in reader.xref.items() for number in row]
        keys += [(number, 0) for number in reader.xref_objStm]
        if len(keys) > MAX_OBJECTS:
            raise Unreadable(Fault.TOO_MANY_PARTS)
        for number, generation in keys:
            yield from _of_one(reader.get_object(IndirectObject(number, generation, reader)))
        yield from _of_one(reader.trailer)
    except NotImplementedError as error:  # a cipher that the library does not know
        raise Unreadable(Fault.ENCRYPTED) from error
    except _BROKEN as error:
        raise Unreadable(Fault.DAMAGED) from error


def _of_one(thing: object) -> Iterator[str]:
    waiting = [thing]
    while waiting:
        here = waiting.pop()
        if isinstance(here, ArrayObject):
            waiting += [item for item in here if not isinstance(item, IndirectObject)]
        elif isinstance(here, DictionaryObject):
            _refuse(here)
            for name, value in here.items():
                if name in _SAYS and isinstance(value, TextStringObject):
                    yield str(value)
                elif name in _SAYS and isinstance(value, str):
                    yield value.removeprefix("/")
                elif not isinstance(value, IndirectObject):
                    waiting.append(value)
            if isinstance(here, StreamObject) and here.get("/Type") == "/Metadata":
                yield from _in_xml(here.get_data())


def _refuse(thing: DictionaryObject) -> None:
    names = set(thing)
    if names & _RUNS or thing.get("/S") in _RUNS:
        raise Unreadable(Fault.SCRIPTS)
    if names & _CARRIES or thing.get("/Type") == "/EmbeddedFile":
        raise Unreadable(Fault.EMBEDDED)


def _in_xml(content: bytes) -> Iterator[str]:
    """The words of XMP properties, read as plain text between tags: nothing in them is looked up."""
    for piece in content.decode("utf-8", "replace").replace("<", "\0<").split("\0"):
        words = piece.partition(">")[2].strip()
        if words:
            yield words
