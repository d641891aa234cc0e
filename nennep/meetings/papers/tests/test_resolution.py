"""The resolution is begun from the minutes, and nothing is put into it that the meeting did not say."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from nennep.documents.models import Draft
from nennep.documents.tests.factories import DocumentFactory
from nennep.ledger.models import Entry
from nennep.ledger.seals import verify_seals
from nennep.meetings.closing.rows import rows_of
from nennep.meetings.models import Meeting
from nennep.meetings.papers.resolution import draft_resolution_of
from nennep.meetings.papers.tests.full import full_meeting, sealed
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.access import NotAllowed


@pytest.fixture
def meeting(cell) -> Meeting:
    return full_meeting(cell)


def test_it_is_begun_with_what_the_minutes_hold(meeting, cell, at):
    draft = draft_resolution_of(meeting, by=cell.secretary, at=at)
    assert (draft.type, draft.subject) == ("resolution", "sinh hoạt thường kỳ tháng 6/2014")
    lines = draft.body.split("\n")
    for wanted in (
        "I- ĐÁNH GIÁ",
        "Thời lượng chuyên đề: 43 phút, đạt; quy định ít nhất 30 phút (45-KH/CBBQL).",
        "- Biểu dương đồng chí Ngô Thị Lụa: hẹn đúng 12 hồ sơ.",
        "II- PHƯƠNG HƯỚNG",
        "Tháng sau nghe kết quả niêm yết.",
        "III- PHÂN CÔNG",
        "- Niêm yết thời hạn: Trịnh Công Bằng thực hiện, xong trước ngày 01/7/2014, báo cáo tại kỳ họp tháng 7/2014.",
        "IV- TỰ CHẤM",
        "Chi bộ tự chấm 95 trên 100 điểm, đề nghị mức Tốt.",
    ):
        assert wanted in lines, wanted
    assert "Có mặt 5/6 (83,3%) đảng viên phải dự." in lines[0]
    assert "tán thành 14/15 (93,3%)" in lines[-1]
    assert Meeting.objects.get(pk=meeting.pk).resolution.draft == draft


def test_an_open_draft_is_gone_on_with_and_never_written_over(meeting, cell, at):
    draft = draft_resolution_of(meeting, by=cell.secretary, at=at)
    draft.body = "viết tay"
    draft.save()
    assert draft_resolution_of(Meeting.objects.get(pk=meeting.pk), by=cell.secretary, at=at).body == "viết tay"
    assert Draft.objects.count() == 1


def test_a_signed_one_is_not_begun_again(meeting, cell, at):
    draft = draft_resolution_of(meeting, by=cell.secretary, at=at)
    draft.document = DocumentFactory(
        register=cell.unit, type="resolution", number=5, symbol="NQ/CB", issued_on=date(2014, 6, 4)
    )
    draft.intended_on = date(2014, 6, 4)
    draft.save()
    with pytest.raises(ValidationError, match="đã ký"):
        draft_resolution_of(Meeting.objects.get(pk=meeting.pk), by=cell.secretary, at=at)


def test_of_a_meeting_with_few_records_the_headings_stay_empty(cell, at):
    meeting = MeetingFactory(unit=cell.unit, chair=cell.secretary)
    body = draft_resolution_of(meeting, by=cell.secretary, at=at).body
    assert body.endswith("III- PHÂN CÔNG\nIV- TỰ CHẤM")
    assert "%" not in body


def test_of_a_sealed_meeting_the_sealed_columns_stay_as_they_are(meeting, cell, at):
    sealed(meeting, cell.secretary)
    first = draft_resolution_of(meeting, by=cell.secretary, at=at)
    again = draft_resolution_of(Meeting.objects.get(pk=meeting.pk), by=cell.secretary, at=at)
    assert first == again
    found = verify_seals(lambda _digest: True, lambda _subject: rows_of(Meeting.objects.get(pk=meeting.pk)))
    assert list(found) == []


def test_whoever_does_not_keep_the_books_begins_nothing(meeting, cell, at):
    before = Entry.objects.count()
    with pytest.raises(NotAllowed):
        draft_resolution_of(meeting, by=cell.member, at=at)
    assert not Draft.objects.exists()
    assert Entry.objects.count() == before
