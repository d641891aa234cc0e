"""Verbs about units: founding, renaming, moving, merging, splitting, dissolving. Each has its day and its document."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import (
    DRESS,
    Absence,
    Away,
    Coming,
    Duty,
    Exemption,
    Going,
    Grant,
    Membership,
    Person,
    Succession,
    Suspension,
    Term,
    Unit,
    UnitState,
)
from nennep.organisation.obstacles import obstacles
from nennep.organisation.tree import above
from nennep.vietnamese.dates import short_date

DAY = timedelta(days=1)


def found_unit(unit: Unit, *, by: Doer, at: datetime) -> tuple[Unit, Outcome]:
    """Enter a unit in the tree, which the level above does, or correct its entry, which its own secretary may too.

    An entry that says how the unit began is known, whatever it has been called since: nothing changes.
    """
    known = Unit.objects.filter(code=unit.code).first()
    access.require(access.is_secretary, by, known or unit.parent or unit, on=at.date())
    if known is not None and known.states.count() > 1:
        first = known.states.order_by("starts").first()
        if first is not None and first.dress() == unit.dress() and known.starts == unit.starts:
            return known, Outcome.UNCHANGED
        if known.dress() != unit.dress():
            raise ValidationError(
                _("%(unit)s đã qua nhiều lần sắp xếp; sửa ở trang của đơn vị, không sửa ở dòng lúc thành lập.")
                % {"unit": known}
            )
    if known is not None:
        unit.party_code, unit.ends = unit.party_code or known.party_code, unit.ends or known.ends
    if unit.parent is not None and known is not None:
        refuse_cycle(known, unit.parent, unit.starts)
    with transaction.atomic():
        stored, outcome = put(unit, key=["code"], act_name="organisation.found_unit", by=by, at=at)
        if outcome is Outcome.ADDED:
            UnitState.objects.create(
                unit=stored, starts=stored.starts, ends=stored.ends, cause=UnitState.Cause.FOUNDED, **stored.dress()
            )
        elif outcome is Outcome.CORRECTED:
            stored.states.filter(starts=stored.states.latest("starts").starts).update(**stored.dress())
            stored.states.filter(cause=UnitState.Cause.FOUNDED).update(starts=stored.starts)
    return stored, outcome


def rename_unit(
    unit: Unit, *, name: str, letterhead: str, symbol: str, place: str, on: date, document: str, by: Doer, at: datetime
) -> Unit:
    """Đổi tên: from that day the unit is called so, in lists, on papers and in document numbers."""
    changes = {"name": name, "letterhead": letterhead, "symbol": symbol, "place": place}
    return _change(unit, UnitState.Cause.RENAMED, changes, on=on, document=document, by=by, at=at)


def move_unit(unit: Unit, *, to: Unit, on: date, document: str, by: Doer, at: datetime) -> Unit:
    """Chuyển: from that day the unit stands under another one. Raises ValidationError where that would close a circle."""
    refuse_cycle(unit, to, on)
    return _change(unit, UnitState.Cause.MOVED, {"parent": to}, on=on, document=document, by=by, at=at)


def reclassify_unit(unit: Unit, *, level: str, cell_kind: str, on: date, document: str, by: Doer, at: datetime) -> Unit:
    """Đổi cấp, loại hình: an attached cell becomes a grassroots one, an office's cell an enterprise's."""
    changes = {"level": level, "cell_kind": cell_kind}
    return _change(unit, UnitState.Cause.RECLASSIFIED, changes, on=on, document=document, by=by, at=at)


def _change(
    unit: Unit, cause: UnitState.Cause, changes: Mapping[str, Any], *, on: date, document: str, by: Doer, at: datetime
) -> Unit:
    """Close the unit's state on the day before and begin a new one, in the history and in the unit itself."""
    access.require(access.may_reorganise, by, unit, on=at.date())
    unit = Unit.objects.get(pk=unit.pk)
    _refuse_day(unit, on, at)
    _require_document(document)
    if all(getattr(unit, name) == value for name, value in changes.items()):
        raise ValidationError(_("Không có gì khác so với hiện nay; chưa ghi gì."))
    for name, value in changes.items():
        setattr(unit, name, value)
    unit.clean_fields()
    unit.validate_constraints()
    with act(f"organisation.{_VERB[cause]}", by=by, at=at, on=unit, content=_content(changes, on, document)):
        _begin_state(unit, cause, on, document)
    return unit


_VERB = {
    UnitState.Cause.RENAMED: "rename_unit",
    UnitState.Cause.MOVED: "move_unit",
    UnitState.Cause.RECLASSIFIED: "reclassify_unit",
}


def _content(changes: Mapping[str, Any], on: date, document: str) -> dict[str, Any]:
    plain = {name: value.pk if isinstance(value, Unit) else value for name, value in changes.items()}
    return {"on": on, "document": document, **plain}


def _begin_state(unit: Unit, cause: str, on: date, document: str) -> None:
    """Write the unit's columns and its state from that day; one that begins the same day gives way to it."""
    unit.states.filter(ends__isnull=True, starts__lt=on).update(ends=on - DAY)
    UnitState.objects.update_or_create(
        unit=unit, starts=on, defaults={"cause": cause, "document": document, **unit.dress()}
    )
    unit.save(update_fields=DRESS)


def merge_units(
    sources: Iterable[Unit], *, into: Unit, on: date, document: str, by: Doer, at: datetime
) -> list[Succession]:
    """Sáp nhập: from that day the people of the sources belong to `into`, and the sources are no more.

    Units below go under `into`; offices and duties in the sources end the day before, and so do their grants. What the
    sources recorded stays in their own registers. Raises ValidationError while anything stands open in a source.
    """
    merged = list(sources)
    if not merged or into in merged:
        raise ValidationError(_("Chọn ít nhất một đơn vị khác để nhập vào %(unit)s.") % {"unit": into})
    access.require(access.may_reorganise, by, into, on=at.date())
    _require_document(document)
    if into.starts > on or (into.ends is not None and into.ends < on):
        raise ValidationError(
            _("%(unit)s không hoạt động vào ngày %(day)s; chọn ngày khác.") % {"unit": into, "day": short_date(on)}
        )
    for source in merged:
        access.require(access.may_reorganise, by, source, on=at.date())
        _refuse_day(source, on, at)
        _refuse_open_business(source, on)
        _refuse_later_children(source, on)
        if source in above(into, on):
            raise ValidationError(
                _("%(into)s đang trực thuộc %(source)s; chuyển %(into)s ra trước khi nhập.")
                % {"into": into, "source": source}
            )
    content = {"sources": [source.pk for source in merged], "on": on, "document": document}
    with act("organisation.merge_units", by=by, at=at, on=into, content=content):
        found = []
        for source in merged:
            _move_people(source, into, on, document)
            for child in Unit.objects.filter(parent=source, ends__isnull=True):
                child.parent = into
                _begin_state(child, UnitState.Cause.MOVED, on, document)
            _end(source, on, document)
            found.append(_succeed(source, into, Succession.Kind.MERGED, on, document))
    return found


def split_unit(
    unit: Unit, *, new: Unit, people: Iterable[Person], on: date, document: str, by: Doer, at: datetime
) -> Unit:
    """Tách: from that day these people belong to a new unit. Whoever stays keeps the old one with its history."""
    access.require(access.may_reorganise, by, unit, on=at.date())
    _require_document(document)
    _refuse_day(unit, on, at)
    leaving = list(people)
    rows = Membership.objects.of(unit).on(on).filter(person__in=leaving)
    if not leaving or rows.count() != len({person.pk for person in leaving}):
        raise ValidationError(
            _("Chọn những người đang trong danh sách của %(unit)s để sang đơn vị mới.") % {"unit": unit}
        )
    if not Membership.objects.of(unit).on(on).exclude(person__in=leaving).exists():
        raise ValidationError(_("Không ai ở lại: đây là đổi tên hoặc sáp nhập, không phải chia tách."))
    if Unit.objects.filter(code=new.code).exists():
        raise ValidationError(_("Đã có đơn vị mã %(code)s; chọn mã khác.") % {"code": new.code})
    new.parent, new.starts = unit.parent, on
    new.clean_fields(exclude=["parent"])
    new.validate_constraints()
    content = {"people": sorted(person.pk for person in leaving), "new": new.code, "on": on, "document": document}
    with act("organisation.split_unit", by=by, at=at, on=unit, content=content):
        new.save(force_insert=True)
        UnitState.objects.create(unit=new, starts=on, cause=UnitState.Cause.FOUNDED, document=document, **new.dress())
        _move_people(unit, new, on, document, leaving)
        _succeed(unit, new, Succession.Kind.SPLIT, on, document)
    return new


def dissolve_unit(unit: Unit, *, on: date, document: str, by: Doer, at: datetime) -> Unit:
    """Giải thể, giải tán: from that day the unit is no more. Its people have to be somewhere else first."""
    access.require(access.may_reorganise, by, unit, on=at.date())
    _require_document(document)
    _refuse_day(unit, on, at)
    _refuse_open_business(unit, on)
    left = Membership.objects.of(unit).filter(Q(ends__isnull=True) | Q(ends__gte=on)).count()
    if left:
        raise ValidationError(
            _("Còn %(n)d người trong danh sách của %(unit)s; chuyển họ đi hoặc dùng sáp nhập.")
            % {"n": left, "unit": unit}
        )
    below = Unit.objects.filter(parent=unit, ends__isnull=True).first()
    if below is not None:
        raise ValidationError(_("%(below)s còn trực thuộc; chuyển đơn vị đó trước.") % {"below": below})
    with act("organisation.dissolve_unit", by=by, at=at, on=unit, content={"on": on, "document": document}):
        _end(unit, on, document)
    return unit


def _end(unit: Unit, on: date, document: str) -> None:
    """The unit's last day is the day before `on`; whatever was held in it ends with it."""
    unit.ends = on - DAY
    unit.save(update_fields=["ends"])
    unit.states.filter(ends__isnull=True).update(ends=unit.ends)
    lasting = Q(ends__isnull=True) | Q(ends__gte=on)
    Term.objects.filter(lasting, unit=unit).update(ends=unit.ends, ended_by=document)
    Duty.objects.filter(lasting, unit=unit).update(ends=unit.ends, ended_by=document)
    Grant.objects.filter(Q(ends__gte=on) & (Q(unit=unit) | Q(to=unit)), starts__lt=on).update(ends=unit.ends)


def _move_people(source: Unit, target: Unit, on: date, document: str, people: Iterable[Person] | None = None) -> None:
    """Close the standings in the source on the day before and begin the same in the target."""
    rows = Membership.objects.filter(unit=source).filter(Q(ends__isnull=True) | Q(ends__gte=on))
    if people is not None:
        rows = rows.filter(person__in=list(people))
    late = rows.filter(starts__gte=on).select_related("person").first()
    if late is not None:
        raise ValidationError(
            _("%(who)s vào danh sách của %(unit)s ngày %(day)s, từ ngày sắp xếp trở đi; sửa ngày đó trước.")
            % {"who": late.person, "unit": source, "day": short_date(late.starts)}
        )
    moving = list(rows)
    # A row that goes on keeps its own end and its own reason for it.
    begun = [
        Membership(
            person_id=row.person_id,
            unit=target,
            standing=row.standing,
            temporary=row.temporary,
            starts=on,
            ends=row.ends,
            came=Coming.REORGANISED,
            went=row.went,
            document=document,
        )
        for row in moving
    ]
    rows.update(ends=on - DAY, went=Going.REORGANISED)
    Membership.objects.bulk_create(begun)
    who = [row.person_id for row in moving]
    lasting = Q(ends__isnull=True) | Q(ends__gte=on)
    for kind in (Exemption, Suspension, Away):
        for absence in kind._default_manager.filter(lasting, unit=source, person__in=who, starts__lt=on):
            _go_on(absence, target, on)
    for held in (Term, Duty):
        held._default_manager.filter(lasting, unit=source, person__in=who, starts__lt=on).update(
            ends=on - DAY, ended_by=document
        )


def _go_on(absence: Absence, target: Unit, on: date) -> None:
    """What was decided about somebody in the source holds on in the target, as a row of its own."""
    kind, ends = type(absence), absence.ends
    kind._default_manager.filter(pk=absence.pk).update(ends=on - DAY)
    absence.pk, absence.unit, absence.starts, absence.ends = None, target, on, ends
    absence.save(force_insert=True)


def _succeed(source: Unit, target: Unit, kind: str, on: date, document: str) -> Succession:
    return Succession.objects.create(source=source, target=target, kind=kind, happened_on=on, document=document)


def refuse_cycle(unit: Unit, to: Unit, on: date) -> None:
    """Raise ValidationError if `to` stands under `unit` on that day or on any day after it that is already recorded."""
    if to == unit:
        raise ValidationError(_("Một đơn vị không thể trực thuộc chính nó."))
    if to.starts > on or (to.ends is not None and to.ends < on):
        raise ValidationError(
            _("%(unit)s không hoạt động vào ngày %(day)s; chọn ngày hoặc cấp trên khác.")
            % {"unit": to, "day": short_date(on)}
        )
    changes = UnitState.objects.filter(starts__gt=on).values_list("starts", flat=True).distinct()
    for day in [on, *changes]:
        if unit in above(to, day):
            raise ValidationError(
                _("%(to)s đang trực thuộc %(unit)s, nên %(unit)s không thể về dưới %(to)s; chọn cấp trên khác.")
                % {"to": to, "unit": unit}
            )


def _refuse_day(unit: Unit, on: date, at: datetime) -> None:
    """A change takes effect after the last one, and is recorded once it has: nobody knows tomorrow's name for certain."""
    if unit.ends is not None:
        raise ValidationError(
            _("%(unit)s đã kết thúc ngày %(day)s; không sắp xếp được nữa.")
            % {"unit": unit, "day": short_date(unit.ends)}
        )
    if on > at.date():
        raise ValidationError(_("Ngày %(day)s chưa tới; ghi khi quyết định có hiệu lực.") % {"day": short_date(on)})
    last = unit.states.latest("starts")
    if on <= last.starts:
        raise ValidationError(
            _("Lần sắp xếp gần nhất của %(unit)s là ngày %(day)s; chọn ngày sau đó.")
            % {"unit": unit, "day": short_date(last.starts)}
        )


def _refuse_later_children(source: Unit, on: date) -> None:
    """A unit below that was rearranged after that day stood under the source when it should no longer have been there."""
    late = UnitState.objects.filter(unit__parent=source, unit__ends__isnull=True, starts__gt=on).first()
    if late is not None:
        raise ValidationError(
            _("%(below)s, trực thuộc %(unit)s, đã sắp xếp ngày %(day)s; chọn ngày từ đó trở đi.")
            % {"below": late.name, "unit": source, "day": short_date(late.starts)}
        )


def _require_document(document: str) -> None:
    if not document.strip():
        raise ValidationError(_("Ghi số và ngày của quyết định, ví dụ “QĐ 12-QĐ/ĐU ngày 25/6/2025”."))


def _refuse_open_business(unit: Unit, on: date) -> None:
    open_business = obstacles(unit, on)
    if open_business:
        raise ValidationError(
            [_("%(unit)s còn việc dở dang; giải quyết xong rồi ghi lại:") % {"unit": unit}, *open_business]
        )
