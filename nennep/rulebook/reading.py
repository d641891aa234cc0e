"""Reading a pack: every rule with its line, and every fault with the line where it stands and how to mend it."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from nennep.rulebook.formulas import INPUTS, FormulaError, Quantity, names_in, unit_of
from nennep.rulebook.lines import Lines
from nennep.rulebook.values import KINDS, UNITS, Formula, Value, ValueRefused, read_value

LEVELS = ("central", "province", "commune", "cell")
STRICTER = ("higher", "lower", "near", "fixed")
CERTAINTIES = ("seen", "second-hand", "local", "inferred")
DOUBTS = ("memory", "unknown")
_KEY = re.compile(r"[a-z]+\.[a-z_]+\Z")


@dataclass(frozen=True)
class Name:
    """A name that rules are stated for: what it is about, its kind and unit, and which way is stricter."""

    key: str
    title: str
    kind: str
    stricter: str
    unit: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Fault:
    """Something in a pack that cannot be used: in which file and line, what, and how to mend it."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Stated:
    """One rule as a pack states it. Without days it holds while a unit has the pack in use."""

    key: str
    value: Value
    statement: str
    source: str
    certainty: str
    article: str
    valid_from: date | None
    valid_to: date | None
    pack: str
    file: str
    line: int

    def overlaps(self, other: "Stated") -> bool:
        return (self.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
            self.valid_to or date.max
        )


@dataclass(frozen=True)
class Question:
    """What we do not know: asked of people who work in Party building, and never a value."""

    key: str
    question: str
    certainty: str
    pack: str
    valid_from: date | None
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass
class Pack:
    """A file of rules with its header. `faults` says what in it cannot be used; the rest of it can."""

    code: str
    file: str
    name: str = ""
    level: str = "central"
    province: str = ""
    issued_by: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    replaces: tuple[str, ...] = ()
    names: dict[str, Name] = field(default_factory=dict)
    rules: list[Stated] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    header_line: int = 1


def read_pack(path: Path, known: dict[str, Name]) -> Pack:
    """A pack from its file. Never raises for what stands in the file: every fault is in `faults`, with its line."""
    pack = Pack(code=path.stem, file=path.name)
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        pack.faults.append(Fault(path.name, int(line[1]) if line else 1, f"không phải TOML ({error})"))
        return pack
    except UnicodeDecodeError as error:
        line_number = error.object[: error.start].count(b"\n") + 1
        pack.faults.append(Fault(path.name, line_number, "tệp phải là UTF-8; lưu lại với mã UTF-8"))
        return pack
    _Reader(pack, data, Lines(text), known).read()
    pack.faults.sort()
    return pack


def read_names(data: dict[str, Any]) -> dict[str, Name]:
    """The names of keys.toml: group by group."""
    return {
        f"{group}.{last}": Name(key=f"{group}.{last}", **{**row, "choices": tuple(row.get("choices", ()))})
        for group, rows in data["names"].items()
        for last, row in rows.items()
    }


class _Reader:
    """One pack being read; faults are noted and reading goes on, so that all of them are told at once."""

    def __init__(self, pack: Pack, data: dict[str, Any], lines: Lines, known: dict[str, Name]) -> None:
        self.pack, self.data, self.lines, self.known = pack, data, lines, dict(known)

    def read(self) -> None:
        unknown = set(self.data) - {"pack", "names", "rule", "question"}
        for name in sorted(unknown):
            self.fault(name, 0, "", f"không có phần [{name}]; một gói có [pack], [names], [[rule]], [[question]]")
        self.header(self.data.get("pack"))
        self.own_names(self.data.get("names", {}))
        for number, row in enumerate(self.tables("rule")):
            self.rule(number, row)
        for number, row in enumerate(self.tables("question")):
            self.question(number, row)

    def fault(self, table: str, number: int, setting: str, what: str) -> None:
        self.pack.faults.append(Fault(self.pack.file, self.lines.of(table, number, setting), what))

    def tables(self, name: str) -> list[dict[str, Any]]:
        rows = self.data.get(name, [])
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            return rows
        self.fault(name, 0, "", f"viết [[{name}]], hai dấu ngoặc, cho mỗi mục")
        return []

    def header(self, header: Any) -> None:
        pack = self.pack
        if not isinstance(header, dict):
            self.fault("pack", 0, "", "thiếu phần [pack] ở đầu tệp: name, level, issued_by")
            return
        pack.header_line = self.lines.of("pack")
        for setting in ("name", "level", "issued_by"):
            self.words("pack", 0, header, setting)
        pack.name, pack.issued_by = str(header.get("name", "")), str(header.get("issued_by", ""))
        pack.province = str(header.get("province", ""))
        pack.level = str(header.get("level", ""))
        if pack.level and pack.level not in LEVELS:
            self.fault("pack", 0, "level", f"level là một trong {', '.join(LEVELS)}")
        pack.valid_from, pack.valid_to = self.days("pack", 0, header)
        replaces = header.get("replaces", [])
        if isinstance(replaces, list) and all(isinstance(code, str) for code in replaces):
            pack.replaces = tuple(replaces)
        else:
            self.fault("pack", 0, "replaces", 'replaces là danh sách tên tệp, ví dụ ["an-phu"]')
        self.settings("pack", 0, header, "name level province issued_by valid_from valid_to replaces")

    def own_names(self, groups: Any) -> None:
        for group, rows in groups.items() if isinstance(groups, dict) else ():
            for last, row in rows.items() if isinstance(rows, dict) else ():
                key, table = f"{group}.{last}", f"names.{group}"
                if key in self.known:
                    self.fault(table, 0, last, f"{key} đã có trong danh mục; đặt tên khác hoặc bỏ dòng này")
                elif not isinstance(row, dict) or row.get("kind") not in KINDS or row.get("stricter") not in STRICTER:
                    self.fault(
                        table, 0, last, f"kind là một trong {', '.join(KINDS)}; stricter là {', '.join(STRICTER)}"
                    )
                elif row.get("unit", "") not in ("", *UNITS):
                    self.fault(table, 0, last, f"đơn vị {row['unit']} không có; dùng một trong {', '.join(UNITS)}")
                else:
                    self.known[key] = self.pack.names[key] = Name(
                        key, str(row.get("title", key)), row["kind"], row["stricter"], row.get("unit", "")
                    )

    def rule(self, number: int, row: dict[str, Any]) -> None:
        before = len(self.pack.faults)
        name = self.name("rule", number, row)
        for setting in ("source", "statement"):
            self.words("rule", number, row, setting)
        if row.get("certainty") not in CERTAINTIES:
            self.fault("rule", number, "certainty", f"certainty là một trong {', '.join(CERTAINTIES)}")
        elif row["certainty"] == "local" and self.pack.level == "central":
            self.fault("rule", number, "certainty", "gói của Trung ương không chứa quy tắc riêng của một nơi (local)")
        starts, ends = self.days("rule", number, row)
        starts, ends = starts or self.pack.valid_from, ends or self.pack.valid_to
        if starts is None and self.pack.level == "central":
            self.fault("rule", number, "valid_from", "quy tắc của Trung ương phải ghi valid_from")
        self.settings(
            "rule", number, row, "key value table formula article source certainty statement valid_from valid_to"
        )
        value = self.value(number, row, name) if name is not None else None
        if value is None or len(self.pack.faults) > before:
            return
        self.pack.rules.append(
            Stated(
                key=row["key"],
                value=value,
                statement=row["statement"],
                source=row["source"],
                certainty=row["certainty"],
                article=str(row.get("article", "")),
                valid_from=starts,
                valid_to=ends,
                pack=self.pack.name,
                file=self.pack.file,
                line=self.lines.of("rule", number),
            )
        )

    def value(self, number: int, row: dict[str, Any], name: Name) -> Value | None:
        given = [setting for setting in ("value", "table", "formula") if setting in row]
        wanted = name.kind if name.kind in ("table", "formula") else "value"
        if given != [wanted]:
            self.fault("rule", number, given[0] if given else "", f"{name.key} ghi bằng {wanted} = …, và chỉ một lần")
            return None
        try:
            value = read_value(name.kind, row[wanted])
            if name.choices and value not in name.choices:
                raise ValueRefused(f"là một trong {', '.join(name.choices)}")
            if isinstance(value, Formula):
                self.check_units(value.expression, name)
        except (ValueRefused, FormulaError) as refusal:
            self.fault("rule", number, wanted, f"{name.key}: {refusal}")
            return None
        return value

    def check_units(self, expression: str, name: Name) -> None:
        units = {
            **INPUTS,
            **{key: other.unit for key, other in self.known.items() if other.kind in ("number", "share")},
        }
        for asked in sorted(names_in(expression) - set(units)):
            raise FormulaError(f"công thức hỏi {asked}, không phải số liệu hay quy tắc có số{_perhaps(asked, units)}")
        found = unit_of(expression, units)
        if found != Quantity.of(name.unit):
            raise FormulaError(f"công thức ra {found}, còn quy tắc cần {Quantity.of(name.unit)}")

    def question(self, number: int, row: dict[str, Any]) -> None:
        before = len(self.pack.faults)
        self.name("question", number, row)
        self.words("question", number, row, "question")
        if row.get("certainty") not in DOUBTS:
            self.fault("question", number, "certainty", f"certainty của câu hỏi là {' hoặc '.join(DOUBTS)}")
        starts, ends = self.days("question", number, row)
        self.settings("question", number, row, "key question certainty valid_from valid_to")
        if len(self.pack.faults) == before:
            self.pack.questions.append(
                Question(row["key"], row["question"], row["certainty"], self.pack.name, starts, ends)
            )

    def name(self, table: str, number: int, row: dict[str, Any]) -> Name | None:
        key = row.get("key")
        if not isinstance(key, str) or not _KEY.match(key):
            self.fault(table, number, "key", 'thiếu key, ví dụ key = "meeting.min_minutes"')
            return None
        found = self.known.get(key)
        if found is None:
            self.fault(
                table, number, "key", f"không có khóa {key}{_perhaps(key, self.known)}; khóa mới thì khai trong [names]"
            )
        return found

    def words(self, table: str, number: int, row: dict[str, Any], setting: str) -> None:
        if not isinstance(row.get(setting), str) or not row[setting].strip():
            self.fault(table, number, setting, f'thiếu {setting} = "…"')

    def days(self, table: str, number: int, row: dict[str, Any]) -> tuple[date | None, date | None]:
        days: list[date | None] = []
        for setting in ("valid_from", "valid_to"):
            day = row.get(setting)
            if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
                self.fault(table, number, setting, f"{setting} là ngày viết như 2025-10-28, không có dấu nháy")
                day = None
            days.append(day)
        starts, ends = days
        if starts is not None and ends is not None and ends < starts:
            self.fault(table, number, "valid_to", "valid_to trước valid_from")
        return starts, ends

    def settings(self, table: str, number: int, row: dict[str, Any], allowed: str) -> None:
        for setting in row:
            if setting not in allowed.split():
                self.fault(
                    table, number, setting, f"không có {setting} trong [{table}]{_perhaps(setting, allowed.split())}"
                )


def _perhaps(word: str, known: Any) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f" (có phải {near[0]}?)" if near else ""
