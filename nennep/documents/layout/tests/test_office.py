"""The same after an office program has saved the file, which stores all formatting in its own way."""

import shutil
import subprocess
from pathlib import Path

import pytest

from nennep.documents.layout import check, mend
from nennep.documents.layout.mending import all_text
from nennep.documents.layout.tests.faults import FAULTS
from nennep.documents.layout.tests.papers import CORRECT

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice: apt-get install libreoffice-writer-nogui")
# What an office program itself changes about the fault when it saves, so that there is nothing left to find.
CHOSEN = [fault for fault in FAULTS if not fault.which]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every correct file and every fault, opened and saved once by LibreOffice in one go."""
    given, saved = tmp_path_factory.mktemp("given"), tmp_path_factory.mktemp("saved")
    for place, made in enumerate(CORRECT.values()):
        (given / f"correct-{place}.docx").write_bytes(made())
    for place, fault in enumerate(CHOSEN):
        (given / f"fault-{place}.docx").write_bytes(fault.planted())
    profile = tmp_path_factory.mktemp("profile").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(saved), *map(str, sorted(given.iterdir()))],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return saved


def test_nothing_is_found_in_correct_files_that_an_office_program_saved(converted: Path) -> None:
    found = {
        name: [finding.code for finding in check((converted / f"correct-{place}.docx").read_bytes()).findings]
        for place, name in enumerate(CORRECT)
    }
    assert {name: codes for name, codes in found.items() if codes} == {}
    assert len(found) >= 20


def test_faults_are_found_and_mended_in_files_that_an_office_program_saved(converted: Path) -> None:
    from nennep.documents.layout.tests.test_faults import BEFORE, UNDATED

    wrong = {}
    for place, fault in enumerate(CHOSEN):
        content = (converted / f"fault-{place}.docx").read_bytes()
        on = BEFORE if fault.code in UNDATED else None
        codes = [finding.code for finding in check(content, on=on).findings]
        mended = mend(content, on=on)
        left = [finding.code for finding in mended.left.findings]
        if codes != [fault.code] or left != ([] if fault.mendable else [fault.code]):
            wrong[fault.name] = (codes, left)
        assert all_text(mended.content) == all_text(content), fault.name
    assert wrong == {}
