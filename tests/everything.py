"""Everything that is checked, one after another: `python3 run.py test [--strict] [--long] [names…]`.

What this machine lacks is skipped by name, with the command that installs it; `--strict` makes each skip a failure.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

MISSING = {
    "PostgreSQL": "apt-get install postgresql",
    "Chromium": "apt-get install chromium",
    "gettext": "apt-get install gettext",
    "LibreOffice": "apt-get install libreoffice-writer-nogui",
    "poppler": "apt-get install poppler-utils",
    "Tesseract": "apt-get install tesseract-ocr tesseract-ocr-vie",
    "corpus": "put the corpus of citations into ../shared/corpus",
}


@dataclass(frozen=True)
class Check:
    """A named check and what it needs on the machine besides Python."""

    name: str
    run: Callable[[], int]
    needs: tuple[str, ...] = ()


def call(*words: str, **options: object) -> int:
    print(f"$ {' '.join(Path(words[0]).name if index == 0 else word for index, word in enumerate(words))}", flush=True)
    return subprocess.run(words, cwd=ROOT, **options).returncode  # type: ignore[call-overload,no-any-return]


def tool(name: str, *words: str) -> Callable[[], int]:
    return lambda: call(str(BIN / name), *words)


def python(*words: str) -> Callable[[], int]:
    return lambda: call(sys.executable, *words)


def secrets() -> int:
    """Scan every tracked file; a finding that is no secret is named in the baseline."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        files = [str(path) for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    else:
        files = [name for name in listed.stdout.split("\0") if name and not name.endswith(".lock")]
    return call(str(BIN / "detect-secrets-hook"), "--baseline", ".secrets.baseline", *files)


def has(thing: str) -> bool:
    if thing == "corpus":
        return (ROOT.parent / "shared" / "corpus" / "citations-dev.jsonl").exists()
    if thing == "PostgreSQL":
        return bool(shutil.which("pg_ctl")) or any(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if thing == "Tesseract":
        found = shutil.which("tesseract")
        listed = subprocess.run([found, "--list-langs"], capture_output=True, text=True).stdout if found else ""
        return "vie" in listed.split()
    names = {"Chromium": ("chromium", "chromium-browser", "google-chrome"), "gettext": ("msgmerge",)}
    names |= {"LibreOffice": ("soffice", "libreoffice"), "poppler": ("pdftoppm",)}
    return any(shutil.which(name) for name in names[thing])


def checks(long: bool, only: list[str]) -> list[Check]:
    depth = ["--long"] if long else []
    every = [
        Check("style", tool("ruff", "check", ".")),
        Check("format", tool("ruff", "format", "--check", ".")),
        Check("secrets", secrets),
        Check("layers", tool("lint-imports")),
        Check("types", tool("mypy")),
        Check("migrations", python("-m", "nennep", "makemigrations", "--check", "--dry-run")),
        Check("catalogue", python("tests/catalogue.py"), ("gettext",)),
        Check("citations", python("bench/citations.py", "--score"), ("corpus",)),
        Check(
            "sqlite",
            python("-m", "pytest", "-n", "2", "-q", "--ignore=tests/journeys", *depth),
            ("LibreOffice", "poppler", "Tesseract"),
        ),
        Check(
            "postgresql",
            python(
                "tests/postgres.py",
                sys.executable,
                "-m",
                "pytest",
                "-n",
                "2",
                "-q",
                "--ignore=tests/journeys",
                "--ignore=nennep/paper",
                "--ignore=nennep/vietnamese",
                "--ignore=nennep/documents/layout",
                "--ignore=nennep/documents/gate",
                "--ignore=nennep/meetings/scoring",
                "--ignore=nennep/meetings/live/tests/test_state.py",
                "--ignore=nennep/documents/files/tests/test_admission.py",
                "--ignore=nennep/documents/files/tests/test_hostile.py",
                *depth,
            ),
            ("PostgreSQL", "LibreOffice", "Tesseract"),
        ),
        Check("journeys", python("-m", "pytest", "-q", "tests/journeys", *depth), ("Chromium",)),
    ]
    return [check for check in every if not only or check.name in only]


def main(words: list[str]) -> int:
    strict, long = "--strict" in words, "--long" in words
    only = [word for word in words if not word.startswith("--")]
    chosen = checks(long, only)
    unknown = set(only) - {check.name for check in chosen}
    if unknown:
        print(f"There is no check called {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    failed: list[str] = []
    skipped: list[str] = []
    passed = 0
    for check in chosen:
        lacking = [thing for thing in check.needs if not has(thing)]
        # The unit tests run without these two; only the tests that need them are skipped, by pytest itself.
        blocking = [thing for thing in lacking if check.name != "sqlite"]
        skipped += [f"{check.name} needs {thing}: {MISSING[thing]}" for thing in lacking]
        if blocking:
            continue
        print(f"\n── {check.name}", flush=True)
        began = time.monotonic()
        if check.run():
            failed.append(check.name)
        else:
            passed += 1
        print(f"── {check.name}: {time.monotonic() - began:.0f} s", flush=True)
    print()
    for line in skipped:
        print(f"skipped: {line}")
    if failed:
        print(f"failed: {', '.join(failed)}")
    bad = len(failed) + (len(skipped) if strict else 0)
    print(f"{passed} passed, {bad} failed, {len(skipped)} skipped")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
