"""`nennep layout FILE.docx`: is it laid out as a Party document has to be? Touches no database."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.documents.layout import Checked, Finding, NotReadable, Undated, check, mend
from nennep.vietnamese.dates import short_date


class Command(BaseCommand):
    help = "Check the layout of a Word file against the guidance of its day; exit status 1 where something is found."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.docx")
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of the document; else its date line's"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
        parser.add_argument("--mend", metavar="OUT.docx", help="also write a copy with its layout put right")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        try:
            content = Path(name).read_bytes()
            checked = check(content, on=options["on"])
            if options["mend"]:
                Path(options["mend"]).write_bytes(mend(content, on=options["on"]).content)
        except OSError as error:
            raise CommandError(_("Không mở được %(file)s: %(reason)s") % {"file": name, "reason": error}) from error
        except (NotReadable, Undated) as error:
            raise CommandError(f"{name}: {error}", returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_json(name, checked), ensure_ascii=False, indent=1))
        else:
            self.table(name, checked)
        if checked.findings:
            n = len(checked.findings)
            raise CommandError(ngettext("%(n)s chỗ cần xem.", "%(n)s chỗ cần xem.", n) % {"n": n}, returncode=1)

    def table(self, name: str, checked: Checked) -> None:
        said = _("%(file)s, ngày %(day)s, theo %(guidance)s")
        day, guidance = short_date(checked.on), str(checked.regime.source)
        self.stdout.write(said % {"file": name, "day": day, "guidance": guidance})
        if checked.before_guidance:
            self.stdout.write(
                _("Văn bản có trước 03/4/2018: hướng dẫn thời đó chưa xem được, nên đối chiếu với 36-HD/VPTW.")
            )
        if not checked.findings:
            self.stdout.write(_("Không thấy chỗ nào sai thể thức."))
        for finding in checked.findings:
            self.stdout.write(f"\n{finding.severity.said} · {finding.rule.part} · {finding.code}")
            for heading, words in rows(finding):
                self.stdout.write(f"  {heading:<12} {words}")


def rows(finding: Finding) -> list[tuple[str, str]]:
    place = finding.excerpt if finding.count == 1 else f"{finding.excerpt} ({finding.count} {_('đoạn')})"
    found = [
        (_("chỗ"), place),
        (_("đang là"), finding.there),
        (_("quy định"), str(finding.rule.says)),
        (_("cách sửa"), str(finding.remedy)),
        (_("theo"), f"{finding.source} [{finding.rule.certainty}: {finding.certainty}]"),
    ]
    return [(heading, words) for heading, words in found if words]


def as_json(name: str, checked: Checked) -> dict[str, Any]:
    return {
        "file": Path(name).name,
        "on": checked.on.isoformat(),
        "guidance": checked.regime.layout.key,
        "findings": [finding.as_json() for finding in checked.findings],
    }
