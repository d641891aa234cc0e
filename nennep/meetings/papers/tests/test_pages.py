"""The papers on screen and as files, for those who see the unit and nobody else."""

import io

import docx
import pytest
from django.test import Client
from django.urls import reverse

from nennep.meetings.papers.tests.full import full_meeting, sealed
from nennep.meetings.papers.views import NAMES, PAPERS
from nennep.organisation.models import User
from nennep.organisation.tests.factories import UnitFactory, on_roll
from nennep.paper.tests.test_pdf import read


def client_of(person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"n{person.pk}", person=person))
    return client


@pytest.fixture
def meeting(cell):
    return full_meeting(cell)


@pytest.fixture
def member(cell) -> Client:
    return client_of(cell.member)


def addresses(meeting) -> list[str]:
    book = [meeting.unit.code, meeting.held_on.year]
    return [
        *(reverse("meetings:paper", args=[meeting.pk, paper]) for paper in PAPERS),
        *(reverse("meetings:paper-file", args=[meeting.pk, paper, "pdf"]) for paper in PAPERS),
        reverse("meetings:book", args=book),
        reverse("meetings:book-file", args=[*book, "docx"]),
    ]


def test_every_paper_is_on_screen_and_can_be_taken_as_a_file(meeting, member):
    for address in addresses(meeting):
        assert member.get(address).status_code == 200, address


def test_the_addresses_are_those_people_type(meeting):
    assert reverse("meetings:paper", args=[7, "bien-ban"]) == "/sinh-hoat/7/giay/bien-ban/"
    assert reverse("meetings:paper-file", args=[7, "tu-cham", "pdf"]) == "/sinh-hoat/7/giay/tu-cham.pdf"
    assert reverse("meetings:book", args=["CB", 2014]) == "/sinh-hoat/so/CB/2014/diem-danh/"
    assert reverse("meetings:book-file", args=["CB", 2014, "docx"]) == "/sinh-hoat/so/CB/2014/diem-danh.docx"


def test_the_files_open_in_their_programs(meeting, member):
    word = member.get(reverse("meetings:paper-file", args=[meeting.pk, "bien-ban", "docx"]))
    assert "Tháng sau nghe kết quả niêm yết." in [p.text for p in docx.Document(io.BytesIO(word.content)).paragraphs]
    assert word["Content-Disposition"] == 'attachment; filename="bien-ban-2014-06-03.docx"'
    pdf = member.get(reverse("meetings:paper-file", args=[meeting.pk, "giao-viec", "pdf"]))
    assert "Niêm yết thời hạn" in read(pdf.content)


def test_whoever_does_not_see_the_unit_gets_none_of_them(meeting):
    stranger = client_of(on_roll(UnitFactory(), "Đinh Văn Lạ"))
    for address in addresses(meeting):
        assert stranger.get(address).status_code == 404, address


def test_a_committee_above_sees_no_names_and_so_none_of_them(meeting, cell):
    from nennep.organisation.models import Office
    from nennep.organisation.tests.factories import TermFactory

    above = on_roll(cell.parent, "Lê Thị Trên")
    TermFactory(unit=cell.parent, person=above, office=Office.SECRETARY)
    client = client_of(above)
    for address in addresses(meeting):
        assert client.get(address).status_code == 404, address


@pytest.mark.parametrize("address", ["giay/khac/", "giay/bien-ban.exe", "giay/khac.pdf"])
def test_a_paper_or_format_that_does_not_exist_is_not_found(meeting, member, address):
    assert member.get(f"/sinh-hoat/{meeting.pk}/{address}").status_code == 404


def test_a_sealed_page_is_shown_as_it_was_sealed(meeting, member, cell):
    seal = sealed(meeting, cell.secretary)
    cell.other_member.name = "Trịnh Công Mới"
    cell.other_member.save()
    page = member.get(reverse("meetings:paper", args=[meeting.pk, "bien-ban"])).content.decode()
    assert seal.code in page
    assert "Trịnh Công Bằng" in page
    assert "Trịnh Công Mới" not in page


def test_the_meetings_page_leads_to_each_paper_and_the_year_to_its_book(meeting, member):
    page = member.get(meeting.get_absolute_url()).content.decode()
    for paper in NAMES:
        assert f"/giay/{paper}/" in page
        assert f"/giay/{paper}.docx" in page
        assert f"/giay/{paper}.pdf" in page
    year = member.get(reverse("meetings:year", args=[meeting.unit.code, 2014])).content.decode()
    assert reverse("meetings:book", args=[meeting.unit.code, 2014]) in year
    assert list(NAMES) == list(PAPERS)


def test_papers_are_vietnamese_on_an_english_screen(meeting, member):
    member.cookies.load({"django_language": "en"})
    page = member.get(reverse("meetings:paper", args=[meeting.pk, "bien-ban"])).content.decode()
    sheet = page[page.index("<article") :]
    for wanted in ("thường kỳ, tháng 6/2014", "Kiểm điểm kết quả", "cần hơn 1/2: thông qua", "Chỉ thị số"):
        assert wanted in sheet, wanted
