"""`nennep search rebuild | check`: make the index of the search anew, or say where it differs from the registers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nennep.search import keeping


class Command(BaseCommand):
    help = "The index of the search: make it anew from the registers, or say where it differs from them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["rebuild", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "rebuild":
            self.stdout.write(f"Đã lập lại mục lục tìm kiếm: {keeping.rebuild()} mục.")
            return
        found = 0
        for difference in keeping.differences():
            found += 1
            self.stdout.write(f"{difference.kind} {difference.record}: {difference.what}")
        if not keeping.index_is_whole():
            found += 1
            self.stdout.write("The database's own index does not hold the words of the entries.")
        if found:
            raise CommandError(f"{found} chỗ khác với sổ. Chạy: nennep search rebuild")
        self.stdout.write("Mục lục tìm kiếm khớp với sổ.")
