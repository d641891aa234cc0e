"""Everything that a file and the answers given so far would do, before any of it is done."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import LEAVE_OUT, Answers
from nennep.exchange.roster.checking import check_rows, check_together
from nennep.exchange.roster.findings import Finding
from nennep.exchange.roster.grid import MAX_ROWS, open_roster
from nennep.exchange.roster.headings import Table, find_tables
from nennep.exchange.roster.known import Known
from nennep.exchange.roster.matching import Change, absent, match_rows
from nennep.exchange.roster.reading import Read, read_tables
from nennep.exchange.roster.rows import Row
from nennep.exchange.roster.values import typed_day
from nennep.exchange.workbook.opening import refused
from nennep.exchange.workbook.problems import CellError
from nennep.ledger.acts import Outcome, content_of
from nennep.organisation import access
from nennep.organisation.enrolment import Enrolment
from nennep.organisation.models import Person, Standing, Unit
from nennep.rulebook.rules import rule

MOST_ANSWERS = 300
"""So many cells can be mended on the page; more are mended faster in the file."""
MOST_SHEETS = 12


@dataclass
class Preview:
    """What would happen. Nothing is written before every question is answered (`ready`) and its reader agrees."""

    unit: Unit
    known: Known
    answers: Answers
    tables: list[Table]
    sheets_without: list[str]
    read: Read
    changes: list[Change]
    absent: list[Person]
    today: date
    refused: list[str] = field(default_factory=list)
    since: date | None = None
    since_needed: bool = False
    since_wrong: str = ""
    rest_needed: bool = False

    @cached_property
    def findings(self) -> list[Finding]:
        """What must be mended, row by row; of a row that is left out nothing."""
        return [f for row in self.rows for f in row.findings if f.blocks]

    @cached_property
    def warnings(self) -> list[Finding]:
        return [*self.read.notes, *(f for row in self.rows for f in row.findings if not f.blocks)]

    @cached_property
    def rows(self) -> list[Row]:
        return [row for row in self.read.rows if self.answers.person(row.table, row.number) != LEAVE_OUT]

    def of(self, outcome: Outcome) -> list[Change]:
        return [change for change in self.changes if change.outcome is outcome and not change.row.broken]

    @property
    def added(self) -> list[Change]:
        return self.of(Outcome.ADDED)

    @property
    def corrected(self) -> list[Change]:
        return self.of(Outcome.CORRECTED)

    @property
    def same(self) -> list[Change]:
        return self.of(Outcome.UNCHANGED)

    @property
    def mended(self) -> bool:
        """Whether nothing is left to answer."""
        return not (self.findings or self.refused or self.since_wrong)

    @property
    def ready(self) -> bool:
        return self.mended and bool(self.added or self.corrected)

    @property
    def enrolments(self) -> list[Enrolment]:
        return [change.enrolment for change in self.changes if change.outcome is not Outcome.UNCHANGED]

    @property
    def askable(self) -> list[Finding]:
        """The questions that the page has room for."""
        return self.findings[: max(MOST_ANSWERS - self.answers.count, 0)]

    @cached_property
    def fingerprint(self) -> str:
        """What was seen is what is entered: any difference between the two shows here."""
        records = [
            [content_of(change.person), *map(content_of, change.memberships), *map(content_of, change.terms)]
            for change in self.changes
            if change.outcome is not Outcome.UNCHANGED
        ]
        return hashlib.sha256(json.dumps(records, cls=DjangoJSONEncoder).encode()).hexdigest()


def prepare(content: bytes, answers: Answers, *, unit: Unit, by: Person, at: datetime) -> Preview:
    """Read the file as the answers correct it and set it beside the unit's list. Writes nothing.

    Raises WorkbookRefused when the file cannot be opened or holds no list of people.
    """
    today = at.date()
    grids = open_roster(content)
    tables = find_tables(grids)[:MOST_SHEETS]
    if not tables:
        raise refused(
            _("Không thấy danh sách nào: trong 30 dòng đầu của các sheet không có dòng tiêu đề với cột họ tên."),
            _("Đặt một dòng tiêu đề (Họ và tên, Giới tính, Ngày sinh, Tư cách…) trên danh sách."),
        )
    for table in tables:
        if table.grid.too_long:
            raise refused(
                _("Sheet “%(sheet)s” có quá %(max)d dòng.") % {"sheet": table.name, "max": MAX_ROWS},
                _("Chia danh sách thành nhiều tệp."),
            )
    read = read_tables(tables, answers, today)
    since, since_wrong = day_of_the_list(answers, today)
    rest_needed = settle_standings(read.rows, answers)
    present = [row for row in read.rows if answers.person(row.table, row.number) != LEAVE_OUT]
    age = rule("member.min_age", unit=unit, on=today)
    check_rows(present, today=today, min_age=int(age.number) if age else None)
    check_together(present, answers)
    known = Known(unit)
    changes = match_rows(present, known, answers, since or today)
    since_needed = any(change.takes_the_day for change in changes)
    named = {table.number for table in tables}
    return Preview(
        unit=unit,
        known=known,
        answers=answers,
        tables=tables,
        sheets_without=[grid.name for number, grid in enumerate(grids) if number not in named and grid.rows],
        read=read,
        changes=changes,
        absent=absent(changes, known, today),
        today=today,
        refused=refusals(changes, read, unit, by, today),
        since=since,
        since_needed=since_needed,
        since_wrong=since_wrong or (since_asked(today) if since_needed and since is None else ""),
        rest_needed=rest_needed,
    )


def day_of_the_list(answers: Answers, today: date) -> tuple[date | None, str]:
    """The day from which the list holds, and what is wrong with it."""
    try:
        typed = typed_day(answers.since, None)
    except CellError as error:
        return None, f"{error.what} {error.remedy}"
    if typed is None:
        return None, ""
    if typed.whole is None:
        return None, _("“%(value)s” thiếu ngày. Ghi đủ ngày/tháng/năm, như 05/03/2010.") % {"value": typed}
    if typed.whole > today:
        return None, _("Ngày %(day)s chưa tới. Xem lại năm.") % {"day": typed}
    return typed.whole, ""


def since_asked(today: date) -> str:
    return _("Ghi ngày danh sách có hiệu lực, như 01/01/%(year)d: tệp không ghi ngày về chi bộ của mọi người.") % {
        "year": today.year
    }


def settle_standings(rows: list[Row], answers: Answers) -> bool:
    """Give those of whom nothing says it the standing that was chosen once for the file; whether there are any."""
    lacking = [row for row in rows if row.standing is None and not row.broken_standing]
    if answers.rest in Standing.values:
        for row in lacking:
            row.standing = Standing(answers.rest)
    return bool(lacking)


def refusals(changes: list[Change], read: Read, unit: Unit, by: Person, on: date) -> list[str]:
    """What stands in the way of the whole file."""
    found = []
    if any(change.terms for change in changes) and not access.is_secretary(by, unit, on):
        found.append(
            _("Tệp có chức vụ Đảng; chỉ bí thư hoặc phó bí thư ghi được. Chọn “không lấy” ở cột chức vụ rồi xem lại.")
        )
    if not read.rows:
        found.append(_("Không có người nào trong các sheet được lấy."))
    return found
