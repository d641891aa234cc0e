"""One plain spelling for stamp words, however they were typed: spaced out, in look-alike letters, in an old encoding."""

import re
import unicodedata

from nennep.vietnamese.folding import nfc
from nennep.vietnamese.legacy import from_legacy

# Letters of other scripts that look like those of the stamp words.
_LOOK_ALIKES = str.maketrans(
    "МТОІАЕУХНКВСРмтоіаеухквсрΜΤΟΙΑΕΥΧΝΚμτοιΛ",
    "MTOIAEYXHKBCPmtoiaeyxkbcpMTOIAEYXNKmtoiA",  # pragma: allowlist secret
)
_ENCLOSED = re.compile(r"[\u20dd-\u20e4\u0332\u0333\u0335-\u0338]")  # rings, underlines and strokes laid over a letter
_BETWEEN = r"[ \u00a0.·•_*|/\\-]"
# M Ậ T, T.Ố.I  M.Ậ.T: single letters with one sign between; more than one sign parts two words.
_SPACED = re.compile(rf"(?<![^\W_])[^\W\d_](?:{_BETWEEN}{{1,2}}[^\W\d_](?![^\W_])){{2,}}")
_GAP = re.compile(rf"{_BETWEEN}+")


def plain(text: str) -> str:
    """NFC text in Latin letters, without invisible characters, words that were spaced out closed up.

    Old encodings (TCVN3, VNI) are read where the text is certainly in one. Case is kept: a stamp is in capitals.
    """
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    read = from_legacy(unicodedata.normalize("NFC", seen))
    compatible = unicodedata.normalize("NFKC", _ENCLOSED.sub("", unicodedata.normalize("NFD", read)))
    latin = unicodedata.normalize("NFC", unicodedata.normalize("NFD", compatible).translate(_LOOK_ALIKES))
    return _SPACED.sub(_closed_up, nfc(latin))


def _closed_up(spaced: re.Match[str]) -> str:
    return _GAP.sub("", spaced[0])
