"""`nennep verify`: everything against what was sealed and written; names what is broken and exits 1."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nennep.desk.verifying import verify_everything


class Command(BaseCommand):
    help = "Check the ledger's chain, every sealed page and every stored file; name what is broken (exit 1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        found = verify_everything()
        if options["json"]:
            counts = {"entries": found.entries, "seals": found.seals, "files": found.files}
            broken = [{"what": what, "why": why} for what, why in found.broken]
            self.stdout.write(json.dumps(counts | {"whole": found.whole, "broken": broken}, ensure_ascii=False))
        else:
            self.stdout.write(f"{found.entries} entries, {found.seals} sealed pages, {found.files} files were read.")
            for what, why in found.broken:
                self.stdout.write(f"{what}: {why}")
        if not found.whole:
            raise CommandError(f"{len(found.broken)} broken.", returncode=1)
        if not options["json"]:
            self.stdout.write("Everything is as it was written.")
