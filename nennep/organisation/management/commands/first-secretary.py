"""`nennep first-secretary --unit CODE --login NAME`: the first login of a real installation."""

import getpass
import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.organisation.access import Operator
from nennep.organisation.actions import open_account
from nennep.organisation.models import Unit
from nennep.organisation.queries import secretary_of


class Command(BaseCommand):
    help = (
        "Make the login of a unit's secretary, whom its workbook names. The password is asked for, never an argument."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", required=True)
        parser.add_argument("--login", required=True, help="the name to sign in with, e.g. bithu")

    def handle(self, *args: Any, **options: Any) -> None:
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có đơn vị mã {options['unit']}. Nhập sổ của chi bộ trước: nennep import …")
        secretary = secretary_of(unit, timezone.localdate())
        if secretary is None:
            raise CommandError(f"Sổ chưa ghi ai là bí thư của {unit}. Thêm vào sheet “Chức vụ” rồi nhập lại.")
        try:
            open_account(secretary, options["login"], asked_password(), by=Operator(), at=timezone.now())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{secretary}, bí thư {unit}: đăng nhập bằng tên {options['login']}.")


def asked_password() -> str:
    """Typed twice at a terminal; one line of standard input otherwise."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Mật khẩu (ít nhất 10 chữ): ")
    if first != getpass.getpass("Gõ lại: "):
        raise CommandError("Hai lần gõ không giống nhau; chưa làm gì.")
    return first
