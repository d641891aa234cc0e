"""Files that passed the gate and wait until what their head says was looked at: a day, then they go."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core import signing

from nennep.documents.files.admission import Admitted
from nennep.documents.files.store import write

KEPT = timedelta(days=1)
_SALT = "documents.waiting"


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "van-ban-cho"


def keep(admitted: list[Admitted], unit_code: str) -> str:
    """Keep files until the form comes back; returns what the form carries along, which only this unit can use."""
    for one in admitted:
        write(folder() / one.digest, one.content)
    return signing.dumps([unit_code, [(one.name, one.digest) for one in admitted]], salt=_SALT)


def waiting(token: str, unit_code: str) -> list[tuple[str, bytes]]:
    """(name, content) of the files that the form carried along; those that went meanwhile are left out."""
    try:
        code, files = signing.loads(token, salt=_SALT, max_age=KEPT)
    except signing.BadSignature:
        return []
    if code != unit_code:
        return []
    paths = [(name, folder() / digest) for name, digest in files]
    return [(name, path.read_bytes()) for name, path in paths if path.exists()]


def forget(token: str, unit_code: str) -> None:
    """They are in the register now."""
    try:
        code, files = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return
    for _name, digest in files if code == unit_code else []:
        (folder() / digest).unlink(missing_ok=True)


def forget_abandoned(at: datetime) -> None:
    for path in folder().glob("*"):
        if path.stat().st_mtime < (at - KEPT).timestamp():
            path.unlink(missing_ok=True)
