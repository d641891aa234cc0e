"""`nennep import FILE.xlsx --unit CODE`: enter a unit's workbook, all of it or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.documents.files.admission import Marked
from nennep.exchange.gate import through_the_gate
from nennep.exchange.workbook.importing import import_workbook
from nennep.exchange.workbook.opening import read_bytes
from nennep.exchange.workbook.problems import WorkbookRefused
from nennep.ledger.acts import Outcome
from nennep.organisation.access import Operator


class Command(BaseCommand):
    help = "Import a unit's workbook (.xlsx): checks every cell, then commits everything or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--unit", required=True, help="the unit's code, e.g. CBBQL")
        parser.add_argument("--dry-run", action="store_true", help="check and show what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            through_the_gate(file.name, read_bytes(file), "no")
            result = import_workbook(
                file,
                unit_code=options["unit"],
                by=Operator(),
                at=timezone.now(),
                dry_run=options["dry_run"],
            )
        except Marked as marked:
            raise CommandError("Không nhập: tệp có dấu mật, phải giữ ngoài hệ thống.") from marked
        except WorkbookRefused as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            raise CommandError(f"Không nhập: {len(refused.problems)} chỗ phải sửa. Dữ liệu vẫn như cũ.") from refused
        for warning in result.warnings:
            self.stderr.write(f"Lưu ý: {warning}")
        for name, counts in result.outcomes.items():
            added, corrected, same = (counts.get(outcome, 0) for outcome in Outcome)
            self.stdout.write(f"{name:<22} thêm {added:>5}  sửa {corrected:>5}  đã có {same:>5}")
        done = "Thử xong, chưa ghi gì" if options["dry_run"] else "Đã nhập"
        self.stdout.write(
            f"{done}: {result.unit}. Thêm {result.total(Outcome.ADDED)}, sửa {result.total(Outcome.CORRECTED)}, "
            f"đã có {result.total(Outcome.UNCHANGED)}."
        )
