"""In which line of a TOML file something stands: the standard reader says what it means, and forgets where it stood."""

import re
from collections import defaultdict

_HEADER = re.compile(r"\s*\[\[?\s*([\w.\"-]+)\s*\]\]?\s*(?:#.*)?\Z")
_SETTING = re.compile(r"""\s*("[^"]+"|[\w-]+)\s*[=.]""")  # table."2a" = … is the setting table, over several lines
_LONG = re.compile(r'"""|\'\'\'')


class Lines:
    """The first line of every table of a file, and of every setting in it, counted from one."""

    def __init__(self, text: str) -> None:
        self._tables: dict[str, list[int]] = defaultdict(list)
        self._settings: dict[tuple[str, int, str], int] = {}
        name, number, inside = "", 0, False
        for line, words in enumerate(text.splitlines(), start=1):
            was_inside = inside
            inside ^= len(_LONG.findall(words)) % 2 == 1
            if was_inside:
                continue
            if header := _HEADER.match(words):
                name = header[1]
                self._tables[name].append(line)
                number = len(self._tables[name]) - 1
            elif setting := _SETTING.match(words):
                self._settings.setdefault((name, number, setting[1].strip('"')), line)

    def of(self, table: str, number: int = 0, setting: str = "") -> int:
        """The line of a setting in the n-th table of that name; the table's own line where the setting is missing; 1 where
        there is no such table."""
        found = self._settings.get((table, number, setting))
        if found is not None:
            return found
        tables = self._tables.get(table, ())
        return tables[number] if number < len(tables) else 1
