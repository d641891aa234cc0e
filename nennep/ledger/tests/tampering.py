"""What somebody with the database password could do: lift the triggers, change a line, put them back."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection, transaction

MIGRATIONS = [
    import_module("nennep.ledger.migrations.0002_refuse_changes"),
    import_module("nennep.ledger.migrations.0004_refuse_changed_seals"),
]


@contextmanager
def triggers_lifted() -> Iterator[None]:
    """Inside the block the ledger's entries and seals can be changed and removed."""
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for migration in MIGRATIONS:
            for statement in migration.POSTGRESQL_BACK if postgresql else migration.SQLITE_BACK:
                cursor.execute(statement)
        yield
        for migration in MIGRATIONS:
            for statement in migration.POSTGRESQL if postgresql else migration.SQLITE:
                cursor.execute(statement)


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside the block is taken back at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
