"""How fast a province knows how many members it has: `python bench/people.py [--cells N]`.

Makes a province with N cells (4,000 by default) in 120 communes and 45 people a cell, every tenth exempt and every fifth
moved once, on a PostgreSQL cluster of its own. Measures the base of a percentage ("full members of the province on a day
without the exempt", one query) beside two things in the same run: PostgreSQL counting the bare rows, and the same question
asked cell by cell. Prints medians of five; it judges nothing.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS, PEOPLE, COMMUNES = 5, 45, 120
DAY = date(2025, 12, 31)
SAMPLE = 200  # of the cells, for the question asked cell by cell


def main() -> None:
    from tests.postgres import cluster

    parser = argparse.ArgumentParser(description="Measure the base of a province's percentages.")
    parser.add_argument("--cells", type=int, default=4000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, cluster() as address:
        os.environ |= {"NENNEP_DATA": folder, "NENNEP_DATABASE": address}
        os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
        import django

        django.setup()
        measure(options.cells)


def measure(cells: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from nennep.organisation.models import Membership, Unit
    from nennep.organisation.tree import roll_under

    call_command("migrate", verbosity=0)
    province = write(cells)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    def base() -> int:
        return roll_under(province, DAY).full().without_exempt(DAY).order_by().count()

    def bare() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM organisation_membership WHERE standing = 'full'")
            return int(cursor.fetchone()[0])

    def cell_by_cell() -> int:
        some = Unit.objects.exclude(cell_kind="")[:SAMPLE]
        return sum(Membership.objects.of(unit).on(DAY).full().without_exempt(DAY).count() for unit in some)

    print(f"{cells} cells, {Membership.objects.count():,} standings, base {base():,}")
    for name, act in (
        ("base, one query", base),
        ("bare count of rows", bare),
        (f"cell by cell, {SAMPLE} of them", cell_by_cell),
    ):
        print(f"{name:<28}{1000 * timed(act):>9.1f} ms", flush=True)


def write(cells: int) -> object:
    """The province: every row as the verbs would have left it, put in by thousands."""
    from nennep.organisation.actions import name_order
    from nennep.organisation.models import (
        CellKind,
        Coming,
        Exemption,
        Going,
        Level,
        Membership,
        Person,
        Standing,
        Unit,
        UnitState,
    )

    began, moved = date(2010, 1, 1), date(2020, 7, 1)

    def unit(code: str, level: str, parent: Unit | None, kind: str = "") -> Unit:
        return Unit(
            code=code,
            name=f"Đơn vị {code}",
            letterhead=f"ĐƠN VỊ {code}",
            level=level,
            cell_kind=kind,
            parent=parent,
            symbol=code,
            place="Hưng Yên",
            starts=began,
        )

    province = unit("T", Level.PROVINCE, None)
    province.save()
    communes = [unit(f"X{number}", Level.COMMUNE, province) for number in range(COMMUNES)]
    Unit.objects.bulk_create(communes)
    every = [
        unit(f"C{number}", Level.ATTACHED_CELL, communes[number % COMMUNES], CellKind.RESIDENTIAL)
        for number in range(cells)
    ]
    Unit.objects.bulk_create(every, batch_size=2000)
    UnitState.objects.bulk_create(
        (UnitState(unit=u, starts=began, cause="founded", **u.dress()) for u in [province, *communes, *every]),
        batch_size=2000,
    )
    key = name_order("Nguyễn Văn An")
    people = [
        Person(home=cell, code=f"{number}", name="Nguyễn Văn An", name_key=key, sex="m")
        for cell in every
        for number in range(PEOPLE)
    ]
    Person.objects.bulk_create(people, batch_size=5000)
    rows, exempt = [], []
    for number, person in enumerate(people):
        standing = Standing.PROBATIONARY if number % 40 == 0 else Standing.FULL
        common = {"person": person, "standing": standing}
        if number % 5 == 0:
            rows.append(Membership(unit=every[number % cells], starts=began, ends=date(2020, 6, 30), **common))
            rows[-1].went = Going.MOVED_OUT
            rows.append(Membership(unit=person.home, starts=moved, came=Coming.MOVED_IN, **common))
        else:
            rows.append(Membership(unit=person.home, starts=began, **common))
        if number % 10 == 0:
            exempt.append(
                Exemption(person=person, unit=person.home, decided_by="Chi bộ", reason="Tuổi cao", starts=moved)
            )
    Membership.objects.bulk_create(rows, batch_size=5000)
    Exemption.objects.bulk_create(exempt, batch_size=5000)
    return province


def timed(act: Callable[[], int]) -> float:
    """The median of five runs after one to warm up."""
    act()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
