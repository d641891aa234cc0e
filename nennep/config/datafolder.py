"""The data folder: one place on disk that holds the database, the files, the keys and the settings.

To move an installation, move the folder. Nothing outside it is written to.
"""

import os
import secrets
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SETTINGS_FILE = "settings.toml"


class SettingsError(Exception):
    """settings.toml cannot be used; the message says what to change."""


@dataclass(frozen=True)
class DataFolder:
    root: Path
    settings: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_environment(cls) -> "DataFolder":
        """The folder named by NENNEP_DATA, else ./data. It is made when it is not there yet."""
        root = Path(os.environ.get("NENNEP_DATA") or "data").resolve()
        for part in (root, root / "files", root / "keys", root / "static"):
            part.mkdir(parents=True, exist_ok=True)
        file = root / SETTINGS_FILE
        try:
            settings = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{file}: not valid TOML ({error}).") from error
        return cls(root, settings)

    @property
    def is_demo(self) -> bool:
        """Only a folder made by `run.py demo` says so; demo accounts exist nowhere else."""
        return bool(self.settings.get("demo", False))

    @property
    def today(self) -> date | None:
        """A fixed day for the demo, whose cell lives in 2015; None means the real clock."""
        value = self.settings.get("today")
        if value is not None and not isinstance(value, date):
            raise SettingsError(f'{SETTINGS_FILE}: "today" must be a date such as 2015-01-21, without quotes.')
        return value

    def secret_key(self) -> str:
        """The signing key of this installation, made on first use and readable by its owner only."""
        file = self.root / "keys" / "secret_key"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(50))
        return file.read_text().strip()

    def database(self) -> dict[str, Any]:
        """Django's description of the database: SQLite in the folder, or the PostgreSQL of `database = "postgresql://…"`."""
        url = os.environ.get("NENNEP_DATABASE") or self.settings.get("database")
        if url is None:
            return {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": self.root / "nennep.sqlite3",
                # The database waits for its turn instead of failing, and a reader never blocks a writer.
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "timeout": 60,
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
                },
            }
        parts = urlsplit(url)
        if parts.scheme not in ("postgresql", "postgres"):
            raise SettingsError(f'{SETTINGS_FILE}: "database" must start with postgresql://')
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
