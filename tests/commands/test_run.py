"""The front door: run.py says what it can do, and each thing that can go wrong in one sentence with its remedy."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NENNEP_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, str(ROOT / "run.py"), *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def nennep(*words: str) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NENNEP_", "DJANGO_"))}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "nennep", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its tables, as the first command leaves it."""
    made = tmp_path_factory.mktemp("data")
    answer = nennep("ledger", "verify", f"--data={made}")
    assert answer.stdout.strip() == "0 entries, the chain is whole."
    return made


def test_alone_it_lists_its_verbs() -> None:
    answer = run()
    assert answer.returncode == 0
    for verb in ("demo", "test", "bench", "import", "figures", "report"):
        assert verb in answer.stdout


def test_the_demo_never_touches_a_folder_that_is_not_its_own(tmp_path: Path) -> None:
    letter = tmp_path / "so-that.txt"
    letter.write_text("số liệu thật")
    answer = run("demo", "--no-serve", "--data", str(tmp_path))
    assert answer.returncode == 1
    assert "not the demo's and was not touched" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["so-that.txt"]


def test_the_demo_names_a_word_it_does_not_know() -> None:
    answer = run("demo", "--nhanh")
    assert answer.returncode == 1
    assert "--nhanh" in answer.stderr
    assert "--no-serve" in answer.stderr


def test_demo_accounts_cannot_be_made_in_a_real_folder(folder: Path) -> None:
    answer = nennep("--data", str(folder), "demo")
    assert answer.returncode == 1
    assert "không phải thư mục dùng thử" in answer.stderr
    assert not (folder / "keys" / "demo_password").exists()


def test_a_taken_port_is_named_with_the_next_one(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = nennep("--data", str(folder), "serve", "--port", str(port))
    assert answer.returncode == 1
    assert f"--port {port + 1}" in answer.stderr


def test_settings_that_cannot_be_read_are_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("today = \n")
    answer = nennep("--data", str(tmp_path), "figures")
    assert answer.returncode == 1
    assert "settings.toml" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_one_folder_holds_database_files_keys_and_settings(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} >= {"nennep.sqlite3", "files", "keys"}
    assert (folder / "keys" / "secret_key").stat().st_mode & 0o077 == 0


def test_a_unit_nobody_knows_is_answered_in_words(folder: Path) -> None:
    answer = nennep("--data", str(folder), "figures", "--unit", "KHONGCO")
    assert answer.returncode == 1
    assert "Không có đơn vị mã KHONGCO." in answer.stderr
