"""The bytes of files in the data folder, each once, under what it holds."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from nennep.documents.files.admission import Admitted
from nennep.documents.models import StoredFile


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "van-ban"


def path_of(digest: str) -> Path:
    return folder() / digest[:2] / digest


@contextlib.contextmanager
def kept(admitted: Admitted) -> Iterator[StoredFile]:
    """The file as stored, new or known. Use inside a transaction: when what stands in the block fails, a new file goes."""
    reading = admitted.reading
    stored, new = StoredFile.objects.get_or_create(
        digest=admitted.digest,
        defaults={
            "kind": reading.kind.value,
            "size": len(admitted.content),
            "pages": reading.pages,
            "unread": reading.unread,
            "text": storable(reading.text),
        },
    )
    path = path_of(stored.digest)
    written = not path.exists()
    if written:
        write(path, admitted.content)
    try:
        yield stored
    except BaseException:
        if new and written:
            path.unlink(missing_ok=True)
        raise


def write(path: Path, content: bytes) -> None:
    """All of the file under its name, or nothing: a power cut leaves no half one that looks whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def forget(stored: StoredFile) -> None:
    """Take away a file that no document uses any more; its bytes go when the transaction holds."""
    if stored.uses.exists():
        return
    path = path_of(stored.digest)
    stored.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def storable(text: str) -> str:
    """Text as a database takes it: PostgreSQL has no NUL."""
    return text.replace("\0", "")
