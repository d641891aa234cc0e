"""The first login of a real installation: the secretary whom the workbook names, and nobody twice."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from nennep.ledger.models import Entry
from nennep.organisation.models import Office, Term, Unit, User

pytestmark = pytest.mark.django_db

GOOD = "mot-cau-dai-kho-doan"


@pytest.fixture
def make(monkeypatch):
    def run(unit: str, password: str = GOOD, **more: str) -> str:
        out = io.StringIO()
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        call_command("first-secretary", unit=unit, login="bithu", stdout=out, **more)
        return out.getvalue()

    return run


def test_the_secretary_on_record_gets_a_login_that_works_and_an_entry_tells_of_it(cell, client, make):
    assert cell.secretary.name in make(cell.unit.code)
    assert client.login(username="bithu", password=GOOD)
    assert Entry.objects.last().act == "organisation.open_account"
    assert User.objects.get(username="bithu").is_superuser is False


def test_nobody_gets_a_second_login(cell, make):
    make(cell.unit.code)
    with pytest.raises(CommandError, match="đã có tài khoản"):
        make(cell.unit.code)
    assert User.objects.count() == 1


def test_a_weak_password_is_refused_and_nothing_is_made(cell, make):
    with pytest.raises(CommandError):
        make(cell.unit.code, "12345")
    assert not User.objects.exists()
    assert not Entry.objects.exists()


def test_a_unit_whose_secretary_nobody_entered_is_asked_for_the_name(cell, make):
    Term.objects.filter(unit=cell.unit, office=Office.SECRETARY).update(ends=date(2014, 1, 1))
    with pytest.raises(CommandError, match="--secretary: Họ và tên bí thư"):
        make(cell.unit.code)
    make(cell.unit.code, secretary=cell.member.name, elected="01/02/2014")
    assert User.objects.get().person == cell.member


NEW_CELL = {
    "name": "Chi bộ Trạm Khuyến nông",
    "letterhead": "CHI BỘ TRẠM KHUYẾN NÔNG",
    "symbol": "CB",
    "place": "Phố Nối",
    "level": "chi bộ trực thuộc",
    "kind": "cơ quan, đơn vị sự nghiệp",
    "since": "01/03/2012",
    "secretary": "Lương Thị Bích",  # pragma: allowlist secret
    "sex": "nữ",
    "joined": "05/03/2012",
    "elected": "10/06/2020",
}


def test_on_an_empty_machine_the_cell_and_its_secretary_are_entered_with_the_login(db, make, client):
    make("CBKN", **NEW_CELL)
    unit = Unit.objects.get()
    assert (unit.name, unit.level, unit.on(date(2012, 3, 1)).symbol) == (NEW_CELL["name"], "attached_cell", "CB")
    assert client.login(username="bithu", password=GOOD)
    assert [entry.act for entry in Entry.objects.all()] == [
        "organisation.found_unit",
        "organisation.list_person",
        "organisation.join",
        "organisation.appoint",
        "organisation.open_account",
    ]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"since": "31/02/2012"}, "--since"),
        ({"kind": "công ty"}, "--kind"),
        ({"letterhead": ""}, "Còn thiếu --letterhead"),
        ({"above": "KHONGCO"}, "Không có đơn vị mã KHONGCO"),
    ],
)
def test_what_is_missing_or_cannot_be_is_named_and_nothing_is_entered(db, make, wrong, says):
    with pytest.raises(CommandError, match=says):
        make("CBKN", **(NEW_CELL | wrong))
    assert not Unit.objects.exists()
    assert not Entry.objects.exists()


def test_with_a_weak_password_the_cell_is_not_entered_either(db, make):
    with pytest.raises(CommandError):
        make("CBKN", "12345", **NEW_CELL)
    assert not Unit.objects.exists()


def test_a_former_secretary_opens_no_login_for_somebody_who_has_moved_on(cell, at):
    from nennep.organisation.access import NotAllowed
    from nennep.organisation.actions import open_account
    from nennep.organisation.tests.factories import MembershipFactory, UnitFactory

    cell.member.memberships.update(ends=date(2013, 12, 31))
    MembershipFactory(person=cell.member, unit=UnitFactory(), starts=date(2014, 1, 1))
    with pytest.raises(NotAllowed):
        open_account(cell.member, "nguoi-cu", GOOD, by=cell.secretary, at=at)
    assert not User.objects.exists()
