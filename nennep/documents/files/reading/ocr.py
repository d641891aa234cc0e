"""Letters on scanned pages, read by Tesseract where the machine has it with its Vietnamese.

Called as a program that reads from one pipe and writes to another, because its wrappers leave the page in a temporary
file, and of a page that turns out to be marked nothing may lie anywhere.
"""

import os
import shutil
import subprocess
from functools import cache

LANGUAGE = "vie"
DOTS_PER_INCH = 200
_SECONDS = 40


@cache
def program() -> str | None:
    """Tesseract's place on this machine; None where it, or its Vietnamese, is missing."""
    found = shutil.which("tesseract")
    if found is None:
        return None
    listed = subprocess.run([found, "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    return found if LANGUAGE in listed.stdout.split() else None


def read_page(picture: bytes) -> list[str] | None:
    """The lines on a picture (PNG); None where nothing on this machine can read them."""
    tesseract = program()
    if tesseract is None:
        return None
    # Sparse text first of all finds a stamp that stands by itself; the layout of prose is of no interest to the gate.
    command = [tesseract, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DOTS_PER_INCH), "--psm", "11"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(  # noqa: S603
        command, input=picture, capture_output=True, env=environment, timeout=_SECONDS, check=False
    )
    return done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else None
