"""Run a command against a throw-away PostgreSQL: `python tests/postgres.py pytest -n 2`.

A new cluster is made in a temporary folder, listens on a free port of this machine only, is named to the command by
NENNEP_DATABASE, and is gone when the command ends. Needs PostgreSQL's own programs; nothing of the system is touched.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A cluster for an hour: nothing in it has to outlive a power cut.
CARELESS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgreSQL(Exception):
    """PostgreSQL's programs are not on this machine."""


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; yields the address of its one empty database."""
    programs = folder_of_programs()
    owner = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="nennep-postgres-"))
    if owner:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, pwd.getpwnam(owner).pw_gid)
    data, port = folder / "data", free_port()

    def run(program: str, *words: str) -> None:
        command = [str(programs / program), *words]
        # The server inherits what it is given: a pipe would stay open, and a file shows why it did not start.
        with tempfile.TemporaryFile("w+") as log:
            done = subprocess.run(command, user=owner, cwd=folder, stdout=log, stderr=log, check=False)
            if done.returncode:
                log.seek(0)
                raise RuntimeError(f"{program} ended with {done.returncode}:\n{log.read()}")

    try:
        run(
            "initdb",
            "--pgdata",
            str(data),
            "--username=nennep",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c max_connections=260 {CARELESS}"
        run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", options)
        try:
            yield f"postgresql://nennep@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "stop", "--mode=immediate", "--pgdata", str(data))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def folder_of_programs() -> Path:
    """Where initdb is: on the path, or where Debian and Ubuntu keep it, the newest version first."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]), reverse=True
    )
    if not installed:
        raise NoPostgreSQL("PostgreSQL is not installed: initdb is neither on PATH nor under /usr/lib/postgresql.")
    return installed[0].parent


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit("usage: python tests/postgres.py COMMAND …")
    try:
        with cluster() as address:
            return subprocess.run(sys.argv[1:], env={**os.environ, "NENNEP_DATABASE": address}, check=False).returncode
    except NoPostgreSQL as error:
        sys.exit(str(error))


if __name__ == "__main__":
    sys.exit(main())
