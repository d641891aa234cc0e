"""The demo: the example cell in a data folder of its own, with an account for each kind of person.

Nothing here works in a folder that does not call itself a demo, so demo accounts cannot exist in a real installation.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from nennep.organisation.models import DutyKind, Membership, Office, Person, Standing, Unit, User
from nennep.organisation.queries import charged_with, roll

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chi-bo-mau" / "so-chi-bo.xlsx"
UNIT = "CBBQL"
STARTS, ENDS = date(2011, 5, 14), date(2015, 1, 15)


class NotADemo(Exception):
    """The data folder holds somebody's real work."""


@dataclass(frozen=True)
class Account:
    username: str
    who: str
    person: Person | None


def require_demo() -> None:
    if not settings.DATA.is_demo:
        raise NotADemo(f"{settings.DATA.root} không phải thư mục dùng thử.")


def password() -> str:
    """One passphrase for all demo accounts, made for this folder and kept in its keys."""
    file: Path = settings.DATA.root / "keys" / "demo_password"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(f"nen-nep-{secrets.token_hex(4)}")
    return file.read_text().strip()


def accounts(unit: Unit, on: date) -> list[Account]:
    """An account for each kind of person, made when missing: office holders, a member, a colleague, the machine's keeper."""
    require_demo()
    found = [
        Account(username, who, person)
        for username, who, person in (
            ("bithu", "bí thư", holder(unit, on, Office.SECRETARY)),
            ("phobithu", "phó bí thư, kiểm tra", holder(unit, on, Office.DEPUTY)),
            ("chiuy", "chi ủy viên phụ trách", holder(unit, on, Office.COMMITTEE)),
            ("thuky", "thư ký ghi biên bản", duty(unit, on, DutyKind.MINUTES)),
            ("bientap", "biên tập cổng tin", duty(unit, on, DutyKind.EDITOR)),
            ("dangvien", "đảng viên", plain(unit, on, Standing.FULL)),
            ("quanchung", "quần chúng", plain(unit, on, Standing.NON_MEMBER)),
        )
        if person is not None
    ]
    found.append(Account("quantri", "người quản trị máy", None))
    for account in found:
        user, new = User.objects.get_or_create(
            username=account.username,
            defaults={
                "person": account.person,
                "is_staff": account.person is None,
            },
        )
        if new:
            user.set_password(password())
            user.save()
    return found


def holder(unit: Unit, on: date, office: Office) -> Person | None:
    for membership in roll(unit, on):
        if membership.person.terms.filter(unit=unit, office=office, ends__isnull=True).exists():
            return membership.person
    return None


def duty(unit: Unit, on: date, kind: DutyKind) -> Person | None:
    found = charged_with(unit, kind, on).first()
    return found.person if found else None


def plain(unit: Unit, on: date, standing: Standing) -> Person | None:
    """Somebody without office or duty; among members, one who is in the Book if there is one."""
    free = (
        Membership.objects.of(unit)
        .on(on)
        .filter(standing=standing, person__terms__isnull=True, person__duties__isnull=True)
    )
    chosen = free.filter(person__book_entries__isnull=False).first() or free.first()
    return chosen.person if chosen else None
