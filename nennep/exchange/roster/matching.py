"""The roster beside the list that is there: who is who, and what would change for each."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import LEAVE_OUT, SOMEBODY_NEW, Answers
from nennep.exchange.roster.checking import place_of
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.known import Known
from nennep.exchange.roster.rows import Row
from nennep.ledger.acts import Outcome
from nennep.organisation.enrolment import Enrolment
from nennep.organisation.models import Membership, Office, Person, Standing, Term

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Difference:
    """One value of a person, as it is in the list and as the file has it."""

    label: str
    before: str
    after: str


@dataclass
class Change:
    """What one row would do: add somebody, correct somebody, or nothing."""

    row: Row
    person: Person
    differences: list[Difference] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    takes_the_day: bool = False
    """Whether a day in it is that of the whole list, because the file names none of its own."""

    @property
    def is_new(self) -> bool:
        return self.person._state.adding

    @property
    def outcome(self) -> Outcome:
        if self.is_new:
            return Outcome.ADDED
        return Outcome.CORRECTED if self.differences else Outcome.UNCHANGED

    @property
    def enrolment(self) -> Enrolment:
        return Enrolment(self.person, tuple(self.memberships), tuple(self.terms))

    def differ(self, label: object, before: object, after: object) -> None:
        self.differences.append(Difference(str(label), str(before or "–"), str(after)))


def match_rows(rows: list[Row], known: Known, answers: Answers, since: date) -> list[Change]:
    """A change for each row that is not left out. Who cannot be told is asked about among the row's findings."""
    changes = []
    taken: dict[int, Row] = {}
    known.codes |= {row.code.casefold() for row in rows if row.code}
    for row in rows:
        if answers.person(row.table, row.number) == LEAVE_OUT or not row.name:
            continue
        person = whose(row, known, answers)
        if person is not None and (other := taken.setdefault(person.pk, row)) is not row:
            row.find(
                None,
                _("%(name)s (mã %(code)s) đã là người ở %(where)s.")
                % {"name": person.name, "code": person.code, "where": place_of(other)},
                _("Chọn người khác, hoặc bỏ dòng này."),
                choices=choices(row, known),
            )
        changes.append(change_for(row, person, known, since))
    return changes


def whose(row: Row, known: Known, answers: Answers) -> Person | None:
    """The person whom a row means, None for somebody new: by code, by name and birth date, by a name that one has."""
    said = answers.person(row.table, row.number)
    if said == SOMEBODY_NEW:
        return None
    if said.isdigit() and int(said) in known.people:
        return known.people[int(said)]
    if row.code and (person := known.by_code.get(row.code.casefold())):
        return person
    namesakes = known.by_name.get(row.key, [])
    if row.born_on is not None:
        born_then = [person for person in namesakes if person.born_on == row.born_on]
        if len(born_then) == 1:
            return born_then[0]
        if not born_then and len(namesakes) == 1 and namesakes[0].born_on is not None:
            row.find(
                None,
                _("Trong danh sách có %(name)s sinh ngày %(known)s, tệp ghi %(born)s.")
                % {"name": row.name, "known": f"{namesakes[0].born_on:%d/%m/%Y}", "born": row.born},
                _("Chọn: người ấy (sửa ngày sinh) hay một người khác trùng tên."),
                choices=choices(row, known),
            )
            return None
    if len(namesakes) == 1:
        return namesakes[0]
    if namesakes:
        row.find(
            None,
            _("Trong danh sách có %(n)d người tên %(name)s.") % {"n": len(namesakes), "name": row.name},
            _("Chọn người được nói đến; chương trình không đoán."),
            choices=choices(row, known),
        )
    return None


def choices(row: Row, known: Known) -> list[tuple[str, str]]:
    people = known.by_name.get(row.key, [])
    named = [(str(person.pk), described(person)) for person in people]
    return [*named, (SOMEBODY_NEW, _("Người mới, chưa có trong danh sách")), (LEAVE_OUT, _("Bỏ dòng này"))]


def in_words(said: str, known: Known) -> str:
    """What was chosen for a row, as it was offered."""
    if said.isdigit() and int(said) in known.people:
        return described(known.people[int(said)])
    return _("Bỏ dòng này") if said == LEAVE_OUT else _("Người mới, chưa có trong danh sách")


def described(person: Person) -> str:
    """Enough to tell two people of one name apart."""
    born = _("sinh %(day)s") % {"day": f"{person.born_on:%d/%m/%Y}"} if person.born_on else ""
    return ", ".join(filter(None, [person.name, _("mã %(code)s") % {"code": person.code}, born, person.job]))


def change_for(row: Row, stored: Person | None, known: Known, since: date) -> Change:
    """What the row would change. A value that the file leaves blank is left as it is."""
    if stored is None:
        code = row.code or known.new_code(row.name)
        person = Person(home=known.unit, code=code, name=row.name, sex=row.sex or "", born_on=row.born_on, job=row.job)
        change = Change(row, person)
    else:
        change = Change(row, copy(stored))
        correct(change, stored, row)
    if row.standing is not None:
        stand(change, stored, row.standing, known, since)
    hold_office(change, stored, row, known, since)
    return change


def correct(change: Change, stored: Person, row: Row) -> None:
    person = change.person
    if row.key != stored.name_key:
        change.differ(Field.NAME.label, stored.name, row.name)
        person.name = row.name
    if row.code and row.code != stored.code:
        change.differ(Field.CODE.label, stored.code, row.code)
        person.code = row.code
    if row.sex and row.sex != stored.sex:
        change.differ(Field.SEX.label, stored.get_sex_display(), row.sex.label)
        person.sex = row.sex
    if row.born_on and row.born_on != stored.born_on:
        before = f"{stored.born_on:%d/%m/%Y}" if stored.born_on else ""
        change.differ(Field.BORN.label, before, f"{row.born_on:%d/%m/%Y}")
        person.born_on = row.born_on
    if row.job and row.job != stored.job:
        change.differ(Field.JOB.label, stored.job, row.job)
        person.job = row.job


def stand(change: Change, stored: Person | None, standing: Standing, known: Known, since: date) -> None:
    """On the roll from the day that the file names, else from the day of the whole list."""
    row = change.row
    official = row.official.whole if row.official and standing is Standing.FULL else None
    starts = row.joined or since
    if official and starts < official:
        row.find(
            Field.OFFICIAL,
            _("Về chi bộ trước ngày chính thức; tư cách chính thức được ghi từ ngày %(day)s.")
            % {"day": f"{official:%d/%m/%Y}"},
            blocks=False,
        )
        starts = official
    memberships = known.memberships[stored.pk] if stored else []
    current = next((membership for membership in memberships if membership.ends is None), None)
    if current is None:
        add_membership(change, memberships, standing, known, starts)
    elif current.unit_id != known.unit.pk:
        row.find(
            None,
            _("%(name)s đang có tên ở %(unit)s.") % {"name": row.name, "unit": current.unit},
            _("Đơn vị ấy ghi ngày chuyển đi trước; hoặc bỏ dòng này."),
            choices=choices(row, known),
        )
    elif current.standing != standing:
        change.takes_the_day = official is None
        change_standing(change, current, standing, official or since)
    elif row.joined and starts != current.starts and len(memberships) == 1:
        change.differ(Field.JOINED.label, f"{current.starts:%d/%m/%Y}", f"{starts:%d/%m/%Y}")
        moved = copy(current)
        moved.starts = starts
        change.memberships.append(moved)


def add_membership(change: Change, earlier: list[Membership], standing: Standing, known: Known, starts: date) -> None:
    row = change.row
    last = max((membership.ends for membership in earlier if membership.ends), default=None)
    if last is not None and starts <= last:
        row.find(
            Field.JOINED,
            _("%(name)s đã có tư cách đến ngày %(day)s.") % {"name": row.name, "day": f"{last:%d/%m/%Y}"},
            _("Ghi ngày về chi bộ sau ngày ấy."),
        )
        return
    change.takes_the_day = row.joined is None
    if not change.is_new:
        change.differ(Field.STANDING.label, "", f"{standing.label}, {starts:%d/%m/%Y}")
    change.memberships.append(Membership(person=change.person, unit=known.unit, standing=standing, starts=starts))


def change_standing(change: Change, current: Membership, standing: Standing, starts: date) -> None:
    """The old standing ends the day before; one that began no earlier was entered wrongly and is corrected."""
    old = copy(current)
    change.memberships.append(old)
    if starts <= current.starts:
        change.differ(Field.STANDING.label, current.get_standing_display(), standing.label)
        old.standing = standing
        return
    change.differ(Field.STANDING.label, current.get_standing_display(), f"{standing.label}, {starts:%d/%m/%Y}")
    old.ends = starts - DAY
    change.memberships.append(Membership(person=change.person, unit=current.unit, standing=standing, starts=starts))


def hold_office(change: Change, stored: Person | None, row: Row, known: Known, since: date) -> None:
    for office in row.offices:
        held = known.terms[stored.pk] if stored else []
        if any(term.office == office for term in held):
            continue
        secretary = known.secretary
        if office is Office.SECRETARY and secretary is not None:
            row.find(
                Field.OFFICE,
                _("Đơn vị đang có bí thư: %(name)s, từ ngày %(day)s.")
                % {"name": known.people[secretary.person_id].name, "day": f"{secretary.starts:%d/%m/%Y}"},
                _("Ghi ngày kết thúc của người trước rồi nhập lại; hoặc sửa ô này."),
            )
            continue
        starts = row.office_since or since
        change.takes_the_day = change.takes_the_day or row.office_since is None
        if not change.is_new:
            before = ", ".join(str(term.get_office_display()) for term in held)
            change.differ(Field.OFFICE.label, before, f"{office.label}, {starts:%d/%m/%Y}")
        change.terms.append(Term(person=change.person, unit=known.unit, office=office, starts=starts))


def absent(changes: list[Change], known: Known, on: date) -> list[Person]:
    """Who stands on the roll and not in the file. They are only listed: a list never removes anybody."""
    there = {change.person.pk for change in changes}
    return [
        person
        for person in known.people.values()
        if person.pk not in there and known.standing_on(person, on) is not None
    ]
