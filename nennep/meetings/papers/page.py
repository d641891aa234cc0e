"""What a paper of a meeting is made from: the seal, once the minutes are sealed; the records until then."""

import json
from typing import Any

from nennep.ledger.seals import seal_of
from nennep.meetings.models import Meeting
from nennep.meetings.papers.shown import Shown, moment, shown_of


def page_of(meeting: Meeting) -> tuple[Shown, str | None]:
    """What stands on the meeting's page, and its check code; no code while it is not sealed."""
    sealed = seal_of(meeting)
    if sealed is None:
        return shown_of(meeting), None
    shown: Shown = json.loads(sealed.text)["shown"]
    return shown, sealed.code


def addenda_of(meeting: Meeting) -> list[dict[str, Any]]:
    """What was corrected beside the sealed page, in the order in which it was written."""
    return [
        {
            "passage": row.passage,
            "correction": row.correction,
            "reason": row.reason,
            "written_at": moment(row.written_at),
            "written_by": row.written_by.name,
            "signed_at": moment(row.signed_at) if row.signed_at else "",
            "signed_by": row.signed_by.name if row.signed_by else "",
        }
        for row in meeting.addenda.select_related("written_by", "signed_by").order_by("pk")
    ]
