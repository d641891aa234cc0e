from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from nennep.documents.citations.annotate import annotate, no_card
from nennep.documents.citations.find import find
from nennep.documents.citations.resolve import Resolution, read
from nennep.documents.models import DocumentType
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory

BY = date(2015, 1, 20)


def shown(text, unit, address=None):
    [resolutions] = read([text], unit, BY)
    return annotate(text, resolutions, *([address] if address else []))


def unknown(text):
    return annotate(text, [Resolution(citation) for citation in find(text)])


@pytest.mark.django_db
def test_a_known_document_is_a_link_to_its_card_and_its_number_one_word(unit):
    directive = DirectiveFactory(register=unit, number=3)
    link = f'<a class="docno" href="{directive.get_absolute_url()}">03-CT/TW</a>'
    assert shown("theo Chỉ thị số 03- CT/TW, họp", unit) == f"theo Chỉ thị số\u00a0{link}, họp"


@pytest.mark.django_db
def test_the_public_sees_what_is_cited_and_gets_no_link(unit):
    DirectiveFactory(register=unit, number=3)
    assert shown("Chỉ thị số 03-CT/TW", unit, no_card) == 'Chỉ thị số\u00a0<cite class="docno">03-CT/TW</cite>'


@pytest.mark.django_db
def test_what_has_no_symbol_is_linked_whole(unit):
    plenum = DocumentFactory(
        register=unit, type=DocumentType.RESOLUTION, number=12, symbol="NQ/TW", issued_on=date(2012, 1, 16)
    )
    assert (
        shown("học Nghị quyết Trung ương 4 (khóa XI) xong", unit)
        == f'học <a href="{plenum.get_absolute_url()}">Nghị quyết Trung ương 4 (khóa XI)</a> xong'
    )


@pytest.mark.django_db
def test_one_of_several_is_never_guessed(unit):
    DocumentFactory(register=unit, number=3, issued_on=date(2012, 2, 2))
    DocumentFactory(register=unit, number=3, issued_on=date(2014, 2, 2))
    assert shown("03-KH/CBBQL", unit) == '<span class="docno">03-KH/CBBQL</span>'


def test_an_unknown_number_is_one_word_and_an_unknown_name_is_text():
    assert unknown("số 45-KH/CBBQL và Chỉ thị 05.") == 'số\u00a0<span class="docno">45-KH/CBBQL</span> và Chỉ thị 05.'
    assert unknown("Nghị định 90/2020 và 30/2020/NĐ-CP") == (
        'Nghị định <span class="docno">90/2020</span> và <span class="docno">30/2020/NĐ-CP</span>'
    )


def test_nothing_of_the_text_becomes_markup():
    assert unknown('<b>"45-KH/CB"</b> & <script>') == (
        '&lt;b&gt;&quot;<span class="docno">45-KH/CB</span>&quot;&lt;/b&gt; &amp; &lt;script&gt;'
    )


@given(
    st.lists(
        st.sampled_from(
            ["Chỉ thị số ", "46- QĐ/CB", "05-CT/TW", ", ", "<", "&amp;", "\u00ad", "Nghị quyết Trung ương 4 ", "a"]
        )
    )
)
def test_the_reader_reads_every_letter_of_the_text(pieces):
    text = "".join(pieces)
    read_back = BeautifulSoup(unknown(text), "html.parser").get_text()
    assert "".join(read_back.replace("\u00ad", "").split()) == "".join(text.replace("\u00ad", "").split())
