"""A number that comes from a document stands in a pack, with its source and its days; never in the code."""

import ast
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import nennep
from nennep.rulebook.library import library

HOUSE = Path(nennep.__file__).parent
ROOMS = [
    "documents",
    "ballots",
    "indicators",
    "programme",
    "meetings",
    "review",
    "recognition",
    "oversight",
    "reports",
    "portal",
    "exchange",
    "desk",
]
EVERYDAY = {Fraction(n) for n in (0, 1, 2, 3, 4, 5, 6, 10, 12, 13, 100)}
"""Too common to mean a rule: months, quarters, percent."""

MEANS_SOMETHING_ELSE = {
    ("indicators/people.py", 18): "age bands of the figures",
    ("indicators/people.py", 30): "age bands of the figures",
    ("indicators/people.py", 50): "age bands of the figures",
    ("indicators/people.py", 120): "age bands of the figures",
    ("documents/files/reading/kinds.py", Fraction(1, 2)): "how much of a file must be letters to be a text",
    ("documents/files/reading/letters.py", 30): "attachments of one e-mail that are opened",
    ("documents/files/names.py", 120): "longest name of a file",
    ("documents/papers/body.py", 120): "longest heading",
    ("documents/layout/parts.py", 90): "letters in a line that can still be a heading",
    ("documents/layout/findings.py", 70): "letters of a quotation",
    ("documents/files/reader.py", 25): "largest file, MiB",
    ("programme/registration/offers.py", 25): "letters from which a text can be said to be like another",
    ("exchange/workbook/opening.py", 25): "largest workbook, MiB",
    ("exchange/models.py", 30): "days for which an import can be undone",
    ("exchange/roster/headings.py", 30): "rows among which a heading is looked for",
    ("exchange/roster/values.py", 120): "longest name",
    ("exchange/roster/people.py", 18): "two-digit birth years: which century makes a grown person",
}
"""Numbers in comparisons and constants that equal a rule's value by chance: what each is."""


def numbers_of_rules() -> set[Fraction]:
    stated = (rule.value for pack in library().packs.values() for rule in pack.rules)
    return {value for value in stated if isinstance(value, Fraction)} - EVERYDAY


def deciding(tree: ast.Module) -> Iterator[ast.Constant]:
    """Number literals that decide something: in a comparison, a constant of the module, an argument of timedelta."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (part for part in ast.walk(node) if isinstance(part, ast.Constant))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("timedelta"):
            yield from (part for part in ast.walk(node) if isinstance(part, ast.Constant))
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from bare(node.value)


def bare(node: ast.expr) -> Iterator[ast.Constant]:
    """A number that stands by itself, in a tuple or a sum; what is handed to a function decides there."""
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.Tuple | ast.BinOp):
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.expr):
                yield from bare(part)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"Fraction", "Decimal"}:
        yield from (part for part in ast.walk(node) if isinstance(part, ast.Constant))


def found_in(file: Path, wanted: set[Fraction]) -> set[Fraction]:
    literals = (node.value for node in deciding(ast.parse(file.read_text(encoding="utf-8"))))
    numbers = (value for value in literals if isinstance(value, int | float) and not isinstance(value, bool))
    return {Fraction(str(value)) for value in numbers} & wanted


def test_no_room_decides_by_a_number_that_a_document_gives():
    wanted = numbers_of_rules()
    assert {90, 120, Fraction(85, 100), Fraction(9, 10), 70, 50} <= wanted
    found = {
        (file.relative_to(HOUSE).as_posix(), number)
        for room in ROOMS
        for file in (HOUSE / room).rglob("*.py")
        if "tests" not in file.parts and "migrations" not in file.parts
        for number in found_in(file, wanted)
    }
    assert found - set(MEANS_SOMETHING_ELSE) == set()
    assert set(MEANS_SOMETHING_ELSE) - found == set(), "no longer there: take the line out"


def test_the_search_would_see_one(tmp_path):
    """The three ways in which a number would decide."""
    for text in ("LEAST = 90\n", "def f(m):\n    return m < 90\n", "late = timedelta(days=90)\n"):
        (tmp_path / "room.py").write_text(text)
        assert found_in(tmp_path / "room.py", {Fraction(90)}) == {90}, text
