#!/usr/bin/env python3
"""Nền Nếp's front door. Needs only Python 3.11 or newer; makes everything else itself.

python3 run.py demo    the example cell: figures, report, web pages
python3 run.py test    everything that is checked (--strict: nothing may be skipped)
python3 run.py bench   how fast it is, beside what it is compared to
python3 run.py VERB …  hands over to the program: import, figures, report, ledger, serve, …
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"use": ROOT / "requirements.lock", "develop": ROOT / "requirements-dev.lock"}

DEMO_SETTINGS = """\
# Bản dùng thử: dữ liệu và tài khoản ở đây không phải thật.
demo = true
today = 2015-01-21
"""


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):
        return stop(
            f"Nền Nếp needs Python 3.11 or newer; this is {sys.version.split()[0]}. Run it as python3.11 run.py."
        )
    if not words or words[0] in ("-h", "--help", "help"):
        print((__doc__ or "").strip())
        return 0
    verb, rest = words[0], words[1:]
    if verb == "demo":
        return demo(rest)
    if verb == "test":
        prepare("develop")
        return run("tests/everything.py", *rest)
    if verb == "bench":
        prepare("develop")
        return run("bench/everything.py", *rest)
    prepare("use")
    return run("-m", "nennep", verb, *rest)


def stop(sentence: str) -> int:
    print(f"run.py: {sentence}", file=sys.stderr)
    return 1


def run(*words: str, **variables: str) -> int:
    """Run Python of the .venv from the project's root, whatever folder the caller stands in."""
    environment = os.environ | variables
    environment["PYTHONPATH"] = str(ROOT)
    command = [str(PYTHON), *(str(ROOT / word) if word.endswith("everything.py") else word for word in words)]
    try:
        return subprocess.run(command, env=environment).returncode
    except KeyboardInterrupt:
        return 0


def prepare(purpose: str) -> None:
    """Make .venv and install what the lock file lists, exact versions with hashes; at once when nothing changed."""
    lock = LOCKS[purpose]
    mark = VENV / f"{purpose}.installed"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    if not PYTHON.exists():
        print("Making .venv …", file=sys.stderr, flush=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
        if made.returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            sys.exit(
                stop("Python's venv module is missing or broken. On Debian or Ubuntu: apt-get install python3-venv")
            )
    print(f"Installing what {lock.name} lists (once, a few minutes) …", file=sys.stderr, flush=True)
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        str(lock),
    ]
    done = subprocess.run(pip, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        print("\n".join(errors[-3:]), file=sys.stderr)
        sys.exit(
            stop("The packages could not be installed. Check the network connection, then run the same command again.")
        )
    mark.write_text(digest)


def demo(words: list[str]) -> int:
    """Fill a demo folder and serve it. A folder that is not a demo is never touched."""
    data, port, serve = ROOT / "data", "8000", True
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--no-serve":
            serve = False
        elif word in ("--port", "--data") and left:
            value = left.pop(0)
            data, port = (Path(value).resolve(), port) if word == "--data" else (data, value)
        else:
            return stop(f"demo does not know {word!r}; it takes --no-serve, --port N and --data DIR.")
    settings = data / "settings.toml"
    if settings.exists() and "demo = true" in settings.read_text(encoding="utf-8"):
        pass
    elif data.exists() and any(data.iterdir()):
        data = elsewhere(data)
        if data is None:
            return 1
    data.mkdir(parents=True, exist_ok=True)
    settings = data / "settings.toml"
    if not settings.exists():
        settings.write_text(DEMO_SETTINGS, encoding="utf-8")
    prepare("use")
    code = run("-m", "nennep", "--data", str(data), "demo")
    if code or not serve:
        return code
    return run("-m", "nennep", "--data", str(data), "serve", "--port", port)


def elsewhere(data: Path) -> Path | None:
    """The folder holds something that is not the demo: ask whether to put the demo beside it, never into it."""
    beside = data.with_name(f"{data.name}-demo")
    if sys.stdin.isatty():
        answer = input(f"{data} holds data that is not the demo's. Put the demo into {beside} instead? [y/N] ")
        if answer.strip().lower() in ("y", "yes", "c", "co", "có"):
            return beside
    stop(f"{data} holds data that is not the demo's and was not touched. Choose another folder: --data {beside}")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
