"""The test database. On SQLite the ten seconds of migrations are spent once: a migrated file is kept and copied."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker) -> Iterator[None]:
    """A migrated database for this process. The ledger's triggers live in a migration, so migrations are never left out."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            shutil.copyfile(migrated_file(request.config), settings.DATABASES["default"]["NAME"])
            yield
        else:
            yield from created_and_dropped()


def created_and_dropped() -> Iterator[None]:
    """Django's own way, with a name for each process."""
    from django.test.utils import setup_databases, teardown_databases

    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    connection.settings_dict["TEST"]["NAME"] = f"test_{connection.settings_dict['NAME']}_{worker}"
    made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    yield
    teardown_databases(made, verbosity=0)


def migrated_file(config: pytest.Config) -> Path:
    """The SQLite file that `nennep migrate` makes of an empty folder, kept until a migration changes."""
    cache = getattr(config, "cache", None)
    kept = cache.mkdir("migrated") if cache else Path(os.environ["NENNEP_DATA"])
    file = kept / f"{key_of_migrations()}.sqlite3"
    if not file.exists():
        for old in kept.glob("*.sqlite3"):
            old.unlink(missing_ok=True)
        # Two processes may both come here; each makes its own, and the last to finish replaces an equal file.
        with tempfile.TemporaryDirectory(dir=kept) as folder:
            run_nennep("migrate", "--verbosity=0", data=Path(folder))
            Path(folder, "nennep.sqlite3").replace(file)
    return file


def key_of_migrations() -> str:
    """Changes whenever a migration of any installed app is added, removed or edited."""
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.name):
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.name}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:20]


@pytest.fixture
def own_database(db: None) -> Iterator[str | None]:
    """A database for real commits: None for SQLite in the test's folder, else the address of a new PostgreSQL one."""
    if connection.vendor == "sqlite":
        yield None
        return
    import psycopg

    server = urlsplit(os.environ["NENNEP_DATABASE"])._replace(path="/postgres").geturl()
    name = f"own_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        admin.execute(f"DROP DATABASE {name}")


def run_nennep(*words: str, data: Path, database: str | None = None) -> str:
    """The command as a person runs it, in a process and a data folder of its own; returns what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "nennep", *words],
        env=environment(data, database),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"nennep {' '.join(words)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def environment(data: Path, database: str | None = None) -> dict[str, str]:
    """For a process that works on `data`, and on that PostgreSQL database when one is named, else on SQLite."""
    kept = {name: value for name, value in os.environ.items() if name != "NENNEP_DATABASE"}
    root = str(Path(__file__).resolve().parent.parent)
    chosen = {"NENNEP_DATA": str(data), "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"}
    return kept | chosen | ({"NENNEP_DATABASE": database} if database else {})
