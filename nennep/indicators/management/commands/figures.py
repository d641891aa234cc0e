"""`nennep figures`: all figures of a unit for a period, or the rows behind one of them."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.indicators.evidence import rows_of
from nennep.indicators.figures import Figure, UnknownFigure, all_figures, as_json, ask_all, named, written
from nennep.indicators.years import YearsRefused, side_by_side
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.organisation.queries import named_or_only_cell
from nennep.vietnamese.dates import short_date


class Command(BaseCommand):
    help = "Print the figures of a unit for a period, or with CODE --evidence the rows behind one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", nargs="*", help="only these figures")
        parser.add_argument("--unit", help="the unit's code; not needed where there is only one cell")
        parser.add_argument("--from", dest="starts", type=date.fromisoformat, help="YYYY-MM-DD")
        parser.add_argument("--to", dest="ends", type=date.fromisoformat, help="YYYY-MM-DD")
        parser.add_argument("--years", help="years side by side, for example 2011-2014")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--evidence", action="store_true", help="list the rows behind each figure")

    def handle(self, *args: Any, **options: Any) -> None:
        unit = asked_unit(options["unit"])
        period = asked_period(unit, options["starts"], options["ends"])
        try:
            figures = [named(code) for code in options["code"]] or all_figures()
        except UnknownFigure as error:
            raise CommandError(str(error)) from error
        if options["evidence"]:
            for item in figures:
                self.evidence(item.code, unit, period)
            return
        if options["years"]:
            self.years(unit, options["years"], figures, as_data=options["json"])
            return
        values = ask_all(unit, period, figures)
        if options["json"]:
            answer = {item.code: as_json(item, values[item.code]) for item in figures}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"{unit}, từ {short_date(period.starts)} đến {short_date(period.ends)}")
        for item in figures:
            value = values[item.code]
            sides = f" ({value.part} trên {value.whole})" if value.whole is not None else ""
            self.stdout.write(f"{item.code:<42} {written(item, value) + sides:<28} {item.name}")

    def years(self, unit: Unit, wanted: str, figures: list[Figure], *, as_data: bool) -> None:
        """Each figure in each year, and the word for the last against the first."""
        first, _, last = wanted.partition("-")
        if not (
            first.isdecimal() and (last or first).isdecimal() and len(first) == 4 and int(first) <= int(last or first)
        ):
            raise CommandError("Viết --years như 2011-2014.")
        try:
            lines = side_by_side(unit, range(int(first), int(last or first) + 1), figures, timezone.localdate())
        except YearsRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if as_data:
            answer = {
                line.figure.code: {
                    "years": {year.year: as_json(line.figure, year.value) for year in line.years},
                    "change": line.word,
                }
                for line in lines
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        for line in lines:
            values = "".join(f"{year.year}: {year.text:<16}" for year in line.years)
            self.stdout.write(f"{line.figure.code:<42} {values}{line.word}")

    def evidence(self, code: str, unit: Unit, period: Period) -> None:
        item = named(code)
        answer = item.ask(unit, period)
        self.stdout.write(f"{item.name}: {written(item, answer.value())}. Tính trên: {item.base}.")
        for row in rows_of(answer):
            day = short_date(row.day) if row.day else ""
            amount = "" if row.amount is None else f"{row.amount:>6} "
            self.stdout.write(f"{'  ' if row.counted else '- '}{day:<12}{amount}{row.who:<24} {row.what}")


def asked_unit(code: str | None) -> Unit:
    try:
        return named_or_only_cell(code)
    except LookupError as error:
        raise CommandError(str(error)) from error


def asked_period(unit: Unit, starts: date | None, ends: date | None) -> Period:
    """The days named; without them, all the time the unit has been there until today."""
    try:
        return Period(starts or unit.starts, ends or timezone.localdate())
    except ValueError as error:
        raise CommandError("Ngày --from phải trước ngày --to.") from error
