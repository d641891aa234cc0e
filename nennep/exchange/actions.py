"""Verbs about what comes in as a file: a roster is entered, and taken back while nothing stands on it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nennep.exchange.models import KEPT, RosterImport
from nennep.exchange.roster.trace import as_json, from_json
from nennep.ledger.acts import act
from nennep.organisation.access import Doer
from nennep.organisation.enrolment import Enrolment, enrol, take_back
from nennep.organisation.models import Unit


class CannotTakeBack(Exception):
    """The import was taken back already, or its thirty days are over. The message is fit to show."""


def enter_roster(unit: Unit, rows: Sequence[Enrolment], *, file: str, by: Doer, at: datetime) -> RosterImport:
    """Nhập danh sách: enter the people of a roster that was looked through, all of them or none.

    Raises what `enrol` raises. Old values of imports older than thirty days go at the same time.
    """
    with transaction.atomic():
        done = enrol(unit, rows, by=by, at=at)
        forget_old_values(at)
        record = RosterImport(
            unit=unit,
            at=at,
            by=by.reference,
            file=file,
            added=done.people_added,
            corrected=len(done.people) - done.people_added,
            left=as_json(done),
        )
        with act("exchange.enter_roster", by=by, at=at, on=record, content=told(record)):
            record.save()
    return record


def take_back_roster(record: RosterImport, *, by: Doer, at: datetime) -> RosterImport:
    """Rút lại lần nhập: what it added goes, what it corrected is as before.

    Raises NotAllowed as entering does, CannotTakeBack after thirty days or the second time, and BuiltOn when other records
    stand on it by now.
    """
    with transaction.atomic():
        record = RosterImport.objects.select_for_update().select_related("unit").get(pk=record.pk)
        if record.taken_back_at is not None:
            raise CannotTakeBack(_("Lần nhập này đã được rút lại."))
        if record.left is None or at - record.at > KEPT:
            raise CannotTakeBack(_("Đã quá 30 ngày; lần nhập này không rút lại được nữa."))
        take_back(record.unit, from_json(record.left), by=by, at=at)
        record.left, record.taken_back_at = None, at
        with act("exchange.take_back_roster", by=by, at=at, on=record, content=told(record)):
            record.save()
    return record


def forget_old_values(at: datetime) -> int:
    """Remove the personal data that nobody can need any more; how many imports held some."""
    return RosterImport.objects.filter(left__isnull=False, at__lt=at - KEPT).update(left=None)


def told(record: RosterImport) -> dict[str, object]:
    """What the ledger's entry commits to: everything but the old values, which do not stay."""
    return {
        "unit": record.unit_id,
        "file": record.file,
        "added": record.added,
        "corrected": record.corrected,
        "taken_back_at": record.taken_back_at,
    }
