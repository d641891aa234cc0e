"""The first login of a real installation: the secretary whom the workbook names, and nobody twice."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from nennep.ledger.models import Entry
from nennep.organisation.models import Office, Term, User

pytestmark = pytest.mark.django_db

GOOD = "mot-cau-dai-kho-doan"


@pytest.fixture
def make(monkeypatch):
    def run(unit: str, password: str = GOOD) -> str:
        out = io.StringIO()
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        call_command("first-secretary", unit=unit, login="bithu", stdout=out)
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


def test_a_unit_whose_secretary_nobody_entered_is_told_where_to_enter_it(cell, make):
    Term.objects.filter(unit=cell.unit, office=Office.SECRETARY).update(ends=date(2014, 1, 1))
    with pytest.raises(CommandError, match="sheet “Chức vụ”"):
        make(cell.unit.code)


def test_an_unknown_unit_is_told_to_bring_its_workbook_in_first(db, make):
    with pytest.raises(CommandError, match="nennep import"):
        make("KHONGCO")


def test_a_former_secretary_opens_no_login_for_somebody_who_has_moved_on(cell, at):
    from nennep.organisation.access import NotAllowed
    from nennep.organisation.actions import open_account
    from nennep.organisation.tests.factories import MembershipFactory, UnitFactory

    cell.member.memberships.update(ends=date(2013, 12, 31))
    MembershipFactory(person=cell.member, unit=UnitFactory(), starts=date(2014, 1, 1))
    with pytest.raises(NotAllowed):
        open_account(cell.member, "nguoi-cu", GOOD, by=cell.secretary, at=at)
    assert not User.objects.exists()
