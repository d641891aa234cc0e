"""Verbs about offices and duties. What they open ends on the day they end."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.actions.people import refuse_before_birth
from nennep.organisation.models import CommitteeTerm, Duty, Office, Term
from nennep.organisation.notices import is_news, tell
from nennep.vietnamese.dates import short_date

DAY = timedelta(days=1)
Held = TypeVar("Held", Term, Duty)


def appoint(term: Term, *, by: Doer, at: datetime) -> tuple[Term, Outcome]:
    """Somebody holds an office from a day on."""
    access.require(access.is_secretary, by, term.unit, on=at.date())
    return _appoint(term, by=by, at=at)


def _appoint(term: Term, *, by: Doer, at: datetime) -> tuple[Term, Outcome]:
    refuse_before_birth(term.person, term.starts)
    refuse_overlapping_office(term)
    stored, outcome = put(
        term, key=["person", "unit", "office", "starts"], act_name="organisation.appoint", by=by, at=at
    )
    if outcome is Outcome.ADDED and is_news(term.starts, at):
        words = {"office": term.get_office_display(), "day": short_date(term.starts)}
        tell(term.person, _("Bạn giữ chức %(office)s từ %(day)s.") % words, by=by, at=at)
    return stored, outcome


def charge(duty: Duty, *, by: Doer, at: datetime) -> tuple[Duty, Outcome]:
    """Give somebody a duty from a day on."""
    access.require(access.is_secretary, by, duty.unit, on=at.date())
    refuse_before_birth(duty.person, duty.starts)
    stored, outcome = put(duty, key=["person", "unit", "kind", "starts"], act_name="organisation.charge", by=by, at=at)
    if outcome is Outcome.ADDED and is_news(duty.starts, at):
        words = {"duty": duty.get_kind_display(), "day": short_date(duty.starts)}
        tell(duty.person, _("Bạn được giao nhiệm vụ %(duty)s từ %(day)s.") % words, by=by, at=at)
    return stored, outcome


def refuse_overlapping_office(term: Term) -> None:
    """Raise ValidationError where a unit would have two secretaries, or somebody two offices of it, on one day."""
    others = Term.objects.filter(unit=term.unit).exclude(person=term.person, office=term.office, starts=term.starts)
    others = others.filter(Q(ends__isnull=True) | Q(ends__gte=term.starts))
    if term.ends is not None:
        others = others.filter(starts__lte=term.ends)
    if term.office == Office.SECRETARY:
        others = others.filter(Q(person=term.person) | Q(office=Office.SECRETARY))
    else:
        others = others.filter(person=term.person)
    other = others.select_related("person").first()
    if other is not None and other.person != term.person:
        raise ValidationError(
            _("Đơn vị đã có bí thư đang giữ chức, %(who)s, từ ngày %(day)s; ghi ngày thôi giữ chức của người trước.")
            % {"who": other.person, "day": short_date(other.starts)}
        )
    if other is not None:
        raise ValidationError(
            _("%(who)s giữ chức %(office)s từ ngày %(day)s; ghi ngày thôi giữ chức đó trước.")
            % {"who": other.person, "office": other.get_office_display(), "day": short_date(other.starts)}
        )


def begin_committee_term(term: CommitteeTerm, *, by: Doer, at: datetime) -> CommitteeTerm:
    """Vào nhiệm kỳ mới: the term before closes the day before. Offices are not closed by it: the new committee elects."""
    access.require(access.is_secretary, by, term.unit, on=at.date())
    if term.starts > at.date():
        raise ValidationError(_("Ngày %(day)s chưa tới; ghi sau đại hội.") % {"day": short_date(term.starts)})
    last = CommitteeTerm.objects.filter(unit=term.unit).order_by("starts").last()
    if last is not None and term.starts <= last.starts:
        raise ValidationError(
            _("Nhiệm kỳ %(name)s bắt đầu ngày %(day)s; chọn ngày sau đó.")
            % {"name": last, "day": short_date(last.starts)}
        )
    term.ends = None
    term.clean_fields(exclude=["unit"])
    with act("organisation.begin_committee_term", by=by, at=at, on=term):
        if last is not None and (last.ends is None or last.ends >= term.starts):
            CommitteeTerm.objects.filter(pk=last.pk).update(ends=term.starts - DAY)
        term.save(force_insert=True)
    return term


def end_term(term: Term, *, on: date, document: str, by: Doer, at: datetime) -> Term:
    """Thôi giữ chức: the last day of an office. What it opened is closed from the next day on."""
    return _end(term, "organisation.end_term", on=on, document=document, by=by, at=at)


def end_duty(duty: Duty, *, on: date, document: str, by: Doer, at: datetime) -> Duty:
    """Thôi phân công: the last day of a duty."""
    return _end(duty, "organisation.end_duty", on=on, document=document, by=by, at=at)


def _end(held: Held, act_name: str, *, on: date, document: str, by: Doer, at: datetime) -> Held:
    access.require(access.is_secretary, by, held.unit, on=at.date())
    if on < held.starts:
        raise ValidationError(
            _("Ngày kết thúc không thể trước ngày bắt đầu %(day)s.") % {"day": short_date(held.starts)}
        )
    with act(act_name, by=by, at=at, on=held, content={"ends": on, "document": document}):
        held.ends, held.ended_by = on, document
        held.save(update_fields=["ends", "ended_by"])
    if is_news(on, at):
        what = held.get_office_display() if isinstance(held, Term) else held.get_kind_display()
        tell(
            held.person, _("Bạn thôi %(what)s sau ngày %(day)s.") % {"what": what, "day": short_date(on)}, by=by, at=at
        )
    return held


def hand_over(term: Term, successor: Term, *, by: Doer, at: datetime) -> Term:
    """Bàn giao: one term ends on the day before the next begins, in one step, so that the office is never held twice or
    by nobody."""
    access.require(access.is_secretary, by, term.unit, on=at.date())
    if (successor.unit, successor.office) != (term.unit, term.office):
        raise ValidationError(_("Bàn giao là giao đúng chức đó của đúng đơn vị đó."))
    if successor.starts <= term.starts or successor.starts > at.date():
        raise ValidationError(
            _("Chọn ngày nhận chức sau ngày %(day)s và không sau hôm nay.") % {"day": short_date(term.starts)}
        )
    with transaction.atomic():
        end_term(term, on=successor.starts - DAY, document=successor.document, by=by, at=at)
        # Whoever hands over today may still do this, though the office is no longer theirs.
        stored, _outcome = _appoint(successor, by=by, at=at)
    return stored
