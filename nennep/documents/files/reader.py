"""Have a file read by the child process, and wait no longer than somebody at a screen would."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from nennep.documents.files.reading.reading import Fault, Reading, Unreadable

log = logging.getLogger(__name__)

MAX_BYTES = 25 * 1024 * 1024
SECONDS = 240
"""Long enough for forty scanned pages; what has only letters is read in a second or two."""
_HOUSE = Path(__file__).resolve().parents[3]


def read_file(content: bytes, name: str) -> Reading:
    """What the file holds. Raises Unreadable where it cannot be let in.

    Neither the name nor anything of the content reaches the process list or a log; only the ending is passed on.
    """
    ending = Path(name).suffix.lower().removeprefix(".")
    command = [sys.executable, "-m", "nennep.documents.files.reading", ending if ending.isalnum() else ""]
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LANG")}
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=content,
            capture_output=True,
            env={**kept, "PYTHONPATH": str(_HOUSE), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        log.warning("A file was not read within %d seconds.", SECONDS)
        raise Unreadable(Fault.TOO_SLOW) from error
    if done.returncode != 0:
        # What the child said last may quote the file, so that only the way it ended is told.
        log.warning("The process that reads files ended with status %d.", done.returncode)
        raise Unreadable(Fault.TOO_SLOW if done.returncode < 0 else Fault.DAMAGED)
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise Unreadable(Fault(answer["fault"]))
    return Reading.from_json(answer)
