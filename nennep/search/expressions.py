"""What an entry's words have to hold, in one form for both databases: words, all of these, any of those."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """One word of the index; `begins` lets every word count that begins so."""

    text: str
    begins: bool = False


@dataclass(frozen=True)
class All:
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Any:
    parts: tuple["Expression", ...]


Expression = Word | All | Any


def all_of(*parts: "Expression") -> "Expression":
    return parts[0] if len(parts) == 1 else All(parts)


def any_of(*parts: "Expression") -> "Expression":
    """Equal parts once, in the order given."""
    once = tuple(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else Any(once)


def fts5(expression: Expression) -> str:
    """For SQLite. A word never holds a quote: it is letters, figures and the underscore."""
    match expression:
        case Word(text, begins):
            return f'"{text}"*' if begins else f'"{text}"'
        case All(parts):
            return "(" + " AND ".join(map(fts5, parts)) + ")"
        case Any(parts):
            return "(" + " OR ".join(map(fts5, parts)) + ")"


def tsquery(expression: Expression) -> str:
    """For PostgreSQL, as the text of a tsquery."""
    match expression:
        case Word(text, begins):
            return f"'{text}':*" if begins else f"'{text}'"
        case All(parts):
            return "(" + " & ".join(map(tsquery, parts)) + ")"
        case Any(parts):
            return "(" + " | ".join(map(tsquery, parts)) + ")"
