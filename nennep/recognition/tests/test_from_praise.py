"""From the meeting's praise to the Book: offered beside it, entered by a person, each praise once."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.meetings.models import Praise
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.models import Person, Unit, User
from nennep.organisation.tests.factories import Cell, on_roll
from nennep.recognition.actions import enter_in_book, enter_next
from nennep.recognition.models import BookEntry
from nennep.recognition.queries import praised_not_entered
from nennep.recognition.tests.factories import BookEntryFactory

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 3)
NOT_YET = "Được biểu dương tại cuộc họp, chưa vào Sổ"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at) -> None:
    monkeypatch.setattr("nennep.organisation.requests.now", lambda: at)


def praised(person: Person, day: date = date(2014, 5, 6), kind: str = Praise.Kind.PRAISE, unit: Unit | None = None):
    """Somebody praised at the cell's meeting of that day, for staying late."""
    unit = unit or person.home
    meeting = unit.meetings.filter(held_on=day).first() or MeetingFactory(unit=unit, held_on=day)
    order = meeting.praises.count() + 1
    return Praise.objects.create(
        meeting=meeting, order=order, kind=kind, person=person, reason="Ở lại trả hồ sơ cho dân đến 19 giờ"
    )


def from_praise(praise: Praise, **more) -> BookEntry:
    wanted = {"unit": praise.meeting.unit, "person": praise.person, "praise": praise, "introduced_by": None}
    days = {"deed_on": date(2014, 5, 5), "agreed_on": praise.meeting.held_on}
    return BookEntryFactory.build(**(wanted | days | more))


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def filled(praise: Praise, **more: str) -> dict[str, str]:
    return {
        "person": str(praise.person_id),
        "deed": praise.reason,
        "deed_on": "2014-05-05",
        "agreed_on": f"{praise.meeting.held_on}",
        "introduced_by": "",
        "checked_by": "",
        "effect": "",
        "may_publish": "",
    } | more


def test_whoever_was_praised_is_offered_and_whoever_was_reminded_is_not(cell: Cell):
    praise = praised(cell.member)
    praised(cell.other_member, kind=Praise.Kind.REMINDER)
    assert list(praised_not_entered(cell.unit, TODAY)) == [praise]


def test_a_praise_of_thirteen_months_ago_and_one_of_tomorrow_are_not_offered(cell: Cell):
    praised(cell.member, date(2013, 5, 31))
    praised(cell.member, date(2014, 6, 4))
    oldest = praised(cell.other_member, date(2013, 6, 1))
    assert list(praised_not_entered(cell.unit, TODAY)) == [oldest]


def test_what_came_into_the_book_by_hand_in_that_month_is_not_offered_again(cell: Cell):
    praised(cell.member)
    other_month = praised(cell.other_member)
    BookEntryFactory(unit=cell.unit, person=cell.member, agreed_on=date(2014, 5, 20))
    BookEntryFactory(unit=cell.unit, person=cell.other_member, agreed_on=date(2014, 4, 20))
    assert list(praised_not_entered(cell.unit, TODAY)) == [other_month]


def test_two_praises_of_one_person_at_one_meeting_are_two_turns(cell: Cell, at):
    first, second = praised(cell.member), praised(cell.member)
    enter_next(from_praise(first), by=cell.secretary, at=at)
    assert list(praised_not_entered(cell.unit, TODAY)) == [second]


def test_the_form_says_what_the_meeting_said_and_leaves_the_day_of_the_deed_open(cell: Cell):
    praise = praised(cell.member)
    client = signed_in(cell.minutes_secretary)
    form = client.get(reverse("recognition:enter-praised", args=[praise.pk])).context["form"]
    assert form.initial == {"person": cell.member.pk, "deed": praise.reason, "agreed_on": date(2014, 5, 6)}
    assert not BookEntry.objects.exists()
    assert [choice[1] for choice in form.fields["person"].choices][1:] == [cell.member.name]


def test_the_entry_leads_back_to_the_meeting_that_introduced_it(cell: Cell):
    praise = praised(cell.member)
    client = signed_in(cell.minutes_secretary)
    assert NOT_YET in client.get(reverse("recognition:book", args=[cell.unit.code])).content.decode()
    client.post(reverse("recognition:enter-praised", args=[praise.pk]), filled(praise))
    entry = BookEntry.objects.get()
    assert (entry.number, entry.praise, entry.introduced_by) == (1, praise, None)
    assert Entry.objects.last().act == "recognition.enter_in_book"
    shown = client.get(entry.get_absolute_url()).content.decode()
    assert praise.meeting.get_absolute_url() in shown
    assert "cuộc họp" in shown
    assert NOT_YET not in client.get(reverse("recognition:book", args=[cell.unit.code])).content.decode()


def test_a_praise_is_entered_once_and_asking_again_opens_the_entry(cell: Cell, at):
    praise = praised(cell.member)
    entry = enter_next(from_praise(praise), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="đã ghi Sổ, số 1"):
        enter_next(from_praise(praise), by=cell.secretary, at=at)
    again = signed_in(cell.secretary).post(reverse("recognition:enter-praised", args=[praise.pk]), filled(praise))
    assert again.url == entry.get_absolute_url()
    assert BookEntry.objects.count() == 1


def test_the_database_refuses_a_praise_entered_twice_and_an_entry_that_nobody_introduced(cell: Cell):
    praise = praised(cell.member)
    BookEntryFactory(unit=cell.unit, person=cell.member, praise=praise, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookEntryFactory(unit=cell.unit, person=cell.member, praise=praise, number=2)
    with pytest.raises(IntegrityError, match="introduced"), transaction.atomic():
        BookEntryFactory(unit=cell.unit, person=cell.member, introduced_by=None, number=3)


def test_a_reminder_a_praise_of_somebody_else_and_one_of_another_cell_are_refused(cell: Cell, at):
    elsewhere = on_roll(cell.parent, "Người Nơi Khác")
    wrong = [
        from_praise(praised(cell.member, kind=Praise.Kind.REMINDER)),
        from_praise(praised(cell.member), person=cell.other_member),
        from_praise(praised(elsewhere), unit=cell.unit),
    ]
    for entry in wrong:
        with pytest.raises(ValidationError):
            enter_next(entry, by=cell.secretary, at=at)
    assert not BookEntry.objects.exists()


def test_a_colleague_outside_the_party_is_praised_and_entered_alike(cell: Cell, at):
    praise = praised(cell.colleague)
    assert list(praised_not_entered(cell.unit, TODAY)) == [praise]
    assert enter_next(from_praise(praise), by=cell.secretary, at=at).person == cell.colleague


def test_whoever_was_not_on_the_list_on_the_day_of_the_deed_is_told_so_and_nothing_typed_is_lost(cell: Cell):
    newcomer = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2014, 5, 1))
    praise = praised(newcomer)
    page = reverse("recognition:enter-praised", args=[praise.pk])
    answer = signed_in(cell.secretary).post(page, filled(praise, deed_on="2014-04-28", effect="Dân khen"))
    assert answer.status_code == 422
    assert "chưa có trong danh sách" in answer.content.decode()
    assert "Dân khen" in answer.content.decode()
    assert not BookEntry.objects.exists()


def test_a_list_read_again_leaves_an_entry_its_praise_and_a_changed_person_loses_it(cell: Cell, at):
    praise = praised(cell.member)
    entry = enter_next(from_praise(praise), by=cell.secretary, at=at)
    days = {"deed_on": entry.deed_on, "agreed_on": entry.agreed_on}
    same = {"unit": cell.unit, "number": entry.number, "introduced_by": cell.secretary, **days}
    enter_in_book(BookEntryFactory.build(person=cell.member, effect="Dân khen", **same), by=cell.secretary, at=at)
    entry.refresh_from_db()
    assert (entry.effect, entry.praise) == ("Dân khen", praise)
    enter_in_book(BookEntryFactory.build(person=cell.other_member, **same), by=cell.secretary, at=at)
    entry.refresh_from_db()
    assert (entry.person, entry.praise) == (cell.other_member, None)


def test_an_entry_without_a_praise_takes_the_next_number_and_needs_somebody_who_introduced_it(cell: Cell):
    BookEntryFactory(unit=cell.unit, number=4)
    client, page = signed_in(cell.secretary), reverse("recognition:enter", args=[cell.unit.code])
    said = {"person": cell.member.pk, "deed": "Trực trưa", "deed_on": "2014-05-05", "agreed_on": "2014-05-06"}
    assert client.post(page, said).status_code == 422
    client.post(page, {**said, "introduced_by": cell.other_member.pk, "may_publish": "no"})
    entry = BookEntry.objects.get(number=5)
    assert (entry.introduced_by, entry.may_publish, entry.praise) == (cell.other_member, False, None)


def test_only_those_who_keep_the_books_see_what_waits_and_enter_it(cell: Cell):
    praise = praised(cell.member)
    outsider = on_roll(cell.parent, "Người Ngoài")
    book = reverse("recognition:book", args=[cell.unit.code])
    enter = reverse("recognition:enter", args=[cell.unit.code])
    from_it = reverse("recognition:enter-praised", args=[praise.pk])
    for person, keeps in ((cell.secretary, True), (cell.minutes_secretary, True), (cell.member, False)):
        client = signed_in(person)
        assert (NOT_YET in client.get(book).content.decode()) is keeps
        assert {client.get(page).status_code for page in (enter, from_it)} == {200 if keeps else 404}
    client = signed_in(outsider)
    assert {client.get(page).status_code for page in (book, enter, from_it)} == {404}
    reminder = praised(cell.member, kind=Praise.Kind.REMINDER)
    page = reverse("recognition:enter-praised", args=[reminder.pk])
    assert Client().get(page).status_code == 302
    client.force_login(User.objects.get(person=cell.secretary))
    assert client.get(page).status_code == 404


def test_queries_of_the_page_do_not_grow_with_the_praise(cell: Cell, django_assert_num_queries):
    client, page = signed_in(cell.secretary), reverse("recognition:book", args=[cell.unit.code])
    praised(cell.member)
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for day in range(1, 20):
        praised(cell.member, date(2014, 3, day))
        praised(cell.colleague, date(2014, 3, day))
    with django_assert_num_queries(len(few)):
        client.get(page)
