"""What somebody typed, read as words, phrases and dates, and the steps in which its answers come.

An answer stands on the first step that it reaches, and within a step the newest comes first. Nothing is counted or weighed,
so that both databases answer in the same order, and neither has to look at every entry that holds a common word.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from nennep.search.expressions import Expression, Word, all_of, any_of
from nennep.search.placing import MOST_OPENING, opening
from nennep.search.words import STOP_WORDS, words
from nennep.vietnamese.folding import fold
from nennep.vietnamese.typed_dates import read_typed_date

MOST_LETTERS, MOST_TERMS = 300, 20
SHORTEST_BEGINNING = 2
"""Letters of a last word that may go on: one letter would begin everything."""

_QUOTED = re.compile(r'["“”]([^"“”]*)["“”]')
_DAY = r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|[0-9]{1,2} thang [0-9]{1,2}(?: nam|,)? [0-9]{4}"
_MONTH = r"[0-9]{1,2} ?[/-] ?(?:19|20)[0-9]{2}|(?<=thang )[0-9]{1,2}(?: nam)? (?:19|20)[0-9]{2}"
_DATE = re.compile(rf"(?<![\w/.-])(?:ngay )?(?:{_DAY}|{_MONTH})(?![/.-]?\w)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BEFORE_FIGURES = {"so", "ngay", "thang", "nam"}
_IN_TITLE, _ANYWHERE = ("_t_", "_p_"), ("", "_b_")


@dataclass(frozen=True)
class Term:
    """A word; a phrase of several words; or a date, which an entry of that day, month or year answers too."""

    words: tuple[str, ...]
    quoted: bool = False
    date: str = ""

    @property
    def is_figure(self) -> bool:
        return len(self.words) == 1 and self.words[0].isdecimal() and not self.quoted


@dataclass(frozen=True)
class Question:
    """Everything that was typed, in its order."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def words(self) -> list[str]:
        return [word for term in self.terms for word in term.words]

    def hits(self) -> Callable[[str], bool]:
        """Whether a word of a text is one that was asked for: the last may have been typed in part."""
        asked = {word for term in self.wanted() for word in term.words} or set(self.words)
        last = self.words[-1] if self._last_goes_on() else None
        return lambda word: word in asked or (last is not None and word.startswith(last))

    def steps(self) -> list[Expression]:
        """From the surest to the loosest, each once; none when nothing was typed."""
        if not self.terms:
            return []
        steps = [*self._by_number(), *self._opening(), *self._in(_IN_TITLE), *self._in(_ANYWHERE)]
        return list(dict.fromkeys(steps))

    def wanted(self) -> list[Term]:
        """The terms that have to be there: not the words that every text holds, unless there are no others."""
        kept = [
            term
            for term, after in zip(self.terms, [*self.terms[1:], None], strict=True)
            if term.quoted
            or term.date
            or not (
                term.words[0] in STOP_WORDS
                or (term.words[0] in _BEFORE_FIGURES and after is not None and after.words[0].isdecimal())
            )
        ]
        return kept or list(self.terms)

    def _last_goes_on(self) -> bool:
        last = self.terms[-1]
        word = last.words[-1]
        return not last.quoted and not last.date and not word.isdecimal() and len(word) >= SHORTEST_BEGINNING

    def _by_number(self) -> Iterator[Expression]:
        """One figure is the number of a document, and everything else is one of its names: "46 qd cbbql 2011"."""
        wanted = self.wanted()
        figures = [term for term in wanted if term.is_figure]
        if not figures or any(term.quoted for term in wanted):
            return

        def named(term: Term) -> Expression:
            names = all_of(*(Word(f"_a_{word}") for word in term.words))
            return any_of(names, Word(term.date)) if term.date else names

        yield any_of(
            *(
                all_of(Word(f"_n_{figure.words[0]}"), *(named(term) for term in wanted if term is not figure))
                for figure in figures[:4]
            )
        )

    def _opening(self) -> Iterator[Expression]:
        """The title begins with what was typed: somebody's name, the type of a document, the name of a meeting."""
        typed = self.words
        if len(typed) <= MOST_OPENING and not any(term.quoted for term in self.terms):
            yield Word(opening(typed))
            if self._last_goes_on():
                yield Word(opening(typed), begins=True)

    def _in(self, marks: tuple[str, str]) -> Iterator[Expression]:
        """In the title or anywhere: as one phrase, the same with its last word begun, all words, all words loosely."""
        one, pair = marks
        goes_on = self._last_goes_on()

        def phrase(typed: list[str] | tuple[str, ...], begun: bool = False) -> Expression:
            following = [f"{pair}{first}_{second}" for first, second in pairwise(typed)] or [f"{one}{typed[0]}"]
            return all_of(*map(Word, following[:-1]), Word(following[-1], begun))

        def term_of(term: Term, loosely: bool) -> Expression:
            if term.quoted:
                return phrase(term.words)
            begun = loosely and goes_on and term is self.terms[-1]
            said = all_of(*(Word(f"{one}{word}", begun) for word in term.words))
            return any_of(said, Word(term.date)) if loosely and term.date else said

        # A phrase in quotes stands for itself: it need not follow on what else was typed.
        if not any(term.quoted for term in self.terms):
            yield phrase(self.words)
            if goes_on:
                yield phrase(self.words, begun=True)
        wanted = self.wanted()
        yield all_of(*(term_of(term, loosely=False) for term in wanted))
        yield all_of(*(term_of(term, loosely=True) for term in wanted))


def read_question(typed: str) -> Question:
    """Whatever is typed is taken as words, never as a language of the database."""
    terms: list[Term] = []
    for position, part in enumerate(_QUOTED.split(typed[:MOST_LETTERS])):
        if position % 2:
            if phrase := tuple(words(part)):
                terms.append(Term(phrase, quoted=True))
        else:
            terms += _unquoted(fold(part))
    return Question(tuple(terms[:MOST_TERMS]))


def _unquoted(folded: str) -> Iterator[Term]:
    position = 0
    for match in _DATE.finditer(folded):
        day = _date_word(match[0])
        if day is None:
            continue
        yield from _words(folded[position : match.start()])
        yield Term(tuple(word for word in words(match[0]) if word.isdecimal()), date=day)
        position = match.end()
    yield from _words(folded[position:])


def _words(folded: str) -> Iterator[Term]:
    for word in words(folded):
        yield Term((word,), date=f"_y_{word}" if _YEAR.fullmatch(word) else "")


def _date_word(typed: str) -> str | None:
    """The index's word for a day or a month; None for figures that are none (31/02/2014)."""
    try:
        date = read_typed_date(typed)
    except ValueError:
        return None
    if date.whole:
        return f"_d_{date.year}_{date.month}_{date.day}"
    return f"_m_{date.year}_{date.month}" if date.month else None
