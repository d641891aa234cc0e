"""The command `nennep`: Django's management commands, with the data folder chosen by --data."""

import os
import sys

# Verbs that must not touch, or wait for, a database.
WITHOUT_DATABASE = {
    "help",
    "--help",
    "--version",
    "version",
    "makemigrations",
    "makemessages",
    "migrate",
    "check",
    "layout",
    "test",
}


def main() -> None:
    """`nennep VERB … [--data DIR]`; the folder defaults to NENNEP_DATA, then ./data."""
    arguments = take_data_folder(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nennep.config.settings")

    from django.core.management import execute_from_command_line

    from nennep.config.datafolder import SettingsError

    try:
        if len(arguments) > 1 and arguments[1] not in WITHOUT_DATABASE:
            make_database_when_there_is_none()
        execute_from_command_line(arguments)
    except SettingsError as error:
        sys.exit(f"nennep: {error}")
    except BrokenPipeError:
        # Whoever was reading has read enough (| head): nothing is wrong, and nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def take_data_folder(arguments: list[str]) -> list[str]:
    """Take --data DIR (or --data=DIR) out of the arguments and remember it for the settings."""
    left: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--data":
            folder = next(words, None)
            if folder is None:
                sys.exit("nennep: --data needs a folder, for example --data ./data")
            os.environ["NENNEP_DATA"] = folder
        elif word.startswith("--data="):
            os.environ["NENNEP_DATA"] = word.removeprefix("--data=")
        else:
            left.append(word)
    return left


def make_database_when_there_is_none() -> None:
    """Migrate a data folder that has no tables yet. One that has older tables is left for `nennep migrate`."""
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    if "django_migrations" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0)
