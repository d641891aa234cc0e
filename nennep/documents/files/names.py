"""A file's name as it may be shown: no folders, no signs that turn the writing around, the ending of what it really is."""

import re
import unicodedata
from pathlib import PurePosixPath

from nennep.documents.files.reading.reading import Kind
from nennep.vietnamese.folding import nfc

MAX_LENGTH = 120
_ENDINGS = {Kind.JPEG: {".jpg", ".jpeg"}, Kind.TIFF: {".tif", ".tiff"}}


def clean_name(name: str, kind: Kind) -> str:
    """The name without what could mislead, never empty: "../../a\u202efdp.exe" of a PDF becomes "aexe.pdf"."""
    last = PurePosixPath(nfc(name).replace("\\", "/")).name
    # Categories C: control, format (right-to-left marks, joiners), surrogate, unassigned.
    shown = "".join(char for char in last if not unicodedata.category(char).startswith("C"))
    stem, dot, ending = re.sub(r"\s+", " ", shown).strip(" .").rpartition(".")
    if f".{ending.lower()}" not in _ENDINGS.get(kind, {f".{kind.value}"}):
        stem, dot, ending = f"{stem}{dot}{ending}", ".", kind.value
    stem = re.sub(r'[<>:"/\\|?*]', "-", stem).strip(" .-") or "tep"
    return f"{stem[:MAX_LENGTH].strip()}.{ending.lower()}"
