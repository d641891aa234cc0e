"""One spelling to store (NFC) and one to compare (folded)."""

import unicodedata

_MINUS_SIGNS = {"\u2212", "\u207b", "\u208b", "\u2043"}  # a minus or hyphen bullet pasted where a dash was meant


def nfc(text: str) -> str:
    """The spelling in which all text is stored: each Vietnamese letter with its marks as one code point."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The spelling in which text is searched and matched.

    Lower case, no tones or marks, đ as d, every dash as "-", runs of spaces as one, no invisible characters. Old and new
    tone placement (hoà, hòa) and any Unicode form of the same letters come out alike. Folding twice changes nothing.
    """
    bare = "".join(_folded(char) for char in _lowered(unicodedata.normalize("NFD", text)))
    # Lower case of a foreign letter can bring marks of its own; decomposing again takes them off.
    return nfc(" ".join(_lowered(bare).split()))


def _lowered(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold())


def _folded(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Mn" or category == "Cf":  # marks; zero-width characters, soft hyphens, byte order marks
        return ""
    if category == "Pd" or char in _MINUS_SIGNS:
        return "-"
    return "d" if char in "đĐ" else char
