from datetime import date

import pytest

from nennep.documents.citations.find import find
from nennep.documents.citations.resolve import TYPES, aliases_of, documents, read, resolve
from nennep.documents.models import DocumentType
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory

pytestmark = pytest.mark.django_db
BY = date(2015, 1, 20)


def one(text, unit, on=BY):
    [resolution] = resolve(find(text), unit, on)
    return resolution


def test_a_document_of_the_register_is_known_in_any_dress(unit):
    standards = DocumentFactory(register=unit, type=DocumentType.REGULATION, number=46, symbol="QĐ/CBBQL")
    for typed in (
        "Quy định số 46-QĐ/CBBQL",
        "46- QĐ/CBBQL",
        "quy dinh 46 – qđ / cbbql",
        "Quy định 46",
        "QĐ 46",
        "46-QĐi/CBBQL",
    ):
        assert one(f"theo {typed}, mọi người", unit).document == standards, typed


def test_a_document_of_another_register_is_not_known(unit):
    DocumentFactory(number=45)
    assert one("45-KH/CBBQL", unit).candidates == ()


def test_one_number_and_two_documents_are_candidates_and_none_is_chosen(unit):
    older = DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2018, 7, 6)
    )
    newer = DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2022, 3, 17)
    )
    resolution = one("Hướng dẫn 12-HD/BTCTW", unit, on=date(2023, 1, 1))
    assert resolution.candidates == (newer, older)
    assert resolution.document is None
    assert resolution.ambiguous


def test_what_was_issued_after_the_text_is_not_meant(unit):
    older = DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2018, 7, 6)
    )
    DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2022, 3, 17)
    )
    assert one("Hướng dẫn 12-HD/BTCTW", unit, on=date(2019, 1, 1)).document == older


def test_the_date_in_the_text_chooses_between_two(unit):
    older = DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2018, 7, 6)
    )
    DocumentFactory(
        register=unit, number=12, symbol="HD/BTCTW", type=DocumentType.GUIDANCE, issued_on=date(2022, 3, 17)
    )
    assert one("Hướng dẫn 12-HD/BTCTW ngày 6.7.2018", unit, on=date(2023, 1, 1)).document == older


def test_the_term_in_the_text_chooses_between_two(unit):
    DirectiveFactory(register=unit, number=18, issued_on=date(2007, 1, 1), congress_term="X")
    meant = DirectiveFactory(register=unit, number=18, issued_on=date(2012, 1, 1), congress_term="XI")
    assert one("Chỉ thị 18-CT/TW của Bộ Chính trị khóa XI", unit).document == meant


def test_a_date_that_differs_from_the_register_is_another_document(unit):
    DirectiveFactory(register=unit, number=3)
    assert one("Chỉ thị 03-CT/TW ngày 15/5/2011", unit).document is None


def test_named_in_full_once_the_short_form_later_means_the_same(unit):
    older = DocumentFactory(register=unit, number=3, symbol="KH/CB", issued_on=date(2012, 2, 2))
    DocumentFactory(register=unit, number=3, symbol="KH/CB", issued_on=date(2014, 2, 2))
    full, short = resolve(find("Kế hoạch số 03-KH/CB ngày 2/2/2012 … theo Kế hoạch 03, mỗi tháng"), unit, BY)
    assert (full.document, short.document) == (older, older)
    assert (full.named_before, short.named_before) == (False, True)


def test_two_named_in_full_leave_the_short_form_open(unit):
    DocumentFactory(register=unit, number=3, symbol="KH/CB", issued_on=date(2012, 2, 2))
    DocumentFactory(register=unit, number=3, symbol="KH/CB", issued_on=date(2014, 2, 2))
    text = "Kế hoạch 03-KH/CB ngày 2/2/2012 thay bằng Kế hoạch 03-KH/CB ngày 2/2/2014; theo Kế hoạch 03, mỗi tháng"
    assert resolve(find(text), unit, BY)[-1].ambiguous


def test_qd_called_by_its_other_name_is_the_same_document_but_only_beside_its_symbol(unit):
    regulation = DocumentFactory(register=unit, type=DocumentType.REGULATION, number=36, symbol="QĐ/TW")
    assert one("Quyết định 36-QĐ/TW", unit).document == regulation
    assert one("Quyết định số 36", unit).document is None


def test_between_a_decision_and_a_regulation_the_word_decides(unit):
    decision = DocumentFactory(register=unit, type=DocumentType.DECISION, number=36, symbol="QĐ/TW")
    regulation = DocumentFactory(register=unit, type=DocumentType.REGULATION, number=36, symbol="QĐ/TW")
    assert one("Quyết định 36-QĐ/TW", unit).document == decision
    assert one("Quy định 36-QĐ/TW", unit).document == regulation
    assert one("theo 36-QĐ/TW", unit).ambiguous


def test_the_resolution_of_a_plenum_is_found_under_its_number(unit):
    resolution = DocumentFactory(
        register=unit, type=DocumentType.RESOLUTION, number=12, symbol="NQ/TW", issued_on=date(2012, 1, 16)
    )
    DocumentFactory(register=unit, type=DocumentType.RESOLUTION, number=4, symbol="NQ/TW", issued_on=date(2013, 1, 16))
    assert one("Nghị quyết Trung ương 4 khóa XI", unit).document == resolution
    assert one("NQTW4", unit).document == resolution
    assert one("Nghị quyết Trung ương 4 khóa XII", unit).document is None


def test_a_plenum_stands_for_nothing_before_its_resolution_was_issued():
    [citation] = find("Nghị quyết Trung ương 4 khóa XI")
    assert aliases_of(citation, date(2012, 1, 15)) == ()
    [alias] = aliases_of(citation, date(2012, 1, 16))
    assert (alias.number, alias.symbol, alias.type) == (12, "NQ/TW", "nghị quyết")
    assert alias.source
    assert alias.certainty == "second-hand"


def test_an_articles_paragraphs_are_read_as_one_text_with_one_query(unit, django_assert_num_queries):
    directive = DirectiveFactory(register=unit, number=3)
    plan = DocumentFactory(register=unit, number=45)
    with django_assert_num_queries(1):
        cited = read(["Theo 45-KH/CBBQL.", "Không dẫn gì.", "Chỉ thị 03-CT/TW, lại 45-KH/CBBQL và 99-NQ/TW"], unit, BY)
    assert [len(resolutions) for resolutions in cited] == [1, 0, 3]
    assert documents(resolution for resolutions in cited for resolution in resolutions) == [plan, directive]


def test_text_without_citations_asks_the_register_nothing(unit, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert read(["Chiều nay trời mưa."], unit, BY) == [[]]


def test_every_type_of_the_register_has_its_name_in_citations():
    assert set(TYPES.values()) == set(DocumentType)
    assert all(TYPES[str(type_.label)] is type_ for type_ in DocumentType)
