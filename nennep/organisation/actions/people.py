"""Verbs about people: who they are, as what they stand on the roll, and what takes them away from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put, refusals_in_words
from nennep.ledger.erasure import erase_commitments
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import (
    Absence,
    Away,
    Coming,
    Duty,
    Exemption,
    Going,
    Membership,
    Person,
    Standing,
    Suspension,
    Term,
    Unit,
    User,
)
from nennep.organisation.queries import last_unit_of
from nennep.vietnamese.dates import short_date
from nennep.vietnamese.names import name_key

DAY = timedelta(days=1)


def list_person(person: Person, *, by: Doer, at: datetime) -> tuple[Person, Outcome]:
    """Put somebody on the unit's list of people."""
    access.require(access.keeps_the_books, by, person.home, on=at.date())
    person.name_key = name_order(person.name)
    refuse_twice(person, at.date())
    return put(person, key=["home", "code"], act_name="organisation.list_person", by=by, at=at)


def refuse_twice(person: Person, today: date) -> None:
    """Raise ValidationError where the unit lists somebody of the same name and birth date, or where one of the two has no
    birth date to tell them apart by."""
    if person.born_on is not None and person.born_on > today:
        raise ValidationError(_("Ngày sinh %(day)s chưa tới.") % {"day": short_date(person.born_on)})
    if not person.name.strip():
        raise ValidationError(_("Chưa ghi họ và tên."))
    for other in Person.objects.filter(home=person.home, name_key=person.name_key).exclude(code=person.code):
        if other.born_on is None or person.born_on is None or other.born_on == person.born_on:
            raise ValidationError(
                _("Đã có %(who)s, mã %(code)s, trong danh sách. Nếu là người khác trùng tên, ghi ngày sinh của cả hai.")
                % {"who": other.name, "code": other.code}
            )


def refuse_before_birth(person: Person, day: date) -> None:
    if person.born_on is not None and day <= person.born_on:
        raise ValidationError(
            _("Ngày %(day)s trước ngày sinh %(born)s của %(who)s.")
            % {"day": short_date(day), "born": short_date(person.born_on), "who": person}
        )


def name_order(name: str) -> str:
    """The sort key of a name as text of digits and a–f only, so that every database orders it alike."""
    return _encoded(name_key(name)[:3])


def _encoded(key: Any) -> str:
    """Nested tuples of ranks as fixed-width text; 0000 ends a tuple, so that the shorter one comes first."""
    if isinstance(key, int):
        return f"{key + 1:04x}"
    return "".join(_encoded(part) for part in key) + "0000"


def join(membership: Membership, *, by: Doer, at: datetime) -> tuple[Membership, Outcome]:
    """A person stands on the roll as something from a day on. Raises ValidationError where two standings overlap."""
    access.require(access.keeps_the_books, by, membership.unit, on=at.date())
    refuse_overlap(membership)
    refuse_before_birth(membership.person, membership.starts)
    return put(membership, key=["person", "starts", "temporary"], act_name="organisation.join", by=by, at=at)


def refuse_overlap(membership: Membership) -> None:
    others = Membership.objects.filter(person=membership.person, temporary=False).exclude(starts=membership.starts)
    if other := _overlapping(others, membership.starts, membership.ends).first():
        raise ValidationError(
            _("%(who)s đã có tư cách %(standing)s từ ngày %(day)s; hai khoảng thời gian không được chồng nhau.")
            % {"who": membership.person, "standing": other.get_standing_display(), "day": f"{other.starts:%d/%m/%Y}"}
        )


def exempt(exemption: Exemption, *, by: Doer, at: datetime) -> tuple[Exemption, Outcome]:
    """Exempt somebody from work and meetings; who decided it, on what ground and until when stand beside (domain 1.4)."""
    return _keep_away(exemption, "organisation.exempt", by=by, at=at)


def suspend(suspension: Suspension, *, by: Doer, at: datetime) -> tuple[Suspension, Outcome]:
    """Đình chỉ sinh hoạt: somebody is not expected at meetings for a time."""
    return _keep_away(suspension, "organisation.suspend", by=by, at=at)


def _keep_away(absence: Any, act_name: str, *, by: Doer, at: datetime) -> tuple[Any, Outcome]:
    access.require(access.is_secretary, by, absence.unit, on=at.date())
    refuse_before_birth(absence.person, absence.starts)
    refuse_absence_twice(absence)
    return put(absence, key=["person", "starts"], act_name=act_name, by=by, at=at)


def refuse_absence_twice(absence: Absence) -> None:
    others = type(absence)._default_manager.filter(person=absence.person).exclude(starts=absence.starts)
    other = _overlapping(others, absence.starts, absence.ends).first()
    if other is not None:
        raise ValidationError(
            _("%(who)s đã có %(what)s từ ngày %(day)s; hai khoảng thời gian không được chồng nhau.")
            % {"who": absence.person, "what": absence._meta.verbose_name, "day": short_date(other.starts)}
        )


def end_absence(absence: Absence, *, on: date, by: Doer, at: datetime) -> Absence:
    """The last day of an exemption, a suspension or a stay elsewhere. A stay ends in both units."""
    access.require(access.is_secretary, by, absence.unit, on=at.date())
    if on < absence.starts:
        raise ValidationError(
            _("Ngày kết thúc không thể trước ngày bắt đầu %(day)s.") % {"day": short_date(absence.starts)}
        )
    with act("organisation.end_absence", by=by, at=at, on=absence, content={"ends": on}):
        absence.ends = on
        absence.save(update_fields=["ends"])
        if isinstance(absence, Away):
            stays = Membership.objects.filter(person=absence.person, temporary=True, starts=absence.starts)
            stays.update(ends=on)
    return absence


def send_away(away: Away, *, host: Unit | None = None, by: Doer, at: datetime) -> Away:
    """Chuyển sinh hoạt tạm thời đi: stays on this roll and meets elsewhere; on the host's side too if it is kept here."""
    access.require(access.is_secretary, by, away.unit, on=at.date())
    home = _standing_on(away.person, away.unit, away.starts)
    refuse_absence_twice(away)
    if host == away.unit:
        raise ValidationError(_("Đây chính là nơi đang sinh hoạt; chọn đơn vị khác."))
    away.to = str(host) if host is not None else away.to
    away.clean_fields(exclude=["person", "unit"])
    with refusals_in_words(away), act("organisation.send_away", by=by, at=at, on=away):
        away.save(force_insert=True)
        if host is not None:
            _take_in(away.person, host, home.standing, away.starts, away.ends, away.document)
    return away


def take_in(membership: Membership, *, by: Doer, at: datetime) -> Membership:
    """Tiếp nhận sinh hoạt tạm thời: somebody from elsewhere meets with this unit for a time."""
    access.require(access.is_secretary, by, membership.unit, on=at.date())
    stay = Membership(
        person=membership.person,
        unit=membership.unit,
        standing=membership.standing,
        temporary=True,
        starts=membership.starts,
        ends=membership.ends,
        came=Coming.MOVED_IN,
        document=membership.document,
        reason=membership.reason,
    )
    stay.clean_fields(exclude=["person", "unit"])
    with refusals_in_words(stay), act("organisation.take_in", by=by, at=at, on=stay):
        stay.save(force_insert=True)
    return stay


def _take_in(person: Person, host: Unit, standing: str, starts: date, ends: date | None, document: str) -> None:
    stay = Membership(person=person, unit=host, standing=standing, temporary=True, starts=starts, ends=ends)
    stay.came, stay.document = Coming.MOVED_IN, document
    with refusals_in_words(stay):
        stay.save(force_insert=True)


def change_standing(
    person: Person, standing: Standing, *, on: date, document: str, by: Doer, at: datetime
) -> Membership:
    """Kết nạp, công nhận chính thức: from that day somebody stands on the same roll as something else."""
    unit = _unit_of(person, on)
    access.require(access.is_secretary, by, unit, on=at.date())
    before = _standing_on(person, unit, on)
    if before.standing == standing:
        raise ValidationError(
            _("%(who)s đã là %(what)s; chưa ghi gì.") % {"who": person, "what": Standing(standing).label}
        )
    came = Coming.MADE_FULL if before.standing == Standing.PROBATIONARY else Coming.ADMITTED
    with _next_standing(before, on, Going.CHANGED, document, "organisation.change_standing", by, at) as following:
        following.standing, following.came = standing, came
        following.ends = before.ends
    return following


def transfer(person: Person, *, to: Unit, on: date, document: str, by: Doer, at: datetime) -> Membership:
    """Chuyển sinh hoạt đảng chính thức: from that day somebody belongs to another unit that is kept here too.

    The secretary of either unit records it, with the introduction paper as its document.
    """
    unit = _unit_of(person, on)
    access.require(
        lambda who, home, day: access.is_secretary(who, home, day) or access.is_secretary(who, to, day),
        by,
        unit,
        on=at.date(),
    )
    if to == unit:
        raise ValidationError(_("%(who)s đang ở %(unit)s rồi.") % {"who": person, "unit": unit})
    if not to.holds_on(on):
        raise ValidationError(
            _("%(unit)s không hoạt động vào ngày %(day)s; chọn ngày khác.") % {"unit": to, "day": short_date(on)}
        )
    before = _standing_on(person, unit, on)
    with _next_standing(before, on, Going.MOVED_OUT, document, "organisation.transfer", by, at) as following:
        following.unit, following.came, following.ends = to, Coming.MOVED_IN, before.ends
        _leave_offices(person, unit, on, document)
    return following


def leave(person: Person, how: Going, *, on: date, document: str, by: Doer, at: datetime) -> Membership:
    """The last day on the roll: moved to a unit that is not kept here, left, struck off, expelled, died.

    Offices and duties end the same day, and with them what they opened; a login that belongs to nobody is closed.
    """
    unit = _unit_of(person, on)
    access.require(access.is_secretary, by, unit, on=at.date())
    if how not in (Going.MOVED_OUT, Going.LEFT, Going.STRUCK_OFF, Going.EXPELLED, Going.DIED):
        raise ValidationError(_("Chọn lý do: chuyển đi, rời đơn vị, xóa tên, khai trừ hoặc từ trần."))
    row = _standing_on(person, unit, on)
    if Membership.objects.filter(person=person, starts__gt=on, temporary=False).exists():
        raise ValidationError(_("%(who)s đã có tư cách sau ngày này; chọn ngày khác.") % {"who": person})
    with act("organisation.leave", by=by, at=at, on=row, content={"on": on, "how": how, "document": document}):
        row.ends, row.went, row.document = on, how, document or row.document
        row.save(update_fields=["ends", "went", "document"])
        _leave_offices(person, unit, on + DAY, document)
        for kind in (Exemption, Suspension, Away):
            _overlapping(kind._default_manager.filter(person=person, starts__lte=on), on + DAY, None).update(ends=on)
        if how == Going.DIED:
            User.objects.filter(person=person).update(is_active=False)
    return row


def _leave_offices(person: Person, unit: Unit, on: date, document: str) -> None:
    """Whatever the person held in the unit ends the day before `on`."""
    for kind in (Term, Duty):
        held = _overlapping(kind._default_manager.filter(person=person, unit=unit, starts__lt=on), on, None)
        held.update(ends=on - DAY, ended_by=document[:200])


@contextmanager
def _next_standing(
    before: Membership, on: date, went: Going, document: str, act_name: str, by: Doer, at: datetime
) -> Iterator[Membership]:
    """Close a standing on the day before and save the one that the block describes, as one act."""
    if on <= before.starts:
        raise ValidationError(
            _("Tư cách hiện nay của %(who)s bắt đầu ngày %(day)s; chọn ngày sau đó.")
            % {"who": before.person, "day": short_date(before.starts)}
        )
    if not document.strip():
        raise ValidationError(_("Ghi số và ngày của quyết định hoặc giấy giới thiệu."))
    following = Membership(person=before.person, unit=before.unit, standing=before.standing, starts=on)
    following.document = document
    if Membership.objects.filter(person=before.person, temporary=False, starts__gte=on).exists():
        raise ValidationError(
            _("%(who)s đã có tư cách từ ngày này trở đi; sửa dòng đó trước.") % {"who": before.person}
        )
    with refusals_in_words(following), act(act_name, by=by, at=at, on=before.person, content={"on": on}):
        Membership.objects.filter(pk=before.pk).update(ends=on - DAY, went=went)
        yield following
        following.clean_fields(exclude=["person", "unit"])
        following.save(force_insert=True)


def _unit_of(person: Person, on: date) -> Unit:
    row = Membership.objects.on(on).filter(person=person, temporary=False).select_related("unit").first()
    if row is None:
        raise ValidationError(
            _("%(who)s không có trong danh sách nào vào ngày %(day)s.") % {"who": person, "day": short_date(on)}
        )
    return row.unit


def _standing_on(person: Person, unit: Unit, on: date) -> Membership:
    row = Membership.objects.of(unit).on(on).filter(person=person).select_related("person").first()
    if row is None:
        raise ValidationError(
            _("%(who)s không có trong danh sách của %(unit)s vào ngày %(day)s.")
            % {"who": person, "unit": unit, "day": short_date(on)}
        )
    return row


def _overlapping(rows: Any, starts: date, ends: date | None) -> Any:
    found = rows.filter(Q(ends__isnull=True) | Q(ends__gte=starts))
    return found if ends is None else found.filter(starts__lte=ends)


ERASED = "Người đã xóa thông tin"


def erase_person(person: Person, *, by: Doer, at: datetime) -> Person:
    """Xóa thông tin cá nhân of somebody who has left: name, sex, birth date, job and login go for good.

    What was counted stays counted, without a name; the ledger keeps that acts happened and can still be verified, and
    nobody can test a guess against it any more. Source: Law 91/2025/QH15 (domain 7.2); when a Party organisation has to
    keep the name is for people to judge.
    """
    unit = last_unit_of(person, at.date())
    access.require(access.is_secretary, by, unit, on=at.date())
    if Membership.objects.filter(person=person).filter(Q(ends__isnull=True) | Q(ends__gte=at.date())).exists():
        raise ValidationError(
            _("%(who)s còn trong danh sách; chỉ xóa thông tin của người đã rời đi.") % {"who": person}
        )
    with transaction.atomic():
        for user in User.objects.filter(person=person):
            user.delete()
        person.notices.all().delete()
        person.name, person.job, person.born_on, person.erased_on = ERASED, "", None, at.date()
        person.name_key = name_order(person.name)
        person.save()
        for kind in (Exemption, Suspension, Away):
            for absence in kind._default_manager.filter(person=person):
                erase_commitments(absence, by=by, at=at)
        Exemption.objects.filter(person=person).update(reason=ERASED)
        erase_commitments(person, by=by, at=at)
    return person
