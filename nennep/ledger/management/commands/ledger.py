"""`nennep ledger verify`: is the chain whole?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nennep.ledger.chain import verify


class Command(BaseCommand):
    help = "verify: recompute the chain of acts and name the first broken entry (exit 1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify()
        if not verdict.whole:
            raise CommandError(
                f"entry {verdict.broken} {verdict.reason}; {verdict.entries} entries before it are whole."
            )
        self.stdout.write(f"{verdict.entries} entries, the chain is whole.")
