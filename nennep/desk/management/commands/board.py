"""`nennep board`: the year of a unit as a grid, as its page shows it."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from nennep.desk.board import board_of
from nennep.desk.board.grid import WORDS
from nennep.organisation.queries import named_or_only_cell


class Command(BaseCommand):
    help = "Print the board of a unit's year: each obligation with its source and what the records show month by month."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", help="the unit's code; not needed where there is only one cell")
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument(
            "--on", type=date.fromisoformat, help="as it stood on this day, YYYY-MM-DD; today without it"
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            unit = named_or_only_cell(options["unit"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        if not 1930 <= options["year"] <= 9998:
            raise CommandError("Năm viết bằng bốn chữ số, ví dụ --year 2014.")
        with translation.override("vi"):
            board = board_of(unit, options["year"], options["on"] or timezone.localdate())
            if options["json"]:
                self.stdout.write(json.dumps(board.as_json(), ensure_ascii=False, indent=1))
                return
            self.stdout.write(f"{unit}, năm {board.year}")
            for group in board.groups:
                self.stdout.write(f"\n{group.name}")
                for row in group.rows:
                    self.stdout.write(f"  {row.name} ({row.why}): {row.total}")
                    for month, cell in enumerate(row.cells, start=1):
                        if cell.state:
                            self.stdout.write(f"    tháng {month:>2}: {WORDS[cell.state]}, {cell.text}")
