"""`nennep prepare`: bring the data folder up to date with the program."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from nennep.search.keeping import rebuild
from nennep.search.models import Entry


class Command(BaseCommand):
    help = "Migrate the database and compile the translations."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if not Entry.objects.exists():  # a folder from before there was an index, or an empty one
            rebuild()
        for folder in settings.LOCALE_PATHS:
            compile_catalogues(Path(folder))


def compile_catalogues(folder: Path) -> None:
    """Compile each catalogue that is newer than its compiled form; needs no gettext on the machine."""
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))
