"""Everything that stands on the minutes of a meeting, as people read it today.

It is plain data that JSON can hold: frozen into a seal, every paper of the meeting can be made from it later and is not
touched when somebody is renamed. Nothing is filled in: what nobody recorded is None or empty. Always in Vietnamese, as the
papers are.
"""

from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from nennep.ballots.counting import BASE, QUORUM, outcome
from nennep.documents.drafting.forms import begun
from nennep.documents.papers.of_draft import names_on
from nennep.meetings.models import (
    AgendaItem,
    Contribution,
    Meeting,
    MeetingKind,
    Note,
    Praise,
    Preparation,
    ScoreLine,
    ThemePart,
)
from nennep.meetings.papers.roll import Calls, count_of_roll, naming
from nennep.meetings.queries import THEME_RULE
from nennep.organisation.models import Office, Term
from nennep.rulebook.answers import Rule
from nennep.rulebook.rules import rules_in_force
from nennep.rulebook.values import written
from nennep.vietnamese.dates import short_date
from nennep.vietnamese.numbers import decimal, share

Shown = dict[str, Any]
Rules = dict[str, Rule]


def shown_of(meeting: Meeting) -> Shown:
    """What the minutes of this meeting say, in the groups of the paper (domain 1.5)."""
    with translation.override("vi"):
        rules = rules_in_force(meeting.unit, meeting.held_on)
        roll = list(meeting.attendances.select_related("person").order_by("person__name_key", "pk"))
        called = naming(row.person for row in roll)
        votes = votes_of(meeting, rules)
        said = Said(meeting, called)
        return {
            "head": head_of(meeting),
            "frame": frame_of(meeting, called),
            "count": count_of_roll(meeting, roll, called, rules.get(QUORUM)),
            "dues": {"paid": meeting.dues_paid, "owing": meeting.dues_owing},
            "attached": attached_to(meeting),
            "items": [item_of(item, said, called) for item in said.agenda],
            "loose": said.under(None, ""),
            "theme": theme_of(meeting, said, rules.get(THEME_RULE)),
            **praise_of(meeting, called),
            "tasks": tasks_of(meeting, called),
            "votes": votes,
            "conclusion": meeting.conclusion,
            "resolution": resolution_of(meeting),
            "score": score_of(meeting),
            "clock": clock_of(meeting, called),
            "read_out": meeting.read_out,
            "amendments": meeting.amendments,
            "signatures": signatures_of(meeting, called),
            "signed_on": day(meeting.minutes_signed_on),
            "note": meeting.note,
        }


def head_of(meeting: Meeting) -> Shown:
    """Names as the unit bore them on the day, and what its papers usually say at their foot."""
    unit, on = meeting.unit, meeting.held_on
    state = unit.on(on) or unit
    superior, issuer, symbol = names_on(unit, on)
    usual = begun(unit, today=on)
    return {
        "superior": superior,
        "cell": state.name,
        "letterhead": issuer,
        "symbol": symbol,
        "place": state.place,
        "date": on.isoformat(),
        "kind": str(meeting.get_kind_display()),
        "month": f"{on.month}/{on.year}",
        "title": meeting.title,
        "authority": usual.authority,
        "recipients": [line.strip() for line in usual.recipients.split("\n") if line.strip()],
        **signer_of(meeting, usual.signatory),
    }


def signer_of(meeting: Meeting, secretary: str) -> Shown:
    """Who signs for the cell: whoever chaired and led it that day, else its secretary."""
    terms = Term.objects.on(meeting.held_on).filter(unit=meeting.unit, person=meeting.chair)
    offices = {term.office for term in terms}
    if Office.SECRETARY not in offices and Office.DEPUTY in offices:
        return {"post": str(Office.DEPUTY.label).upper(), "signatory": meeting.chair.name}
    return {"post": str(Office.SECRETARY.label).upper(), "signatory": secretary}


def frame_of(meeting: Meeting, called: Calls) -> Shown:
    return {
        "start": f"{meeting.starts_at:%H:%M}",
        "end": f"{meeting.ends_at:%H:%M}",
        "length": meeting.length,
        "place": meeting.place,
        "chair": called(meeting.chair),
        "minutes_secretary": called(meeting.minutes_secretary),
        "guests": meeting.guests,
    }


def attached_to(meeting: Meeting) -> list[str]:
    """The papers that were laid before the meeting."""
    preparation = Preparation.objects.filter(meeting=meeting).first()
    return [f"{document.citation}: {document.subject}" for document in preparation.papers.all()] if preparation else []


class Said:
    """Notes and opinions of a meeting, read once and laid under the item or the part of the theme where they belong."""

    def __init__(self, meeting: Meeting, called: Calls) -> None:
        self.called = called
        self.agenda: list[AgendaItem] = list(meeting.agenda.select_related("presenter").order_by("order"))
        self.notes: list[Note] = list(meeting.notes.order_by("order"))
        self.opinions: list[Contribution] = list(meeting.contributions.select_related("person").order_by("order"))

    def under(self, item: int | None, part: str) -> Shown:
        """What was written under one item, under one part of the theme wherever that stands, or under nothing."""

        def there(row: Note | Contribution) -> bool:
            return row.part == part and (bool(part) or row.item_id == item)

        notes = [note for note in self.notes if there(note)]
        return {
            "notes": [note.text for note in notes if note.kind == Note.Kind.TEXT],
            "opinions": [{"speaker": self.called(row.person), "gist": row.gist} for row in self.opinions if there(row)],
            "conclusions": [note.text for note in notes if note.kind == Note.Kind.CONCLUSION],
        }


def item_of(item: AgendaItem, said: Said, called: Calls) -> Shown:
    return {
        "title": item.title,
        "planned": item.minutes,
        "taken": item.taken,
        "theme": item.is_theme,
        "presenter": called(item.presenter) if item.presenter is not None else "",
        **said.under(item.pk, ""),
    }


def theme_of(meeting: Meeting, said: Said, least: Rule | None) -> Shown | None:
    """The five parts with their measured minutes; None where the meeting is of a kind that has no theme.

    The verdict is "met", "below" or "not measured"; None where no rule gives a length.
    """
    measured = dict(meeting.theme_parts.order_by("pk").values_list("part", "minutes"))
    planned = any(item.is_theme for item in said.agenda)
    if meeting.kind != MeetingKind.REGULAR and not measured and not planned:
        return None
    total = sum(measured.values()) if measured else None
    wanted = int(least.number) if least is not None else None
    verdict = "not measured" if total is None else None
    if total is not None and wanted is not None:
        verdict = "met" if total >= wanted else "below"
    parts = [
        {"label": str(label), "minutes": measured.get(part), **said.under(None, part)}
        for part, label in ThemePart.Part.choices
    ]
    return {
        "parts": parts,
        "total": total,
        "least": wanted,
        "source": least.cited if least is not None else "",
        "verdict": verdict,
    }


def praise_of(meeting: Meeting, called: Calls) -> Shown:
    rows = list(meeting.praises.select_related("person").order_by("order"))

    def of(kind: Praise.Kind) -> list[Shown]:
        return [{"name": called(row.person), "reason": row.reason} for row in rows if row.kind == kind]

    return {"praise": of(Praise.Kind.PRAISE), "reminders": of(Praise.Kind.REMINDER)}


def tasks_of(meeting: Meeting, called: Calls) -> list[Shown]:
    return [
        {
            "what": row.task.text,
            "who": called(row.task.owner),
            "due": row.task.due_on.isoformat(),
            "heard": day(row.heard_in),
        }
        for row in meeting.decisions.select_related("task__owner").order_by("pk")
    ]


def votes_of(meeting: Meeting, rules: Rules) -> list[Shown]:
    """Each show of hands with of whom its rate is a part; both where the cell has not settled which counts."""
    base = str(rules[BASE].value) if BASE in rules else ""
    found = []
    for vote in meeting.votes.select_related("hands").order_by("order"):
        hands = vote.hands
        found.append(
            {
                "about": vote.about,
                "label": str(vote.get_about_display()),
                "matter": hands.matter,
                "form": "giơ tay",
                "entitled": hands.entitled,
                "present": hands.present,
                "for": hands.in_favour,
                "against": hands.against,
                "abstain": hands.abstaining,
                "rate": share(hands.in_favour, hands.present),
                "rate_of_entitled": share(hands.in_favour, hands.entitled),
                "base": base,
                "threshold": written(hands.threshold, "threshold") if hands.threshold is not None else "",
                "carried": outcome(hands, base).carried,
            }
        )
    return found


def resolution_of(meeting: Meeting) -> Shown | None:
    """The resolution that came of the meeting, once it is signed; None as long as the conclusion stands in the minutes."""
    linked = getattr(meeting, "resolution", None)
    document = linked.draft.document if linked is not None else None
    if document is None:
        return None
    return {"code": document.code, "date": document.issued_on.isoformat(), "citation": document.citation}


def score_of(meeting: Meeting) -> Shown | None:
    """The self-score sheet; the total is there once every line has its points. None where no sheet was laid out."""
    score = getattr(meeting, "score", None)
    if score is None:
        return None
    lines: list[ScoreLine] = list(meeting.score_lines.order_by("order"))
    given = [line.points for line in lines if line.points is not None]
    return {
        "source": score.source,
        "lines": [
            {
                "key": line.key,
                "criterion": line.criterion,
                "most": decimal(line.most),
                "points": decimal(line.points) if line.points is not None else None,
                "ground": line.ground,
            }
            for line in lines
        ],
        "total": decimal(sum(given)) if lines and len(given) == len(lines) else None,
        "most": decimal(sum(line.most for line in lines)),
        "proposed": score.proposed,
        "weaknesses": score.weaknesses,
    }


def clock_of(meeting: Meeting, called: Calls) -> list[Shown]:
    return [
        {
            "step": row.step,
            "measured": row.measured,
            "corrected": row.corrected,
            "reason": row.reason,
            "who": called(row.by),
            "when": moment(row.made_at),
        }
        for row in meeting.clock_corrections.select_related("by").order_by("made_at", "pk")
    ]


def signatures_of(meeting: Meeting, called: Calls) -> list[Shown]:
    return [
        {
            "role": row.role,
            "label": str(row.get_role_display()),
            "name": called(row.person),
            "on": row.signed_on.isoformat(),
            "on_paper": row.on_paper,
        }
        for row in meeting.signatures.select_related("person").order_by("pk")
    ]


def moment(at: datetime) -> str:
    """ "14 giờ 46, ngày 03/6/2014"."""
    local = timezone.localtime(at)
    return f"{local:%H giờ %M}, ngày {short_date(local.date())}"


def day(found: date | None) -> str | None:
    return found.isoformat() if found is not None else None
