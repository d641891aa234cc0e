"""Many at once: processes of several threads each, which begin together and must all end well."""

import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.database import environment


def all_at_once(module: str, *, processes: int, threads: int, each: int, data: Path, database: str | None) -> None:
    """Run `python -m MODULE NAME THREADS EACH` in so many processes on one database; fail with what any of them said."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", module, str(number), str(threads), str(each)],
            env=environment(data, database),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    assert [process.stdout.readline() for process in started if process.stdout] == ["ready\n"] * processes
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0] * processes, said


def main(work: Callable[[str, int], None]) -> None:
    """What such a module does: `work(name, each)` in each of its threads, with a database connection of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
    import django

    django.setup()
    from django.db import connection

    name, threads, each = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    failures: list[str] = []

    def one(number: int) -> None:
        try:
            work(f"{name}-{number}", each)
        except Exception:
            failures.append(traceback.format_exc())
        finally:
            connection.close()

    started = [threading.Thread(target=one, args=(number,)) for number in range(threads)]
    print("ready", flush=True)
    sys.stdin.readline()
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    print("\n".join(failures), file=sys.stderr)
    sys.exit(len(failures))
