"""How one cell of a roster becomes a name, a sex, a day, a standing, an office; or a sentence that asks."""

import re
from datetime import date, datetime

from django.utils.translation import gettext as _

from nennep.exchange.roster.grid import GridCell
from nennep.exchange.roster.headings import text_of
from nennep.exchange.workbook.problems import CellError
from nennep.organisation.models import Office, Person, Standing
from nennep.vietnamese.folding import fold
from nennep.vietnamese.legacy import Encoding, has_strange_signs
from nennep.vietnamese.names import split_name, tidy_name
from nennep.vietnamese.typed_dates import CenturyUnknown, TypedDate, read_day_count, read_typed_date

NAME_LENGTH, JOB_LENGTH, CODE_LENGTH = 120, 160, 20

_SPELT = re.compile(r"(?:[^\W\d_]|['().-]|[0-9])+")
_COMRADE = re.compile(r"^(?:đ[/.]?\s?c|đồng chí)\b[\s.:/]*", re.IGNORECASE)
_TICKS = {"x", "v", "1", "co", "*", "+", "✓", "✔", "√", "x."}
_TICKS_OF_FONTS = {"ü", "þ", "û", "\uf0fc", "\uf0fe"}  # how Wingdings draws its tick
_NOTHING = {"", "-", "--", "---", "/", "0", "khong", "khong co", "k", "chua", "chua co", "chua ro", ".", "..", "..."}
_MALE, _FEMALE = {"nam", "m", "male", "trai", "ong"}, {"nu", "f", "female", "gai", "ba", "nu gioi"}
_PARTED = re.compile(r"\s*(?:[,;/+&\n–]| - |\bkiêm\b)\s*", re.IGNORECASE)

# Whole phrases, folded. Offices of other levels and of other organisations are not this unit's.
_OFFICES = [
    (Office.DEPUTY, re.compile(r"(pho bi thu|pbt|p bi thu|phobithu)( chi bo| cb| thuong truc)*")),
    (Office.SECRETARY, re.compile(r"(bi thu|bt|bithu)( chi bo| cb)*")),
    (
        Office.COMMITTEE,
        re.compile(r"(chi uy vien|chi uy|cuv|uy vien|uv|uvcu|uy vien chi uy|uv chi uy|uy vien bch)( chi bo| cb)*"),
    ),
]
_NO_OFFICE = {"dang vien", "dv", "dang vien chinh thuc", "dang vien du bi", "quan chung"}


def name_of(text: str) -> str:
    """The name as it is written; raises CellError for what cannot be one."""
    name = tidy_name(_COMRADE.sub("", text)).strip(" .,;:-")
    if not any(char.isalpha() for char in name):
        raise CellError(_("Chưa có họ tên."), _("Ghi họ và tên."))
    if has_strange_signs(name) or not _SPELT.fullmatch("".join(name.split())):
        raise CellError(
            _("“%(name)s” có ký tự lạ, có lẽ gõ bằng phông chữ cũ.") % {"name": name[:60]},
            _("Gõ lại họ tên bằng Unicode."),
        )
    if any(char.isdigit() for char in name):
        raise CellError(_("“%(name)s” có chữ số, không giống họ tên.") % {"name": name[:60]}, _("Chỉ ghi họ và tên."))
    if len(name) > NAME_LENGTH:
        raise CellError(_("Họ tên dài quá %(max)d chữ cái.") % {"max": NAME_LENGTH}, _("Chỉ ghi họ và tên."))
    return name


def sex_of(text: str) -> Person.Sex | None:
    said = fold(text).strip(" .")
    if said in _NOTHING:
        return None
    if said in _MALE:
        return Person.Sex.MALE
    if said in _FEMALE:
        return Person.Sex.FEMALE
    raise CellError(_("“%(value)s” không rõ là nam hay nữ.") % {"value": text[:40]}, _("Ghi “nam” hoặc “nữ”."))


def names_sex(text: str, sex: Person.Sex) -> bool:
    """Whether a column Nam or Nữ repeats its heading instead of a tick."""
    return fold(text).strip(" .") in (_MALE if sex is Person.Sex.MALE else _FEMALE)


def sex_hint(name: str) -> str:
    """A hint and no more: many a name goes against it."""
    middle = split_name(name).middle.split()
    if "Thị" in middle:
        return _("Tên đệm “Thị” thường là của nữ; chương trình không tự đoán.")
    if "Văn" in middle:
        return _("Tên đệm “Văn” thường là của nam; chương trình không tự đoán.")
    return ""


def is_tick(text: str) -> bool:
    return text.strip() in _TICKS_OF_FONTS or fold(text).strip() in _TICKS


def is_nothing(text: str) -> bool:
    """Blank, or a sign that people put where there is nothing to say."""
    return fold(text).strip() in _NOTHING


def day_of(cell: GridCell, hint: Encoding | None, *, mac: bool, between: tuple[date, date] | None) -> TypedDate | None:
    """What a cell says about a day; None for nothing. Raises CellError for what is no date."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return TypedDate(value.year, value.month, value.day)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer() and value > 9999:
        try:
            if value < 100_000:
                return read_day_count(value, mac=mac)
        except ValueError as error:
            raise CellError(str(error)) from error
        value = f"{int(value):08d}"
    elif isinstance(value, float) and value.is_integer():
        value = str(int(value))
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return typed_day(text_of(GridCell(text, cell.address, cell.encoding), hint), between)


def typed_day(text: str, between: tuple[date, date] | None) -> TypedDate | None:
    if is_nothing(text):
        return None
    try:
        return read_typed_date(text, between=between)
    except CenturyUnknown as error:
        raise CellError(
            _("“%(value)s” chỉ có hai chữ số của năm.") % {"value": text[:40]},
            _("Ghi đủ bốn chữ số của năm, như 05/03/1979."),
        ) from error
    except ValueError as error:
        what, _stop, remedy = str(error).partition(". ")
        raise CellError(what.rstrip(".") + ".", remedy or _("Ghi ngày/tháng/năm, như 05/03/1979.")) from error


def standing_of(text: str) -> Standing | None:
    """What is written out; "đảng viên" alone does not say which."""
    said = re.sub(r"[^a-z]+", " ", fold(text)).strip()
    if is_nothing(text):
        return None
    if text in Standing.values:
        return Standing(text)  # chosen on the page, whatever its language
    if said in {"chinh thuc", "ct", "dvct", "dang vien chinh thuc", "dv chinh thuc", "dang vien ct"}:
        return Standing.FULL
    if said in {"du bi", "db", "dvdb", "dang vien du bi", "dv du bi", "dang vien db"}:
        return Standing.PROBATIONARY
    if said in {
        "quan chung",
        "qc",
        "ngoai dang",
        "chua vao dang",
        "cam tinh dang",
        "quan chung uu tu",
        "chua la dang vien",
    }:
        return Standing.NON_MEMBER
    raise CellError(
        _("“%(value)s” chưa rõ là chính thức, dự bị hay quần chúng.") % {"value": text[:40]},
        _("Ghi “chính thức”, “dự bị” hoặc “quần chúng”."),
    )


def is_member_alone(text: str) -> bool:
    """Whether it says member and not of which kind."""
    return fold(text).strip(" .") in {"dang vien", "dv", "dv csvn", "dang vien csvn"}


def standing_of_group(text: str) -> Standing | None:
    """The standing that a line above a group of people gives them: "II. Đảng viên dự bị"."""
    said = fold(text)
    found = {
        standing
        for standing, words in (
            (Standing.FULL, "chinh thuc"),
            (Standing.PROBATIONARY, "du bi"),
            (Standing.NON_MEMBER, r"quan chung|ngoai dang"),
        )
        if re.search(rf"\b({words})\b", said)
    }
    return found.pop() if len(found) == 1 else None


def offices_in(text: str) -> tuple[list[Office], list[str]]:
    """The offices of a Party cell that a text names, and what else it says: "Bí thư chi bộ, Trưởng phòng"."""
    offices, rest = [], []
    for part in filter(None, _PARTED.split(text)):
        said = re.sub(r"[^a-z]+", " ", fold(part)).strip()
        office = next((office for office, says in _OFFICES if says.fullmatch(said)), None)
        if office is not None:
            offices.append(office)
        elif said not in _NO_OFFICE and not is_nothing(part):
            rest.append(part)
    return offices, rest
