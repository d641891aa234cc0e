"""`nennep letters`: send the letters that are due now. `nennep serve` does this by itself every few minutes."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nennep.desk.reminders.letters import send_letters
from nennep.organisation.requests import now


class Command(BaseCommand):
    help = "Send the letters that are due now."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.SENDS_MAIL:
            raise CommandError("Chưa có máy chủ thư: ghi mục [mail] (host, from) vào settings.toml.")
        self.stdout.write(f"{send_letters(now())} thư đã gửi.")
