"""Citations of documents in a text: normalise → tokens → lists → citations, with positions in the text as it came in."""

from collections.abc import Iterator
from dataclasses import replace

from nennep.documents.citations.citation import Citation
from nennep.documents.citations.lists import LONGEST_BETWEEN, Member, closed, joins, loose
from nennep.documents.citations.normalise import Reading, normalise
from nennep.documents.citations.particulars import particulars_after
from nennep.documents.citations.plenum import Plenum, plenums
from nennep.documents.citations.tokens import FIGURES, token_at


def find(text: str) -> list[Citation]:
    """All citations, in the order of the text."""
    reading = normalise(text)
    found = list(_found(reading.text))
    return found if not reading.here else [_original(citation, reading) for citation in found]


def _original(citation: Citation, reading: Reading) -> Citation:
    return replace(citation, start=reading.start(citation.start), end=reading.end(citation.end))


def _found(text: str) -> Iterator[Citation]:
    """Citations with positions in the text as it is read: lists where numbers stand, plenums between them."""
    last: Citation | None = None
    for item in _in_order(text):
        if isinstance(item, Plenum):
            yield (last := _of_plenum(item))
            continue
        for citation in closed(item, text, last):
            yield (last := citation)


def _in_order(text: str) -> Iterator[list[Member] | Plenum]:
    """Plenums, and the runs of numbers that may be lists, as they follow each other."""
    named = plenums(text)
    plenum = next(named, None)
    run: list[Member] = []
    run_end = 0
    for figures in FIGURES.finditer(text):
        start, end = figures.span()
        while plenum and plenum.start <= start:
            if run:
                yield run
                run = []
            yield plenum
            run_end = max(run_end, plenum.after.end, plenum.end)
            plenum = next(named, None)
        if start < run_end:
            continue
        token = token_at(text, start, end)
        joined = bool(run) and start - run_end <= LONGEST_BETWEEN and joins(text, run, run_end, token, start)
        if run and not joined:
            yield run
            run = []
        if token:
            run.append(Member(token, particulars_after(text, token.end)))
            run_end = run[-1].after.end
        elif joined:
            run.append(loose(text, run_end, start, end))
            run_end = end
    if run:
        yield run
    if plenum:
        yield plenum
        yield from named


def _of_plenum(plenum: Plenum) -> Citation:
    return Citation(
        plenum.start,
        plenum.end,
        "nghị quyết",
        plenum.number,
        None,
        "TW",
        plenum.after.date,
        plenum.term or plenum.after.term,
        None,
    )
