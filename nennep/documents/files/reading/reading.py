"""What reading a file came to."""

import base64
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from nennep.documents.gate.lines import Line


class Kind(Enum):
    """The kinds of files that the program can look into, by the ending that they get."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    TIFF = "tif"
    TEXT = "txt"
    MAIL = "eml"


class Fault(Enum):
    """Why a file cannot be let in; what people are told of each stands in `files.refusals`."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    OLD_OFFICE = "old-office"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    EXTERNAL = "external"
    EMBEDDED = "embedded"
    SCRIPTS = "scripts"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_SCANS = "too-many-scans"
    SWELLS = "swells"
    TOO_SLOW = "too-slow"


class Unreadable(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Attachment:
    """A file that came inside a letter."""

    name: str
    content: bytes


@dataclass
class Reading:
    """What a file holds. `properties` are its author's words about it; `unread` counts scanned pages that nobody has read."""

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    pages: int | None = None
    unread: int = 0
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        packed = [(one.name, base64.b64encode(one.content).decode("ascii")) for one in self.attachments]
        lines = [(line.text, line.cell, line.scanned) for line in self.lines]
        said = {"lines": lines, "properties": self.properties, "pages": self.pages, "unread": self.unread}
        return {**said, "kind": self.kind.value, "attachments": packed}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Reading":
        return cls(
            **data
            | {
                "kind": Kind(data["kind"]),
                "lines": [Line(*line) for line in data["lines"]],
                "attachments": [Attachment(name, base64.b64decode(content)) for name, content in data["attachments"]],
            }
        )
