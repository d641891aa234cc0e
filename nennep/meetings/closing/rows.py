"""The records that a meeting is made of, in the groups in which it is sealed."""

from django.db import models

from nennep.ballots.models import ShowOfHands
from nennep.meetings.models import Meeting, Score


def rows_of(meeting: Meeting) -> dict[str, list[models.Model]]:
    """Everything under a meeting but what stands beside the sealed page: its addenda, and the level decided above.

    Tasks are not among them: they go on, and the page keeps the words with which they were given.
    """
    hands = ShowOfHands.objects.filter(vote__meeting=meeting).order_by("pk")
    groups: dict[str, models.QuerySet[models.Model]] = {
        "agenda": meeting.agenda.order_by("pk"),
        "theme": meeting.theme_parts.order_by("pk"),
        "clock": meeting.clock_corrections.order_by("pk"),
        "roll": meeting.attendances.order_by("pk"),
        "notes": meeting.notes.order_by("pk"),
        "contributions": meeting.contributions.order_by("pk"),
        "praises": meeting.praises.order_by("pk"),
        "decisions": meeting.decisions.order_by("pk"),
        "votes": meeting.votes.order_by("pk"),
        "hands": hands,
        "score": meeting.score_lines.order_by("pk"),
        "signatures": meeting.signatures.order_by("pk"),
    }
    return {
        "meeting": [meeting],
        "sheet": list(Score.objects.filter(meeting=meeting)),
        **{name: list(rows) for name, rows in groups.items()},
    }
