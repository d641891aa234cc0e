"""The Word file as an office program reads it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from nennep.paper.docx_writer import to_docx
from nennep.paper.tests.documents import report
from nennep.paper.tests.test_pdf import read

SOFFICE = shutil.which("soffice")


def test_an_office_program_opens_the_word_file_and_prints_what_it_says(tmp_path: Path) -> None:
    if SOFFICE is None:
        pytest.skip("LibreOffice: apt-get install libreoffice-writer-nogui")
    (tmp_path / "bao-cao.docx").write_bytes(to_docx(report()))
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "bao-cao.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    printed = read((tmp_path / "bao-cao.pdf").read_bytes()).replace("\u2011", "-")
    for words in (
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "CHI BỘ BAN QUẢN LÝ CÁC KCN",
        "Số 02-BC/CBBQL",
        "Hưng Yên, ngày 15 tháng 01 năm 2015",
        "tổng kết 4 năm thực hiện Chỉ thị số 03-CT/TW",
        "11 lượt[1] đảng viên, gồm 09 người[2]",
        "T/M CHI BỘ",
        "Lưu Chi bộ.",
        "NGUỒN SỐ LIỆU",
    ):
        assert words in printed, words
