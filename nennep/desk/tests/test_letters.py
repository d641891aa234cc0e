"""Letters: asked for, at most one a week, never in quiet hours, and nothing in them that is anybody else's business."""

import email
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from email import policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from nennep.desk import actions
from nennep.desk.models import LetterChoice, Rhythm, Weekday
from nennep.desk.reminders.letters import is_quiet, is_time, send_letters
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import Notice, User
from nennep.programme.tests.factories import MeetingTaskFactory
from tests.house import HANOI
from tests.postgres import free_port

TUESDAY = datetime(2014, 6, 3, 8, 0, tzinfo=HANOI)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PRIVATE_TASK = "Rà soát 14 hồ sơ của ông Nguyễn Văn Kín"


class Received(Message):
    """What a real mail server took in."""

    def __init__(self):
        super().__init__()
        self.letters = []

    def handle_message(self, message):
        self.letters.append(email.message_from_bytes(message.as_bytes(), policy=policy.default))


@contextmanager
def mail_server(settings):
    received = Received()
    server = Controller(received, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.SENDS_MAIL = "127.0.0.1", server.port, True
    settings.DEFAULT_FROM_EMAIL = "nennep@vi-du.vn"
    try:
        yield received
    finally:
        server.stop()


@pytest.fixture
def post(settings, db):
    with mail_server(settings) as received:
        yield received


@pytest.fixture
def reader(cell):
    """The member asked for a letter every Tuesday, has a confirmed address and an overdue task."""
    user = User.objects.create(username="lua", person=cell.member)
    EmailAddress.objects.create(user=user, email="lua@vi-du.vn", verified=True, primary=True)
    LetterChoice.objects.create(person=cell.member, rhythm=Rhythm.WEEKLY, weekday=Weekday.TUESDAY)
    MeetingTaskFactory(unit=cell.unit, owner=cell.member, text=PRIVATE_TASK, due_on=(TUESDAY - 3 * DAY).date())
    return cell.member


def test_a_letter_counts_what_waits_and_tells_no_name_and_no_content(reader, post):
    assert send_letters(TUESDAY) == 1
    letter = post.letters[0]
    body = letter.get_content()
    assert letter["to"] == "lua@vi-du.vn"
    assert letter["subject"] == "Nền Nếp: có việc chờ bạn"
    assert "việc được giao: 1, 1 quá hạn; hạn sớm nhất 31/5/2014" in body
    for private in (PRIVATE_TASK, "Nguyễn", reader.name, "Lụa"):
        assert private not in body
        assert private not in letter["subject"]


def test_the_next_letter_goes_a_week_later_and_not_before(reader, post):
    assert [send_letters(TUESDAY + wait) for wait in (HOUR * 0, HOUR, DAY, 6 * DAY, 7 * DAY)] == [1, 0, 0, 0, 1]


def test_a_daily_letter_goes_only_when_something_is_due(cell, reader, post):
    LetterChoice.objects.update(rhythm=Rhythm.DAILY)
    assert send_letters(TUESDAY) == 1
    reader.tasks.update(due_on=(TUESDAY + 30 * DAY).date())
    assert send_letters(TUESDAY + DAY) == 0


def test_nothing_goes_in_quiet_hours_which_go_over_midnight(reader, post):
    for hour in (20, 23, 0, 5):
        assert send_letters(TUESDAY.replace(hour=hour)) == 0
    assert send_letters(TUESDAY.replace(hour=6)) == 1


def test_where_nothing_waits_no_letter_goes_and_a_notice_alone_is_enough(cell, reader, post):
    reader.tasks.all().delete()
    assert send_letters(TUESDAY) == 0
    Notice.objects.create(person=reader, at=TUESDAY - DAY, text="Trịnh Công Bằng đã nhập hộ bạn")
    assert send_letters(TUESDAY) == 1
    assert "Có 1 tin mới chưa đọc." in post.letters[0].get_content()
    assert "Bằng" not in post.letters[0].get_content()


@pytest.mark.parametrize("why", ["not confirmed", "no address", "login closed", "nobody asked", "left the cell"])
def test_no_letter_goes_to(reader, post, why):
    if why == "not confirmed":
        EmailAddress.objects.update(verified=False)
    elif why == "no address":
        EmailAddress.objects.all().delete()
    elif why == "login closed":
        User.objects.update(is_active=False)
    elif why == "nobody asked":
        LetterChoice.objects.all().delete()
    else:
        reader.memberships.update(ends=(TUESDAY - DAY).date())
    assert send_letters(TUESDAY) == 0
    assert post.letters == []


def test_a_letter_that_could_not_go_goes_the_next_time(reader, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.SENDS_MAIL = "127.0.0.1", 1, True
    assert send_letters(TUESDAY) == 0
    assert "a letter could not be sent" in caplog.text
    with mail_server(settings) as received:
        assert send_letters(TUESDAY + HOUR) == 1
        assert len(received.letters) == 1


def test_the_command_says_what_is_missing_where_there_is_no_mail_server(db):
    with pytest.raises(CommandError, match=r"\[mail\]"):
        call_command("letters")


def test_nobody_chooses_for_another(cell, at):
    with pytest.raises(NotAllowed):
        actions.choose_letters(LetterChoice(person=cell.member, rhythm=Rhythm.WEEKLY), by=cell.secretary, at=at)
    assert not LetterChoice.objects.exists()


@given(clock=st.times(), starts=st.times(), ends=st.times())
def test_an_hour_is_quiet_or_between_the_end_and_the_next_beginning(clock, starts, ends):
    awake = not is_quiet(clock, starts, ends)
    if starts == ends:
        assert awake
    else:
        assert awake is is_quiet(clock, ends, starts)


@given(
    rhythm=st.sampled_from(Rhythm),
    weekday=st.sampled_from(Weekday),
    hours=st.lists(st.integers(0, 24 * 40), max_size=60),
)
def test_whatever_the_clock_does_nobody_gets_more_than_asked_for(rhythm, weekday, hours):
    choice = LetterChoice(rhythm=rhythm, weekday=weekday, quiet_from=time(20), quiet_until=time(6))
    sent = []
    for moment in sorted(TUESDAY + hour * HOUR for hour in hours):
        if is_time(choice, moment):
            choice.sent_at = moment
            sent.append(moment)
    days = [moment.astimezone(HANOI).date() for moment in sent]
    assert len(set(days)) == len(days)
    assert all(6 <= moment.astimezone(HANOI).hour < 20 for moment in sent)
    if rhythm == Rhythm.WEEKLY:
        assert len({day.isocalendar()[:2] for day in days}) == len(days)
