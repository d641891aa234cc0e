"""Is everything as it was written? The chain of acts, every sealed page, every stored file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest

from nennep.documents.files.store import path_of
from nennep.documents.models import StoredFile
from nennep.ledger.chain import verify
from nennep.ledger.models import Seal
from nennep.ledger.seals import verify_seals
from nennep.meetings.closing.sealing import rows_now


@dataclass(frozen=True)
class Findings:
    """How much was looked at, and what is broken: which record, and what about it."""

    entries: int
    seals: int
    files: int
    broken: list[tuple[str, str]]

    @property
    def whole(self) -> bool:
        return not self.broken


def verify_everything() -> Findings:
    chain = verify()
    broken = [(f"ledger entry {chain.broken}", chain.reason)] if chain.broken is not None else []
    is_whole = cache(file_is_whole)
    broken += [(found.subject, found.reason) for found in verify_seals(is_whole, rows_now)]
    broken += broken_files(is_whole)
    return Findings(chain.entries, Seal.objects.count(), StoredFile.objects.count(), broken)


def broken_files(is_whole: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for digest, kind in StoredFile.objects.order_by("pk").values_list("digest", "kind"):
        if not is_whole(digest):
            yield f"file {digest[:12]}.{kind}", "is missing or was changed"


def file_is_whole(digest: str) -> bool:
    path = path_of(digest)
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False
