"""What is asked for is found, the best first, the same on both databases; by whoever could open it, and by nobody else."""

from datetime import date
from statistics import mean

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nennep.documents.actions import attach_file, register_document, remove_file
from nennep.documents.files.admission import Admitted
from nennep.documents.files.reading.reading import Kind, Reading
from nennep.documents.files.store import path_of
from nennep.documents.gate.lines import Line
from nennep.documents.tests.factories import DocumentFactory
from nennep.organisation.actions import erase_person
from nennep.organisation.models import User
from nennep.organisation.tests.factories import on_roll
from nennep.search.access import Reach
from nennep.search.asking import read_question
from nennep.search.declaring import KINDS
from nennep.search.finding import Bounds, entries, find
from nennep.search.keeping import rebuild
from nennep.search.models import Entry
from nennep.search.tests.corpus import QUERIES, written

pytestmark = pytest.mark.django_db


ANYTHING = Bounds()


def reach(cell, person=None) -> Reach:
    return Reach(person or cell.secretary, date(2026, 6, 1), [cell.unit.pk])


def answers(typed: str, reach: Reach, bounds: Bounds = ANYTHING) -> list[tuple[str, int]]:
    rows = entries(find(read_question(typed), bounds, reach), reach)
    return [(KINDS[row.kind].slug, row.record) for row in rows]


@pytest.fixture
def corpus(cell):
    made = written(cell)
    rebuild()
    return made


def test_the_set_of_questions_is_as_large_as_was_promised():
    assert len(QUERIES) >= 80
    assert len({typed for typed, _key in QUERIES}) == len(QUERIES)


def test_what_people_type_finds_what_they_mean_first(cell, corpus):
    ranks, missed = [], []
    for typed, key in QUERIES:
        found = answers(typed, reach(cell))
        rank = found.index(corpus[key]) + 1 if corpus[key] in found else 0
        ranks.append(1 / rank if rank else 0)
        if rank != 1:
            missed.append((typed, key, rank))
    print(f"{len(QUERIES)} questions, mean reciprocal rank {mean(ranks):.3f}; not first: {missed}")
    assert mean(ranks) >= 0.95, missed


def test_a_registered_document_is_found_at_once_and_by_its_new_words_after_a_correction(cell, at):
    paper = DocumentFactory.build(register=cell.unit, number=45, symbol="KH/CB", subject="trồng cây đầu xuân")
    register_document(paper, by=cell.secretary, at=at)
    assert [kind for kind, _key in answers("trong cay", reach(cell))] == ["van-ban"]
    again = DocumentFactory.build(register=cell.unit, number=45, symbol="KH/CB", subject="dọn kênh mương")
    register_document(again, by=cell.secretary, at=at)
    assert answers("trong cay", reach(cell)) == []
    assert len(answers("kenh muong", reach(cell))) == 1


def test_the_words_of_a_file_are_found_until_it_is_taken_off(cell, at):
    document = DocumentFactory(register=cell.unit, number=45)
    reading = Reading(Kind.TEXT, [Line("Danh sách hộ nghèo thôn Đoài")])
    attached = attach_file(document, Admitted("a.txt", b"x", reading), "text", by=cell.secretary, at=at)
    assert answers("ho ngheo thon doai", reach(cell)) == [("van-ban", document.pk)]
    path = path_of(attached.file.digest)
    remove_file(attached, "Đính nhầm", by=cell.secretary, at=at)
    assert answers("ho ngheo thon doai", reach(cell)) == []
    path.unlink(missing_ok=True)


def test_nothing_of_another_unit_is_found(cell, corpus):
    other = DocumentFactory(number=45, subject="chuyện riêng của chi bộ khác")
    rebuild()
    assert answers("chuyen rieng", reach(cell)) == []
    assert answers("chuyen rieng", Reach(cell.secretary, date(2026, 6, 1), [other.register_id])) == [
        ("van-ban", other.pk)
    ]
    assert answers("45", Reach(None, date(2026, 6, 1))) == []


def test_an_erased_person_is_found_by_no_word(cell, at):
    gone = on_roll(cell.unit, "Quách Thị Mừng")
    rebuild()
    assert answers("quach thi mung", reach(cell)) == [("nguoi", gone.pk)]
    gone.memberships.update(ends=date(2014, 1, 31), went="left")
    erase_person(gone, by=cell.secretary, at=at)
    assert answers("quach thi mung", reach(cell)) == []
    assert not Entry.objects.filter(words__contains="quach").exists()


def test_kind_type_and_days_narrow_the_answers(cell, corpus):
    plans = answers("hoc tap va lam theo", reach(cell), Bounds(kind=2, type="plan"))
    assert {corpus["kh45"], corpus["kh03"], corpus["kh12"]} == set(plans)
    assert answers("hoc tap", reach(cell), Bounds(kind=2, starts=date(2014, 12, 1), ends=date(2014, 12, 31))) == [
        corpus["bc44"]
    ]
    assert answers("", reach(cell), Bounds(kind=2, type="decree")) == [corpus["nd30"]]


def test_an_empty_question_finds_nothing(cell, corpus):
    for typed in ("", "   ", '""', "?!…", "-"):
        assert answers(typed, reach(cell)) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.text(max_size=400)
    | st.lists(
        st.sampled_from(
            ["AND", "NOT", "NEAR(", '"', "*", ":", "'", "%", "\\", "&", "|", "!", "<->", "a", "46", "\0", ")"]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_whatever_is_typed_is_taken_as_words(cell, typed):
    answers(typed, reach(cell))


@pytest.fixture
def client(cell) -> Client:
    client = Client()
    client.force_login(User.objects.create(username="x", person=cell.secretary))
    return client


def test_the_page_shows_the_words_that_were_asked_for_as_they_were_written(cell, corpus, client):
    page = client.get("/tim/", {"q": "chuan muc dao duc"}).content.decode()
    assert "<mark>chuẩn mực đạo đức</mark>" in page
    assert f"/van-ban/{corpus['qd46'][1]}/" in page


def test_what_is_written_is_never_read_as_markup(cell, client, at):
    paper = DocumentFactory.build(register=cell.unit, number=45, subject="<script>alert(1)</script> thử")
    register_document(paper, by=cell.secretary, at=at)
    page = client.get("/tim/", {"q": "alert thu"}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_page_asks_the_same_number_of_times_for_one_answer_or_many(
    cell, corpus, client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40):
        client.get("/tim/", {"q": "366"})
    with django_assert_max_num_queries(40):
        client.get("/tim/", {"q": "hoc tap"})


def test_an_unknown_narrowing_narrows_nothing(cell, corpus, client):
    assert client.get("/tim/", {"q": "366", "loai": "la", "tu": "hom qua", "trang": "x"}).status_code == 200
    assert "Không tìm thấy" in client.get("/tim/", {"q": "xyzzy"}).content.decode()
