"""How fast a question is answered: `python bench/search.py [--documents N]`.

Writes the index of a register of 1,000 and one of N documents (100,000 by default), on SQLite and on a PostgreSQL cluster of
its own, and asks both the same questions: numbers, names, phrases, dates, beginnings, and words that stand in every entry.
Beside it, in the same run, the bare thing: LIKE over the folded words for each word of the question, newest first. Prints
median and p95 of all answers in milliseconds; it judges nothing.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS, UNITS, FEW = 5, 50, 1000
TODAY = date(2025, 12, 31)
SUBJECTS = (
    "học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
    "kiểm tra, giám sát việc thực hiện nghị quyết đại hội",
    "tổ chức hội nghị tổng kết công tác xây dựng Đảng",
    "phân công nhiệm vụ đảng viên và chi ủy viên",
    "tặng giấy khen đảng viên hoàn thành xuất sắc nhiệm vụ",
    "nâng cao chất lượng sinh hoạt chi bộ",
    "kết nạp đảng viên, chuyển đảng chính thức",
    "thực hành tiết kiệm, chống lãng phí",
    "tiếp công dân, giải quyết khiếu nại, tố cáo",
    "phòng cháy, chữa cháy mùa khô",
)
RARE = (
    *("lụa", "than", "gốm", "chè", "cói", "đay", "mía", "dừa", "sen", "quýt"),
    *("bưởi", "nhãn", "vải", "mận", "đào", "lê", "táo", "hồng", "na", "mít"),
)
QUESTIONS = (
    "46 qd cb7 2019",
    "46-QĐ/CB7",
    "chỉ thị 03",
    "nq 12",
    "nghi quyet",
    "nghi quy",
    "ke hoach",
    "đảng viên",
    "chi bộ",
    "của chi bộ về đảng viên",
    "học tập và làm theo",
    "hoc tap va lam theo tam guong dao duc ho chi minh",
    "báo cáo tổng kết công tác",
    "giấy khen",
    "kiểm tra giám sát",
    "tiết kiệm quýt",
    "phòng cháy lụa",
    "lụa",
    "cói mía",
    '"sinh hoạt chi bộ"',
    '"phòng cháy" bưởi',
    "3/2019",
    "ngày 14/5/2020",
    "2021",
    "kế hoạch 2022",
    "đồng chí nhãn",
    "th",
    "nguyen van",
    "không có chữ này",
    "quyết định 118",
    "hội nghị tổng kết tháng 12",
    "n",
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search.")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--inside", choices=["sqlite", "postgresql"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        measure(options.inside, options.documents)
        return
    from tests.postgres import cluster

    # Each database in a process of its own: the settings are read once.
    words = [sys.executable, __file__, "--documents", str(options.documents), "--inside"]
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "NENNEP_DATABASE"}
        subprocess.run([*words, "sqlite"], env=kept | {"NENNEP_DATA": folder}, check=True)  # noqa: S603
        with cluster() as address:
            chosen = kept | {"NENNEP_DATA": folder, "NENNEP_DATABASE": address}
            subprocess.run([*words, "postgresql"], env=chosen, check=True)  # noqa: S603


def measure(name: str, documents: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    units, reader = people()
    medians = []
    for count in (FEW, documents):
        began = time.perf_counter()
        write(units, count)
        wrote = time.perf_counter() - began
        ours, p95, slowest = timed(asking(reader, [unit.pk for unit in units]))
        # A register among many: the same questions by somebody of one unit.
        one, _p95, _slowest = timed(asking(reader, [units[7].pk]))
        bare, bare_p95, _slowest = timed(bare_like)
        medians.append(ours)
        print(
            f"{name:<11}{count:>8,} documents  median {ours:6.1f}  p95 {p95:6.1f}  one unit of {UNITS}: median {one:6.1f}"
            f"   LIKE: median {bare:7.1f}  p95 {bare_p95:7.1f}   (index written in {wrote:.0f} s; slowest: {slowest})",
            flush=True,
        )
    print(f"{name:<11}median at {documents:,} is {medians[1] / medians[0]:.1f} times that at {FEW:,}", flush=True)


def people() -> tuple[list, object]:  # type: ignore[type-arg]
    from nennep.organisation.actions import name_order
    from nennep.organisation.models import CellKind, Level, Membership, Person, Standing, Unit

    parts = {
        "level": Level.GRASSROOTS_CELL,
        "cell_kind": CellKind.OFFICE,
        "place": "Hưng Yên",
        "starts": date(2005, 1, 1),
    }
    units = [
        Unit.objects.create(code=f"CB{n}", name=f"Chi bộ số {n}", letterhead=f"CHI BỘ {n}", symbol=f"CB{n}", **parts)
        for n in range(UNITS)
    ]
    reader = Person.objects.create(
        home=units[7], code="1", name="Vũ Minh Hạnh", name_key=name_order("Vũ Minh Hạnh"), sex=Person.Sex.FEMALE
    )
    Membership.objects.create(unit=units[7], person=reader, standing=Standing.FULL, starts=date(2010, 1, 1))
    return units, reader


def write(units: list, count: int) -> None:  # type: ignore[type-arg]
    """Documents as registers have them, every one about a cell and its members; then the index, made anew."""
    from nennep.documents.models import TYPE_SYMBOLS, Document, DocumentType
    from nennep.search.keeping import rebuild

    chance = random.Random(count)  # noqa: S311  # the same documents each time
    Document.objects.all().delete()
    kinds = [kind for kind in DocumentType if kind in TYPE_SYMBOLS]
    rows = []
    for number in range(count):
        unit, kind = units[number % UNITS], chance.choice(kinds)
        subject = f"{chance.choice(SUBJECTS)} của đảng viên chi bộ {unit.symbol}; {' '.join(chance.sample(RARE, 2))}"
        rows.append(
            Document(
                register=unit,
                type=kind,
                number=number // UNITS + 1,
                symbol=f"{TYPE_SYMBOLS[kind]}/{unit.symbol}",
                issuer=unit.name,
                issued_by_register=True,
                issued_on=TODAY - timedelta(days=chance.randrange(5000)),
                subject=subject,
                signatory=f"Nguyễn Văn {chance.choice(RARE).title()}",
            )
        )
    Document.objects.bulk_create(rows, batch_size=500)
    rebuild()


def asking(reader: object, units: list[int]) -> Callable[[str], object]:
    from nennep.search.access import Reach
    from nennep.search.asking import read_question
    from nennep.search.finding import Bounds, entries, find

    reach = Reach(reader, TODAY, units)  # type: ignore[arg-type]
    return lambda typed: entries(find(read_question(typed), Bounds(), reach)[:20], reach)


def bare_like(typed: str) -> object:
    from nennep.search.models import Entry
    from nennep.search.words import words

    rows = Entry.objects.order_by("-day")
    for word in words(typed):
        rows = rows.filter(words__contains=f" {word} ")
    return list(rows.defer("words")[:20])


def timed(ask: Callable[[str], object]) -> tuple[float, float, str]:
    """Median and 95th percentile over every question, each asked some times, and the slowest question."""
    taken = []
    for question in QUESTIONS:
        for _run in range(RUNS):
            began = time.perf_counter()
            ask(question)
            taken.append((1000 * (time.perf_counter() - began), question))
    times = sorted(time for time, _question in taken)
    slowest = max(taken)
    return statistics.median(times), times[int(0.95 * len(times))], f"“{slowest[1]}” {slowest[0]:.0f} ms"


if __name__ == "__main__":
    main()
