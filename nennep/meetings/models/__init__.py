"""Sinh hoạt: planned, prepared and held meetings, how long each part really took, who was there, what was said and decided."""

from nennep.meetings.models.closing import LevelDecision, Score, ScoreLine, Signature
from nennep.meetings.models.decided import Decision, Vote
from nennep.meetings.models.meeting import (
    Addendum,
    AgendaItem,
    ClockCorrection,
    Meeting,
    MeetingRecords,
    ResolutionDraft,
    ThemePart,
    minutes_put_right,
)
from nennep.meetings.models.plans import MeetingKind, PlannedMeeting
from nennep.meetings.models.preparing import AgendaTemplate, Jotting, Preparation, PreparedItem, Presence, Question
from nennep.meetings.models.roll import Attendance
from nennep.meetings.models.said import Contribution, Note, Praise
from nennep.meetings.models.speaking import SpeakingView
from nennep.meetings.models.statuses import COUNTED, PRESENT, AttendanceStatus

__all__ = [
    "Addendum",
    "AgendaItem",
    "AgendaTemplate",
    "Attendance",
    "AttendanceStatus",
    "COUNTED",
    "ClockCorrection",
    "Contribution",
    "Decision",
    "Jotting",
    "LevelDecision",
    "Meeting",
    "MeetingKind",
    "MeetingRecords",
    "Note",
    "PRESENT",
    "PlannedMeeting",
    "Praise",
    "Preparation",
    "PreparedItem",
    "Presence",
    "Question",
    "ResolutionDraft",
    "Score",
    "ScoreLine",
    "Signature",
    "SpeakingView",
    "ThemePart",
    "Vote",
    "minutes_put_right",
]
