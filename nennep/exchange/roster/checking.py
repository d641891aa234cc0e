"""What cannot be true of a person, or of two rows together. Everything is said at the cell where it can be mended."""

from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import LEAVE_OUT, Answers
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.rows import Row
from nennep.organisation.models import Office, Standing
from nennep.vietnamese.typed_dates import TypedDate

OLDEST = 115
"""Nobody in a list was born longer ago; such a year is a slip of the pen."""


def check_rows(rows: list[Row], *, today: date, min_age: int | None) -> None:
    """Check each row alone. `min_age` is the least age at admission, where a rule says one."""
    for row in rows:
        check_order(row, today, min_age)
        if row.standing is None and not row.is_broken_at(Field.STANDING):
            hint = _("Có ngày vào Đảng nhưng không có ngày chính thức.") if row.admitted else ""
            row.find(
                Field.STANDING,
                _("Chưa rõ tư cách."),
                _("Chọn chính thức, dự bị hay quần chúng, hoặc chọn một lần cho cả tệp ở trên."),
                hint=hint,
            )
        if row.standing is Standing.NON_MEMBER and (row.admitted or row.official):
            row.find(
                Field.STANDING, _("Ghi là quần chúng nhưng có ngày vào Đảng."), _("Xem lại tư cách."), blocks=False
            )
        if row.standing is Standing.PROBATIONARY and row.official:
            row.find(Field.STANDING, _("Ghi là dự bị nhưng có ngày chính thức."), _("Xem lại tư cách."), blocks=False)
        if row.offices and row.standing is Standing.NON_MEMBER:
            row.find(Field.OFFICE, _("Quần chúng không giữ chức vụ của chi bộ."), _("Xem lại tư cách hoặc chức vụ."))


def check_order(row: Row, today: date, min_age: int | None) -> None:
    """Days in the order of a life; a month or a year alone speaks against it only where no day of it fits."""
    days: dict[Field, TypedDate] = {}
    for about, typed in (
        (Field.BORN, row.born),
        (Field.ADMITTED, row.admitted),
        (Field.OFFICIAL, row.official),
        (Field.JOINED, as_typed(row.joined)),
        (Field.OFFICE_SINCE, as_typed(row.office_since)),
    ):
        if typed is None:
            continue
        if typed.earliest > today:
            row.find(about, _("Ngày %(day)s chưa tới.") % {"day": typed}, _("Xem lại năm."))
        else:
            days[about] = typed
    born = days.pop(Field.BORN, None)
    if born is not None and born.latest.year < today.year - OLDEST:
        row.find(Field.BORN, _("Sinh năm %(year)d thì quá xa.") % {"year": born.year}, _("Xem lại năm."))
        born = None
    for about, typed in days.items():
        if born is not None and typed.latest < born.earliest:
            row.find(
                about,
                _("%(day)s trước ngày sinh %(born)s.") % {"day": typed, "born": born},
                _("Xem lại ngày này hoặc ngày sinh."),
            )
        elif (
            born is not None
            and about is Field.ADMITTED
            and min_age is not None
            and typed.latest < years_after(born.earliest, min_age)
        ):
            row.find(
                about,
                _("Vào Đảng %(day)s khi chưa đủ %(age)d tuổi (sinh %(born)s).")
                % {"day": typed, "age": min_age, "born": born},
                _("Xem lại ngày này hoặc ngày sinh."),
            )
    admitted, official = days.get(Field.ADMITTED), days.get(Field.OFFICIAL)
    if admitted and official and official.latest < admitted.earliest:
        row.find(
            Field.OFFICIAL,
            _("Ngày chính thức %(day)s trước ngày vào Đảng %(admitted)s.") % {"day": official, "admitted": admitted},
            _("Xem lại hai ngày."),
        )


def as_typed(day: date | None) -> TypedDate | None:
    return None if day is None else TypedDate(day.year, day.month, day.day)


def years_after(day: date, years: int) -> date:
    """The birthday of that age; who was born on 29 February has it on 1 March in other years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def check_together(rows: list[Row], answers: Answers) -> None:
    """Codes and people that stand twice are refused with both rows named; so are two secretaries."""
    present = [row for row in rows if answers.person(row.table, row.number) != LEAVE_OUT]
    by_code: dict[str, Row] = {}
    for row in present:
        if not row.code:
            continue
        other = by_code.setdefault(row.code.casefold(), row)
        if other is not row:
            row.find(
                Field.CODE,
                _("Mã %(code)s đã có ở %(where)s (%(name)s).")
                % {"code": row.code, "where": place_of(other), "name": other.name},
                _("Mỗi người một mã."),
            )
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in present:
        if row.name:
            by_name[row.key].append(row)
    for namesakes in by_name.values():
        for position, row in enumerate(namesakes):
            for other in namesakes[:position]:
                if not told_apart(row, other):
                    row.find(
                        None,
                        _("%(name)s đã có ở %(where)s.") % {"name": row.name, "where": place_of(other)},
                        _("Nếu là hai người thì ghi ngày sinh hoặc mã của từng người; nếu là một thì bỏ một dòng."),
                        choices=[(LEAVE_OUT, str(_("Bỏ dòng này")))],
                    )
                    break
    secretaries = [row for row in present if Office.SECRETARY in row.offices]
    for row in secretaries[1:]:
        row.find(
            Field.OFFICE,
            _("Bí thư đã có ở %(where)s (%(name)s).")
            % {"where": place_of(secretaries[0]), "name": secretaries[0].name},
            _("Một chi bộ có một bí thư; sửa một trong hai ô."),
        )


def told_apart(row: Row, other: Row) -> bool:
    """Whether two people of one name are surely two: both have a code, or both a birth date, and they differ."""
    if row.code and other.code:
        return row.code.casefold() != other.code.casefold()
    return row.born_on is not None and other.born_on is not None and row.born_on != other.born_on


def place_of(row: Row) -> str:
    return _("%(sheet)s, dòng %(row)d") % {"sheet": row.sheet, "row": row.number}
