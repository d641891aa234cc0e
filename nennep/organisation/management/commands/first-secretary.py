"""`nennep first-secretary --unit CODE --login NAME`: the first login of a real installation.

Where the unit or its secretary is not on record yet, they are entered first; what the options do not say is asked at the
terminal.
"""

import getpass
import sys
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from nennep.organisation import actions
from nennep.organisation.access import Operator
from nennep.organisation.models import (
    CELLS,
    CellKind,
    Level,
    Membership,
    Office,
    Person,
    Standing,
    Term,
    Unit,
)
from nennep.organisation.queries import secretary_of
from nennep.vietnamese.dates import parse_date

ASKED = {
    "name": "Tên đơn vị, ví dụ Chi bộ Sở Công Thương",
    "letterhead": "Tên trên văn bản, chữ hoa",
    "symbol": "Ký hiệu trong số văn bản, ví dụ CB",
    "place": "Địa danh, ví dụ Hưng Yên",
    "level": f"Cấp ({', '.join(str(level.label) for level in Level)})",
    "kind": f"Loại hình chi bộ ({', '.join(str(kind.label) for kind in CellKind)})",
    "since": "Thành lập ngày, ví dụ 01/01/2004",
    "secretary": "Họ và tên bí thư",  # pragma: allowlist secret
    "sex": "Giới tính của bí thư (nam, nữ)",
    "joined": "Bí thư về đơn vị ngày",
    "elected": "Giữ chức bí thư từ ngày",
}


class Command(BaseCommand):
    help = "Make the login of a unit's secretary, and enter unit and secretary where they are not on record yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", required=True, metavar="CODE")
        parser.add_argument("--login", required=True, help="the name to sign in with, e.g. bithu")
        parser.add_argument("--above", metavar="CODE", help="the unit directly above, where it is on record")
        for name, question in ASKED.items():
            parser.add_argument(f"--{name}", help=question)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                unit = Unit.objects.filter(code=options["unit"]).first() or founded(options)
                secretary = secretary_of(unit, timezone.localdate()) or elected(unit, options)
                actions.open_account(secretary, options["login"], asked_password(), **by_hand())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{secretary}, bí thư {unit}: đăng nhập bằng tên {options['login']}.")


def by_hand() -> dict[str, Any]:
    return {"by": Operator(), "at": timezone.now()}


def founded(options: dict[str, Any]) -> Unit:
    """The unit as the options or the answers describe it."""
    above = Unit.objects.filter(code=options["above"]).first() if options["above"] else None
    if options["above"] and above is None:
        raise CommandError(f"Không có đơn vị mã {options['above']}.")
    level = Level(chosen(options, "level", Level))
    unit = Unit(
        code=options["unit"],
        parent=above,
        level=level,
        cell_kind=chosen(options, "kind", CellKind) if level in CELLS else "",
        starts=asked_day(options, "since"),
        **{name: asked(options, name) for name in ("name", "letterhead", "symbol", "place")},
    )
    return actions.found_unit(unit, **by_hand())[0]


def elected(unit: Unit, options: dict[str, Any]) -> Person:
    """Its secretary, somebody on its list already or a new name on it."""
    name = asked(options, "secretary")
    starts = asked_day(options, "elected")
    person = Person.objects.filter(home=unit, name=name).first()
    if person is None:
        code = "".join(word[0] for word in name.upper().split())
        sex = chosen(options, "sex", Person.Sex)
        person, _outcome = actions.list_person(Person(home=unit, code=code, name=name, sex=sex), **by_hand())
        joined = asked_day(options, "joined")
        row = Membership(person=person, unit=unit, standing=Standing.FULL, starts=joined)
        actions.join(row, **by_hand())
    actions.appoint(Term(person=person, unit=unit, office=Office.SECRETARY, starts=starts), **by_hand())
    return person


def asked(options: dict[str, Any], name: str) -> str:
    """What the option says, else what is typed at the terminal."""
    given = options[name]
    if given is None and sys.stdin.isatty():
        given = input(f"{ASKED[name]}: ")
    if not given or not given.strip():
        raise CommandError(f"Còn thiếu --{name}: {ASKED[name]}.")
    return str(given).strip()


def asked_day(options: dict[str, Any], name: str) -> date:
    text = asked(options, name)
    try:
        return parse_date(text)
    except ValueError as error:
        raise CommandError(f"--{name}: “{text}” không phải ngày; ghi như 01/01/2004.") from error


def chosen(options: dict[str, Any], name: str, choices: Any) -> str:
    """One of the choices, by its word or its code."""
    text = asked(options, name).lower()
    for choice in choices:
        if text in (str(choice.label).lower(), choice.value):
            return str(choice.value)
    raise CommandError(f"--{name}: “{text}” không có trong {', '.join(str(item.label) for item in choices)}.")


def asked_password() -> str:
    """Typed twice at a terminal; one line of standard input otherwise."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Mật khẩu (ít nhất 10 chữ): ")
    if first != getpass.getpass("Gõ lại: "):
        raise CommandError("Hai lần gõ không giống nhau; chưa làm gì.")
    return first
