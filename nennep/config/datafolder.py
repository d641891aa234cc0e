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
                "CONN_MAX_AGE": 60,  # to open the file and read its two hundred tables takes longer than a short question
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

    @property
    def address(self) -> str:
        """Where people reach this installation, as sheets and letters print it; empty until somebody says so."""
        return str(self.settings.get("address", "")).rstrip("/")

    def mail(self) -> dict[str, Any]:
        """Django's settings for letters, from `[mail]`; without it none are sent, and no page offers to."""
        chosen = self.settings.get("mail")
        if chosen is None:
            return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
        if not chosen.get("host") or not chosen.get("from"):
            raise SettingsError(f'{SETTINGS_FILE}: [mail] needs "host" and "from".')
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": chosen["host"],
            "EMAIL_PORT": int(chosen.get("port", 25)),
            "EMAIL_HOST_USER": chosen.get("user", ""),
            "EMAIL_HOST_PASSWORD": self.secret(chosen["password_file"]) if "password_file" in chosen else "",
            "EMAIL_USE_TLS": bool(chosen.get("starttls", False)),
            "EMAIL_USE_SSL": bool(chosen.get("tls", False)),
            "EMAIL_TIMEOUT": 20,
            "DEFAULT_FROM_EMAIL": chosen["from"],
        }

    def oidc(self) -> dict[str, Any] | None:
        """The agency's own sign-on, from `[oidc]`; None where there is none. Its secret lies in the folder's keys."""
        chosen = self.settings.get("oidc")
        if chosen is None:
            return None
        lacking = [name for name in ("name", "server_url", "client_id") if not chosen.get(name)]
        if lacking:
            raise SettingsError(f"{SETTINGS_FILE}: [oidc] lacks {', '.join(lacking)}.")
        return {
            "provider_id": "co-quan",
            "name": chosen["name"],
            "client_id": chosen["client_id"],
            "secret": self.secret(chosen.get("secret_file", "oidc_secret")),
            "settings": {"server_url": chosen["server_url"], "oauth_pkce_enabled": True},
        }

    def secret(self, name: str) -> str:
        """What stands in a file of the folder's keys."""
        file = self.root / "keys" / name
        if not file.is_file():
            raise SettingsError(f"{file}: {SETTINGS_FILE} names this file, and it is not there.")
        return file.read_text(encoding="utf-8").strip()

    def require_sound(self) -> None:
        """Refuse to start where demo passwords lie in a folder that is not a demo: somebody copied one into the other."""
        file = self.root / "keys" / "demo_password"
        if not self.is_demo and file.exists():
            raise SettingsError(
                f"{file}: this folder is not a demo, and must not hold the demo's password. Its accounts would be open to"
                " everybody who tried the demo. Delete the file and those accounts, or start with an empty folder."
            )
