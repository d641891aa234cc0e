"""Numbers of a unit's own documents: continuous from 01 for each symbol within a committee's term (domain 6.2).

Decisions and regulations share a symbol and so a counter, as the Centre's numbers do. Numbers that came in with old registers
are counted as used; their own schemes stay as they are.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils.translation import gettext as _

from nennep.documents.models import STATE_TYPES, TYPE_SYMBOLS, Document, DocumentType, Reservation, Sequence
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
    return f"{next_in(unit, term, symbol, on):02d}-{symbol}"


def next_in(unit: Unit, term: CommitteeTerm, symbol: str, today: date) -> int:
    """One more than the greatest number given or kept that day: numbers of old registers count, gaps stay gaps."""
    kept = Reservation.objects.standing(today).filter(register=unit, term=term, symbol=symbol)
    greatest = kept.aggregate(last=Max("number"))["last"] or 0
    last = last_paper(unit, term, symbol)
    return 1 + max(int(greatest), last.number if last else 0)


def last_paper(unit: Unit, term: CommitteeTerm, symbol: str) -> Document | None:
    """The paper with the greatest number of the sequence."""
    return in_sequence(unit, term, symbol).order_by("-number").first()


def in_sequence(unit: Unit, term: CommitteeTerm, symbol: str) -> DocumentRecords:
    """The unit's own documents that share the sequence: one symbol within one term."""
    own = Document.objects.of(unit).own().filter(symbol=symbol, issued_on__gte=term.starts)
    return own if term.ends is None else own.filter(issued_on__lte=term.ends)


def allot(document: Document, *, today: date) -> None:
    """Give the document its number, symbol and term. Call inside a transaction: signings of a sequence wait for each other.

    Raises ValidationError where the day lies before that of the last number: numbers grow with the days.
    """
    unit, term, symbol = queue_up(document, document.type, document.issued_on)
    last = last_paper(unit, term, symbol)
    if last is not None and document.issued_on < last.issued_on:
        raise ValidationError(
            _("Số %(last)s đã cấp ngày %(day)s; văn bản sau không ghi ngày trước đó được.")
            % {"last": last.code, "day": short_date(last.issued_on)}
        )
    document.number = next_in(unit, term, symbol, today)


def reserve(reservation: Reservation) -> None:
    """Give the reservation the next number. Call inside a transaction, as for `allot`."""
    unit, term, symbol = queue_up(reservation, reservation.type, reservation.reserved_on)
    reservation.number = next_in(unit, term, symbol, reservation.reserved_on)


def allot_kept(document: Document, reservation: Reservation, *, today: date) -> None:
    """Give the document the number that was kept for it. Call inside a transaction, as for `allot`.

    Raises ValidationError where the number is no longer kept, was kept for something else, or the day does not fit between
    those of the numbers beside it.
    """
    sequence = queue_up(document, document.type, document.issued_on)
    standing = Reservation.objects.standing(today).filter(pk=reservation.pk, register=document.register).first()
    if standing is None:
        raise ValidationError(_("Số %(number)s không còn giữ nữa; ký để lấy số tiếp theo.") % {"number": reservation})
    if (standing.register, standing.term, standing.symbol) != sequence:
        raise ValidationError(_("Số %(number)s giữ cho loại văn bản hoặc nhiệm kỳ khác.") % {"number": reservation})
    beside = in_sequence(*sequence)
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
    document.number = standing.number


def queue_up(paper: Document | Reservation, kind: str, on: date) -> tuple[Unit, CommitteeTerm, str]:
    """The sequence of a paper, held until the transaction ends; the paper gets its symbol and term."""
    symbol, term = symbol_of(paper.register, kind, on), term_of(paper.register, on)
    paper.symbol, paper.term = symbol, term
    sequence, _new = Sequence.objects.get_or_create(register=paper.register, term=term, symbol=symbol)
    Sequence.objects.select_for_update().get(pk=sequence.pk)
    return paper.register, term, symbol
