"""`nennep ledger verify`: is the chain whole? `nennep ledger head`: its end, to be kept outside the house."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nennep.ledger import heads
from nennep.ledger.chain import Verdict, verify
from nennep.ledger.models import Entry


class Command(BaseCommand):
    help = "The chain of acts: verify it, or export its head."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        head = verbs.add_parser("head", help="print the end of the chain as JSON, to be kept outside the house")
        head.add_argument("--out", type=Path, metavar="FILE", help="write it there instead")
        check = verbs.add_parser("verify", help="recompute the chain and name the first broken entry (exit 1)")
        check.add_argument(
            "--from", type=int, default=1, dest="start", metavar="N", help="begin at entry N, trusting what it follows"
        )
        check.add_argument(
            "--against",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="the ledger must carry this exported head; may be given several times",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verb"] == "head":
            self.head(options["out"])
        else:
            self.verify(options["start"], options["against"])

    def head(self, out: Path | None) -> None:
        try:
            text = heads.exported(timezone.localtime())
            if out is None:
                self.stdout.write(text)
            else:
                out.write_text(f"{text}\n", encoding="utf-8")
        except heads.NoHead as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error

    def verify(self, start: int, against: list[Path]) -> None:
        try:
            known = [heads.read(file) for file in against]
        except heads.NotAHead as error:
            raise CommandError(str(error)) from error
        if start < 1 or (start > 1 and not Entry.objects.filter(sequence=start).exists()):
            raise CommandError(f"there is no entry {start} to begin at.")
        verdict, mismatch = verify(start), heads.compare(known)
        if mismatch and (verdict.broken is None or mismatch.at < verdict.broken):
            raise CommandError(mismatch.reason)
        if not verdict.whole:
            raise CommandError(broken(verdict, start))
        self.stdout.write(whole(verdict, start, len(known)))


def broken(verdict: Verdict, start: int) -> str:
    begun = f", read from entry {start} on" if start > 1 else ""
    return f"entry {verdict.broken} {verdict.reason}; {verdict.entries} entries before it are whole{begun}."


def whole(verdict: Verdict, start: int, known: int) -> str:
    text = f"{verdict.entries} entries, the chain is whole"
    if start > 1:
        text += f" from entry {start} on; what stands before entry {start} was not recomputed"
    return f"{text}{f'; it carries every exported head ({known})' if known else ''}."
