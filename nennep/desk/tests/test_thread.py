"""Sợi chỉ đỏ: down from a directive to all that hangs on it, up again, and what is missing."""

import pytest
from django.test import Client

from nennep.desk.thread.records import Records
from nennep.desk.thread.spinning import Strand, Thread, gaps_of, gaps_under, heads, way_up
from nennep.documents.models import Document, Relation
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory, RelationFactory
from nennep.organisation.models import Person, Term, User

pytestmark = pytest.mark.django_db


def flat(strand: Strand) -> list[Strand]:
    return [strand, *(inner for below in strand.strands for inner in flat(below))]


def spun(document: Document, *, confidential: bool = False) -> list[Strand]:
    return flat(Thread(Records(document.register), confidential=confidential).of(document))


def directive_of(unit) -> Document:
    return Document.objects.of(unit).get(number=3, symbol="CT/TW")


def test_from_the_directive_one_reaches_plan_tasks_registrations_meetings_reviews_awards_and_articles(example):
    kinds = {strand.kind for strand in spun(directive_of(example))}
    assert {
        "chỉ thị", "kế hoạch", "quy định", "quán triệt", "mục tiêu", "nhiệm vụ", "điều chuẩn mực", "đăng ký làm theo",
        "kết quả hằng tháng", "sinh hoạt", "xếp loại", "khen thưởng", "bài viết",
    } <= kinds  # fmt: skip


def test_each_document_and_each_year_comes_once(example):
    strands = spun(directive_of(example))
    documents = [strand.title for strand in strands if strand.number]
    assert len(documents) == len(set(documents))
    years = [strand.note for strand in strands if strand.kind == "đăng ký làm theo"]
    assert len(years) == len(set(years))


def test_the_way_up_leads_back_to_the_directive(example):
    records = Records(example)
    plan = Document.objects.of(example).get(number=12, symbol="KH/CBBQL")
    assert directive_of(example) in way_up(records, plan)


def test_documents_that_carry_out_each_other_in_a_ring_end(cell):
    one, two = DocumentFactory(register=cell.unit, number=1), DocumentFactory(register=cell.unit, number=2)
    RelationFactory(source=one, target=two)
    RelationFactory(source=two, target=one)
    assert [strand.title for strand in spun(one) if strand.number] == [one.code, two.code]
    assert way_up(Records(cell.unit), one) == [two]
    gaps_under(Records(cell.unit), one)


def test_what_is_missing_is_listed(cell):
    programme = DirectiveFactory(register=cell.unit, type="programme", number=34, symbol="CTr/TU")
    said = [gap.text for gap in gaps_of(Records(cell.unit), programme)]
    assert said == ["34-CTr/TU chưa được quán triệt", "34-CTr/TU chưa có nhiệm vụ nào"]
    plan = DocumentFactory(register=cell.unit, number=5)
    RelationFactory(source=plan, target=programme, kind=Relation.Kind.IMPLEMENTS)
    said = [gap.text for gap in gaps_under(Records(cell.unit), programme)]
    assert said == ["34-CTr/TU chưa được quán triệt", f"{plan.code} chưa có nhiệm vụ nào"]


def test_threads_begin_with_what_comes_from_above(example):
    begin = heads(Records(example))
    assert directive_of(example) in begin
    assert not [document for document in begin if document.issued_by_register]


def test_inspections_are_for_those_who_may_see_them(example):
    document = Document.objects.of(example).filter(inspections__isnull=False).first()
    assert "kiểm tra, giám sát" not in {strand.kind for strand in spun(document)}
    assert "kiểm tra, giám sát" in {strand.kind for strand in spun(document, confidential=True)}


@pytest.fixture
def client(example) -> Client:
    secretary = Person.objects.get(pk=Term.objects.filter(unit=example, office="secretary").last().person_id)
    client = Client()
    client.force_login(User.objects.create(username="x", person=secretary))
    return client


def test_the_pages_ask_the_same_number_of_times_however_long_the_thread(example, client, django_assert_max_num_queries):
    directive = directive_of(example)
    with django_assert_max_num_queries(45):
        page = client.get(f"/soi-chi-do/{directive.pk}/").content.decode()
    assert "45-KH/CBBQL" in page
    for number in range(60):
        plan = DocumentFactory(register=example, number=200 + number)
        RelationFactory(source=plan, target=directive, kind=Relation.Kind.IMPLEMENTS)
    with django_assert_max_num_queries(45):
        assert "259-KH/CBBQL" in client.get(f"/soi-chi-do/{directive.pk}/").content.decode()
    with django_assert_max_num_queries(35):
        assert directive.code in client.get(f"/soi-chi-do/so/{example.code}/").content.decode()
