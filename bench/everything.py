"""How fast it is: `python3 run.py bench [--cells N] [--data DIR]`.

Loads N copies of the example cell (200 × 4 years by default) into a folder of its own, then measures one unit's figures,
its report and the main pages, each beside what it is compared to: the same with one cell loaded, or the bare library.
Prints medians of five and the queries. It judges nothing: these are measurements, not tests.
"""

import argparse
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chi-bo-mau" / "so-chi-bo.xlsx"
NAME = "Chi bộ Ban Quản lý các KCN tỉnh Hưng Yên"
RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure import, figures, report and pages.")
    parser.add_argument("--cells", type=int, default=200)
    parser.add_argument("--data", type=Path, help="keep the loaded folder here, and use it again next time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NENNEP_DATA"] = str(options.data or folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        measure(options.cells)


def measure(cells: int) -> None:
    from django.core.management import call_command

    from nennep.organisation.models import Unit

    call_command("migrate", verbosity=0)
    if not Unit.objects.filter(code="CB000").exists():
        load(1, 0)
    line("", "median", "queries", "beside")
    first = dict(pages())
    loaded = Unit.objects.exclude(cell_kind="").count()
    if loaded < cells:
        load(cells - loaded, loaded)
    print(f"\nwith {Unit.objects.exclude(cell_kind='').count()} cells of four years each")
    figures()
    report()
    for name, (seconds, queries) in pages():
        before, queries_before = first[name]
        line(name, ms(seconds), str(queries), f"{ms(before)} and {queries_before} queries with one cell")


def line(*columns: str) -> None:
    print(f"{columns[0]:<34}{columns[1]:>12}{columns[2]:>10}   {columns[3]}", flush=True)


def ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def timed(act: Callable[[], Any]) -> tuple[float, int]:
    """The median of five runs after one to warm up, and the queries of the last."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    act()
    times = []
    for _ in range(RUNS):
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            act()
            times.append(time.perf_counter() - began)
    return statistics.median(times), len(queries)


def load(number: int, already: int) -> None:
    """Import copies of the example under other codes and names; compared to only reading the workbook."""
    import openpyxl
    from django.utils import timezone

    from nennep.exchange.workbook.importing import import_workbook
    from nennep.organisation.access import Operator

    spent = read = 0.0
    rows = 0
    for index in range(already, already + number):
        content = copy_for(f"CB{index:03d}")
        began = time.perf_counter()
        openpyxl.load_workbook(io.BytesIO(content))
        read += time.perf_counter() - began
        began = time.perf_counter()
        done = import_workbook(content, unit_code=f"CB{index:03d}", by=Operator(), at=timezone.now())
        spent += time.perf_counter() - began
        rows += done.changed
    each = f"{spent / number:.2f} s a cell"
    line(
        f"import of {number} cells, {rows} rows",
        f"{spent:.1f} s",
        "",
        f"{each}; openpyxl alone reads one in {read / number:.2f} s",
    )


def copy_for(code: str) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(EXAMPLE)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace(NAME, f"{NAME} {code}")
    for row in book["Đơn vị"].iter_rows(min_row=2):
        if row[0].value == "CBBQL":
            row[0].value = code
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def figures() -> None:
    from nennep.indicators.figures import all_figures, ask_all

    unit, period = subject()
    seconds, queries = timed(lambda: ask_all(unit, period))
    one = all_figures()[0]
    single, _ = timed(lambda: one.value(unit, period))
    line(
        f"all {len(all_figures())} figures of one unit", ms(seconds), str(queries), f"{ms(single)} for the first alone"
    )


def report() -> None:
    from docx import Document as Word

    from nennep.reports.summary.composing import compose
    from nennep.reports.writing import WRITERS

    unit, period = subject()

    def all_four() -> None:
        document = compose(unit, period).document
        for write in WRITERS.values():
            write(document)

    seconds, queries = timed(all_four)
    document = compose(unit, period).document

    def bare_word() -> None:
        word = Word()
        for block in document.blocks:
            word.add_paragraph(str(block)[:500])
        word.save(io.BytesIO())

    bare, _ = timed(bare_word)
    line(
        "report, composed and written × 4",
        ms(seconds),
        str(queries),
        f"{ms(bare)} for python-docx with as many paragraphs",
    )
    for name, write in WRITERS.items():
        line(f"  {name} alone", ms(timed(lambda write=write: write(document))[0]), "", "")


def subject() -> tuple[Any, Any]:
    from datetime import date

    from nennep.organisation.models import Unit
    from nennep.organisation.periods import Period

    return Unit.objects.select_related("parent").get(code="CB000"), Period(date(2011, 5, 14), date(2015, 1, 15))


def pages() -> list[tuple[str, tuple[float, int]]]:
    """The main pages as the secretary of one cell opens them, through the whole stack but the socket."""
    from django.conf import settings
    from django.test import Client

    from nennep.organisation.models import Office, Term, User
    from nennep.portal.models import ArticlePage

    settings.ALLOWED_HOSTS.append("testserver")
    unit, _period = subject()
    secretary = Term.objects.get(unit=unit, office=Office.SECRETARY, ends=None).person
    user, _ = User.objects.get_or_create(username="bench", person=secretary)
    client = Client()
    client.force_login(user)
    article = ArticlePage.objects.filter(article__unit=unit).first()
    addresses = {
        "Hôm nay": "/",
        "Bảng nền nếp": "/bang/CB000/2014/",
        "Sinh hoạt": "/sinh-hoat/so/CB000/2014/",
        "Văn bản": "/van-ban/so/CB000/",
        "Chương trình": "/chuong-trinh/so/CB000/2014/",
        "Nêu gương": "/neu-guong/so/CB000/",
        "Chỉ tiêu": "/chi-tieu/CB000/?tu=2011-05-14&den=2015-01-15",
        "Bằng chứng": "/chi-tieu/CB000/recognition.book_turns/?tu=2011-05-14&den=2015-01-15",
        "Báo cáo": "/bao-cao/CB000/tong-ket/?tu=2011-05-14&den=2015-01-15",
        "Báo cáo, số liệu theo năm": "/bao-cao/CB000/tong-ket/theo-nam/?tu=2011-05-14&den=2015-01-15",
        "Cổng tin, một bài": article.get_url() if article else "/cong/",
    }

    def opened(address: str) -> Callable[[], None]:
        def open_page() -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                sys.exit(f"{address} answered {answer.status_code}")

        return open_page

    return [(name, timed(opened(address))) for name, address in addresses.items()]


if __name__ == "__main__":
    main()
