"""Formulas in packs: arithmetic over named quantities, checked for their units before anybody relies on them.

`simpleeval` reads the expression; only + - * / and the functions below exist, on exact fractions. The same expression is
evaluated once with units instead of numbers, so that people are never added to đồng.
"""

import ast
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from simpleeval import InvalidExpression, SimpleEval

LONGEST = 200

INPUTS: dict[str, str] = {
    "rated_good": "people",
    "members": "people",
    "base_salary": "dong_per_base_salary",
    "tasks": "tasks",
}
"""What a formula may ask for besides other rules, with its unit."""

# A multiple of the base salary times đồng per base salary is đồng.
_DERIVED = {"dong_per_base_salary": {"dong": 1, "base_salaries": -1}}


class FormulaError(ValueError):
    """The expression cannot be used; the message says why."""


@dataclass(frozen=True)
class Quantity:
    """A unit without a number: {"dong": 1} is đồng, {} is a pure number."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, unit: str) -> "Quantity":
        return cls.made(Counter(_DERIVED.get(unit, {unit: 1} if unit else {})))

    @classmethod
    def made(cls, powers: "Counter[str]") -> "Quantity":
        return cls(tuple(sorted((unit, power) for unit, power in powers.items() if power)))

    def __add__(self, other: Any) -> "Quantity":
        if _unit(other) != self:
            raise FormulaError(f"không cộng, trừ, so sánh được {self} với {_unit(other)}")
        return self

    __radd__ = __sub__ = __rsub__ = __add__

    def __mul__(self, other: Any) -> "Quantity":
        both = Counter(dict(self.powers))
        both.update(dict(_unit(other).powers))
        return self.made(both)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> "Quantity":
        if other == 0:
            raise FormulaError("công thức chia cho không")
        rest = Counter(dict(self.powers))
        rest.subtract(dict(_unit(other).powers))
        return self.made(rest)

    def __rtruediv__(self, other: Any) -> "Quantity":
        return _unit(other) / self

    def __neg__(self) -> "Quantity":
        return self

    def __str__(self) -> str:
        return (
            " ".join(unit if power == 1 else f"{unit}^{power}" for unit, power in self.powers) or "số không có đơn vị"
        )


def _unit(value: Any) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity()


def value_of(expression: str, names: Mapping[str, Any]) -> Fraction:
    """The formula's exact value. `names` holds what it asks for: inputs, and values of other rules by their keys."""
    return Fraction(_evaluate(expression, names, _ON_NUMBERS))


def unit_of(expression: str, units: Mapping[str, str]) -> Quantity:
    """The unit of the formula's value. Raises FormulaError where unlike things are added, or a name is unknown."""
    return _unit(_evaluate(expression, {name: Quantity.of(unit) for name, unit in units.items()}, _ON_UNITS))


def names_in(expression: str) -> set[str]:
    """The names that a formula asks for, a rule's key as "group.name"."""
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"không đọc được công thức ({error})") from error
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    dotted = {node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and node not in called and node not in dotted
    }


def _evaluate(expression: str, names: Mapping[str, Any], functions: Mapping[str, Any]) -> Any:
    if len(expression) > LONGEST:
        raise FormulaError(f"công thức dài quá {LONGEST} ký tự")
    unknown = names_in(expression) - set(names)
    if unknown:
        raise FormulaError(f"không biết {', '.join(sorted(unknown))}")
    nested: dict[str, Any] = {}
    for name, value in names.items():
        *groups, last = name.split(".")
        place = nested
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = value
    reader = SimpleEval(operators=_OPERATORS, functions=dict(functions), names=nested)
    reader.nodes = {kind: read for kind, read in reader.nodes.items() if kind in _ALLOWED}
    reader.nodes[ast.Constant] = _exact
    try:
        return reader.eval(expression)
    except FormulaError:
        raise
    except ZeroDivisionError as error:
        raise FormulaError("công thức chia cho không") from error
    except (InvalidExpression, KeyError, TypeError, ValueError, SyntaxError, ArithmeticError) as error:
        raise FormulaError(f"công thức có phần không dùng được ({error})") from error


def _exact(node: ast.Constant) -> Fraction:
    """0.20 in a formula is one fifth, not its nearest binary number."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        raise FormulaError("công thức chỉ có số và tên")
    return Fraction(str(node.value))


_ALLOWED = {ast.Expr, ast.BinOp, ast.UnaryOp, ast.Call, ast.Name, ast.Attribute}

_OPERATORS = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.USub: lambda a: -a,
}


def _round_up(value: Fraction, step: Fraction = Fraction(1)) -> Fraction:
    """Up to the next whole step: 447,000 by 10,000 is 450,000."""
    return -(-value // step) * step


def _round_down(value: Fraction, step: Fraction = Fraction(1)) -> Fraction:
    return value // step * step


def _round_half_up(value: Fraction, step: Fraction = Fraction(1)) -> Fraction:
    return _round_down(value + step / 2, step)


_ON_NUMBERS = {
    "round_up": _round_up,
    "round_down": _round_down,
    "round_half_up": _round_half_up,
    "min": min,
    "max": max,
}


def _alike(first: Any, *others: Any) -> Quantity:
    """Rounding, and the least or greatest, ask for one unit and keep it."""
    unit = _unit(first)
    for other in others:
        unit = unit + _unit(other)
    return unit


_ON_UNITS = {
    **dict.fromkeys(
        ("round_up", "round_down", "round_half_up"),
        lambda value, step=None: _unit(value) if step is None else _alike(value, step),
    ),
    "min": _alike,
    "max": _alike,
}
