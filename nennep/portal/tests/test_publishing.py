from nennep.organisation.models import DutyKind
from nennep.organisation.tests.factories import DutyFactory
from nennep.portal.access import edits_the_portal
from nennep.portal.models import Section
from nennep.portal.tests.factories import page


def test_an_address_says_what_the_page_is_about_and_is_never_taken_twice(portal, cell):
    assert page(cell.member, "Chỉ thị số 03-CT/TW: đã dần thành nếp").slug == "chi-thi-so-03-ct-tw-da-dan-thanh-nep"
    first, second = page(cell.member, "Góc hỏi đáp"), page(cell.other_member, "Góc hỏi đáp")
    assert first.url != second.url


def test_a_long_address_ends_with_a_whole_word(portal, cell):
    slug = page(cell.member, "Một hai ba bốn năm sáu bảy tám chín mười " * 4).slug
    assert len(slug) <= 80
    assert slug.split("-")[-1] in ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"]


def test_a_title_of_signs_alone_still_gets_an_address(portal, cell):
    shown = page(cell.member, "???")
    assert shown.slug == str(shown.article_id)


def test_an_article_that_changes_its_section_moves_and_keeps_its_name(client, portal, cell):
    before = page(cell.member, "Góc hỏi đáp", section=Section.LEARNING)
    after = page(cell.member, "Góc hỏi đáp", section=Section.NEWS)
    assert after.pk == before.pk
    assert after.slug == before.slug
    assert client.get("/cong/tin-tuc/goc-hoi-dap/").status_code == 200


def test_the_editor_and_those_who_keep_the_books_enter_articles(cell, today):
    editor = DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.EDITOR).person
    assert edits_the_portal(editor, cell.unit, today)
    assert edits_the_portal(cell.minutes_secretary, cell.unit, today)
    assert not edits_the_portal(cell.other_member, cell.unit, today)
