"""Quy tắc đang áp dụng: every rule of a day as people read it, and what differs on another day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nennep.rulebook.answers import OWN, PERMITTED, Rule
from nennep.rulebook.library import Library, library
from nennep.rulebook.rules import Rulebook
from nennep.rulebook.values import Table, written


@dataclass(frozen=True)
class Line:
    """One rule in words. `before` is what held on the other day, where two days are compared; `changed` whether it differs."""

    key: str
    title: str
    rule: Rule | None
    value: str
    parts: tuple[tuple[str, str], ...] = ()
    before: str = ""
    before_rule: Rule | None = None
    changed: bool = False

    @property
    def tag(self) -> str:
        """How sure we are, in a word or two; empty where the text itself was seen."""
        return _certainty(self.rule.certainty) if self.rule is not None else ""

    @property
    def since(self) -> date | None:
        """From which day it holds; None where it always has."""
        return None if self.rule is None or self.rule.valid_from == date.min else self.rule.valid_from


def _certainty(certainty: str) -> str:
    words = {
        "second-hand": _("cần đối chiếu bản gốc"),
        "inferred": _("suy ra, cần đối chiếu"),
        "local": _("quy định của địa phương"),
        OWN: _("của đơn vị"),
        PERMITTED: _("được phép"),
    }
    return words.get(certainty, "")


def lines(book: Rulebook, on: date, other: date | None = None) -> list[tuple[str, list[Line]]]:
    """Rules by group, in the order of the list of names; with another day, also those that held then and no longer do."""
    shelf = library()
    now, then = book.on(on), book.on(other) if other is not None else {}
    groups: dict[str, list[Line]] = {}
    keys = [*shelf.names, *sorted((set(now) | set(then)) - set(shelf.names))]
    for key in keys:
        if key in now or key in then:
            groups.setdefault(shelf.group_of(key), []).append(_line(key, shelf, now, then, other is not None))
    return list(groups.items())


def _line(key: str, shelf: Library, now: dict[str, Rule], then: dict[str, Rule], compared: bool) -> Line:
    name = shelf.names.get(key)
    rule, old = now.get(key), then.get(key)

    def words(found: Rule | None) -> str:
        if found is None:
            return _("chưa có quy tắc")
        return written(found.value, name.kind, name.unit) if name is not None else written(found.value, "number")

    table = rule.value if rule is not None and isinstance(rule.value, dict) else None
    return Line(
        key=key,
        title=name.title if name is not None else key,
        rule=rule,
        value=words(rule),
        parts=tuple(table_rows(table)) if table else (),
        before=words(old) if compared else "",
        before_rule=old,
        changed=compared and (rule.value if rule else None) != (old.value if old else None),
    )


def table_rows(table: Table) -> Iterator[tuple[str, str]]:
    """A table's rows as name and words: a criterion with its points, a list joined, a number as it stands."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield f"{name}. {value.get('criterion', '')}", str(value.get("most", ""))
        elif isinstance(value, list):
            yield name, ", ".join(str(item).replace(".", ",") for item in value)
        elif isinstance(value, bool):
            yield name, _("có") if value else _("không")
        else:
            yield name, str(value).replace(".", ",") if isinstance(value, float) else str(value)
