"""How fast the board is: `python bench/board.py`.

A cell of 60 people with 8 items each and twelve months of results, and a commune of 120 cells with a year of meetings and
registrations, both on SQLite in a folder of their own. Prints the median of nine runs and the queries of: the board's page,
the grid over 120 cells, one monthly line saved; each beside the same with one person or one cell. It judges nothing.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS, PEOPLE, ITEMS, CELLS, YEAR = 9, 60, 8, 120, 2014


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "settings.toml").write_text(f"today = {YEAR}-12-31\n")
        os.environ["NENNEP_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        measure()


def measure() -> None:
    from django.test import Client
    from django.urls import reverse

    from nennep.desk.board.cells import grid_over
    from nennep.organisation.models import User

    small, large = a_cell("MOT", 1), a_cell("SAUMUOI", PEOPLE)
    print(f"{'':<34}{'median':>10}{'queries':>9}")
    for name, cell in (("one person", small), (f"{PEOPLE} × {ITEMS} × 12", large)):
        client = Client()
        client.force_login(User.objects.create(username=cell.unit.code, person=cell.secretary))
        url = reverse("desk:board", args=[cell.unit.code, YEAR])
        report(f"board page, {name}", partial(opened, client, url))
    for name, cell in (("one person", small), (f"{PEOPLE} people", large)):
        report(f"monthly line saved, {name}", saving(cell))
    one, many = a_commune("XA1", 1), a_commune("XA120", CELLS)
    for name, commune in (("one cell", one), (f"{CELLS} cells", many)):
        report(f"grid, {name}", partial(grid_over, commune, YEAR, date(YEAR, 12, 31)))


def opened(client: Any, url: str) -> None:
    answer = client.get(url, SERVER_NAME="localhost")
    if answer.status_code != 200:
        raise SystemExit(f"{url} answered {answer.status_code}")


def report(name: str, do: Callable[[], Any]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    do()
    with CaptureQueriesContext(connection) as asked:
        do()
    queries = len(asked)
    taken = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        do()
        taken.append(time.perf_counter() - begun)
    print(f"{name:<34}{statistics.median(taken) * 1000:>8.1f}ms{queries:>9}")


def a_cell(code: str, people: int) -> Any:
    from nennep.meetings.tests.factories import MeetingFactory, ThemePartFactory
    from nennep.organisation.tests.factories import MembershipFactory, PersonFactory
    from nennep.organisation.tests.factories import a_cell as made
    from nennep.programme.models import Mark, MonthlyResult, PledgeItem
    from nennep.programme.tests.factories import PledgeFactory
    from nennep.rulebook.tests.factories import CellRuleFactory

    cell = made(code=code)
    CellRuleFactory(unit=cell.unit)
    for month in range(1, 13):
        meeting = MeetingFactory(unit=cell.unit, held_on=date(YEAR, month, 5))
        ThemePartFactory(meeting=meeting, minutes=32)
    for _number in range(people):
        person = PersonFactory(home=cell.unit)
        MembershipFactory(person=person, unit=cell.unit)
        pledge = PledgeFactory(
            unit=cell.unit, year=YEAR, person=person, due_on=date(YEAR, 2, 28), registered_on=date(YEAR, 1, 20)
        )
        items = PledgeItem.objects.bulk_create(
            PledgeItem(
                pledge=pledge, order=order, origin="duty", action="Việc", measure="Đo", due_on=date(YEAR, 12, 15)
            )
            for order in range(1, ITEMS + 1)
        )
        MonthlyResult.objects.bulk_create(
            MonthlyResult(item=item, month=date(YEAR, month, 1), done="Đã làm", mark=Mark.KEPT)
            for item in items
            for month in range(1, 13)
        )
    return cell


def a_commune(code: str, cells: int) -> Any:
    from nennep.meetings.tests.factories import MeetingFactory, ThemePartFactory
    from nennep.organisation.models import Level
    from nennep.organisation.tests.factories import UnitFactory
    from nennep.programme.tests.factories import PledgeFactory
    from nennep.rulebook.tests.factories import CellRuleFactory

    commune = UnitFactory(code=code, level=Level.COMMUNE, cell_kind="", starts=date(2010, 1, 1))
    CellRuleFactory(unit=commune)
    for number in range(cells):
        unit = UnitFactory(code=f"{code}-{number:03d}", parent=commune, starts=date(2010, 1, 1))
        for month in range(1, 13):
            ThemePartFactory(meeting=MeetingFactory(unit=unit, held_on=date(YEAR, month, 5)), minutes=31)
        for _person in range(5):
            PledgeFactory(unit=unit, year=YEAR, due_on=date(YEAR, 2, 28), registered_on=date(YEAR, 1, 20))
    return commune


def saving(cell: Any) -> Callable[[], Any]:
    from zoneinfo import ZoneInfo

    from nennep.ledger.acts import Outcome
    from nennep.programme.actions import report_month
    from nennep.programme.models import MonthlyResult, PledgeItem

    item = PledgeItem.objects.filter(pledge__unit=cell.unit).select_related("pledge__person", "pledge__unit").first()
    at, counted = datetime(YEAR, 12, 31, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), iter(range(10**6))

    def save() -> Outcome:
        words = f"Lần thứ {next(counted)}"
        line = MonthlyResult(item=item, month=date(YEAR, 12, 1), done=words, mark="kept")
        return report_month(line, by=item.pledge.person, at=at + timedelta(seconds=1))[1]

    return save


if __name__ == "__main__":
    main()
