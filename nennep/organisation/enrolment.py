"""A whole list of people at once: put into the unit's registers in one transaction, and taken back the same way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignObjectRel, ProtectedError
from django.utils.translation import gettext as _

from nennep.ledger.acts import content_of, reference_of
from nennep.ledger.chain import commit_to
from nennep.ledger.many import Deed, append_many
from nennep.ledger.models import Entry
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.actions import name_order
from nennep.organisation.actions.offices import refuse_overlapping_office
from nennep.organisation.models import Membership, Office, Person, Term, Unit

AT_ONCE = 500
Kind = type[Person] | type[Membership] | type[Term]
ACTS: dict[Kind, str] = {
    Person: "organisation.list_person",
    Membership: "organisation.join",
    Term: "organisation.appoint",
}
"""The acts of the single verbs: the ledger reads alike however a record came in."""


class BuiltOn(Exception):
    """A list cannot be taken back: other records stand on it by now. The message is fit to show."""


@dataclass(frozen=True)
class Enrolment:
    """One person as a list has them, new or corrected, with what they stand as and hold.

    A record that has its key already is corrected, one without is added.
    """

    person: Person
    memberships: tuple[Membership, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Correction:
    """A record that was there before, with every column as it stood."""

    kind: Kind
    pk: int
    before: dict[str, Any]


@dataclass
class Enrolled:
    """What an enrolment left behind: enough to take it back. `last_entry` is the last line it wrote in the ledger."""

    added: dict[Kind, list[int]] = field(default_factory=lambda: {kind: [] for kind in ACTS})
    corrected: list[Correction] = field(default_factory=list)
    last_entry: int = 0
    people: set[int] = field(default_factory=set)
    """Everybody about whom anything was added or corrected."""

    @property
    def people_added(self) -> int:
        return len(self.added[Person])

    @property
    def changed(self) -> int:
        return sum(map(len, self.added.values())) + len(self.corrected)

    def holds(self, kind: Kind) -> bool:
        return bool(self.added[kind]) or any(item.kind is kind for item in self.corrected)


def enrol(unit: Unit, rows: Sequence[Enrolment], *, by: Doer, at: datetime) -> Enrolled:
    """Enter or correct a whole list: people, what they stand as, and offices; all of it or nothing.

    People and standings are the bookkeepers' to enter, offices the secretary's. One ledger entry a record, named as by
    the single verbs; equal records leave none. Raises NotAllowed, or ValidationError where a value cannot stand or two
    records contradict each other.
    """
    access.require(access.keeps_the_books, by, unit, on=at.date())
    if any(row.terms for row in rows):
        access.require(access.is_secretary, by, unit, on=at.date())
    done, deeds = Enrolled(), list[Deed]()
    try:
        with transaction.atomic():
            for row in rows:
                row.person.name_key = name_order(row.person.name)
            people = [row.person for row in rows]
            refuse_taken_codes(unit, people)
            put_many(Person, people, done, deeds)
            for row in rows:
                for membership in row.memberships:
                    membership.person = row.person  # its key is known by now
                for term in row.terms:
                    term.person = row.person
            memberships = [membership for row in rows for membership in row.memberships]
            refuse_overlaps(memberships)
            put_many(Membership, memberships, done, deeds)
            terms = [term for row in rows for term in row.terms]
            refuse_two_secretaries(unit, terms)
            put_many(Term, terms, done, deeds)
            for term in terms:
                refuse_overlapping_office(term)
            refuse_what_is_of_others(unit, rows, done, by, at.date())
            entries = append_many(deeds, actor=by.reference, at=at)
    except IntegrityError as error:
        raise ValidationError(_("Danh sách của đơn vị vừa được người khác sửa; xem lại rồi ghi.")) from error
    done.last_entry = entries[-1].sequence if entries else 0
    return done


def put_many(kind: Kind, records: Sequence[Any], done: Enrolled, deeds: list[Deed]) -> None:
    """Add the new, correct the different, leave the equal alone. Any: the records are of the kind that is named."""
    stored: dict[int, Any] = kind._default_manager.select_for_update().in_bulk(
        [record.pk for record in records if record.pk is not None]
    )
    relations = [column.name for column in kind._meta.concrete_fields if column.is_relation]
    new, changed = [], []
    for record in records:
        known = stored.get(record.pk) if record.pk is not None else None
        if known is not None and content_of(known) == content_of(record):
            continue
        record.clean_fields(exclude=relations)
        record.clean()
        if known is None:
            new.append(record)
        else:
            changed.append(record)
            done.corrected.append(Correction(kind, record.pk, content_of(known)))
    columns = [column.name for column in kind._meta.concrete_fields if not column.primary_key]
    # First what is corrected: it may make room for what is added (a standing that ends, an office given up).
    kind._default_manager.bulk_update(changed, columns, batch_size=AT_ONCE)
    kind._default_manager.bulk_create(new, batch_size=AT_ONCE)
    done.added[kind] += [record.pk for record in new]
    done.people |= {record.pk if kind is Person else record.person_id for record in (*new, *changed)}
    act = ACTS[kind]
    deeds += [Deed(f"{act}.correct", reference_of(record), content_of(record)) for record in changed]
    deeds += [Deed(act, reference_of(record), content_of(record)) for record in new]


def refuse_taken_codes(unit: Unit, people: Sequence[Person]) -> None:
    """A code is one person's, in the list that comes in and in the one that is there."""
    given = {person.pk for person in people}
    taken = {code for pk, code in Person.objects.filter(home=unit).values_list("pk", "code") if pk not in given}
    for person in people:
        if person.home_id == unit.pk and person.code in taken:
            raise ValidationError(_("Mã %(code)s đã có người dùng.") % {"code": person.code})
        taken.add(person.code)


def refuse_what_is_of_others(unit: Unit, rows: Sequence[Enrolment], done: Enrolled, by: Doer, on: date) -> None:
    """A list speaks of its own unit. Whoever is listed by another unit is corrected by those who keep that unit's list."""
    homes = {item.before["home_id"] for item in done.corrected if item.kind is Person}
    for home in Unit.objects.filter(pk__in=homes - {unit.pk}):
        access.require(access.keeps_the_books, by, home, on=on)
    units = {membership.unit_id for row in rows for membership in row.memberships}
    units |= {term.unit_id for row in rows for term in row.terms}
    units |= {item.before["unit_id"] for item in done.corrected if item.kind is not Person}
    units |= {row.person.home_id for row in rows if row.person.pk in done.added[Person]}
    if units - {unit.pk}:
        raise ValidationError(_("Danh sách chỉ ghi được người của %(unit)s.") % {"unit": unit})


def refuse_overlaps(memberships: Sequence[Membership]) -> None:
    """Two standings of one person never overlap, whether both are new or one is there already."""
    by_person: dict[int, list[Membership]] = defaultdict(list)
    given = {membership.pk for membership in memberships if membership.pk is not None}
    for keys in chunks([membership.person_id for membership in memberships]):
        for stored in Membership.objects.filter(person__in=keys, temporary=False):
            if stored.pk not in given:
                by_person[stored.person_id].append(stored)
    for membership in memberships:
        for other in by_person[membership.person_id]:
            if overlap(membership, other):
                raise ValidationError(
                    _("%(who)s đã có tư cách %(standing)s từ ngày %(day)s; hai khoảng thời gian không được chồng nhau.")
                    % {
                        "who": membership.person,
                        "standing": other.get_standing_display(),
                        "day": f"{other.starts:%d/%m/%Y}",
                    }
                )
        by_person[membership.person_id].append(membership)


def overlap(one: Membership, other: Membership) -> bool:
    return (one.ends is None or other.starts <= one.ends) and (other.ends is None or one.starts <= other.ends)


def refuse_two_secretaries(unit: Unit, terms: Sequence[Term]) -> None:
    """Said before the rows go in: the database would refuse two open ones without a word that people read."""
    open_terms = [term for term in terms if term.office == Office.SECRETARY and term.ends is None]
    given = [term.pk for term in terms if term.pk is not None]
    stored = Term.objects.filter(unit=unit, office=Office.SECRETARY, ends=None).exclude(pk__in=given)
    if len(open_terms) > 1 or (open_terms and stored.exists()):
        raise ValidationError(_("Đơn vị đã có bí thư đang giữ chức; ghi ngày kết thúc của người trước."))


def take_back(unit: Unit, done: Enrolled, *, by: Doer, at: datetime) -> None:
    """Take a list back: what it added goes, what it corrected is as before. One ledger entry a record.

    Raises NotAllowed as `enrol` does, and BuiltOn, which names the people, when any of these records was changed since or
    when anything else in the house stands on them: a meeting, a pledge, a login.
    """
    access.require(access.keeps_the_books, by, unit, on=at.date())
    if done.holds(Term):
        access.require(access.is_secretary, by, unit, on=at.date())
    with transaction.atomic():
        refuse_what_is_built_on(done)
        deeds: list[Deed] = []
        try:
            for kind in (Term, Membership, Person):
                for keys in chunks(done.added[kind]):
                    records = kind._default_manager.filter(pk__in=keys)
                    deeds += [Deed(f"{ACTS[kind]}.undo", reference_of(one), content_of(one)) for one in records]
                    records.delete()
        except ProtectedError as error:
            raise BuiltOn(built_on([])) from error
        for kind in (Person, Membership, Term):
            earlier = [kind(**item.before) for item in done.corrected if item.kind is kind]
            columns = [column.name for column in kind._meta.concrete_fields if not column.primary_key]
            kind._default_manager.bulk_update(earlier, columns, batch_size=AT_ONCE)  # type: ignore[arg-type]
            deeds += [Deed(f"{ACTS[kind]}.undo", reference_of(one), content_of(one)) for one in earlier]
        append_many(deeds, actor=by.reference, at=at)


def refuse_what_is_built_on(done: Enrolled) -> None:
    people = set(changed_since(done))
    for kind, keys in done.added.items():
        people |= set(stood_on_by_others(kind, keys, done))
    if people:
        raise BuiltOn(built_on(Person.objects.filter(pk__in=sorted(people)[:5]).values_list("name", flat=True)))


def built_on(names: Iterable[str]) -> str:
    named = ", ".join(names)
    if not named:
        return _("Đã có ghi chép khác dựa vào lần nhập này, nên không rút lại được.")
    return _("Sau lần nhập này đã có ghi chép khác về %(names)s, nên không rút lại được.") % {"names": named}


def changed_since(done: Enrolled) -> Iterator[int]:
    """The people whose records the ledger names again later, unless they read by now as the list left them."""
    subjects: dict[str, tuple[Kind, int]] = {}
    for kind, keys in done.added.items():
        subjects |= {f"{kind._meta.label_lower}:{pk}": (kind, pk) for pk in keys}
    subjects |= {f"{item.kind._meta.label_lower}:{item.pk}": (item.kind, item.pk) for item in done.corrected}
    for names in chunks(list(subjects)):
        later = Entry.objects.filter(sequence__gt=done.last_entry, subject__in=names)
        for subject in later.order_by().values_list("subject", flat=True).distinct():
            kind, pk = subjects[subject]
            if not reads_as_left(kind, pk, subject, done.last_entry):
                yield person_behind(kind, pk)


def reads_as_left(kind: Kind, pk: int, subject: str, last_entry: int) -> bool:
    """Whether the record holds what the list's own entry committed to: a later correction was taken back itself."""
    record = kind._default_manager.filter(pk=pk).first()
    entry = Entry.objects.filter(subject=subject, sequence__lte=last_entry).select_related("opening").last()
    if record is None or entry is None or not hasattr(entry, "opening"):
        return False
    return commit_to(content_of(record), entry.opening.value) == entry.commitment


def person_behind(kind: Kind, pk: int) -> int:
    if kind is Person:
        return pk
    return kind._default_manager.filter(pk=pk).values_list("person", flat=True).first() or 0  # type: ignore[misc]


def stood_on_by_others(kind: Kind, keys: list[int], done: Enrolled) -> Iterator[int]:
    """The people of these records to whom a record from elsewhere points, whatever room it stands in."""
    ours: dict[Any, list[int]] = dict(done.added)
    for relation in kind._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.many_to_many:
            continue
        model, column = relation.related_model, relation.field.attname
        own = set(ours.get(model, []))
        for some in chunks(keys):
            pointing = model._default_manager.filter(**{f"{column}__in": some})
            for pk, pointed in pointing.values_list("pk", column):
                if pk not in own:
                    yield person_behind(kind, pointed)


def chunks(keys: Sequence[Any]) -> Iterator[list[Any]]:
    """Keys by the hundred: no database takes thousands of them in one statement gladly."""
    for begin in range(0, len(keys), AT_ONCE):
        yield list(keys[begin : begin + AT_ONCE])
