"""Own documents of every type, in the layout of their day, pass the layout check and leave in every format."""

from dataclasses import replace
from datetime import date

import pytest

from nennep.documents.layout import check
from nennep.documents.models import DRAFT_TYPES, INVITATION
from nennep.documents.papers.paper import BLANK, Paper, compose, number_line
from nennep.paper.blocks import CoSigner, Letterhead, Signature, Title
from nennep.paper.docx_writer import to_docx
from nennep.paper.html_writer import to_html
from nennep.paper.json_writer import from_json, to_json
from nennep.paper.pdf_writer import to_pdf
from nennep.paper.tests.test_pdf import read

OLD, NEW = date(2011, 12, 1), date(2026, 6, 5)
BODY = """Thực hiện Chỉ thị số 03-CT/TW, chi bộ đã tổ chức quán triệt đầy đủ; phân công chi ủy viên phụ trách từng mặt công tác.
I- Kết quả
1. Về học tập
- Việc thứ nhất đã làm xong;
- việc thứ hai đang làm.
Điều 1. Đảng viên đăng ký làm theo.
Chi bộ sẽ tiếp tục theo dõi."""
A_PAPER = Paper(
    type="report",
    on=NEW,
    superior="ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH",
    issuer="CHI BỘ SỞ CÔNG THƯƠNG",
    symbol="CB",
    place="Hưng Yên",
    subject="về việc học tập và làm theo",
    body=BODY,
    recipients="Đảng ủy Khối (báo cáo),\nLưu Chi bộ.",
    authority="T/M CHI BỘ",
    post="Bí thư",
    signatory="Vũ Minh Hạnh",
    number=5,
    written_by="Kiều Văn Hưng",
)
TYPES = [value for value, _label in DRAFT_TYPES]
NOT_TODAY = {"regulation", "directive", "circular", "guidance"}


@pytest.mark.parametrize("on", [OLD, NEW], ids=["HD36", "HD05"])
@pytest.mark.parametrize("kind", TYPES)
def test_a_paper_of_any_type_passes_the_layout_check(kind: str, on: date):
    found = [
        finding.code for finding in check(to_docx(compose(replace(A_PAPER, type=kind, on=on), today=NEW))).findings
    ]
    assert found == (["type-authority"] if kind in NOT_TODAY and on == NEW else [])


@pytest.mark.parametrize("kind", ["report", "letter", "minutes", INVITATION, "decision"])
def test_every_format_says_the_same(kind: str):
    document = compose(replace(A_PAPER, type=kind), today=NEW)
    assert from_json(to_json(document)) == document
    printed, page = read(to_pdf(document)), to_html(document)
    for words in ("Chi bộ sẽ tiếp tục theo dõi.", "Vũ Minh Hạnh", "ĐẢNG CỘNG SẢN VIỆT NAM"):
        assert words in printed
        assert words in page
    assert ("NGƯỜI GHI BIÊN BẢN" in printed) is ("NGƯỜI GHI BIÊN BẢN" in page) is (kind == "minutes")


def test_an_official_letter_prints_no_name_of_its_type_and_says_under_its_number_what_it_is_about():
    blocks = compose(replace(A_PAPER, type="letter"), today=NEW).blocks
    assert not any(isinstance(block, Title) for block in blocks)
    [head] = [block for block in blocks if isinstance(block, Letterhead)]
    assert (head.number_line, head.subject) == ("Số 05-CV/CB", "Về việc học tập và làm theo")


def test_minutes_are_signed_by_whoever_kept_them_on_the_left_and_the_chair_on_the_right():
    last = compose(replace(A_PAPER, type="minutes"), today=NEW).blocks[-1]
    assert last == Signature("CHỦ TRÌ", "", "Vũ Minh Hạnh", CoSigner("NGƯỜI GHI BIÊN BẢN", "Kiều Văn Hưng"))


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("report", 5, "Số 05-BC/CB"),
        ("decision", 12, "Số 12-QĐ/CB"),
        ("programme", 100, "Số 100-CTr/CB"),
        ("plan", None, f"Số {BLANK}-KH/CB"),
        (INVITATION, None, ""),
    ],
)
def test_the_number_has_two_digits_and_a_draft_leaves_room_for_it(kind: str, number: int | None, said: str):
    assert number_line(kind, number, "CB") == said


def test_a_draft_without_a_day_is_in_todays_layout_and_leaves_room_for_the_day():
    document = compose(replace(A_PAPER, on=None), today=OLD)
    assert document.layout.key == "HD36"
    assert "ngày      tháng      năm" in to_html(document)


def test_an_english_screen_changes_nothing_on_paper():
    from django.utils import translation

    with translation.override("en"):
        assert "BÁO CÁO" in to_html(compose(A_PAPER, today=NEW))
