"""Numbers of a unit's own documents: continuous from 01 for each symbol within a committee's term (domain 6.2).

Decisions and regulations share a symbol and so a counter, as the Centre's numbers do. Numbers that came in with old registers
are counted as used; their own schemes stay as they are.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils.translation import gettext as _

from nennep.documents.models import STATE_TYPES, TYPE_SYMBOLS, Document, DocumentType, NumberCounter, Reservation
from nennep.documents.models.register import DocumentRecords
from nennep.organisation.models import CommitteeTerm, Unit
from nennep.vietnamese.dates import short_date


def symbol_of(unit: Unit, kind: str, on: date) -> str:
    """ "NQ/CB": the type's symbol and the unit's own, as it was on that day."""
    state = unit.on(on)
    if state is None:
        raise ValidationError(
            _("%(unit)s không hoạt động vào ngày %(day)s; chọn ngày khác.") % {"unit": unit, "day": short_date(on)}
        )
    if DocumentType(kind) in STATE_TYPES:
        raise ValidationError(_("Văn bản của Nhà nước do cơ quan Nhà nước ban hành và cho số."))
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
    return f"{max(last, last_kept(unit, term, symbol, on)) + 1:02d}-{symbol}"


def last_used(unit: Unit, term: CommitteeTerm, symbol: str) -> int:
    """The greatest number that the unit's register already has in the term under that symbol; 0 for none."""
    return int(in_sequence(unit, term, symbol).aggregate(last=Max("number"))["last"] or 0)


def last_kept(unit: Unit, term: CommitteeTerm, symbol: str, on: date) -> int:
    """The greatest number kept that day for a paper to come; 0 for none."""
    kept = Reservation.objects.standing(on).filter(register=unit, term=term, symbol=symbol)
    return int(kept.aggregate(last=Max("number"))["last"] or 0)


def in_sequence(unit: Unit, term: CommitteeTerm, symbol: str) -> DocumentRecords:
    """The unit's own documents that share the sequence: one symbol within one term."""
    own = Document.objects.of(unit).own().filter(symbol=symbol, issued_on__gte=term.starts)
    return own if term.ends is None else own.filter(issued_on__lte=term.ends)


def allot(document: Document, *, today: date) -> None:
    """Give the document its number, symbol and term. Call inside a transaction: signings of a symbol wait for each other.

    Raises ValidationError where the day lies before that of the last number: numbers grow with the days.
    """
    counter = locked_counter(document, document.type, document.issued_on)
    if counter.last_on is not None and document.issued_on < counter.last_on:
        raise ValidationError(
            _("Số %(last)s đã cấp ngày %(day)s; văn bản sau không ghi ngày trước đó được.")
            % {"last": counter, "day": short_date(counter.last_on)}
        )
    kept = last_kept(counter.register, counter.term, counter.symbol, today)
    give(document, counter, max(counter.last, kept) + 1)


def reserve(reservation: Reservation) -> None:
    """Give the reservation the next number. Call inside a transaction, as for `allot`."""
    counter = locked_counter(reservation, reservation.type, reservation.reserved_on)
    kept = last_kept(counter.register, counter.term, counter.symbol, reservation.reserved_on)
    reservation.number = max(counter.last, kept) + 1


def allot_kept(document: Document, reservation: Reservation, *, today: date) -> None:
    """Give the document the number that was kept for it. Call inside a transaction, as for `allot`.

    Raises ValidationError where the number is no longer kept, was kept for something else, or the day does not fit between
    those of the numbers beside it.
    """
    counter = locked_counter(document, document.type, document.issued_on)
    standing = Reservation.objects.standing(today).filter(pk=reservation.pk, register=document.register).first()
    if standing is None:
        raise ValidationError(_("Số %(number)s không còn giữ nữa; ký để lấy số tiếp theo.") % {"number": reservation})
    if (standing.symbol, standing.term) != (document.symbol, document.term):
        raise ValidationError(_("Số %(number)s giữ cho loại văn bản hoặc nhiệm kỳ khác.") % {"number": reservation})
    beside = in_sequence(counter.register, counter.term, counter.symbol)
    before = beside.filter(number__lt=standing.number).aggregate(day=Max("issued_on"))["day"]
    after = beside.filter(number__gt=standing.number).aggregate(day=Min("issued_on"))["day"]
    if (before and document.issued_on < before) or (after and document.issued_on > after):
        raise ValidationError(
            _(
                "Số %(number)s nằm giữa các số đã cấp từ ngày %(before)s đến ngày %(after)s; ghi ngày ký trong khoảng ấy."
            )
            % {
                "number": reservation,
                "before": short_date(before) if before else "…",
                "after": short_date(after) if after else "…",
            }
        )
    give(document, counter, standing.number)


def locked_counter(paper: Document | Reservation, kind: str, on: date) -> NumberCounter:
    """The counter of a paper's sequence, held until the transaction ends; the paper gets its symbol and term."""
    unit = paper.register
    paper.symbol, paper.term = symbol_of(unit, kind, on), term_of(unit, on)
    key = {"register": unit, "term": paper.term, "symbol": paper.symbol}
    NumberCounter.objects.get_or_create(**key, defaults={"last": last_used(unit, paper.term, paper.symbol)})
    return NumberCounter.objects.select_for_update().get(**key)


def give(document: Document, counter: NumberCounter, number: int) -> None:
    document.number = number
    if number > counter.last:
        counter.last, counter.last_on = number, document.issued_on
        counter.save(update_fields=["last", "last_on"])
