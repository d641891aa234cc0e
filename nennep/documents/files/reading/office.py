"""DOCX and XLSX: every place where letters can stand, and nothing that acts by itself."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nennep.documents.files.reading.archives import Archive
from nennep.documents.files.reading.pictures import MOST_SCANS, OfPictures
from nennep.documents.files.reading.reading import Fault, Kind, Reading, Unreadable
from nennep.documents.gate.lines import Line, lines_in

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"

MAIN = {Kind.DOCX: "word/document.xml", Kind.XLSX: "xl/workbook.xml"}
MAX_RELATIONS = 2_000
_FETCHING_FIELDS = ("INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO", "DDE ", "LINK ")
_CELLS = {_WORD + "tc", _DRAWING + "tc"}
_LINES = {_WORD + "p", _DRAWING + "p", _SHEET + "si", _SHEET + "is", _SHEET + "text"}
_LETTERS = {_WORD + "t", _WORD + "delText", _DRAWING + "t", _SHEET + "t"}
_GAPS = {
    _WORD + "tab": "\t",
    _WORD + "br": "\n",
    _WORD + "cr": "\n",
    _DRAWING + "br": "\n",
    _WORD + "noBreakHyphen": "-",
}
_MARGINS = {
    _SHEET + name for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
}
_SAID_OF_PICTURES = ("descr", "title", "alt", "string")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif")


def kind_of(archive: Archive) -> Kind:
    """Which office file an archive is."""
    for kind, main in MAIN.items():
        if main in archive.names:
            return kind
    raise Unreadable(Fault.ARCHIVE)


def read_office(content: bytes, *, depth: int = 0) -> Reading:
    """Every line of an office file: body, tables, boxes, headers, notes, comments, deletions, shapes, properties."""
    archive = Archive(content)
    reading = Reading(kind_of(archive))
    refuse_what_acts(archive)
    refuse_what_fetches(archive)
    for name, root in archive.xml_parts():
        if name.startswith("docProps/"):
            reading.properties += [text.strip() for text in root.itertext() if text.strip()]
        else:
            table = reading.kind is Kind.XLSX and not name.startswith("xl/drawings/")
            reading.lines += lines_of(root, cell=table)
    pictures = OfPictures()
    for name in archive.names:
        lower = name.lower()
        if "/embeddings/" in lower:
            read_embedded(archive.read(name), lower, reading, depth)
        elif "/media/" in lower and lower.endswith(_PICTURES):
            pictures.look_at(archive.read(name))
    if pictures.count > MOST_SCANS:
        raise Unreadable(Fault.TOO_MANY_SCANS)
    reading.lines += pictures.lines
    return reading


def refuse_what_acts(archive: Archive) -> None:
    """No macros, no controls, nothing whose insides cannot be read."""
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.names else b""
    lower = [name.lower() for name in archive.names]
    if b"macroEnabled" in types or any("vbaproject" in name or "/activex/" in name for name in lower):
        raise Unreadable(Fault.MACROS)


def refuse_what_fetches(archive: Archive) -> None:
    """No relation that loads something from outside when the file is opened; links that a reader follows may stay."""
    relations = 0
    for name in archive.names:
        if name.endswith(".rels"):
            for relation in archive.xml(name):
                relations += 1
                outside = relation.get("TargetMode", "").lower() == "external"
                if outside and not relation.get("Type", "").endswith("/hyperlink"):
                    raise Unreadable(Fault.EXTERNAL)
        if name.startswith("xl/externalLinks/") or name == "xl/connections.xml":
            raise Unreadable(Fault.EXTERNAL)
    if relations > MAX_RELATIONS:
        raise Unreadable(Fault.TOO_MANY_PARTS)
    if "word/document.xml" in archive.names:
        fields = (element.text or "" for element in archive.xml("word/document.xml").iter(_WORD + "instrText"))
        if any(field.strip().upper().startswith(_FETCHING_FIELDS) for field in fields):
            raise Unreadable(Fault.EXTERNAL)


def read_embedded(content: bytes, name: str, reading: Reading, depth: int) -> None:
    """A workbook behind a chart is read like any; other objects cannot be looked into."""
    if depth > 0 or not name.endswith((".xlsx", ".docx")):
        raise Unreadable(Fault.EMBEDDED)
    inner = read_office(content, depth=depth + 1)
    reading.lines += inner.lines
    reading.properties += inner.properties


def lines_of(root: Element, *, cell: bool = False) -> list[Line]:
    """The lines of one part, each paragraph by itself even where one stands in a box inside another."""
    found: list[Line] = []
    _walk(root, None, cell, found)
    return found


def _walk(element: Element, line: list[str] | None, cell: bool, found: list[Line]) -> None:
    # Depth first without recursion of Python's own: a file may nest deeper than the interpreter likes.
    waiting: list[tuple[Element, list[str] | None, bool] | tuple[list[str], bool]] = [(element, line, cell)]
    while waiting:
        step = waiting.pop()
        if len(step) == 2:
            found += lines_in("".join(step[0]).split("\n"), cell=step[1])
            continue
        here, line, cell = step
        cell = cell or here.tag in _CELLS
        if here.tag in _LINES:
            line = []
            waiting.append((line, cell))
        found += lines_in(_said_of(here))
        if line is not None and here.tag in _LETTERS:
            line.append(here.text or "")
        elif line is not None and here.tag in _GAPS:
            line.append(_GAPS[str(here.tag)])
        elif here.tag in _MARGINS and here.text:
            found += lines_in(_without_codes(here.text))
        elif here.tag == _SHEET + "sheet":
            found.append(Line(here.get("name", ""), cell=True))
        elif here.tag == _SHEET + "v" and here.text and not _is_number(here.text):
            found.append(Line(here.text, cell=True))
        waiting += [(child, line, cell) for child in reversed(here)]


def _said_of(element: Element) -> Iterator[str]:
    if element.tag == _VML + "textpath" or not str(element.tag).startswith(_SHEET):
        for name in _SAID_OF_PICTURES:
            if said := element.get(name):
                yield said


def _without_codes(text: str) -> Iterator[str]:
    """A sheet's header without its codes for place, font and size: `&L&"Arial,Bold"&14MẬT`."""
    for part in text.split("&"):
        rest = part.lstrip("0123456789")
        if rest.startswith('"'):
            rest = rest.partition('"')[2].partition('"')[2].lstrip("0123456789")
        if rest[:1] in "LCRBIUSEXYPNDTAFG" and (len(rest) < 2 or not rest[1:2].islower()) and rest[:1] != "":
            yield rest[1:]
        yield rest


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()
