"""All packs of an installation: the shipped ones and those in the data folder, read again whenever a file changes."""

import logging
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from django.conf import settings

from nennep.rulebook.formulas import names_in
from nennep.rulebook.reading import Fault, Name, Pack, Question, Stated, read_names, read_pack
from nennep.rulebook.values import Formula

SHIPPED = Path(__file__).parent / "packs"
KEYS = Path(__file__).parent / "keys.toml"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Library:
    """Packs that can be used, by code; the names they are stated for; and what in them cannot be used, and why."""

    packs: dict[str, Pack]
    names: dict[str, Name]
    groups: dict[str, str]
    faults: tuple[Fault, ...]

    def central(self) -> Iterator[Stated]:
        """Rules of the Centre, which hold for every unit without being taken into use."""
        for pack in self.packs.values():
            if pack.level == "central":
                yield from pack.rules

    def local(self) -> list[Pack]:
        """Packs that hold only for units which take them into use."""
        return [pack for pack in self.packs.values() if pack.level != "central"]

    def questions(self, codes: Iterable[str] = ()) -> list[Question]:
        """What the Centre's packs, and the local ones named, leave open."""
        wanted = set(codes)
        return [
            question
            for pack in self.packs.values()
            if pack.level == "central" or pack.code in wanted
            for question in pack.questions
        ]

    def group_of(self, key: str) -> str:
        group = key.partition(".")[0]
        return self.groups.get(group, group)


def library() -> Library:
    """The installation's packs. What cannot be used is left out and said: in the log, by `nennep rules`, on the page."""
    return _read(tuple((path, path.stat().st_mtime_ns) for path in _files((SHIPPED, settings.RULE_PACKS))))


@lru_cache(maxsize=1)
def _read(files: tuple[tuple[Path, int], ...]) -> Library:
    """What the files say, kept for as long as none of them changes."""
    found = load([path for path, _changed in files])
    for fault in found.faults:
        log.warning("rule pack cannot be used: %s line %d", fault.file, fault.line)
    return found


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.glob("*.toml"))


def load(paths: Sequence[Path]) -> Library:
    """Read packs together: each by itself, then against each other. Of two that contradict, the one read first stands."""
    data = tomllib.loads(KEYS.read_text(encoding="utf-8"))
    names, faults = read_names(data), []
    packs: dict[str, Pack] = {}
    for path in paths:
        pack = read_pack(path, names)
        faults += pack.faults
        if pack.code in packs:
            faults.append(Fault(pack.file, 1, f"đã có một gói tên tệp {pack.file}; đổi tên tệp này"))
            continue
        packs[pack.code] = pack
        names = {**names, **pack.names}
    faults += [*contradictions(packs.values()), *circles(packs), *formula_circles(packs.values())]
    return Library(packs, names, data["groups"], tuple(sorted(set(faults))))


def contradictions(packs: Iterable[Pack]) -> Iterator[Fault]:
    """Two rules for one key on one day on one layer: within a pack, or between two packs of the Centre. The later one is
    taken out of its pack."""
    read = list(packs)
    for pack in read:
        yield from _clashes(pack, list(combinations(pack.rules, 2)))
    central = [pack for pack in read if pack.level == "central"]
    for first, second in combinations(central, 2):
        yield from _clashes(second, [(one, other) for one in first.rules for other in second.rules])


def _clashes(pack: Pack, pairs: list[tuple[Stated, Stated]]) -> Iterator[Fault]:
    for stands, other in pairs:
        if stands.key == other.key and stands.overlaps(other):
            if other in pack.rules:
                pack.rules.remove(other)
            yield Fault(
                other.file,
                other.line,
                f"{other.key} mâu thuẫn với {stands.file}:{stands.line}: cùng khóa, cùng cấp, trùng ngày; "
                "ghi valid_to cho quy tắc trước hoặc bỏ một quy tắc",
            )


def circles(packs: dict[str, Pack]) -> Iterator[Fault]:
    """Packs that replace each other in a circle; none of the circle's replacements then counts."""
    for pack in packs.values():
        for code in pack.replaces:
            if code not in packs:
                yield Fault(pack.file, pack.header_line, f"replaces nói đến {code}, không có gói ấy")
        way = _way_back(pack.code, packs)
        if way:
            told = " → ".join(f"{packs[code].file}:{packs[code].header_line}" for code in way)
            yield Fault(pack.file, pack.header_line, f"các gói thay nhau thành vòng: {told}; bỏ replaces ở một gói")


def _way_back(start: str, packs: dict[str, Pack]) -> list[str]:
    """The packs on the way from one back to itself; empty where there is no such way."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for code in packs[way[-1]].replaces:
            if code == start:
                return [*way, start]
            if code in packs and code not in seen:
                seen.add(code)
                ways.append([*way, code])
    return []


def formula_circles(packs: Iterable[Pack]) -> Iterator[Fault]:
    """Formulas that ask for each other in a circle could never be worked out."""
    stated = [rule for pack in packs for rule in pack.rules if isinstance(rule.value, Formula)]
    asks = {rule.key: names_in(str(rule.value)) for rule in stated}
    for rule in stated:
        waiting, seen = list(asks[rule.key]), set[str]()
        while waiting:
            key = waiting.pop()
            if key == rule.key:
                yield Fault(rule.file, rule.line, f"công thức của {rule.key} hỏi lại chính nó")
                break
            if key not in seen:
                seen.add(key)
                waiting += asks.get(key, ())
