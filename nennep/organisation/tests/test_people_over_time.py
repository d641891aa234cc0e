"""Standing, transfers, absences, offices: each with its day, and what follows from it on that day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from nennep.ledger.chain import verify
from nennep.ledger.models import Entry, Salt
from nennep.organisation import access, actions, requests
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import (
    Away,
    CommitteeTerm,
    Duty,
    DutyKind,
    Exemption,
    Going,
    Membership,
    Notice,
    Office,
    Person,
    Standing,
    Suspension,
    Term,
    User,
)
from nennep.organisation.queries import former_people, unit_of
from nennep.organisation.tests.factories import MembershipFactory, PersonFactory, TermFactory, a_cell

DAY = timedelta(days=1)
ON = date(2014, 5, 1)
PAPER = "QĐ 31-QĐ/ĐUK ngày 25/4/2014"


def attending(unit, day):
    return {row.person for row in Membership.objects.attending(unit, day)}


def test_a_probationary_member_becomes_full_on_a_day_and_not_before(cell, at):
    who = cell.probationary
    actions.change_standing(who, Standing.FULL, on=ON, document=PAPER, by=cell.secretary, at=at)
    full = Membership.objects.of(cell.unit).full()
    assert who not in {row.person for row in full.on(ON - DAY)}
    assert who in {row.person for row in full.on(ON)}
    assert [(row.standing, row.came, row.went) for row in who.memberships.all()] == [
        ("probationary", "", "changed"),
        ("full", "made_full", ""),
    ]


@pytest.mark.parametrize(
    ("standing", "on", "document", "says"),
    [
        (Standing.PROBATIONARY, ON, PAPER, "đã là dự bị"),
        (Standing.FULL, date(2014, 2, 1), PAPER, "chọn ngày sau đó"),
        (Standing.FULL, date(2013, 2, 1), PAPER, "không có trong danh sách nào"),
        (Standing.FULL, ON, "", "Ghi số và ngày"),
    ],
)
def test_a_change_of_standing_that_cannot_be_is_refused(cell, at, standing, on, document, says):
    with pytest.raises(ValidationError, match=says):
        actions.change_standing(cell.probationary, standing, on=on, document=document, by=cell.secretary, at=at)
    assert cell.probationary.memberships.count() == 1
    assert not Entry.objects.exists()


def test_a_transfer_ends_offices_here_and_begins_nothing_there(cell, at):
    to = a_cell().unit
    TermFactory(unit=cell.unit, person=cell.member)
    actions.transfer(cell.member, to=to, on=ON, document=PAPER, by=cell.secretary, at=at)
    assert (unit_of(cell.member, ON - DAY), unit_of(cell.member, ON)) == (cell.unit, to)
    assert cell.member.terms.get().ends == ON - DAY
    assert access.sits_on_committee(cell.member, to, ON) is False


def test_the_secretary_who_takes_somebody_in_may_record_the_transfer_and_a_third_may_not(cell, at):
    host, third = a_cell(), a_cell()
    with pytest.raises(NotAllowed):
        actions.transfer(cell.member, to=host.unit, on=ON, document=PAPER, by=third.secretary, at=at)
    actions.transfer(cell.member, to=host.unit, on=ON, document=PAPER, by=host.secretary, at=at)
    assert unit_of(cell.member, ON) == host.unit


def test_whoever_meets_elsewhere_for_a_time_stays_on_the_roll_and_is_expected_there(cell, at):
    host = a_cell().unit
    away = Away(person=cell.member, unit=cell.unit, decided_by="Đảng ủy", starts=ON, ends=date(2014, 5, 31))
    actions.send_away(away, host=host, by=cell.secretary, at=at)
    assert cell.member in {row.person for row in Membership.objects.of(cell.unit).on(ON)}
    assert cell.member not in {row.person for row in Membership.objects.of(host).on(ON)}
    assert cell.member not in attending(cell.unit, ON)
    assert cell.member in attending(host, ON)
    assert cell.member in attending(cell.unit, date(2014, 6, 1))
    assert cell.member not in attending(host, date(2014, 6, 1))


def test_coming_back_early_ends_the_stay_on_both_sides(cell, at):
    host = a_cell().unit
    away = Away(person=cell.member, unit=cell.unit, decided_by="Đảng ủy", starts=ON)
    actions.send_away(away, host=host, by=cell.secretary, at=at)
    actions.end_absence(away, on=date(2014, 5, 10), by=cell.secretary, at=at)
    assert cell.member in attending(cell.unit, date(2014, 5, 11))
    assert cell.member not in attending(host, date(2014, 5, 11))


def test_a_guest_from_a_unit_that_is_not_kept_here_is_expected_at_meetings_and_not_counted_on_the_roll(cell, at):
    guest = PersonFactory(home=cell.unit)
    stay = Membership(person=guest, unit=cell.unit, standing=Standing.FULL, starts=ON, document=PAPER)
    actions.take_in(stay, by=cell.secretary, at=at)
    assert guest in attending(cell.unit, ON)
    assert guest not in {row.person for row in Membership.objects.of(cell.unit).on(ON)}


def test_the_suspended_are_not_expected(cell, at):
    suspension = Suspension(person=cell.member, unit=cell.unit, decided_by="Đảng ủy Khối", starts=ON, document=PAPER)
    actions.suspend(suspension, by=cell.secretary, at=at)
    assert cell.member in attending(cell.unit, ON - DAY)
    assert cell.member not in attending(cell.unit, ON)


def test_two_exemptions_of_one_person_do_not_overlap(cell, at):
    again = Exemption(person=cell.exempt, unit=cell.unit, decided_by="Chi bộ", reason="Ốm", starts=ON)
    with pytest.raises(ValidationError, match="miễn sinh hoạt từ ngày 01/01/2014"):
        actions.exempt(again, by=cell.secretary, at=at)
    assert cell.exempt.exemptions.count() == 1


@pytest.mark.parametrize("how", [Going.MOVED_OUT, Going.LEFT, Going.STRUCK_OFF, Going.EXPELLED, Going.DIED])
def test_the_last_day_on_the_roll_ends_offices_duties_and_absences(cell, at, how):
    TermFactory(unit=cell.unit, person=cell.exempt)
    actions.leave(cell.exempt, how, on=ON, document=PAPER, by=cell.secretary, at=at)
    assert cell.exempt.terms.get().ends == ON
    assert cell.exempt.exemptions.get().ends == ON
    assert unit_of(cell.exempt, ON) == cell.unit
    assert unit_of(cell.exempt, ON + DAY) is None
    assert cell.exempt.memberships.get().went == how


def test_the_secretary_still_finds_whoever_has_left_and_a_member_does_not_see_that_list(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    actions.leave(cell.member, Going.LEFT, on=ON, document=PAPER, by=cell.secretary, at=at)
    assert [(person, person.last_day) for person in former_people(cell.unit, at.date())] == [(cell.member, ON)]
    page = reverse("organisation:people", args=[cell.unit.code])
    seen = {}
    for who in (cell.secretary, cell.other_member):
        client = Client()
        client.force_login(User.objects.create(username=f"p{who.pk}", person=who))
        seen[who] = cell.member.name in client.get(page).content.decode()
    assert seen == {cell.secretary: True, cell.other_member: False}


def test_the_login_of_somebody_who_died_is_closed(cell, at):
    user = User.objects.create(username="lua", person=cell.member)
    actions.leave(cell.member, Going.DIED, on=ON, document="", by=cell.secretary, at=at)
    user.refresh_from_db()
    assert user.is_active is False


def test_the_base_of_a_percentage_is_one_query_for_any_day(cell, django_assert_num_queries):
    """Full members on 31/12/2013 without the exempt: the exemption began on 1/1/2014."""
    roll = Membership.objects.of(cell.unit)
    with django_assert_num_queries(2):
        assert roll.on(date(2013, 12, 31)).full().without_exempt(date(2013, 12, 31)).count() == 5
        assert roll.on(date(2014, 1, 1)).full().without_exempt(date(2014, 1, 1)).count() == 4


def test_the_same_person_is_not_listed_twice(cell, at):
    twin = Person(home=cell.unit, code="KHAC", name=cell.member.name, sex="f")
    with pytest.raises(ValidationError, match="Đã có Ngô Thị Lụa, mã"):
        actions.list_person(twin, by=cell.secretary, at=at)
    Person.objects.filter(pk=cell.member.pk).update(born_on=date(1980, 2, 3))
    twin.born_on = date(1991, 5, 6)
    actions.list_person(twin, by=cell.secretary, at=at)
    assert Person.objects.filter(name=cell.member.name, home=cell.unit).count() == 2


def test_nobody_is_born_tomorrow_or_joins_before_being_born(cell, at):
    with pytest.raises(ValidationError, match="chưa tới"):
        actions.list_person(
            Person(home=cell.unit, code="MAI", name="Lê Văn Mai", sex="m", born_on=at.date() + DAY),
            by=cell.secretary,
            at=at,
        )
    born = PersonFactory(home=cell.unit, born_on=date(1990, 1, 1))
    early = {"person": born, "unit": cell.unit, "starts": date(1989, 12, 31)}
    with pytest.raises(ValidationError, match="trước ngày sinh"):
        actions.join(Membership(standing=Standing.FULL, **early), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="trước ngày sinh"):
        actions.appoint(Term(office=Office.COMMITTEE, **early), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="trước ngày sinh"):
        actions.charge(Duty(kind=DutyKind.TELLER, **early), by=cell.secretary, at=at)


@pytest.mark.parametrize(
    ("who", "office", "ends", "says"),
    [
        ("member", Office.SECRETARY, date(2011, 1, 1), "đã có bí thư"),
        ("secretary", Office.DEPUTY, None, "Vũ Minh Hạnh giữ chức bí thư"),
    ],
)
def test_offices_that_overlap_are_refused_with_who_holds_which(cell, at, who, office, ends, says):
    term = Term(unit=cell.unit, person=getattr(cell, who), office=office, starts=date(2010, 12, 1), ends=ends)
    with pytest.raises(ValidationError, match=says):
        actions.appoint(term, by=cell.secretary, at=at)
    assert Term.objects.count() == 1


def test_an_office_handed_over_is_never_held_twice_or_by_nobody(cell, at):
    old = cell.secretary.terms.get()
    new = Term(unit=cell.unit, person=cell.member, office=Office.SECRETARY, starts=at.date(), document=PAPER)
    actions.hand_over(old, new, by=cell.secretary, at=at)
    assert access.is_secretary(cell.secretary, cell.unit, at.date() - DAY)
    assert not access.is_secretary(cell.secretary, cell.unit, at.date())
    assert access.is_secretary(cell.member, cell.unit, at.date())
    assert not access.is_secretary(cell.member, cell.unit, at.date() - DAY)


def test_a_new_term_of_the_committee_closes_the_one_before_and_no_office(cell, at):
    first = CommitteeTerm(unit=cell.unit, name="2005–2010", starts=date(2005, 6, 1))
    second = CommitteeTerm(unit=cell.unit, name="2010–2015", starts=date(2010, 6, 18), document=PAPER)
    for term in (first, second):
        actions.begin_committee_term(term, by=cell.secretary, at=at)
    named = {
        day: CommitteeTerm.objects.on(day).get(unit=cell.unit).name for day in (date(2010, 6, 17), date(2010, 6, 18))
    }
    assert list(named.values()) == ["2005–2010", "2010–2015"]
    assert cell.secretary.terms.get().ends is None
    with pytest.raises(ValidationError, match="chọn ngày sau đó"):
        actions.begin_committee_term(
            CommitteeTerm(unit=cell.unit, name="2009–2014", starts=date(2009, 1, 1)), by=cell.secretary, at=at
        )
    assert CommitteeTerm.objects.count() == 2


def test_a_hand_over_to_another_office_or_in_the_future_changes_nothing(cell, at):
    old = cell.secretary.terms.get()
    common = {"unit": cell.unit, "person": cell.member}
    with pytest.raises(ValidationError, match="đúng chức đó"):
        actions.hand_over(old, Term(office=Office.DEPUTY, starts=ON, **common), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="không sau hôm nay"):
        actions.hand_over(
            old, Term(office=Office.SECRETARY, starts=at.date() + DAY, **common), by=cell.secretary, at=at
        )
    old.refresh_from_db()
    assert old.ends is None


def test_whoever_is_still_on_the_roll_is_not_erased(cell, at):
    with pytest.raises(ValidationError, match="còn trong danh sách"):
        actions.erase_person(cell.member, by=cell.secretary, at=at)


def test_erased_means_gone_and_the_ledger_still_verifies(cell, at):
    actions.list_person(cell.member, by=cell.secretary, at=at)
    who = PersonFactory.build(home=cell.unit, code="RA", name="Mạc Văn Rời", job="Kế toán", born_on=date(1970, 1, 2))
    who, _outcome = actions.list_person(who, by=cell.secretary, at=at)
    row = MembershipFactory.build(person=who, unit=cell.unit, starts=date(2010, 1, 1), ends=date(2013, 1, 1))
    actions.join(row, by=cell.secretary, at=at)
    User.objects.create(username="roi", person=who)
    Notice.objects.create(person=who, at=at, text="Mạc Văn Rời được giao việc")
    counted = Membership.objects.of(cell.unit).on(date(2012, 1, 1)).count()
    actions.erase_person(who, by=cell.secretary, at=at)
    who.refresh_from_db()
    assert (who.name, who.job, who.born_on, who.erased_on) == ("Người đã xóa thông tin", "", None, at.date())
    assert not User.objects.filter(username="roi").exists()
    assert not Notice.objects.exists()
    assert Membership.objects.of(cell.unit).on(date(2012, 1, 1)).count() == counted
    assert not Salt.objects.filter(entry__subject=who.reference, entry__act="organisation.list_person").exists()
    assert verify().whole
