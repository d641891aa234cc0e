"""One row of a list as a person, cell by cell. An answer given on the page stands for the cell that it mends."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from django.utils.translation import gettext as _

from nennep.exchange.roster import values
from nennep.exchange.roster.answers import Answers
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.grid import GridCell
from nennep.exchange.roster.headings import Table, text_of
from nennep.exchange.roster.rows import Row
from nennep.exchange.workbook.problems import CellError
from nennep.organisation.models import Office, Person, Standing
from nennep.vietnamese.typed_dates import TypedDate

Value = TypeVar("Value")

YOUNGEST_MEMBER = 18
OLDEST = 100


def read_person(
    table: Table, number: int, cells: list[GridCell], group: Standing | None, answers: Answers, today: date
) -> Row:
    """Everything that the row says. What cannot be read is among its findings."""
    return _Reader(table, number, cells, answers, today).read(group)


class _Reader:
    """The cells of one row, by what they hold."""

    def __init__(self, table: Table, number: int, cells: list[GridCell], answers: Answers, today: date) -> None:
        self.table, self.answers, self.today = table, answers, today
        self.row = Row(table.number, table.name, number)
        self.cells = {column.chosen: cells[column.index] for column in table.columns if column.chosen is not None}
        for wanted, cell in self.cells.items():
            self.row.addresses[wanted] = cell.address
            self.row.typed[wanted] = shown(cell, table)
        for wanted in Field:
            if (answer := answers.cell(table.number, number, wanted)) is not None:
                self.row.typed[wanted] = answer

    def read(self, group: Standing | None) -> Row:
        self.read_name()
        row = self.row
        row.code = self.attempt(Field.CODE, self.code) or ""
        row.born = self.attempt(Field.BORN, lambda: self.day(Field.BORN, born=True))
        self.read_sex()
        row.admitted = self.attempt(Field.ADMITTED, lambda: self.day_or_tick(Field.ADMITTED))
        row.official = self.attempt(Field.OFFICIAL, lambda: self.day_or_tick(Field.OFFICIAL))
        self.read_standing(group)
        row.joined = self.whole_day(Field.JOINED)
        self.read_offices()
        row.office_since = self.whole_day(Field.OFFICE_SINCE) if row.offices else None
        self.report_partial()
        return row

    def text(self, wanted: Field) -> str:
        """What was answered for the cell, else what stands in it. Raises CellError for a formula without result."""
        if (answer := self.answers.cell(self.table.number, self.row.number, wanted)) is not None:
            return answer
        cell = self.cells.get(wanted)
        if cell is None:
            return ""
        if cell.unsolved:
            raise CellError(
                _("Ô này là công thức chưa có kết quả hoặc bị lỗi."),
                _("Mở tệp bằng Excel, xem lại rồi lưu; hoặc ghi giá trị ở đây."),
            )
        return shown(cell, self.table)

    def attempt(self, about: Field, read: Callable[[], Value]) -> Value | None:
        try:
            return read()
        except CellError as error:
            self.row.find(about, error.what, error.remedy)
            return None

    def answered(self, wanted: Field) -> bool:
        return self.answers.cell(self.table.number, self.row.number, wanted) is not None

    def read_name(self) -> None:
        about = Field.NAME if Field.NAME in self.cells or Field.GIVEN not in self.cells else Field.GIVEN

        def name() -> str:
            if self.answered(Field.NAME) or Field.NAME in self.cells:
                return values.name_of(self.text(Field.NAME))
            return values.name_of(f"{self.text(Field.FAMILY)} {self.text(Field.GIVEN)}")

        # The whole name is asked for, wherever its parts stand.
        self.row.addresses.setdefault(Field.NAME, self.row.addresses.get(about, ""))
        self.row.typed.setdefault(
            Field.NAME, f"{self.row.typed.get(Field.FAMILY, '')} {self.row.typed.get(Field.GIVEN, '')}".strip()
        )
        self.row.name = self.attempt(Field.NAME, name) or ""

    def code(self) -> str:
        code = self.text(Field.CODE).removesuffix(".0")
        if values.is_nothing(code):
            return ""
        if len(code) > values.CODE_LENGTH:
            raise CellError(_("Mã dài quá %(max)d ký tự.") % {"max": values.CODE_LENGTH}, _("Ghi mã ngắn hơn."))
        return code

    def job(self) -> str:
        job = self.text(Field.JOB)
        if values.is_nothing(job):
            return ""
        return job

    def day(self, wanted: Field, *, born: bool = False) -> TypedDate | None:
        between = (self.years_ago(OLDEST), self.years_ago(YOUNGEST_MEMBER)) if born else None
        cell = self.cells.get(wanted)
        if self.answered(wanted) or cell is None:
            return values.typed_day(self.text(wanted), between)
        self.text(wanted)
        return values.day_of(cell, self.table.hint, mac=self.table.grid.mac, between=between)

    def years_ago(self, years: int) -> date:
        return self.today.replace(year=self.today.year - years, day=min(self.today.day, 28))

    def day_or_tick(self, wanted: Field) -> TypedDate | None:
        """Lists with a column for each standing mark it with x instead of a day."""
        return None if values.is_tick(self.text(wanted)) else self.day(wanted)

    def whole_day(self, wanted: Field) -> date | None:
        """A day that is written into a record: a month alone is not enough."""
        typed = self.attempt(wanted, lambda: self.day(wanted))
        if typed is not None and typed.whole is None:
            self.row.find(
                wanted,
                _("“%(value)s” thiếu ngày; chương trình không tự điền.") % {"value": typed},
                _("Ghi đủ ngày/tháng/năm, như 05/03/2010."),
            )
        return typed.whole if typed else None

    def read_sex(self) -> None:
        row = self.row
        if self.answered(Field.SEX) or Field.SEX in self.cells:
            row.sex = self.attempt(Field.SEX, lambda: values.sex_of(self.text(Field.SEX)))
        if row.sex is None and not row.is_broken_at(Field.SEX):
            self.attempt(Field.SEX, self.sex_by_column)
        if row.sex is None and not row.is_broken_at(Field.SEX):
            row.find(Field.SEX, _("Chưa có giới tính."), _("Ghi “nam” hoặc “nữ”."), hint=values.sex_hint(row.name))

    def sex_by_column(self) -> None:
        """Two columns Nam and Nữ: whichever is filled, with a tick or with the day of birth, says the sex."""
        marked = []
        for wanted, sex in (
            (Field.MALE, Person.Sex.MALE),
            (Field.FEMALE, Person.Sex.FEMALE),
            (Field.FEMALE_ELSE_MALE, Person.Sex.FEMALE),
        ):
            if wanted not in self.cells:
                continue
            text = self.text(wanted)
            if values.is_tick(text) or values.names_sex(text, sex):
                marked.append(sex)
            elif (day := self.attempt(wanted, partial(self.day, wanted, born=True))) is not None:
                marked.append(sex)
                self.row.born = self.row.born or day
        if len(marked) > 1:
            raise CellError(_("Cả hai cột Nam và Nữ đều có dấu."), _("Ghi “nam” hoặc “nữ”."))
        if marked:
            self.row.sex = marked[0]
        elif Field.FEMALE_ELSE_MALE in self.cells:
            self.row.sex = Person.Sex.MALE

    def read_standing(self, group: Standing | None) -> None:
        """What is written out, else the column that is ticked, else the group, else a day of becoming full; else asked."""
        row = self.row
        if (wanted := Field.STANDING) in self.cells or self.answered(wanted):
            row.standing = self.attempt(wanted, self.standing_written)
        if row.standing is None and not row.is_broken_at(Field.STANDING):
            row.standing = self.standing_ticked() or group or (Standing.FULL if row.official else None)

    def standing_written(self) -> Standing | None:
        text = self.text(Field.STANDING)
        if self.row.official is not None and values.is_member_alone(text):
            return None  # "đảng viên" with the day of becoming full says enough
        return values.standing_of(text)

    def standing_ticked(self) -> Standing | None:
        for wanted, standing in (
            (Field.OFFICIAL, Standing.FULL),
            (Field.ADMITTED, Standing.PROBATIONARY),
            (Field.NON_MEMBER, Standing.NON_MEMBER),
        ):
            if wanted in self.cells and values.is_tick(self.row.typed[wanted]):
                return standing
        return None

    def read_offices(self) -> None:
        row = self.row
        offices, unknown = values.offices_in(self.attempt(Field.OFFICE, lambda: self.text(Field.OFFICE)) or "")
        if unknown:
            row.find(
                Field.OFFICE,
                _("Không lấy “%(value)s”: không phải chức vụ của chi bộ.") % {"value": ", ".join(unknown)[:80]},
                _("Nếu là bí thư, phó bí thư hoặc chi ủy viên của chi bộ này thì ghi đúng như thế."),
                blocks=False,
            )
        row.job = self.attempt(Field.JOB, self.job) or ""
        if Field.POST in self.cells or self.answered(Field.POST):
            more, rest = values.offices_in(self.attempt(Field.POST, lambda: self.text(Field.POST)) or "")
            offices += more
            row.job = row.job or ", ".join(rest)
        if len(row.job) > values.JOB_LENGTH:
            about = Field.JOB if Field.JOB in self.cells else Field.POST
            row.find(about, _("Dài quá %(max)d chữ cái.") % {"max": values.JOB_LENGTH}, _("Viết gọn lại."))
        # Secretary and deputy sit on the committee; the higher office says it.
        highest = next(
            (office for office in (Office.SECRETARY, Office.DEPUTY, Office.COMMITTEE) if office in offices), None
        )
        row.offices = [highest] if highest else []

    def report_partial(self) -> None:
        for about, typed in (
            (Field.BORN, self.row.born),
            (Field.ADMITTED, self.row.admitted),
            (Field.OFFICIAL, self.row.official),
        ):
            if typed is None:
                continue
            if typed.counted:
                self.row.find(
                    about,
                    _("Số %(value)s được đọc là ngày %(day)s.")
                    % {"value": self.row.typed.get(about, ""), "day": typed},
                    blocks=False,
                )
            if typed.whole is None:
                self.row.find(
                    about,
                    _("Chỉ có “%(value)s”, thiếu ngày; chương trình để trống chứ không tự điền.") % {"value": typed},
                    _("Nếu biết thì ghi đủ ngày/tháng/năm."),
                    blocks=False,
                )


def shown(cell: GridCell, table: Table) -> str:
    """The cell as its owner sees it: days as days, whole numbers without a point."""
    value = cell.value
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return text_of(cell, table.hint)
