"""Look through all that was read of a file for a mark of secrecy."""

from collections.abc import Iterable, Sequence

from nennep.documents.gate.lines import Line
from nennep.documents.gate.stamps import is_stamp, is_stamp_in_name

_SHORT = 7
"""Letters of a line that may be a part of a stamp set on several lines: TUYỆT over MẬT, or M, Ậ, T down the margin."""
_MOST_PARTS = 8


def is_marked(lines: Sequence[Line], names: Iterable[str] = ()) -> bool:
    """Whether a file's lines, or its name and properties, carry a mark of secrecy."""
    return (
        any(is_stamp_in_name(name) for name in names)
        or any(is_stamp(line) for line in lines)
        or any(is_stamp(Line(joined)) for joined in _set_on_several_lines(lines))
    )


def _set_on_several_lines(lines: Sequence[Line]) -> Iterable[str]:
    """Runs of short lines as one line each, from every place where one may begin."""
    texts = [line.text.strip() for line in lines if line.text.strip() and not line.cell]
    for start, first in enumerate(texts):
        if len(first) > _SHORT:
            continue
        joined = [first]
        for text in texts[start + 1 : start + _MOST_PARTS]:
            if len(text) > _SHORT:
                break
            joined.append(text)
            yield " ".join(joined)
