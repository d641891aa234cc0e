"""Documents in articles: known ones are marked for the public, and lead to their cards for the people of the unit."""

from datetime import date

from django.test import Client

from nennep.documents.models import DocumentType
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.organisation.models import User
from nennep.portal.tests.factories import article, page


def test_the_article_lists_its_documents_with_issuer_and_date(client: Client, portal, cell):
    DirectiveFactory(register=cell.unit, number=3, congress_term="XI")
    public = page(cell.member, "Bốn năm", body="Thực hiện Chỉ thị số 03- CT/TW của Bộ Chính trị.")
    shown = client.get(public.url).content.decode()
    assert '<cite class="docno">03-CT/TW</cite> của Bộ Chính trị' in shown
    assert "Bộ Chính trị khóa XI, 14/5/2011" in shown


def test_a_plenum_named_without_its_number_is_listed_under_it(client: Client, portal, cell):
    DocumentFactory(
        register=cell.unit,
        type=DocumentType.RESOLUTION,
        number=12,
        symbol="NQ/TW",
        issuer="Trung ương",
        issued_on=date(2012, 1, 16),
    )
    public = page(cell.member, "Học nghị quyết", body="Gắn với Nghị quyết Trung ương 4 khóa XI.")
    shown = client.get(public.url).content.decode()
    assert "<cite>Nghị quyết Trung ương 4 khóa XI</cite>" in shown
    assert '<cite class="docno">12-NQ/TW</cite>' in shown


def test_a_number_that_two_documents_carry_is_one_word_and_lists_neither(client: Client, portal, cell):
    DocumentFactory(register=cell.unit, number=3, issued_on=date(2012, 2, 2))
    DocumentFactory(register=cell.unit, number=3, issued_on=date(2014, 2, 2))
    public = page(cell.member, "Kế hoạch", body="Theo 03-KH/CBBQL, mỗi tổ một việc.")
    shown = client.get(public.url).content.decode()
    assert '<span class="docno">03-KH/CBBQL</span>' in shown
    assert "Văn bản trong bài" not in shown


def test_in_the_register_of_articles_the_citation_leads_to_the_card(client: Client, cell):
    client.force_login(User.objects.create(username="thuky", person=cell.secretary))
    directive = DirectiveFactory(register=cell.unit, number=3)
    written = article(cell.member, "Bốn năm", body="Thực hiện Chỉ thị số 03-CT/TW.")
    shown = client.get(written.get_absolute_url()).content.decode()
    assert f'<a class="docno" href="{directive.get_absolute_url()}">03-CT/TW</a>' in shown
