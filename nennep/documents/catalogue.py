"""Documents that every cell's work refers to, known before anybody has registered one: `catalogue.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from nennep.documents.codes import Code, read_code
from nennep.documents.models import Document, DocumentType, Relation
from nennep.organisation.models import Unit

TO_CHECK = "cơ quan ban hành, trích yếu"
"""What our sources do not give word for word, so that it has to be compared with the original whatever else is seen."""


@dataclass(frozen=True)
class Known:
    """One document of the catalogue. `about` is its matter in our words; `check` what to compare before quoting it."""

    code: str
    type: DocumentType
    parts: Code
    issuer: str
    issued_on: date
    subject: str
    about: str
    source: str
    certainty: str
    check: str = ""
    term: str = ""
    implements: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """ "03-CT/TW 2011-05-14": a number comes back each term, so that the day belongs to it."""
        return f"{self.code} {self.issued_on.isoformat()}"

    @property
    def seen(self) -> bool:
        return self.certainty == "seen"

    def to_check(self) -> str:
        """What the register's line has to say is not certain."""
        what = ", ".join(filter(None, (TO_CHECK, self.check)))
        return what if self.seen else _("%(what)s; số và ngày cũng biết qua nguồn khác") % {"what": what}

    def document(self, register: Unit) -> Document:
        """As a line of a register, not yet in it."""
        return Document(
            register=register,
            type=self.type,
            number=self.parts.number,
            symbol=self.parts.symbol,
            number_year=self.parts.year,
            issuer=self.issuer,
            issued_on=self.issued_on,
            congress_term=self.term,
            subject=self.about,
            to_check=self.to_check(),
        )


@cache
def catalogue() -> dict[str, Known]:
    """The catalogue by key, in the order of the file."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    known = (_known(dict(row), data["issuers"], data["subjects"]) for row in data["document"])
    return {entry.key: entry for entry in known}


def _known(row: dict[str, Any], issuers: dict[str, str], subjects: dict[str, str]) -> Known:
    kind = DocumentType(row.pop("type"))
    parts = read_code(row["code"], str(kind.label))
    office = parts.symbol.rpartition("/")[2]
    links = {name: tuple(row.pop(name, ())) for name in ("implements", "replaces")}
    subject = subjects[row.pop("subject")]
    issuer = row.pop("issuer", "") or issuers[office]
    return Known(**row | links | {"type": kind, "parts": parts, "subject": subject, "issuer": issuer})


def by_subject(entries: list[Known]) -> dict[str, list[Known]]:
    """The entries under their subjects, the newest first in each."""
    found: dict[str, list[Known]] = {}
    for entry in entries:
        found.setdefault(entry.subject, []).append(entry)
    return {subject: sorted(rows, key=lambda row: row.issued_on, reverse=True) for subject, rows in found.items()}


def in_register(unit: Unit) -> dict[str, Document]:
    """The documents of the catalogue that stand in the unit's register, by their key."""
    numbers = {entry.parts.number for entry in catalogue().values()}
    rows = Document.objects.of(unit).filter(number__in=numbers)
    found = {f"{row.code} {row.issued_on.isoformat()}": row for row in rows}
    return {key: found[key] for key in catalogue() if key in found}


def relations_among(documents: dict[str, Document]) -> list[Relation]:
    """What the catalogue says that these documents do to each other."""
    kinds = {Relation.Kind.IMPLEMENTS: "implements", Relation.Kind.REPLACES: "replaces"}
    return [
        Relation(source=document, kind=kind, target=documents[other])
        for key, document in documents.items()
        for kind, name in kinds.items()
        for other in getattr(catalogue()[key], name)
        if other in documents
    ]
