"""The page: a file is shown, mended where it is red, shown again, and entered only when somebody says so."""

import html
import os
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nennep.exchange.keeping import forget_abandoned, incoming, keep_roster, kept_roster, roster_file
from nennep.exchange.models import RosterImport
from nennep.exchange.tests.rosters import roster
from nennep.exchange.tests.workbooks import all_rows
from nennep.ledger.chain import verify
from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.models import Membership, Office, Person, Term, User
from nennep.organisation.tests.factories import TermFactory, a_cell

pytestmark = pytest.mark.django_db

HEADS = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Tư cách", "Chức vụ Đảng"]
TWO_RED = roster(
    [
        HEADS,
        [1, "LÊ VĂN AN", "nam", "31/02/1979", "chính thức", ""],
        [2, "HOÀNG THỊ BA", "", "06/3/1980", "dự bị", ""],
        [3, "Ngô Thị Lụa", "nam", "07/4/1981", "chính thức", ""],
    ]
)
GOOD = roster(
    [HEADS[:5], [1, "LÊ VĂN AN", "nam", "28/02/1979", "chính thức"], [2, "Ngô Thị Lụa", "nam", "", "chính thức"]]
)


@pytest.fixture(autouse=True)
def now(monkeypatch, at):
    monkeypatch.setattr(requests, "now", lambda: at)
    yield
    for file in incoming().glob("*.roster"):
        file.unlink()


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


@pytest.fixture
def client(cell) -> Client:
    return signed_in(cell.secretary)


def address(cell, step="") -> str:
    return f"/nhap-danh-sach/{cell.unit.code}/{step}"


def upload(client, cell, content=TWO_RED, name="danh-sach.xlsx"):
    return client.post(address(cell), {"file": SimpleUploadedFile(name, content), "marked": "no"})


def text(response) -> str:
    return html.unescape(response.content.decode())


def fields(response) -> dict[str, str]:
    """The form of the preview as a browser without scripts would send it."""
    page, sent = text(response), {}
    for tag in re.findall(r"<input[^>]*>", page):
        name = re.search(r' name="([^"]+)"', tag)
        value = re.search(r' value="([^"]*)"', tag)
        if name and 'type="file"' not in tag:
            sent[name[1]] = value[1] if value else ""
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def look_again(client, cell, response, **said):
    return client.post(address(cell, "xem/"), fields(response) | {"tu-ngay": "01/01/2014"} | said)


def enter(client, cell, response, **said):
    return client.post(address(cell, "ghi/"), fields(response) | said)


MENDED = {"o-0-2-sinh": "28/02/1979", "o-0-3-gioi": "f"}


def test_a_file_is_shown_with_its_red_cells_and_nothing_is_written(client, cell):
    before = all_rows()
    shown = text(upload(client, cell))
    assert "Danh sách, ô D2: Ngày sinh" in shown
    assert "Không có ngày 31/02/1979" in shown
    assert "Danh sách, ô C3: Giới tính" in shown
    assert "Từ ngày nào danh sách này có hiệu lực" in shown
    assert "Ghi vào danh sách</button>" not in shown
    assert all_rows() | {"django_session": 0} == before | {"django_session": 0}


def test_red_cells_are_mended_on_the_page_then_entered(client, cell):
    first = upload(client, cell)
    second = look_again(client, cell, first, **MENDED)
    assert "phải sửa" not in text(second)
    assert "Ghi vào danh sách</button>" in text(second)
    done = enter(client, cell, second)
    assert done.status_code == 302
    an, ba = (Person.objects.get(home=cell.unit, name=name) for name in ("Lê Văn An", "Hoàng Thị Ba"))
    assert (an.born_on, ba.sex) == (date(1979, 2, 28), "f")
    assert Membership.objects.get(person=ba).standing == "probationary"
    assert Membership.objects.get(person=an).starts == date(2014, 1, 1)
    assert Person.objects.get(pk=cell.member.pk).born_on == date(1981, 4, 7)
    assert verify().whole
    people = client.get(f"/to-chuc/{cell.unit.code}/")
    assert "thêm 2 người, sửa 1 người" in text(people)
    assert text(people).index("Lê Văn An") < text(people).index("Hoàng Thị Ba") < text(people).index("Ngô Thị Lụa")


def test_what_was_answered_stays_on_the_page_and_can_be_changed_again(client, cell):
    first = upload(client, cell)
    second = look_again(client, cell, first, **(MENDED | {"o-0-2-sinh": "30/02/1979"}))
    assert fields(second)["o-0-2-sinh"] == "30/02/1979"
    assert "Đã sửa 1 ô ở đây" in text(second)
    assert fields(second)["o-0-3-gioi"] == "f"
    third = look_again(client, cell, second, **{"o-0-2-sinh": "27/02/1979"})
    fourth = look_again(client, cell, third, **{"o-0-2-sinh": "26/02/1979"})
    enter(client, cell, fourth)
    assert Person.objects.get(name="Lê Văn An").born_on == date(1979, 2, 26)


def test_a_broken_list_is_not_entered_even_when_it_is_asked_for(client, cell):
    before = Entry.objects.count()
    shown = enter(client, cell, upload(client, cell), **{"tu-ngay": "01/01/2014"})
    assert "2 chỗ phải sửa" in text(shown)
    assert Entry.objects.count() == before
    assert not RosterImport.objects.exists()


def test_what_differs_from_what_was_seen_is_shown_first(client, cell):
    seen = look_again(client, cell, upload(client, cell), **MENDED)
    Person.objects.filter(pk=cell.member.pk).update(born_on=date(1981, 4, 7))
    shown = enter(client, cell, seen)
    assert "Danh sách đã khác bản vừa xem" in text(shown)
    assert not Person.objects.filter(name="Lê Văn An").exists()
    assert enter(client, cell, shown).status_code == 302


def test_the_file_is_kept_between_the_steps_and_gone_afterwards(client, cell):
    seen = look_again(client, cell, upload(client, cell, GOOD))
    assert len(list(incoming().glob("*.roster"))) == 1
    enter(client, cell, seen)
    assert not list(incoming().glob("*.roster"))
    again = enter(client, cell, seen)
    assert "chọn lại tệp" in text(client.get(again.url))


def test_a_kept_file_belongs_to_its_unit(client, cell):
    other = a_cell()
    digest = keep_roster(GOOD, other.unit)
    answer = client.post(address(cell, "xem/"), {"digest": digest})
    assert answer.status_code == 302
    assert kept_roster(digest, cell.unit) is None
    assert kept_roster(digest, other.unit) == GOOD
    assert kept_roster("../../settings", cell.unit) is None


def test_a_file_that_nobody_entered_goes_after_a_day(cell, at):
    digest = keep_roster(GOOD, cell.unit)
    yesterday = (at - timedelta(hours=25)).timestamp()
    os.utime(roster_file(digest), (yesterday, yesterday))
    fresh = keep_roster(TWO_RED, cell.unit)
    os.utime(roster_file(fresh), (at.timestamp(), at.timestamp()))
    forget_abandoned(at)
    assert kept_roster(digest, cell.unit) is None
    assert kept_roster(fresh, cell.unit) == TWO_RED


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"khong phai", "Đây không phải tệp .xlsx"),
        (b"", "Tệp rỗng"),
        (roster([["a", "b"]]), "Không thấy danh sách nào"),
    ],
)
def test_what_is_no_list_is_refused_in_words_and_not_kept(client, cell, content, says):
    shown = upload(client, cell, content)
    assert says in text(shown)
    assert not list(incoming().glob("*.roster"))


def test_no_file_chosen_is_said(client, cell):
    assert "Chưa chọn tệp" in text(client.post(address(cell)))


def test_a_list_that_says_nothing_new_has_nothing_to_enter(client, cell):
    content = roster([HEADS[:3], [1, "Ngô Thị Lụa", "nam"]])
    shown = text(look_again(client, cell, upload(client, cell, content), **{"con-lai": "full"}))
    assert "không có gì để ghi" in shown
    assert "Ghi vào danh sách</button>" not in shown


def test_columns_and_sheets_are_chosen_on_the_page(client, cell):
    content = roster([["STT", "Họ và tên", "Giới tính", "Phân loại"], [1, "Lê Văn An", "nam", "dự bị"]])
    first = upload(client, cell, content)
    assert fields(first)["cot-0-D"] == ""
    second = look_again(client, cell, first, **{"cot-0-D": "tu-cach"})
    assert fields(second)["cot-0-D"] == "tu-cach"
    enter(client, cell, second)
    assert Membership.objects.get(person__name="Lê Văn An").standing == "probationary"


def test_a_row_left_out_stays_out_and_can_be_taken_in_again(client, cell):
    content = roster([HEADS[:5], *[[n, "Lê Văn An", "nam", "", "dự bị"] for n in (1, 2)]])
    first = upload(client, cell, content)
    second = look_again(client, cell, first, **{"ai-0-3": "bo"})
    assert fields(second)["ai-0-3"] == "bo"
    assert "Bỏ dòng này" in text(second)
    back = look_again(client, cell, second, **{"ai-0-3": ""})
    assert "1 chỗ phải sửa" in text(back)
    enter(client, cell, second)
    assert Person.objects.filter(name="Lê Văn An").count() == 1


def test_the_minutes_secretary_enters_people_and_a_member_finds_no_such_page(cell):
    keeper = signed_in(cell.minutes_secretary)
    done = enter(keeper, cell, look_again(keeper, cell, upload(keeper, cell, GOOD)))
    assert done.status_code == 302
    assert Person.objects.filter(name="Lê Văn An").exists()
    for person in (cell.member, cell.colleague, a_cell().secretary):
        stranger = signed_in(person)
        assert stranger.get(address(cell)).status_code == 404
        assert upload(stranger, cell, GOOD).status_code == 404
        for step in ("xem/", "ghi/"):
            assert stranger.post(address(cell, step), {"digest": keep_roster(GOOD, cell.unit)}).status_code == 404


def test_offices_wait_for_the_secretary(cell):
    content = roster([HEADS, [1, "Lê Văn An", "nam", "28/02/1979", "chính thức", "Chi ủy viên"]])
    keeper = signed_in(cell.minutes_secretary)
    seen = look_again(keeper, cell, upload(keeper, cell, content))
    assert "chỉ bí thư hoặc phó bí thư ghi được" in text(seen)
    enter(keeper, cell, seen)
    assert not Term.objects.filter(person__name="Lê Văn An").exists()
    TermFactory(unit=cell.unit, person=cell.minutes_secretary, office=Office.DEPUTY)
    enter(keeper, cell, look_again(keeper, cell, seen))
    assert Term.objects.get(person__name="Lê Văn An").office == Office.COMMITTEE


def test_hundreds_of_red_cells_are_counted_and_the_first_are_asked(client, cell):
    content = roster(
        [
            ["STT", "Họ và tên", "Giới tính", "Tư cách"],
            *[[n, f"Lê Văn {'A' * (n % 90 + 1)}", "", "dự bị"] for n in range(1, 700)],
        ]
    )
    shown = upload(client, cell, content)
    sent = fields(shown)
    assert len(sent) < 400
    assert "Còn" in text(shown)


def test_looking_at_the_page_of_imports_costs_the_same_for_many_as_for_few(client, cell, at, django_assert_num_queries):
    def imports(count):
        for _n in range(count):
            RosterImport.objects.create(
                unit=cell.unit, at=at, by=cell.secretary.reference, file="0" * 64, added=1, corrected=0
            )

    imports(2)
    client.get(address(cell))
    with CaptureQueriesContext(connection) as few:
        client.get(address(cell))
    imports(10)
    with django_assert_num_queries(len(few)):
        client.get(address(cell))


def test_the_page_speaks_english_too(client, cell, english_catalogue):
    client.post("/ngon-ngu/", {"language": "en"})
    shown = text(upload(client, cell))
    assert "Enter into the list" not in shown
    assert "From which day does this list hold" in shown
    assert "to be mended" in shown
