"""A process of several people at work: `python -m nennep.ledger.tests.writer NAME THREADS ACTS`, begins when it reads a line.

Each thread is somebody with a connection of their own who lists people, one act at a time, as fast as the ledger lets them.
"""

import os
import sys
import threading
import traceback


def work(name: str, acts: int) -> None:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from django.db import connection

    from nennep.organisation.access import Operator
    from nennep.organisation.actions import list_person
    from nennep.organisation.models import Person, Unit

    at = datetime(2014, 6, 3, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    unit = Unit.objects.get()
    for number in range(acts):
        code = f"{name}-{number}"
        list_person(Person(home=unit, code=code, name=f"Nguyễn Văn {code}", sex="m"), by=Operator(), at=at)
    connection.close()


def main(name: str, threads: int, acts: int) -> int:
    failures: list[str] = []

    def one(number: int) -> None:
        try:
            work(f"{name}-{number}", acts)
        except Exception:
            failures.append(traceback.format_exc())

    started = [threading.Thread(target=one, args=(number,)) for number in range(threads)]
    print("ready", flush=True)
    sys.stdin.readline()
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    print("\n".join(failures), file=sys.stderr)
    return len(failures)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"

    import django

    django.setup()
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
