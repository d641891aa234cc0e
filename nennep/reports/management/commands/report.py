"""`nennep report --unit CODE --kind tong-ket --from … --to … --out DIR`: the report as .docx, .pdf, .html, .json."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.reports.summary.composing import compose
from nennep.reports.writing import write_files


class Command(BaseCommand):
    help = "Write a report of a unit from its records, in four formats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", required=True)
        parser.add_argument("--kind", choices=["tong-ket"], default="tong-ket")
        parser.add_argument("--from", dest="starts", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
        parser.add_argument("--to", dest="ends", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
        parser.add_argument("--out", type=Path, default=Path("out"))

    def handle(self, *args: Any, **options: Any) -> None:
        unit = Unit.objects.select_related("parent").filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có đơn vị mã {options['unit']}.")
        try:
            period = Period(options["starts"], options["ends"])
        except ValueError as error:
            raise CommandError("Ngày --from phải trước ngày --to.") from error
        report = compose(unit, period)
        for file in write_files(report.document, options["out"], f"bao-cao-{options['kind']}"):
            self.stdout.write(str(file))
        for item in report.missing:
            self.stderr.write(f"Còn thiếu: {item.what}")
