"""Is the English catalogue complete? Extracts every msgid from a copy of the source and compares."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "nennep"
        shutil.copytree(ROOT / "nennep", copy, ignore=shutil.ignore_patterns("__pycache__", "tests", "*.mo"))
        command = [
            sys.executable,
            "-m",
            "django",
            "makemessages",
            "--locale",
            "en",
            "--no-obsolete",
            "--verbosity",
            "0",
        ]
        environment = os.environ | {"PYTHONPATH": "", "DJANGO_SETTINGS_MODULE": ""}
        subprocess.run(command, cwd=copy, env=environment, check=True)
        wanted = {entry.msgid for entry in polib.pofile(str(copy / CATALOGUE))}
    have = polib.pofile(str(ROOT / "nennep" / CATALOGUE))
    translated = {entry.msgid for entry in have if entry.translated() and not entry.fuzzy}
    unused = {entry.msgid for entry in have if not entry.obsolete} - wanted
    for msgid in sorted(wanted - translated):
        print(f"not in English: {msgid!r}")
    for msgid in sorted(unused):
        print(f"no longer in the source: {msgid!r}")
    print(f"{len(wanted)} texts, {len(wanted & translated)} in English")
    return 1 if wanted - translated or unused else 0


if __name__ == "__main__":
    sys.exit(main())
