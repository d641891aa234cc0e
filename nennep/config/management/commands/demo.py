"""`nennep demo`: fill a demo folder with the example cell, print its figures, write its report, say how to sign in."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from nennep.config import demo
from nennep.organisation.models import Unit


class Command(BaseCommand):
    help = "Fill a demo data folder with the example cell (used by `python3 run.py demo`)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            demo.require_demo()
        except demo.NotADemo as error:
            raise CommandError(str(error)) from error
        call_command("prepare")
        call_command("import", str(demo.EXAMPLE), unit=demo.UNIT, stdout=self.stdout, stderr=self.stderr)
        call_command("seal", unit=demo.UNIT, stdout=self.stdout)
        days = {"starts": demo.STARTS, "ends": demo.ENDS}
        self.stdout.write("")
        call_command("figures", unit=demo.UNIT, stdout=self.stdout, **days)
        self.stdout.write("\nBáo cáo tổng kết 4 năm:")
        out = settings.DATA.root / "bao-cao"
        call_command("report", unit=demo.UNIT, out=out, stdout=self.stdout, stderr=self.stderr, **days)
        unit = Unit.objects.get(code=demo.UNIT)
        found = demo.accounts(unit, settings.DATA.today or timezone.localdate())
        self.stdout.write(f"\nDữ liệu: {settings.DATA.root}")
        self.stdout.write(f"Đăng nhập (mật khẩu chung của bản dùng thử: {demo.password()}):")
        for account in found:
            self.stdout.write(
                f"  {account.username:<10} {account.who}{f', {account.person}' if account.person else ''}"
            )
