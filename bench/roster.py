"""How fast a long roster comes in: `python bench/roster.py [--people N]`.

Makes an untidy list of N people (5,000 by default) in a data folder of its own, then measures, in one run: openpyxl alone
reading the file, reading it and making the preview with nobody in the list yet, entering it, the preview of the same file
again, and taking it back. It judges nothing: these are measurements, not tests.
"""

import argparse
import io
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Đào", "Mai", "Tạ"]
MIDDLE = ["Văn", "Thị", "Minh", "Đức", "Quang", "Thu", "Ngọc", "Xuân", "Hữu", "Thanh", "Công", "Bích", "Kim", "Đình"]
GIVEN = ["An", "Ánh", "Bình", "Cường", "Dũng", "Đạt", "Hà", "Hạnh", "Hương", "Khánh", "Lan", "Lụa", "Nga", "Ước", "Ý"]
AT = datetime(2026, 6, 1, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
RUNS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast a long roster comes in.")
    parser.add_argument("--people", type=int, default=5000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NENNEP_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
        # The settings would take a server's address from here; this is about the one file of one PC.
        os.environ.pop("NENNEP_DATABASE", None)
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        measure(options.people)


def measure(count: int) -> None:
    import openpyxl
    from django.core.management import call_command

    from nennep.exchange.actions import enter_roster, take_back_roster
    from nennep.exchange.models import RosterImport
    from nennep.exchange.roster.answers import Answers
    from nennep.exchange.roster.page import context
    from nennep.exchange.roster.preview import Preview, prepare

    call_command("migrate", verbosity=0)
    unit, secretary = a_unit()
    content = roster_of(count)
    answers = Answers.from_form({"tu-ngay": "01/01/2026"})

    def looked() -> Preview:
        preview = prepare(content, answers, unit=unit, by=secretary, at=AT)
        context(preview)
        return preview

    print(f"{count} people, {len(content) / 1024:.0f} KB")
    alone = timed(lambda: openpyxl.load_workbook(io.BytesIO(content)))
    first = timed(looked)
    preview = looked()
    if not preview.ready or len(preview.added) != count:
        sys.exit(f"the list is not ready: {preview.findings[:3]}")
    say("openpyxl alone", alone, "")
    say("read and previewed, all new", first, f"{first / alone:.1f} × openpyxl alone")
    began = time.perf_counter()
    enter_roster(unit, preview.enrolments, file="0" * 64, by=secretary, at=AT)
    say("entered, with the ledger", time.perf_counter() - began, f"{count * 2} records and as many entries")
    again = timed(looked)
    say("read and previewed, all there", again, f"{again / alone:.1f} × openpyxl alone")
    began = time.perf_counter()
    take_back_roster(RosterImport.objects.get(), by=secretary, at=AT)
    say("taken back", time.perf_counter() - began, "")


def say(what: str, seconds: float, beside: str) -> None:
    print(f"{what:<34}{seconds:>8.2f} s   {beside}", flush=True)


def timed(act: Callable[[], Any]) -> float:
    """The median of three runs after one to warm up."""
    act()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def a_unit() -> tuple[Any, Any]:
    from nennep.organisation.access import Operator
    from nennep.organisation.actions import appoint, found_unit, join, list_person
    from nennep.organisation.models import CellKind, Level, Membership, Office, Person, Standing, Term, Unit

    by = Operator()
    since = date(2020, 1, 1)
    unit, _ = found_unit(
        Unit(
            code="CB000",
            name="Chi bộ đo",
            letterhead="CHI BỘ ĐO",
            level=Level.GRASSROOTS_CELL,
            cell_kind=CellKind.OFFICE,
            symbol="CBĐ",
            place="Hưng Yên",
            starts=since,
        ),
        by=by,
        at=AT,
    )
    secretary, _ = list_person(Person(home=unit, code="BT", name="Kiều Bí Thư", sex="f"), by=by, at=AT)
    join(Membership(person=secretary, unit=unit, standing=Standing.FULL, starts=since), by=by, at=AT)
    appoint(Term(person=secretary, unit=unit, office=Office.SECRETARY, starts=since), by=by, at=AT)
    return unit, secretary


def roster_of(count: int) -> bytes:
    """Titles, capitals, dates in four dresses, private columns, headings again every fifty rows, a total below."""
    from openpyxl import Workbook

    drawn = random.Random(1)  # noqa: S311  # invented people, the same on every machine
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["CHI BỘ ĐO"])
    sheet.append(["DANH SÁCH ĐẢNG VIÊN"])
    headings = [
        "STT",
        "HỌ VÀ TÊN",
        "Giới tính",
        "Ngày sinh",
        "Ngày vào Đảng",
        "Ngày chính thức",
        "Mã",
        "Chức vụ",
        "CCCD",
    ]
    dresses: list[Callable[[date], Any]] = [
        lambda day: day,
        lambda day: f"{day:%d/%m/%Y}",
        lambda day: f"{day:%d.%m.%Y}",
        lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
    ]
    for number in range(1, count + 1):
        if number % 50 == 1:
            sheet.append(headings)
        name = f"{drawn.choice(FAMILY)} {drawn.choice(MIDDLE)} {drawn.choice(MIDDLE)} {drawn.choice(GIVEN)}".upper()
        born = date(1960, 1, 1) + timedelta(days=drawn.randrange(12_000))
        admitted = born + timedelta(days=9000)
        days = [drawn.choice(dresses)(day) for day in (born, admitted, admitted + timedelta(days=366))]
        sheet.append(
            [number, name, drawn.choice(["Nam", "Nữ"]), *days, f"NV{number:05d}", "Chuyên viên", "001079000001"]
        )
    sheet.append(["", f"Tổng cộng: {count} người"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
