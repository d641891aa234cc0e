"""The minutes on paper: every field of the forms that were seen (domain 1.5), nothing invented, the seal on every page."""

import io
import json
import re
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from nennep.documents.models import Draft
from nennep.meetings.models import Contribution, ResolutionDraft
from nennep.meetings.papers.minutes import UNSEALED, minutes_sheet
from nennep.meetings.papers.page import page_of
from nennep.meetings.papers.shown import shown_of
from nennep.meetings.papers.tests.full import full_meeting, sealed
from nennep.meetings.papers.tests.reading import words
from nennep.meetings.tests.factories import AgendaItemFactory, MeetingFactory, ThemePartFactory
from nennep.paper.blocks import CoSigner, Paragraph, Signature, Text
from nennep.paper.docx_writer import to_docx
from nennep.paper.json_writer import from_json, to_json
from nennep.paper.layouts import HD05, HD36
from nennep.paper.pdf_writer import to_pdf
from nennep.paper.tests.test_pdf import read

FIELDS = {
    "head: superior": "CHI BỘ CB",
    "head: the Party": "ĐẢNG CỘNG SẢN VIỆT NAM",
    "head: place and date": "Hưng Yên, ngày 03 tháng 6 năm 2014",
    "head: title": "BIÊN BẢN",
    "head: kind and month": "thường kỳ, tháng 6/2014",
    "frame: start, end, length": "bắt đầu 14 giờ 00, kết thúc 14 giờ 45 ngày 03/6/2014 (45 phút)",
    "frame: place": "Địa điểm: Phòng họp tầng 2.",
    "frame: chair": "Chủ trì: Vũ Minh Hạnh.",
    "frame: minutes secretary": "Người ghi biên bản: Kiều Văn Hưng.",  # pragma: allowlist secret
    "frame: guests with post": "Đồng chí Lý Văn Trên, Phó Bí thư Đảng ủy.",
    "count: total, full, probationary": "Tổng số đảng viên: 07; chính thức 06, dự bị 01.",
    "count: present full, probationary": "Có mặt: 5/6 (83,3%) số phải dự; chính thức 04, dự bị 01.",
    "count: absent, reason, excused": "Trịnh Công Bằng: có lý do, đi công tác.",
    "count: late": "Đến muộn: Ngô Thị Lụa 7 phút.",
    "count: left early": "Về sớm: Kiều Văn Hưng 4 phút.",
    "count: exempt": "Miễn sinh hoạt: 01 (Trần Đình Khoát).",
    "count: temporary": "nơi khác đến 01 (Hà Thị Khách); đi nơi khác 01 (Phan Văn Xa).",
    "count: quorum": "Số người dự tối thiểu: chưa có quy định.",
    "dues: paid": "Đã đóng tháng này: 05 người.",
    "dues: owing": "Còn nợ: 01 người.",
    "content: attached": "Chỉ thị số 03-CT/TW, ngày 14/5/2011",
    "content: numbered item, minutes": "1. Mở đầu (dự kiến 5 phút, thực tế 5 phút)",
    "content: presenter": "Trình bày: Kiều Văn Hưng.",
    "content: text": "Nghe báo cáo tháng 5.",
    "content: opinion by speaker": "Ngô Thị Lụa: hai lần hẹn lại dân, nhận khắc phục.",
    "content: the chair's conclusion": "Kết luận của chủ trì: Giao tổ hai làm rõ.",
    "theme: length by rule": "Thời lượng chuyên đề: 43 phút, đạt; quy định ít nhất 30 phút (45-KH/CBBQL).",
    "theme: study": "a) Nghiên cứu (12 phút) Đọc chuyên đề cần, kiệm.",
    "theme: results": "b) Kiểm điểm kết quả (5 phút)",
    "theme: links to self": "c) Liên hệ (8 phút) - Ngô Thị Lụa",
    "theme: lessons": "d) Rút kinh nghiệm (3 phút)",
    "theme: next month": "e) Giải pháp tháng sau (15 phút)",
    "praise": "Biểu dương: - Ngô Thị Lụa: hẹn đúng 12 hồ sơ.",
    "reminder": "Nhắc nhở: - Trịnh Công Bằng: chậm báo cáo tháng.",
    "task: what, who, due, heard": "Niêm yết thời hạn Trịnh Công Bằng 01/7/2014 7/2014",
    "vote: matter, form, people, hands": "Thông qua kết luận (giơ tay) 15 trên 16 14 0 1 14/15 (93,3%)",
    "vote: threshold and result": "cần hơn 1/2: thông qua",
    "conclusion: text": "Tháng sau nghe kết quả niêm yết.",
    "conclusion: resolution": "Nghị quyết: kết luận ghi trong biên bản này.",
    "conclusion: adoption": "Biểu quyết thông qua: tán thành 14/15 (93,3%) số có mặt",
    "score: a line": "10 Tiêu chí thứ 10 10 9,5",
    "score: total": "Tổng điểm: 95 trên 100 điểm.",
    "score: level": "Mức đề nghị: Tốt.",
    "score: vote": "Biểu quyết về phiếu chấm: tán thành 14/15",
    "score: weaknesses": "Điểm yếu và cách khắc phục: Thảo luận còn ít; gửi câu hỏi trước.",
    "clock": "đồng hồ 4 phút, sửa thành 15 phút; lý do: quên bấm; Kiều Văn Hưng sửa lúc 14 giờ 46, ngày 03/6/2014.",
    "close: read and amended": "Đọc lại biên bản trước cuộc họp; sửa đổi, bổ sung: chưa ghi.",
    "close: adopted by": "Biểu quyết thông qua biên bản: tán thành 14/15 (93,3%)",
    "close: signed": "chủ trì Vũ Minh Hạnh ký ngày 03/6/2014.",
    "close: note": "Ghi chú: Mất điện 10 phút.",
    "close: end": "Cuộc họp kết thúc lúc 14 giờ 45.",
    "close: signatures": "NGƯỜI GHI BIÊN BẢN Kiều Văn Hưng CHỦ TRÌ Vũ Minh Hạnh",
}


@pytest.fixture
def shown(cell):
    return shown_of(full_meeting(cell))


def test_every_field_of_the_forms_is_on_the_minutes(shown):
    said = words(minutes_sheet(shown, code=None))
    assert {field: wanted for field, wanted in FIELDS.items() if wanted not in said} == {}


def test_what_is_shown_is_plain_data_that_json_keeps(shown):
    assert json.loads(json.dumps(shown)) == shown


def test_minutes_that_are_not_sealed_say_so_in_their_first_line(shown):
    first = minutes_sheet(shown, code=None).blocks[0]
    assert first == Paragraph((Text(UNSEALED, bold=True),), centred=True)
    assert UNSEALED not in words(minutes_sheet(shown, code="0A1B-2C3D-4E5F"))


def test_sealed_minutes_print_their_check_code_on_every_page(shown):
    addendum = {
        "passage": "Mục 2",
        "correction": "Đúng là 13 hồ sơ.",
        "reason": "nghe nhầm",
        "written_at": "10 giờ 00, ngày 05/6/2014",
        "written_by": "Kiều Văn Hưng",
        "signed_at": "",
        "signed_by": "",
    }
    sheet = minutes_sheet(shown, code="0A1B-2C3D-4E5F", addenda=[addendum])
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(sheet))).pages]
    assert len(pages) > 3
    assert all("0A1B-2C3D-4E5F" in page for page in pages)
    assert "ĐÍNH CHÍNH" in pages[-1]
    assert "CHỦ TRÌ" not in pages[-1]
    assert "Đúng là 13 hồ sơ." in pages[-1]
    assert "Kiều Văn Hưng ghi lúc 10 giờ 00, ngày 05/6/2014; chủ trì chưa ký." in " ".join(pages[-1].split())


def test_the_secretary_signs_left_and_the_chair_right(shown):
    (signature,) = (block for block in minutes_sheet(shown, code=None).blocks if isinstance(block, Signature))
    assert (signature.authority, signature.name) == ("CHỦ TRÌ", "Vũ Minh Hạnh")
    assert signature.left == CoSigner("NGƯỜI GHI BIÊN BẢN", "Kiều Văn Hưng")


def test_every_format_of_the_minutes_says_the_same(shown):
    sheet = minutes_sheet(shown, code="0A1B-2C3D-4E5F")
    assert from_json(to_json(sheet)) == sheet
    word = docx.Document(io.BytesIO(to_docx(sheet)))
    written = " ".join(
        [p.text for p in word.paragraphs] + [cell.text for table in word.tables for cell in table._cells]
    )
    printed = read(to_pdf(sheet))
    for wanted in ("Địa điểm: Phòng họp tầng 2.", "Niêm yết thời hạn", "Nghe báo cáo tháng 5.", "14/15 (93,3%)"):
        assert wanted in written
        assert wanted in printed


def test_the_layout_is_that_of_the_meetings_day(cell):
    old = minutes_sheet(shown_of(MeetingFactory(unit=cell.unit)), code=None)
    new = minutes_sheet(shown_of(MeetingFactory(unit=cell.unit, held_on=date(2026, 6, 2))), code=None)
    assert (old.layout, new.layout) == (HD36, HD05)


def test_a_theme_nobody_measured_is_not_measured_and_no_zero_is_printed(cell):
    said = words(minutes_sheet(shown_of(MeetingFactory(unit=cell.unit, guests="")), code=None))
    assert "Thời lượng chuyên đề: chưa đo" in said
    assert said.count("(chưa đo)") == 5
    assert not re.search(r"\b0+ phút", said)


def test_the_minutes_of_a_theme_that_was_measured_alone_are_those_of_its_item(cell):
    meeting = MeetingFactory(unit=cell.unit)
    AgendaItemFactory(meeting=meeting)
    AgendaItemFactory(meeting=meeting, order=2, title="Chuyên đề: cần, kiệm", minutes=30, is_theme=True)
    ThemePartFactory(meeting=meeting, minutes=31)
    said = words(minutes_sheet(shown_of(meeting), code=None))
    assert "1. Mở đầu (dự kiến 5 phút, thực tế chưa đo)" in said
    assert "2. Chuyên đề: cần, kiệm (dự kiến 30 phút, thực tế 31 phút)" in said


def test_of_a_meeting_with_few_records_nothing_is_invented(cell):
    meeting = MeetingFactory(unit=cell.unit, chair=cell.secretary)
    Contribution.objects.create(meeting=meeting, order=1, person=cell.member, gist="gửi tài liệu sớm")
    said = words(minutes_sheet(shown_of(meeting), code=None))
    for wanted in (
        "Điểm danh: chưa ghi.",
        "Đại biểu, khách: chưa ghi.",
        "Đã đóng tháng này: chưa ghi.",
        "Phiếu tự chấm: chưa ghi.",
        "Biểu quyết thông qua: chưa ghi.",
        "Ngô Thị Lụa: gửi tài liệu sớm.",
        "Không ghi việc giao mới.",
    ):
        assert wanted in said, wanted
    assert "SỬA ĐỒNG HỒ" not in said
    assert "%" not in said


def test_a_committees_meeting_has_no_theme(cell):
    shown = shown_of(MeetingFactory(unit=cell.unit, kind="committee"))
    assert shown["theme"] is None
    assert "chuyên đề" not in words(minutes_sheet(shown, code=None)).lower()


def test_names_on_sealed_minutes_stay_when_somebody_is_renamed(cell):
    meeting = full_meeting(cell)
    seal = sealed(meeting, cell.secretary)
    cell.member.name = "Ngô Thị Mới"
    cell.member.save()
    shown, code = page_of(meeting)
    said = words(minutes_sheet(shown, code=code))
    assert code == seal.code
    assert "Ngô Thị Lụa" in said
    assert "Ngô Thị Mới" not in said


def test_two_of_one_name_are_told_apart(cell):
    meeting = full_meeting(cell)
    cell.other_member.name = cell.member.name
    cell.other_member.save()
    assert f"Ngô Thị Lụa ({cell.member.code})" in words(minutes_sheet(shown_of(meeting), code=None))


def test_a_signed_resolution_is_named_and_a_draft_is_not(cell, at):
    from nennep.documents.tests.factories import DocumentFactory

    meeting = full_meeting(cell)
    draft = Draft.objects.create(
        register=cell.unit, type="resolution", place="Hưng Yên", subject="tháng 6", written_at=at
    )
    ResolutionDraft.objects.create(meeting=meeting, draft=draft)
    assert shown_of(meeting)["resolution"] is None
    draft.document = DocumentFactory(
        register=cell.unit, type="resolution", number=5, symbol="NQ/CB", issued_on=date(2014, 6, 4)
    )
    draft.intended_on = date(2014, 6, 4)
    draft.save()
    assert shown_of(type(meeting).objects.get(pk=meeting.pk))["resolution"]["code"] == "05-NQ/CB"


def test_forty_pages_of_minutes_can_be_made(shown):
    shown["items"][0]["opinions"] = [
        {"speaker": "Ngô Thị Lụa", "gist": f"Ý kiến thứ {place}: " + "đề nghị gửi tài liệu sớm hơn, " * 12}
        for place in range(300)
    ]
    pages = PdfReader(io.BytesIO(to_pdf(minutes_sheet(shown, code="0A1B-2C3D-4E5F")))).pages
    assert len(pages) >= 40
    assert "Ý kiến thứ 299" in " ".join(page.extract_text() for page in pages)
    assert to_docx(minutes_sheet(shown, code=None))


def test_bigger_minutes_cost_no_more_queries(cell):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from nennep.meetings.models import Meeting, Note, Praise
    from nennep.organisation.tests.factories import on_roll

    pk = full_meeting(cell).pk

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            shown_of(Meeting.objects.get(pk=pk))
        return len(asked)

    few = queries()
    meeting = Meeting.objects.get(pk=pk)
    for order in range(10, 40):
        person = on_roll(cell.unit, f"Vũ Văn {order}")
        meeting.attendances.create(person=person, standing="full", status="excused")
        Contribution.objects.create(meeting=meeting, order=order, person=person, gist="ý kiến")
        Note.objects.create(meeting=meeting, order=order, text="nội dung")
        Praise.objects.create(meeting=meeting, order=order, kind="praise", person=person, reason="tốt")
    assert queries() == few
    assert few <= 40
