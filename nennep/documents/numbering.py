"""Numbers of a unit's own documents: continuous from 01 for each symbol within a committee's term (domain 6.2).

Decisions and regulations share a symbol and so a counter, as the Centre's numbers do. Numbers that came in with old registers
are counted as used; their own schemes stay as they are.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from nennep.documents.models import TYPE_SYMBOLS, Document, DocumentType, NumberCounter
from nennep.organisation.models import CommitteeTerm, Unit
from nennep.vietnamese.dates import short_date


def symbol_of(unit: Unit, kind: str, on: date) -> str:
    """ "NQ/CB": the type's symbol and the unit's own, as it was on that day."""
    state = unit.on(on)
    if state is None:
        raise ValidationError(
            _("%(unit)s không hoạt động vào ngày %(day)s; chọn ngày khác.") % {"unit": unit, "day": short_date(on)}
        )
    return f"{TYPE_SYMBOLS[DocumentType(kind)]}/{state.symbol}"


def term_of(unit: Unit, on: date) -> CommitteeTerm:
    """The committee's term on that day; numbers cannot be given without knowing when they begin anew."""
    term = CommitteeTerm.objects.on(on).filter(unit=unit).first()
    if term is None:
        raise ValidationError(
            _("Chưa ghi nhiệm kỳ của ngày %(day)s; ghi ở trang của đơn vị, mục “Vào nhiệm kỳ mới”.")
            % {"day": short_date(on)}
        )
    return term


def next_number(unit: Unit, kind: str, on: date) -> str:
    """What the next document of that type would be called; it is only its own once it is signed."""
    symbol, term = symbol_of(unit, kind, on), term_of(unit, on)
    counter = NumberCounter.objects.filter(register=unit, term=term, symbol=symbol).first()
    last = counter.last if counter else last_used(unit, term, symbol)
    return f"{last + 1:02d}-{symbol}"


def last_used(unit: Unit, term: CommitteeTerm, symbol: str) -> int:
    """The greatest number that the unit's register already has in the term under that symbol; 0 for none."""
    own = Document.objects.of(unit).own().filter(symbol=symbol, issued_on__gte=term.starts)
    if term.ends is not None:
        own = own.filter(issued_on__lte=term.ends)
    return int(own.aggregate(last=Max("number"))["last"] or 0)


def allot(document: Document) -> None:
    """Give the document its number, symbol and term. Call inside a transaction: signings of a symbol wait for each other.

    Raises ValidationError where the day lies before that of the last number: numbers grow with the days.
    """
    unit, on = document.register, document.issued_on
    document.symbol, document.term = symbol_of(unit, document.type, on), term_of(unit, on)
    key = {"register": unit, "term": document.term, "symbol": document.symbol}
    used = last_used(unit, document.term, document.symbol)
    NumberCounter.objects.get_or_create(**key, defaults={"last": used})
    counter = NumberCounter.objects.select_for_update().get(**key)
    if counter.last_on is not None and on < counter.last_on:
        raise ValidationError(
            _("Số %(last)s đã cấp ngày %(day)s; văn bản sau không ghi ngày trước đó được.")
            % {"last": counter, "day": short_date(counter.last_on)}
        )
    document.number = counter.last + 1
    counter.last, counter.last_on = document.number, on
    counter.save(update_fields=["last", "last_on"])
