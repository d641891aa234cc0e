from datetime import date

import pytest
from django.test import Client

from nennep.documents.models import DocumentType
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.portal.citations import cited_documents, marked
from nennep.portal.tests.factories import page

BY = date(2015, 1, 20)


@pytest.mark.parametrize(
    "typed", ["46-QĐ/CBBQL", "46- QĐ/CBBQL", "46 - QĐ / CBBQL", "46–QĐ/CBBQL", "46-\u00a0QĐ/CBBQL"]
)
def test_a_number_is_recognised_with_stray_spaces(unit, typed):
    standards = DocumentFactory(register=unit, type=DocumentType.REGULATION, number=46, symbol="QĐ/CBBQL")
    known = cited_documents(f"theo Quy định số {typed}, mọi người", unit, BY)
    assert list(known.values()) == [standards]
    assert "<cite" in marked(typed, known)


def test_documents_come_in_the_order_of_the_text_and_once(unit):
    plan = DocumentFactory(register=unit, number=45)
    directive = DirectiveFactory(register=unit, number=3)
    known = cited_documents("Chỉ thị 03-CT/TW, Kế hoạch 45-KH/CBBQL và lại 03-CT/TW, 99-NQ/TW", unit, BY)
    assert list(known.values()) == [directive, plan]


def test_a_number_that_came_back_means_the_latest_until_the_article(unit):
    DocumentFactory(register=unit, number=3, issued_on=date(2012, 2, 2))
    meant = DocumentFactory(register=unit, number=3, issued_on=date(2014, 2, 2))
    DocumentFactory(register=unit, number=3, issued_on=date(2015, 6, 2))
    assert list(cited_documents("03-KH/CBBQL", unit, BY).values()) == [meant]


def test_a_number_of_another_register_is_one_word_but_no_citation(unit):
    DocumentFactory(number=45)
    known = cited_documents("45-KH/CBBQL", unit, BY)
    assert known == {}
    assert marked("số 45-KH/CBBQL <b>", known) == 'số\u00a0<span class="docno">45-KH/CBBQL</span> &lt;b&gt;'


def test_the_article_lists_its_documents_with_issuer_and_date(client: Client, portal, cell):
    DirectiveFactory(register=cell.unit, number=3, congress_term="XI")
    article = page(cell.member, "Bốn năm", body="Thực hiện Chỉ thị số 03- CT/TW của Bộ Chính trị.")
    shown = client.get(article.url).content.decode()
    assert '<cite class="docno">03-CT/TW</cite> của Bộ Chính trị' in shown
    assert "Bộ Chính trị khóa XI, 14/5/2011" in shown
