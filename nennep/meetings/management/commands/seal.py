"""`nennep seal`: seal the minutes of years on paper whose register says when they were signed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.meetings.closing.actions.sign import seal_signed_on_paper
from nennep.organisation.access import Operator
from nennep.organisation.queries import named_or_only_cell


class Command(BaseCommand):
    help = "Seal every meeting of a unit whose minutes are signed on paper and not sealed yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", metavar="CODE", help="the unit; may be left out where there is one cell only")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            unit = named_or_only_cell(options["unit"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        done = seal_signed_on_paper(unit, by=Operator(), at=timezone.localtime())
        self.stdout.write(f"Đã khóa {done} biên bản đã ký trên giấy.")
