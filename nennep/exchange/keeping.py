"""Files between two steps of one import: kept under what they hold, forgotten once they were entered."""

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from nennep.organisation.models import Unit

DIGEST = re.compile(r"[0-9a-f]{64}")
KEPT = timedelta(days=1)


def incoming() -> Path:
    folder: Path = settings.DATA.root / "files" / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(content: bytes) -> str:
    """Keep a checked workbook until it is entered; named by what it holds."""
    digest = hashlib.sha256(content).hexdigest()
    (incoming() / f"{digest}.xlsx").write_bytes(content)
    return digest


def keep_roster(content: bytes, unit: Unit) -> str:
    """Keep a roster until it is entered; the name is bound to the unit, so that no other unit can ask for it."""
    digest = hashlib.sha256(f"{unit.code}\n".encode() + content).hexdigest()
    roster_file(digest).write_bytes(content)
    return digest


def kept_roster(digest: str, unit: Unit) -> bytes | None:
    """The roster that was kept under this name for this unit, if it is still there."""
    if not DIGEST.fullmatch(digest) or not roster_file(digest).exists():
        return None
    content = roster_file(digest).read_bytes()
    return content if hashlib.sha256(f"{unit.code}\n".encode() + content).hexdigest() == digest else None


def forget_roster(digest: str) -> None:
    roster_file(digest).unlink(missing_ok=True)


def forget_abandoned(at: datetime) -> None:
    """Rosters that somebody looked at and never entered go after a day: they are full of personal data."""
    for file in incoming().glob("*.roster"):
        if file.stat().st_mtime < (at - KEPT).timestamp():
            file.unlink(missing_ok=True)


def roster_file(digest: str) -> Path:
    return incoming() / f"{digest}.roster"
