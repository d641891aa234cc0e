"""The ZIP archive that an office file is, opened only as far as it cannot hurt."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from nennep.documents.files.reading.reading import Fault, Unreadable

MAX_PARTS = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_XML = 60 * 1024 * 1024
MAX_RATIO = 150
SMALL = 5 * 1024 * 1024
"""A part of this size may be packed as tightly as it likes: a blank page shrinks a thousandfold."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """The parts of an office file by their names."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED) from error
        parts = self._zip.infolist()
        if len(parts) > MAX_PARTS:
            raise Unreadable(Fault.TOO_MANY_PARTS)
        for part in parts:
            if part.flag_bits & 1:
                raise Unreadable(Fault.ENCRYPTED)
            if part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1):
                raise Unreadable(Fault.SWELLS)
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise Unreadable(Fault.SWELLS)
        self._sizes = {part.filename: part.file_size for part in parts}
        strange = any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in self._sizes)
        if strange or len(self._sizes) != len(parts):
            raise Unreadable(Fault.DAMAGED)

    @property
    def names(self) -> list[str]:
        return list(self._sizes)

    def read(self, name: str) -> bytes:
        """A part's bytes, never more than it said it would have."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._sizes[name] + 1)
        except (*_BROKEN, KeyError) as error:
            raise Unreadable(Fault.DAMAGED) from error
        if len(content) > self._sizes[name]:
            raise Unreadable(Fault.SWELLS)
        return content

    def xml(self, name: str) -> Element:
        """A part's XML; entities and outside definitions are refused, as no office writes them."""
        if self._sizes.get(name, 0) > MAX_XML:
            raise Unreadable(Fault.SWELLS)
        try:
            root: Element = ElementTree.fromstring(self.read(name), forbid_dtd=True)
        except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError) as error:
            raise Unreadable(Fault.DAMAGED) from error
        return root

    def xml_parts(self) -> Iterator[tuple[str, Element]]:
        """Every part that is XML, in the archive's order."""
        for name in self._sizes:
            if name.endswith(".xml"):
                yield name, self.xml(name)
