"""A process that writes entries: `python -m nennep.ledger.tests.writer NAME COUNT`, begins when it reads a line."""

import os
import sys


def write(name: str, count: int) -> None:
    from django.db import transaction

    from nennep.ledger.tests.factories import entry

    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        with transaction.atomic():
            entry(number, actor=f"organisation.person:{name}")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"

    import django

    django.setup()
    write(sys.argv[1], int(sys.argv[2]))
