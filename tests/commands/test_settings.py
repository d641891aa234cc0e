"""What settings.toml says about signing in: the address, letters, the agency; and that no demo password gets into real work."""

import json
from pathlib import Path

import pytest

from nennep.config.datafolder import DataFolder, SettingsError
from tests.commands.test_run import nennep

ASKED = (
    "import json; from nennep.config import settings as s; print(json.dumps([s.SESSION_COOKIE_SECURE,"
    " s.CSRF_COOKIE_SECURE, s.CSRF_TRUSTED_ORIGINS, s.ACCOUNT_DEFAULT_HTTP_PROTOCOL, s.SENDS_MAIL, s.EMAIL_BACKEND]))"
)


def settings_of(folder: Path, written: str) -> list[object]:
    (folder / "settings.toml").write_text(written)
    answer = nennep("--data", str(folder), "shell", "-v", "0", "-c", ASKED)
    assert answer.returncode == 0, answer.stderr
    found: list[object] = json.loads(answer.stdout)
    return found


def test_a_real_installation_refuses_a_demo_password_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "demo_password").write_text("nen-nep-0000")
    for command in (["figures"], ["serve"], ["migrate"]):
        answer = nennep("--data", str(tmp_path), *command)
        assert answer.returncode == 1
        assert "demo_password" in answer.stderr
        assert "Delete the file" in answer.stderr
        assert "Traceback" not in answer.stderr
    assert not (tmp_path / "nennep.sqlite3").exists()
    (tmp_path / "settings.toml").write_text("demo = true\n")
    assert nennep("--data", str(tmp_path), "check").returncode == 0


def test_over_https_cookies_never_travel_in_the_clear(tmp_path: Path) -> None:
    found = settings_of(tmp_path, 'address = "https://nen-nep.vi-du.vn/"\n')
    assert found[:4] == [True, True, ["https://nen-nep.vi-du.vn"], "https"]


def test_on_an_office_pc_without_an_address_signing_in_works_over_http(tmp_path: Path) -> None:
    assert settings_of(tmp_path, "") == [
        False,
        False,
        [],
        "http",
        False,
        "django.core.mail.backends.dummy.EmailBackend",
    ]


def test_letters_are_sent_through_the_server_that_is_named_with_its_password_from_a_file(tmp_path: Path) -> None:
    written = {"host": "mail.vi-du.vn", "from": "nen-nep@vi-du.vn", "user": "nen-nep"}
    written["password_file"] = "mail_password"  # pragma: allowlist secret
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "mail_password").write_text("mot-bi-mat\n")
    mail = DataFolder(tmp_path, {"mail": written}).mail()
    assert (mail["EMAIL_HOST"], mail["EMAIL_HOST_PASSWORD"]) == ("mail.vi-du.vn", "mot-bi-mat")
    with pytest.raises(SettingsError, match="host"):
        DataFolder(tmp_path, {"mail": {"from": "x@vi-du.vn"}}).mail()
