"""`nennep rules`: what holds for a unit on a day, or whether a pack can be used."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.organisation.queries import named_or_only_cell
from nennep.rulebook.library import SHIPPED, library, load
from nennep.rulebook.rules import Rule, rulebook_of
from nennep.rulebook.values import as_json, written
from nennep.vietnamese.dates import short_date


class Command(BaseCommand):
    help = "Print the rules that hold for a unit on a day, or with `check PACK.toml` every fault of a pack by its line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("check", nargs="*", metavar="check PACK.toml", help="packs to check")
        parser.add_argument("--unit", help="the unit's code; not needed where there is only one cell")
        parser.add_argument("--on", type=date.fromisoformat, help="YYYY-MM-DD; today without it")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        verb, *files = options["check"] or [""]
        if verb == "check":
            self.check_packs([Path(file) for file in files])
            return
        if verb:
            raise CommandError(f"Không có lệnh con {verb}. Dùng: nennep rules, hoặc nennep rules check PACK.toml")
        try:
            unit = named_or_only_cell(options["unit"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        for fault in library().faults:
            self.stderr.write(str(fault))
        found = rulebook_of(unit).on(options["on"] or timezone.localdate())
        if options["json"]:
            answer = {key: as_dict(found[key]) for key in sorted(found)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        names = library().names
        for key in sorted(found):
            rule = found[key]
            name = names.get(key)
            value = written(rule.value, name.kind, name.unit) if name else str(rule.value)
            check = ", cần đối chiếu bản gốc" if rule.to_check else ""
            self.stdout.write(f"{key:<42} {value:<28} {rule.cited} ({rule.pack}{check})")

    def check_packs(self, files: list[Path]) -> None:
        """Beside the shipped packs, as they would be in the data folder. Ends with 1 where there is a fault."""
        if not files:
            raise CommandError("Ghi tên tệp gói quy tắc, ví dụ: nennep rules check tinh-toi.toml")
        for file in files:
            if not file.is_file():
                raise CommandError(f"Không có tệp {file}.")
        checked = {file.name for file in files}
        found = load([*(path for path in sorted(SHIPPED.glob("*.toml")) if path.name not in checked), *files])
        faults = [fault for fault in found.faults if fault.file in checked]
        for fault in faults:
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(f"{len(faults)} chỗ phải sửa.")
        for file in files:
            pack = found.packs[file.stem]
            days = "từ ngày đơn vị áp dụng" if pack.valid_from is None else f"từ {short_date(pack.valid_from)}"
            self.stdout.write(
                f"{file.name}: dùng được. {pack.name}, {days}: {len(pack.rules)} quy tắc, {len(pack.questions)} câu hỏi."
            )


def as_dict(rule: Rule) -> dict[str, Any]:
    """One rule as programs read it."""
    return {
        "value": as_json(rule.value),
        "source": rule.source,
        "article": rule.article,
        "certainty": rule.certainty,
        "pack": rule.pack,
        "valid_from": None if rule.valid_from == date.min else rule.valid_from.isoformat(),
        "valid_to": None if rule.valid_to is None else rule.valid_to.isoformat(),
        "layers": [
            {
                "layer": step.layer,
                "value": as_json(step.value),
                "source": step.source,
                "certainty": step.certainty,
                "counted": step.counted,
            }
            for step in rule.layers
        ],
    }
