"""From a conference to a draft of news: its author's alone, with no name but the chair's, published by nobody."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.indicators.figures import all_figures
from nennep.ledger.models import Entry
from nennep.meetings.models import AttendanceStatus, Meeting, MeetingKind
from nennep.meetings.tests.factories import AttendanceFactory, MeetingFactory
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import DutyKind, Person, User
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import DutyFactory, on_roll
from nennep.portal.drafting import draft_news_from_meeting, edit_draft, news_of, send_article
from nennep.portal.models import Article, ArticlePage, ArticleState
from nennep.portal.tests.factories import article
from nennep.portal.todos import articles_waiting
from nennep.search.models import Entry as Indexed

LEAD = (
    "Ngày 15/05/2014, tại Hội trường Ban, Chi bộ Ban Quản lý đã tổ chức hội nghị tổng kết 4 năm. "
    "Chủ trì: đồng chí Vũ Minh Hạnh. Dự họp có 2 trên 3 đảng viên."
)


@pytest.fixture(autouse=True)
def now(monkeypatch, at) -> None:
    monkeypatch.setattr("nennep.organisation.requests.now", lambda: at)


@pytest.fixture
def conference(cell) -> Meeting:
    cell.unit.states.update(name="Chi bộ Ban Quản lý")
    found = MeetingFactory(
        unit=cell.unit,
        kind=MeetingKind.CONFERENCE,
        held_on=date(2014, 5, 15),
        title="Hội nghị tổng kết 4 năm",
        place="Hội trường Ban",
        chair=cell.secretary,
        guests="Trần Văn Khách",
        conclusion="Nhất trí đánh giá 4 năm. Phê bình đồng chí Trịnh Công Bằng vắng họp.\nPhát động thi đua năm 2015.",
    )
    for person in (cell.secretary, cell.member):
        AttendanceFactory(meeting=found, person=person)
    AttendanceFactory(meeting=found, person=cell.other_member, status=AttendanceStatus.UNEXCUSED)
    return found


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(User.objects.get_or_create(username=f"u{person.pk}", defaults={"person": person})[0])
    return client


def test_it_says_when_where_who_chaired_how_many_came_and_what_was_concluded(conference):
    assert list(news_of(conference)) == [LEAD, "Kết luận:", "Nhất trí đánh giá 4 năm.", "Phát động thi đua năm 2015."]


def test_nobody_is_named_but_the_chair(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.minutes_secretary, at=at)
    told = f"{draft.title}\n{draft.summary}\n{draft.body}"
    assert cell.secretary.name in told
    others = [cell.member, cell.other_member, cell.exempt, cell.colleague, cell.minutes_secretary]
    assert not [person.name for person in others if person.name in told]
    assert "Trần Văn Khách" not in told


def test_without_a_roll_it_does_not_say_how_many_came(conference):
    conference.attendances.all().delete()
    assert "Dự họp" not in next(news_of(conference))


def test_it_begins_as_a_draft_of_its_author_and_nothing_is_published(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.minutes_secretary, at=at)
    assert (draft.state, draft.author, draft.sent_on) == (ArticleState.DRAFT, cell.minutes_secretary, None)
    assert (draft.title, draft.meeting, draft.section) == ("Hội nghị tổng kết 4 năm", conference, "tin-tuc")
    assert not ArticlePage.objects.exists()
    assert Entry.objects.last().act == "portal.draft_news"
    assert not Indexed.objects.filter(kind=5).exists()


def test_whoever_began_goes_on_and_nothing_they_wrote_is_lost(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    words = {"title": "Tổng kết bốn năm", "section": "tin-tuc", "summary": "", "body": "Lời của tôi."}
    edit_draft(draft, words, by=cell.secretary, at=at)
    again = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    assert (again.pk, again.body) == (draft.pk, "Lời của tôi.")
    assert draft_news_from_meeting(conference, by=cell.minutes_secretary, at=at).pk != draft.pk


def test_an_article_of_the_same_title_is_not_written_over(conference, cell, at):
    older = article(cell.secretary, conference.title, body="Bài cũ.")
    draft = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    older.refresh_from_db()
    assert (older.body, draft.title) == ("Bài cũ.", "Hội nghị tổng kết 4 năm, 15/05/2014")


@pytest.mark.parametrize("kind", [MeetingKind.REGULAR, MeetingKind.COMMITTEE, MeetingKind.REVIEW, MeetingKind.AD_HOC])
def test_a_meeting_of_the_cell_alone_is_no_news(cell, at, kind):
    meeting = MeetingFactory(unit=cell.unit, kind=kind, chair=cell.secretary)
    with pytest.raises(ValidationError, match="hội nghị và kỳ sinh hoạt chuyên đề"):
        draft_news_from_meeting(meeting, by=cell.secretary, at=at)
    offered = signed_in(cell.secretary).get(reverse("articles:from-meeting", args=[cell.unit.code])).context["form"]
    assert not offered.fields["meeting"].queryset.exists()


def test_only_those_who_edit_the_portal_begin_it_and_only_their_own_unit(conference, cell, at):
    page = reverse("articles:from-meeting", args=[cell.unit.code])
    editor = DutyFactory(unit=cell.unit, person=on_roll(cell.unit, "Biên Tập"), kind=DutyKind.EDITOR).person
    outsider = on_roll(cell.parent, "Người Ngoài")
    for person, may in ((cell.secretary, True), (editor, True), (cell.member, False), (outsider, False)):
        assert signed_in(person).get(page).status_code == (200 if may else 404)
    register = reverse("articles:articles", args=[cell.unit.code])
    assert page in signed_in(editor).get(register).content.decode()
    assert page not in signed_in(cell.member).get(register).content.decode()
    with pytest.raises(NotAllowed):
        draft_news_from_meeting(conference, by=cell.member, at=at)


def test_a_draft_is_seen_changed_and_sent_by_its_author_alone(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.minutes_secretary, at=at)
    register = reverse("articles:articles", args=[cell.unit.code])
    pages = [draft.get_absolute_url(), *(reverse("articles:change", args=[draft.pk, deed]) for deed in ("sua", "gui"))]
    author = signed_in(cell.minutes_secretary)
    assert {author.get(page).status_code for page in pages} == {200}
    assert draft.title in author.get(register).content.decode()
    other = signed_in(cell.secretary)
    assert {other.get(page).status_code for page in pages} == {404}
    assert draft.title not in other.get(register).content.decode()
    with pytest.raises(NotAllowed):
        send_article(draft, by=cell.secretary, at=at)


def test_a_draft_is_in_no_figure_and_waits_for_nobody(conference, cell, at):
    def figures() -> dict[str, object]:
        year = Period.year(2014)
        return {figure.code: figure.value(cell.unit, year).number for figure in all_figures()}

    before = figures()
    draft = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    assert figures() == before
    assert not list(articles_waiting(cell.secretary, cell.unit, at.date()))
    send_article(draft, by=cell.secretary, at=at)
    assert figures()["portal.articles_sent"] == 1
    assert len(list(articles_waiting(cell.secretary, cell.unit, at.date()))) == 1


def test_from_the_register_to_the_editor_on_the_page(conference, cell):
    client = signed_in(cell.minutes_secretary)
    begun = client.post(reverse("articles:from-meeting", args=[cell.unit.code]), {"meeting": conference.pk})
    draft = Article.objects.get()
    assert begun.url == draft.get_absolute_url()
    shown = client.get(begun.url).content.decode()
    assert "Chỉ bạn thấy bản nháp này." in shown
    assert conference.get_absolute_url() in shown
    edit = reverse("articles:change", args=[draft.pk, "sua"])
    empty = client.post(edit, {"headline": "Tổng kết", "section": "tin-tuc", "summary": "", "body": ""})
    assert empty.status_code == 422
    client.post(edit, {"headline": "Tổng kết", "section": "tin-tuc", "summary": "", "body": "Một đoạn.\n\nHai đoạn."})
    client.post(reverse("articles:change", args=[draft.pk, "gui"]))
    draft.refresh_from_db()
    assert (draft.title, draft.state, draft.sent_on) == ("Tổng kết", ArticleState.WAITING, date(2014, 6, 3))
    assert draft.paragraphs == ["Một đoạn.", "Hai đoạn."]
    assert client.get(edit).status_code == 404
    assert signed_in(cell.member).get(draft.get_absolute_url()).status_code == 200


def test_the_register_read_again_keeps_where_an_article_came_from(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    send_article(draft, by=cell.secretary, at=at)
    article(cell.secretary, draft.title, state=ArticleState.WAITING)
    assert Article.objects.get().meeting == conference


def test_the_database_refuses_a_draft_with_a_day_and_an_article_sent_on_none(conference, cell, at):
    draft = draft_news_from_meeting(conference, by=cell.secretary, at=at)
    for wrong in ({"sent_on": date(2014, 6, 3)}, {"state": ArticleState.WAITING}):
        with pytest.raises(IntegrityError, match="article_sent_unless_a_draft"), transaction.atomic():
            Article.objects.filter(pk=draft.pk).update(**wrong)


def test_queries_of_the_form_do_not_grow_with_the_meetings(conference, cell, django_assert_num_queries):
    client, page = signed_in(cell.secretary), reverse("articles:from-meeting", args=[cell.unit.code])
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for day in range(1, 20):
        MeetingFactory(unit=cell.unit, kind=MeetingKind.THEMATIC, held_on=date(2014, 3, day), chair=cell.secretary)
    with django_assert_num_queries(len(few)):
        client.get(page)
