"""The papers of a meeting to be, written into drafts of the documents' room: the invitation, the resolution."""

from collections.abc import Iterator
from datetime import date, datetime

from nennep.documents.drafting.actions import write_draft
from nennep.documents.drafting.forms import begun
from nennep.documents.models import INVITATION, DocumentType, Draft
from nennep.ledger.acts import act
from nennep.meetings.models import Preparation
from nennep.organisation.access import Doer
from nennep.vietnamese.dates import long_date


def draft_invitation(preparation: Preparation, *, by: Doer, at: datetime) -> Draft:
    """An invitation with time, place and agenda. Every call makes a new one: invitations have no number and no register."""
    draft = begun(preparation.unit, today=at.date())
    draft.type = INVITATION
    draft.subject = preparation.title[:1].lower() + preparation.title[1:]
    draft.body = "\n".join(invitation_of(preparation))
    return write_draft(draft, seen=0, by=by, at=at)


def invitation_of(preparation: Preparation) -> Iterator[str]:
    """Vietnamese whatever language the screen speaks."""
    planned = preparation.planned
    yield f"{preparation.unit.name} trân trọng mời: …"
    yield f"Đến dự: {preparation.title}."
    yield f"Thời gian: {preparation.starts_at:%H giờ %M}, {long_date(planned.planned_on)}."
    yield f"Địa điểm: {preparation.place}."
    yield f"Chủ trì: {preparation.chair}."
    yield "Nội dung:"
    for item in preparation.items.order_by("order"):
        yield f"- {item.title} ({item.minutes} phút)"


def draft_resolution(preparation: Preparation, *, by: Doer, at: datetime) -> Draft:
    """The resolution before the meeting, with the agenda's items as its frame; an open one is gone on with."""
    if preparation.draft is not None and preparation.draft.document_id is None:
        return preparation.draft
    draft = begun(preparation.unit, today=at.date())
    draft.type = DocumentType.RESOLUTION
    draft.subject = f"{preparation.title[:1].lower()}{preparation.title[1:]}"
    draft.body = "\n".join(resolution_of(preparation, at.date()))
    written = write_draft(draft, seen=0, by=by, at=at)
    preparation.draft = written
    with act("meetings.draft_resolution", by=by, at=at, on=preparation):
        preparation.save(update_fields=["draft"])
    return written


def resolution_of(preparation: Preparation, today: date) -> Iterator[str]:
    """The skeleton of a cell's resolution (domain 1.6, local): assessment, directions, assignment. Nothing is filled in that
    the meeting has yet to say."""
    yield "I- ĐÁNH GIÁ"
    yield "1. Tư tưởng"
    yield "2. Nhiệm vụ chính trị"
    yield "3. Xây dựng Đảng, học tập và làm theo"
    yield "4. Hạn chế, nguyên nhân"
    yield "II- PHƯƠNG HƯỚNG"
    for item in preparation.items.order_by("order"):
        yield f"- {item.title}"
    yield "III- PHÂN CÔNG"
