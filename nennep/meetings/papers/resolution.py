"""The resolution that comes of a meeting, begun as a draft from what the minutes hold (domain 1.6)."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.drafting.actions import write_draft
from nennep.documents.drafting.forms import begun
from nennep.documents.models import DocumentType, Draft
from nennep.ledger.acts import act
from nennep.meetings.models import Meeting, ResolutionDraft
from nennep.meetings.papers.minutes import theme_words
from nennep.meetings.papers.page import page_of
from nennep.meetings.papers.sheet import dated, ended, heard, opening, subject_of
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import total_of, vote_words
from nennep.organisation.access import Doer


def draft_resolution_of(meeting: Meeting, *, by: Doer, at: datetime) -> Draft:
    """The draft of the meeting's resolution: the one that is open is gone on with, never written over; else a new one with the
    skeleton of a cell's resolution and what is on record in it.

    It is linked beside the meeting, whose page may be sealed. Raises ValidationError where the resolution is signed.
    """
    linked = ResolutionDraft.objects.filter(meeting=meeting).select_related("draft").first()
    if linked is not None and linked.draft.document_id is None:
        return linked.draft
    if linked is not None:
        raise ValidationError(_("Nghị quyết của cuộc họp này đã ký."))
    shown, _code = page_of(meeting)
    fresh = begun(meeting.unit, today=at.date())
    fresh.type = DocumentType.RESOLUTION
    fresh.subject = subject_of(shown)
    fresh.body = "\n".join(body_of(shown))
    written = write_draft(fresh, seen=0, by=by, at=at)
    with act("meetings.draft_resolution", by=by, at=at, on=meeting, content={"draft": written.pk}):
        ResolutionDraft.objects.create(meeting=meeting, draft=written)
    return written


def body_of(shown: Shown) -> Iterator[str]:
    """The text line by line, as drafts are typed. Headings that the minutes say nothing about stay empty for whoever writes."""
    yield opening(shown)
    yield "I- ĐÁNH GIÁ"
    yield "1. Tư tưởng"
    yield "2. Nhiệm vụ chính trị"
    yield "3. Xây dựng Đảng, học tập và làm theo"
    if shown["theme"]:
        yield f"Thời lượng chuyên đề: {theme_words(shown['theme'])}"
    yield "4. Biểu dương, nhắc nhở"
    for label, rows in (("Biểu dương", shown["praise"]), ("Nhắc nhở", shown["reminders"])):
        for row in rows:
            yield f"- {label} đồng chí {row['name']}: {ended(row['reason'])}"
    yield "5. Hạn chế, nguyên nhân"
    yield "II- PHƯƠNG HƯỚNG"
    yield from (line.strip() for line in shown["conclusion"].split("\n") if line.strip())
    yield "III- PHÂN CÔNG"
    for row in shown["tasks"]:
        reported = f", báo cáo tại kỳ họp tháng {heard(row['heard'])}" if row["heard"] else ""
        yield f"- {row['what'].rstrip('.')}: {row['who']} thực hiện, xong trước ngày {dated(row['due'])}{reported}."
    yield "IV- TỰ CHẤM"
    score = shown["score"]
    if score and score["total"]:
        level = f", đề nghị mức {score['proposed']}" if score["proposed"] else ""
        yield f"Chi bộ tự chấm {total_of(score)}{level}."
    if score and score["weaknesses"]:
        yield from score["weaknesses"].split("\n")
    if any(row["about"] == "conclusion" for row in shown["votes"]):
        yield f"Nghị quyết được biểu quyết: {vote_words(shown, 'conclusion')}."
