"""The portal's text as its search sees it: words without tones."""

import re

from nennep.vietnamese.folding import fold

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text without tones or marks: "03-CT/TW, hội nghị" is 03, ct, tw, hoi, nghi."""
    return _WORD.findall(fold(text))


def searchable(text: str) -> str:
    """The words with one space around each, so that " hoi nghi " is found in it by comparing characters."""
    return f" {' '.join(words(text))} "
