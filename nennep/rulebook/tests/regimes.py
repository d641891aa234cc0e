"""What domain §0.4 and §1–§6 say holds on four days, key by key: (value, source) or None where nothing does.

The four days lie in four worlds: before any guidance on cell meetings of 2018; under 12-HD and 132-QĐ; under 124-QĐ; under
42-HD, 366-QĐ, 399-QĐ. A value stands here as JSON gives it.
"""

from datetime import date
from typing import Any

DAYS = (date(2014, 6, 1), date(2019, 6, 1), date(2024, 3, 1), date(2026, 11, 1))
Expected = tuple[Any, str] | None
STATUTES = "Điều lệ Đảng"
HD12, HD42 = "12-HD/BTCTW", "42-HD/BTCTW"
R132, R124, R366 = "132-QĐ/TW", "124-QĐ/TW", "366-QĐ/TW"


def always(value: Any, source: str) -> tuple[Expected, ...]:
    return ((value, source),) * 4


CENTRAL: dict[str, tuple[Expected, ...]] = {
    "meeting.per_month": always(1, STATUTES),
    "meeting.committee_per_month": always(1, STATUTES),
    "meeting.conference_per_year": always(2, STATUTES),
    "meeting.learning_item": ((True, "09-HD/BTCTW"), None, None, None),
    "meeting.min_minutes": (None, (90, HD12), (90, HD12), (90, HD42)),
    "meeting.min_minutes_combined": (None, (120, HD12), (120, HD12), (120, HD42)),
    "meeting.attendance_target": (None, (0.85, HD12), (0.85, HD12), (0.9, HD42)),
    "meeting.max_excused_in_a_row": (None, (3, HD12), (3, HD12), None),
    "meeting.papers_ahead_days": (None, None, None, (1, HD42)),
    "meeting.thematic_min_per_quarter": (None, None, None, (1, HD42)),
    "meeting.thematic_replaces_regular": (None, None, None, (False, HD42)),
    "theme.min_minutes_per_meeting": (None, None, None, None),
    "minutes.sign_within_days": (None, None, None, None),
    "learning.directive": (
        ("03-CT/TW", "03-CT/TW"),
        ("05-CT/TW", "05-CT/TW"),
        ("05-CT/TW", "01-KL/TW"),
        ("05-CT/TW", "01-KL/TW"),
    ),
    "learning.criterion_of_rating": (None, (True, "05-CT/TW"), (True, "05-CT/TW"), (True, "05-CT/TW")),
    "plan.per_year": (None, None, (1, "01-KL/TW"), (1, "01-KL/TW")),
    "review.regime": (("20-HD", "20-HD/BTCTW"), ("132", R132), ("124", R124), ("366", R366)),
    "review.per_year": ((1, "20-HD/BTCTW"), (1, R132), (1, R124), (1, R366)),
    "review.committee_min_days": (None, None, None, (1, "43-HD/BTCTW")),
    "rating.levels": (None, (4, R132), (4, R124), (4, R366)),
    "rating.excellent_min_points": (None, None, None, (90, R366)),
    "rating.good_min_points": (None, None, None, (70, R366)),
    "rating.completed_min_points": (None, None, None, (50, R366)),
    "rating.excellent_min_exceeded": (None, None, (0.5, R124), (0.3, R366)),
    "rating.excellent_min_on_time": (None, None, None, (1, R366)),
    "rating.good_min_on_time": (None, None, None, (1, R366)),
    "rating.completed_min_done": (None, None, None, (1, R366)),
    "rating.completed_max_late": (None, None, None, (0.2, R366)),
    "rating.not_completed_below_done": (None, None, (0.5, R124), None),
    "rating.excellent_needs_old_limitations_fixed": (None, None, None, (True, R366)),
    "rating.excellent_cap": (None, (0.2, R132), (0.2, R124), (0.2, "366-QĐ/TW, 43-HD/BTCTW")),
    "rating.new_member_min_months": (None, (6, R132), (6, R132), (6, R132)),
    "commend.member_year_multiple": (None, *((0.3, "56-HD/VPTW"),) * 3),
    "commend.cell_year_multiple": (None, *((0.6, "56-HD/VPTW"),) * 3),
    "commend.rounding": (None, *((10000, "56-HD/VPTW"),) * 3),
    "commend.base_salary": (None, None, None, None),
    "vote.resolution": always("> 1/2", STATUTES),
    "vote.probationary": always(False, STATUTES),
    "vote.discipline": (None, None, ("> 1/2", "69-QĐ/TW"), None),
    "vote.expel_propose": (None, None, (">= 2/3", "69-QĐ/TW"), None),
    "vote.strike_off": (None, None, None, (">= 2/3", "06-HD/TW")),
    "appeal.months": (None, None, (1, "22-QĐ/TW"), (1, "22-QĐ/TW")),
    "inspect.days": (None, None, None, None),
    "member.min_age": always(18, STATUTES),
    "member.strike_off_absent_months": always(3, STATUTES),
    "file.keep_self_reviews_years": (None, None, (3, HD12), (3, HD12)),
    "doc.regime": (
        None,
        ("66-QĐ/TW", "66-QĐ/TW"),
        ("66-QĐ/TW", "66-QĐ/TW"),
        ("399-QĐ/TW", "399-QĐ/TW"),
    ),
    "doc.layout": (
        None,
        ("36-HD/VPTW", "36-HD/VPTW"),
        ("36-HD/VPTW", "36-HD/VPTW"),
        ("05-HD/VPTW", "05-HD/VPTW"),
    ),
    "dues.rate": (None, None, None, (0.01, "01-QĐ/TW")),
}

TABLES: dict[str, tuple[bool, ...]] = {
    "commend.authority": (False, True, True, False),
    "doc.cell_allowed_types": (False, False, False, True),
    "doc.number_scope": (False, True, True, True),
    "ethics.standards": (False, False, False, True),
    "meeting.score_sheet": (False, False, False, True),
    "meeting.score_levels": (False, False, False, True),
}
"""Keys whose value is a table: whether one holds on each day."""

CHANGES: dict[str, list[tuple[date, Any, Any]]] = {
    "review.regime": [
        (date(2014, 9, 25), "20-HD", "27-HD"),
        (date(2018, 3, 8), "27-HD", "132"),
        (date(2023, 10, 4), "132", "124"),
        (date(2025, 8, 30), "124", "366"),
    ],
    "meeting.attendance_target": [(date(2018, 7, 6), None, 0.85), (date(2025, 10, 28), 0.85, 0.9)],
    "meeting.min_minutes": [(date(2018, 7, 6), None, 90)],
    "meeting.thematic_min_per_quarter": [(date(2025, 10, 28), None, 1)],
    "doc.layout": [(date(2018, 4, 3), None, "36-HD/VPTW"), (date(2026, 5, 27), "36-HD/VPTW", "05-HD/VPTW")],
    "doc.regime": [(date(2017, 2, 6), None, "66-QĐ/TW"), (date(2026, 1, 9), "66-QĐ/TW", "399-QĐ/TW")],
    "learning.directive": [(date(2016, 5, 15), "03-CT/TW", "05-CT/TW")],
    "rating.excellent_min_exceeded": [(date(2023, 10, 4), None, 0.5), (date(2025, 8, 30), 0.5, 0.3)],
    "vote.discipline": [(date(2022, 7, 6), None, "> 1/2"), (date(2026, 8, 17), "> 1/2", None)],
}
"""Each day on which a value changes: what held the day before, and what from that day on."""
