"""Verbs about numbers: reserved, allotted at signing, cancelled; each stays in view."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.marked_words import require_unmarked
from nennep.documents.models import Document, Reservation
from nennep.documents.numbering import allot, allot_kept, reserve
from nennep.ledger.acts import act, content_of
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Unit
from nennep.vietnamese.dates import short_date


def sign_document(document: Document, *, by: Doer, at: datetime, reservation: Reservation | None = None) -> Document:
    """Ký, cấp số: the unit's own document gets the next number of its symbol, or one kept for it, once and for good.

    Raises NotAllowed unless the secretary or the deputy signs, ValidationError where no number can be given.
    """
    access.require(access.is_secretary, by, document.register, on=at.date())
    if document.issued_on > at.date():
        raise ValidationError(_("Ngày %(day)s chưa tới; ghi ngày ký.") % {"day": short_date(document.issued_on)})
    require_unmarked(document.subject, document.signatory)
    document.issuer = document.register.called_on(document.issued_on)
    document.issued_by_register = True
    signed: dict[str, Any] = {}
    with act("documents.sign", by=by, at=at, on=document, content=signed):
        if reservation is None:
            allot(document, today=at.date())
        else:
            allot_kept(document, reservation, today=at.date())
        document.clean_fields(exclude=["register", "term"])
        document.save(force_insert=True)
        signed |= content_of(document)
        if reservation is not None:
            reservation.document = document
            reservation.save(update_fields=["document"])
    return document


def reserve_number(unit: Unit, kind: str, until: date, why: str, *, by: Doer, at: datetime) -> Reservation:
    """Giữ số: the next number is kept for a paper in preparation until a day; unused by then, it may be given again."""
    access.require(access.is_secretary, by, unit, on=at.date())
    reservation = Reservation(register=unit, type=kind, until=until, why=why.strip(), reserved_on=at.date())
    kept: dict[str, Any] = {}
    with act("documents.reserve_number", by=by, at=at, on=reservation, content=kept):
        reserve(reservation)
        reservation.full_clean(exclude=["register", "term", "document"])
        reservation.save(force_insert=True)
        kept |= content_of(reservation)
    return reservation


def release_number(reservation: Reservation, *, by: Doer, at: datetime) -> Reservation:
    """Thôi giữ số: the paper does not come; the number may be given again if none was given after it."""
    access.require(access.is_secretary, by, reservation.register, on=at.date())
    if reservation.document is not None or reservation.released_on is not None:
        raise ValidationError(_("Số này không còn giữ nữa."))
    with act("documents.release_number", by=by, at=at, on=reservation):
        reservation.released_on = at.date()
        reservation.save(update_fields=["released_on"])
    return reservation


def cancel_number(document: Document, why: str, *, by: Doer, at: datetime) -> Document:
    """Hủy số: the document does not stand; its number stays used and visible, with the reason."""
    access.require(access.is_secretary, by, document.register, on=at.date())
    if not why.strip():
        raise ValidationError(_("Ghi lý do hủy số."))
    if document.cancelled_on is not None or not document.issued_by_register:
        raise ValidationError(_("Chỉ hủy được số của văn bản do đơn vị ban hành, một lần."))
    with act("documents.cancel_number", by=by, at=at, on=document, content={"why": why}):
        document.cancelled_on, document.cancelled_why = at.date(), why.strip()
        document.save(update_fields=["cancelled_on", "cancelled_why"])
    return document
