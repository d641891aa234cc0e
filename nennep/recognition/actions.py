"""Verbs about recognition."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put, refusals_in_words
from nennep.meetings.models import Praise
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Membership, Unit
from nennep.recognition.models import Award, BookEntry, Drive, GoodPractice, PracticeYear


def enter_in_book(entry: BookEntry, *, by: Doer, at: datetime) -> tuple[BookEntry, Outcome]:
    """Ghi Sổ: a deed that a meeting agreed on. Right person, right act, truthful (domain 4.4).

    Of an entry that came from a praise, a list that says nothing of it leaves the link as it is. Raises ValidationError when
    the person did not belong to the unit on the day of the deed, or the praise is somebody else's.
    """
    access.require(access.keeps_the_books, by, entry.unit, on=at.date())
    if not Membership.objects.of(entry.unit).on(entry.deed_on).filter(person=entry.person).exists():
        raise ValidationError(
            _("%(who)s chưa có trong danh sách của đơn vị vào ngày việc làm %(day)s, nên chưa ghi Sổ được.")
            % {"who": entry.person, "day": f"{entry.deed_on:%d/%m/%Y}"}
        )
    if entry.praise is None:
        same = BookEntry.objects.filter(unit=entry.unit, number=entry.number, praise__person=entry.person)
        entry.praise = Praise.objects.filter(book_entries__in=same).first()
    else:
        check_praise(entry, entry.praise)
    return put(entry, key=["unit", "number"], act_name="recognition.enter_in_book", by=by, at=at)


def check_praise(entry: BookEntry, praise: Praise) -> None:
    """The praise is of this person, at a meeting of this unit, and the Book holds it under no other number."""
    if (praise.kind, praise.person_id, praise.meeting.unit_id) != (Praise.Kind.PRAISE, entry.person_id, entry.unit_id):
        raise ValidationError(_("Lần biểu dương ấy không phải của %(who)s tại đơn vị này.") % {"who": entry.person})
    other = BookEntry.objects.filter(praise=praise).exclude(unit=entry.unit, number=entry.number).first()
    if other is not None:
        raise ValidationError(_("Lần biểu dương này đã ghi Sổ, số %(n)d.") % {"n": other.number})


def enter_next(entry: BookEntry, *, by: Doer, at: datetime) -> BookEntry:
    """Ghi Sổ under the next number of the Book; two people who enter at once get two numbers."""
    with transaction.atomic():
        unit = Unit.objects.select_for_update(of=("self",)).get(pk=entry.unit_id)
        last = BookEntry.objects.of(unit).order_by("-number").first()
        entry.number = last.number + 1 if last is not None else 1
        return enter_in_book(entry, by=by, at=at)[0]


def give_award(award: Award, *, by: Doer, at: datetime) -> tuple[Award, Outcome]:
    """A commendation that was given."""
    access.require(access.sits_on_committee, by, award.unit, on=at.date())
    key = ["unit", "person", "kind", "awarded_on", "merit"]
    return put(award, key=key, act_name="recognition.give_award", by=by, at=at)


def launch_drive(drive: Drive, *, by: Doer, at: datetime) -> tuple[Drive, Outcome]:
    """An emulation drive."""
    access.require(access.sits_on_committee, by, drive.unit, on=at.date())
    return put(drive, key=["unit", "name", "launched_on"], act_name="recognition.launch_drive", by=by, at=at)


def name_practice(practice: GoodPractice, *, by: Doer, at: datetime) -> tuple[GoodPractice, Outcome]:
    """Đặt tên mô hình: a way of following that the unit stands by from a day on."""
    access.require(access.sits_on_committee, by, practice.unit, on=at.date())
    return put(practice, key=["unit", "name"], act_name="recognition.name_practice", by=by, at=at)


def follow_practice(year: PracticeYear, *, by: Doer, at: datetime) -> tuple[PracticeYear, Outcome]:
    """How it went in a year. Raises ValidationError for a year in which it was not there."""
    practice = year.practice
    access.require(access.keeps_the_books, by, practice.unit, on=at.date())
    last = practice.ends.year if practice.ends else at.date().year
    if not practice.starts.year <= year.year <= last:
        raise ValidationError(
            {
                "year": _("Mô hình có từ %(first)d đến %(last)d; chọn một năm trong đó.")
                % {"first": practice.starts.year, "last": last}
            }
        )
    return put(year, key=["practice", "year"], act_name="recognition.follow_practice", by=by, at=at)


def end_practice(practice: GoodPractice, *, ends: date, why: str, by: Doer, at: datetime) -> None:
    """It is given up on a day, with the reason; what it was stays."""
    access.require(access.sits_on_committee, by, practice.unit, on=at.date())
    practice.ends, practice.why_ended = ends, why
    practice.clean_fields(exclude=["unit", "document"])
    with refusals_in_words(practice), act("recognition.end_practice", by=by, at=at, on=practice):
        practice.save(update_fields=["ends", "why_ended"])
