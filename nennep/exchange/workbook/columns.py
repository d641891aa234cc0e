"""What a column may hold, and how one cell becomes a value. A cell that cannot is refused with a remedy."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from nennep.exchange.workbook.problems import CellError
from nennep.vietnamese.folding import fold, nfc

Reader = Callable[[Any], Any]

EARLIEST, LATEST = date(1930, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Column:
    """A heading, the name of the value, and how a cell is read. `refers` names the register it points into."""

    heading: str
    name: str
    read: Reader
    required: bool = True
    refers: str = ""
    empty: Any = ""


def text(limit: int = 500) -> Reader:
    def read(value: Any) -> str:
        if isinstance(value, (datetime, date, time)):
            raise CellError(_("Ô này là ngày hoặc giờ, cần chữ."), _("Đổi định dạng ô sang Văn bản rồi gõ lại."))
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        words = tidy(str(value))
        if len(words) > limit:
            raise CellError(_("Dài %(n)d chữ cái, quá %(max)d.") % {"n": len(words), "max": limit}, _("Viết gọn lại."))
        return words

    return read


def tidy(words: str) -> str:
    """NFC, with spaces at line ends and doubled spaces gone; line breaks stay."""
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in nfc(words).splitlines()]
    return "\n".join(lines).strip()


def day(value: Any) -> date:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        if not EARLIEST <= value <= LATEST:
            raise CellError(
                _("Ngày %(day)s nằm ngoài khoảng hợp lý.") % {"day": value.strftime("%d/%m/%Y")}, _("Xem lại năm.")
            )
        return value
    if isinstance(value, str):
        raise CellError(
            _("“%(value)s” là chữ, không phải ngày.") % {"value": value[:40]},
            _("Gõ lại theo kiểu ngày/tháng/năm; nếu Excel vẫn giữ là chữ thì ngày ấy không có trong lịch."),
        )
    raise CellError(_("“%(value)s” không phải ngày.") % {"value": value}, _("Gõ theo kiểu ngày/tháng/năm."))


def month(value: Any) -> date:
    first = day(value)
    if first.day != 1:
        raise CellError(
            _("Cột Tháng ghi ngày đầu tháng, ô này là %(day)s.") % {"day": first.strftime("%d/%m/%Y")},
            _("Gõ %(first)s.") % {"first": first.replace(day=1).strftime("%d/%m/%Y")},
        )
    return first


def moment(value: Any) -> datetime:
    from django.utils import timezone

    if isinstance(value, datetime):
        day(value)
        return timezone.make_aware(value) if timezone.is_naive(value) else value
    return timezone.make_aware(datetime.combine(day(value), time()))


def clock(value: Any) -> time:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    raise CellError(_("“%(value)s” không phải giờ.") % {"value": value}, _("Gõ giờ như 14:00."))


def whole(least: int = 0, most: int = 10_000_000) -> Reader:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not float(value).is_integer():
            raise CellError(_("“%(value)s” không phải số nguyên.") % {"value": value}, _("Gõ một số, không kèm chữ."))
        if not least <= value <= most:
            raise CellError(
                _("%(value)d không nằm trong khoảng %(least)d đến %(most)d.")
                % {"value": value, "least": least, "most": most},
                _("Xem lại con số; nếu chưa có thì để trống."),
            )
        return int(value)

    return read


def document_number(value: Any) -> int:
    """A document's number, also where it was typed as text to keep its zero: "03"."""
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value)
    return int(whole(1, 99_999)(value))


def year(value: Any) -> int:
    return int(whole(1930, 2100)(value))


def number(value: Any) -> Decimal:
    try:
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
            raise InvalidOperation
        return Decimal(str(value)).quantize(Decimal("0.001"))
    except InvalidOperation as error:
        raise CellError(_("“%(value)s” không phải số.") % {"value": value}, _("Gõ một số, không kèm chữ.")) from error


def choice(*kinds: type[models.TextChoices]) -> Reader:
    """One of the words of a vocabulary, as people write it: letter case and doubled spaces do not matter."""
    with translation.override("vi"):  # the workbook's words, also where an English page is the first to load them
        words = {fold(str(label)): kind(value) for kind in kinds for value, label in kind.choices}
        labels = [str(label) for kind in kinds for label in kind.labels]

    def read(value: Any) -> models.TextChoices:
        found = words.get(fold(str(value)))
        if found is None:
            raise CellError(
                _("“%(value)s” không có trong danh mục.") % {"value": value},
                _("Chọn một trong: %(labels)s.") % {"labels": ", ".join(labels)},
            )
        return found

    return read


def yes_no(value: Any) -> bool:
    answer = {"co": True, "khong": False}.get(fold(str(value)))
    if answer is None:
        raise CellError(_("“%(value)s” không rõ là có hay không.") % {"value": value}, _("Gõ “có” hoặc “không”."))
    return answer


def several(value: Any) -> list[str]:
    """Names separated by semicolons."""
    return [part for part in (tidy(item) for item in str(value).split(";")) if part]


NAMED = re.compile(r"^(?P<name>[^():]+?)\s*(?:\((?P<note>[^()]*)\))?$")


def named_notes(value: Any) -> list[tuple[str, str]]:
    """ "Họ tên (lý do); Họ tên (lý do)" as pairs."""
    pairs = []
    for item in several(value):
        match = NAMED.match(item)
        if match is None:
            raise CellError(
                _("Không hiểu “%(item)s”.") % {"item": item}, _("Viết “Họ tên (lý do)”, cách nhau bằng dấu chấm phẩy.")
            )
        pairs.append((match["name"].strip(), (match["note"] or "").strip()))
    return pairs


def named_minutes(value: Any) -> list[tuple[str, int]]:
    """ "Họ tên (10 phút)" as pairs."""
    pairs = []
    for name, note in named_notes(value):
        minutes = re.fullmatch(r"(\d{1,3}) phút", note)
        if minutes is None:
            raise CellError(
                _("Chưa rõ %(name)s muộn bao nhiêu.") % {"name": name}, _("Viết “%(name)s (10 phút)”.") % {"name": name}
            )
        pairs.append((name, int(minutes[1])))
    return pairs


def agenda_lines(value: Any) -> list[tuple[str, int]]:
    """Lines "tên mục: N phút" as pairs of title and planned minutes."""
    items = []
    for line in filter(None, tidy(str(value)).splitlines()):
        match = re.fullmatch(r"(?P<title>.+):\s*(?P<minutes>\d{1,3}) phút", line)
        if match is None:
            raise CellError(_("Không hiểu dòng “%(line)s”.") % {"line": line}, _("Mỗi dòng viết “tên mục: 10 phút”."))
        items.append((match["title"].strip(), int(match["minutes"])))
    return items


def spoken_lines(value: Any) -> list[tuple[str, str]]:
    """Lines "Họ tên: ý kiến" as pairs."""
    items = []
    for line in filter(None, tidy(str(value)).splitlines()):
        name, colon, gist = line.partition(":")
        if not colon or not gist.strip():
            raise CellError(
                _("Không hiểu dòng “%(line)s”.") % {"line": line[:60]}, _("Mỗi dòng viết “Họ tên: ý kiến”.")
            )
        items.append((name.strip(), gist.strip()))
    return items
