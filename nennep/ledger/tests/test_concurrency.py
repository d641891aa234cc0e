"""Writers in different processes wait for each other at the head: one chain, no entry lost, none twice."""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.database import environment, run_nennep

EACH = 40


@pytest.fixture
def own_database(db: None) -> Iterator[str | None]:
    """A database for real commits: None for SQLite in the test's folder, else the address of a new PostgreSQL one."""
    if connection.vendor == "sqlite":
        yield None
        return
    import psycopg

    server = urlsplit(os.environ["NENNEP_DATABASE"])._replace(path="/postgres").geturl()
    name = f"writers_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        admin.execute(f"DROP DATABASE {name}")


def test_two_processes_that_write_at_once_leave_one_unbroken_chain(tmp_path, own_database):
    run_nennep("migrate", "ledger", "--verbosity=0", data=tmp_path, database=own_database)
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "nennep.ledger.tests.writer", name, str(EACH)],
            env=environment(tmp_path, own_database),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("1", "2")
    ]
    assert [writer.stdout.readline() for writer in writers] == ["ready\n", "ready\n"]
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    errors = [writer.communicate()[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], errors
    assert run_nennep("ledger", "verify", data=tmp_path, database=own_database) == (
        f"{2 * EACH} entries, the chain is whole.\n"
    )
