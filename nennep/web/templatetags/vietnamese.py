"""Vietnamese on the page: dates as papers write them, document numbers as one word, statuses with their shape."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from nennep.vietnamese import dates
from nennep.vietnamese.document_numbers import pieces

register = template.Library()


@register.filter
def ngay(day: date | None) -> str:
    """14/5/2011, 06/3/2012."""
    return dates.short_date(day) if day else ""


@register.filter
def ngay_day_du(day: date) -> str:
    """Thứ Năm, ngày 16 tháng 10 năm 2014; on an English page Thursday, 16 October 2014."""
    if get_language() == "en":
        return date_format(day, "l, j F Y")
    name = dates.weekday(day)
    return f"{name[:1].upper()}{name[1:]}, {dates.long_date(day)}"


@register.filter
def ngay_thang(day: date | None) -> str:
    """16/9: for a cell whose year stands above."""
    return f"{day.day}/{day.month}" if day else ""


@register.filter
def thang(day: date) -> str:
    """tháng 3/2014; on an English page March 2014."""
    return date_format(day, "F Y") if get_language() == "en" else dates.month_name(day)


@register.filter
def luc(moment: datetime | None) -> str:
    """11/07/2017, 9 giờ 05: under news, where days stand in a column, both figures of day and month are written."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    if get_language() == "en":
        return f"{local:%d/%m/%Y, %H:%M}"
    return f"{local:%d/%m/%Y}, {local.hour} giờ {local.minute:02d}"


@register.filter
def so_hieu(text: object) -> SafeString:
    """Text in which each document number is one word that never breaks over a line."""
    parts = (
        format_html('<span class="docno">{}</span>', piece.text)
        if piece.is_number
        else conditional_escape(held(piece.text))
        for piece in pieces(str(text))
    )
    return mark_safe("".join(parts))  # noqa: S308  # every part is escaped above


def held(before: str) -> str:
    """Text before a document's number, its last word "số" held to the number."""
    return f"{before[:-1]}\u00a0" if before.endswith("số ") else before
