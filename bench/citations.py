"""How fast and how surely citations are found: `python bench/citations.py [--megabytes N] [--score]`.

Measures `find` over ordinary prose (a citation every two kilobytes), dense lists and general text without any, beside one
plain regular expression over the same text; then whether twice the text takes twice the time, and how many false links
stand in 50,000 lines of general text. It judges nothing: these are measurements, not tests.

`--score` does judge: it runs the scorer over the corpus in ../shared/corpus and fails below the promised marks.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from nennep.documents.citations.find import find  # noqa: E402
from nennep.documents.citations.tests.prose import lines, ordinary  # noqa: E402
from nennep.documents.citations.vocabulary import KINDS  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
OWN = ROOT / "nennep" / "documents" / "citations" / "tests" / "own-corpus.jsonl"
RUNS = 3
GENERAL_LINES = 50_000

# What one would write in an afternoon: type words, "số", a number, and perhaps a symbol; or a number with a known symbol.
_SIGNS = sorted({symbol for kind in KINDS for symbol in kind.symbols}, key=len, reverse=True)
PLAIN = re.compile(
    rf"(?:{'|'.join(sorted((kind.name for kind in KINDS), key=len, reverse=True))})\s+(?:số\s*:?\s*)?\d+"
    rf"(?:\s*[-/]\s*\w+(?:\s*[-/]\s*\w+)*)?|\d+\s*[-/]\s*(?:{'|'.join(_SIGNS)})\s*[-/]\s*\w+",
    re.IGNORECASE,
)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the finder of citations.")
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--score", action="store_true", help="score ../shared/corpus and fail below the promised marks")
    options = parser.parse_args()
    if options.score:
        return score()
    speed(options.megabytes)
    linear(options.megabytes)
    false_links()
    return 0


def speed(megabytes: float) -> None:
    print(f"{'':<44}{'find':>12}{'one plain regex':>18}{'ratio':>8}   found, found by the regex")
    for name, text in (
        ("ordinary prose, a citation every 2 kB", prose(megabytes, ordinary, every=2000)),
        ("text full of numbers, a citation every 2 kB", prose(megabytes, lines, every=2000)),
        ("dense lists", dense(megabytes)),
    ):
        size = len(text.encode()) / 1e6
        ours, plain = median(lambda text=text: find(text)), median(lambda text=text: list(PLAIN.finditer(text)))
        print(
            f"{name:<44}{size / ours:>7.1f} MB/s{size / plain:>13.1f} MB/s{plain / ours:>8.2f}"
            f"   {len(find(text))}, {len(list(PLAIN.finditer(text)))}",
            flush=True,
        )


def linear(megabytes: float) -> None:
    print("\ntime for one, two and four times the text")
    for name, make in (("ordinary prose", lambda size: prose(size, ordinary, every=2000)), ("dense lists", dense)):
        texts = [make(size) for size in (megabytes / 4, megabytes / 2, megabytes)]
        times = [median(lambda text=text: find(text)) for text in texts]
        print(f"{name:<44}" + "  ".join(f"{seconds * 1000:.0f} ms" for seconds in times))


def false_links() -> None:
    found = sum(len(find(line)) for line in lines(GENERAL_LINES))
    print(
        f"\nfalse links in {GENERAL_LINES} lines of general text: {found} ({1000 * found / GENERAL_LINES:.2f} per 1000)"
    )


def prose(megabytes: float, make: Callable[..., Iterator[str]], *, every: int) -> str:
    """Text without citations, and one sentence that cites every so many bytes."""
    citing = cycle(
        record["text"] for record in map(json.loads, OWN.open(encoding="utf-8")) if len(record["citations"]) == 1
    )
    out: list[str] = []
    since = total = 0
    for seed in count(1):
        for line in make(5000, seed=seed):
            out.append(line)
            since += len(line.encode()) + 1
            total += len(line.encode()) + 1
            if since >= every:
                out.append(next(citing))
                since = 0
            if total >= megabytes * 1e6:
                return "\n".join(out)
    raise AssertionError("count never ends")


def dense(megabytes: float) -> str:
    """Lists of documents as registers and grounds of decisions hold them."""
    signs = ("KH/CB", "NQ/TW", "CT/TW", "QĐ/ĐU", "HD/BTCTW", "TB/TU", "BC/CB", "CTr/TU")
    kinds = ("Kế hoạch", "Nghị quyết", "Chỉ thị", "Quyết định", "Hướng dẫn", "Thông báo", "Báo cáo", "Chương trình")
    out: list[str] = []
    total, number = 0, 0
    while total < megabytes * 1e6:
        which, number = number % 8, number + 1
        line = (
            f"Căn cứ {kinds[which]} số {number % 400 + 1:02d}-{signs[which]} ngày {number % 28 + 1}/{number % 12 + 1}/2024, "
            f"{number % 300 + 5}-{signs[which]} và số {number % 200 + 9}-{signs[which]} ({number % 28 + 1}/5/2025); "
            f"Nghị định số {number % 90 + 1}/2025/NĐ-CP ngày 13 tháng 8 năm 2025;"
        )
        out.append(line)
        total += len(line.encode()) + 1
    return "\n".join(out)


def median(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def score() -> int:
    """The corpus through the command, and the corpus' own scorer over what it answered."""
    if not CORPUS.is_dir():
        sys.exit(f"The corpus of citations is not in {CORPUS}.")
    gold = CORPUS / "citations-dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        answered = Path(folder) / "answered.jsonl"
        command = [sys.executable, "-m", "nennep", "--data", folder, "citations", str(gold)]
        with answered.open("w", encoding="utf-8") as out:
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            subprocess.run(command, cwd=ROOT, env=environment, stdout=out, check=True)  # noqa: S603
        marks = ("--errors", "--min-found", "0.985", "--min-exact", "0.97")
        scorer = [sys.executable, str(CORPUS / "score_citations.py"), str(gold), str(answered), *marks]
        return subprocess.run(scorer).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
