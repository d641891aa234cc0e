"""The database itself refuses to change or remove a seal."""

from typing import Any

from django.db import migrations

SQLITE = [
    """
    CREATE TRIGGER ledger_seal_no_update BEFORE UPDATE ON ledger_seal
    BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END
    """,
    """
    CREATE TRIGGER ledger_seal_no_delete BEFORE DELETE ON ledger_seal
    BEGIN SELECT RAISE(ABORT, 'a seal is never removed'); END
    """,
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    """
    CREATE TRIGGER ledger_seal_no_replace BEFORE INSERT ON ledger_seal
    WHEN EXISTS (SELECT 1 FROM ledger_seal WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'a seal is never replaced'); END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER ledger_seal_no_update",
    "DROP TRIGGER ledger_seal_no_delete",
    "DROP TRIGGER ledger_seal_no_replace",
]
POSTGRESQL = [
    """
    CREATE FUNCTION ledger_seal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a seal is never changed or removed'; END $$
    """,
    """
    CREATE TRIGGER ledger_seal_no_change BEFORE UPDATE OR DELETE ON ledger_seal
    FOR EACH ROW EXECUTE FUNCTION ledger_seal_refuse()
    """,
    """
    CREATE TRIGGER ledger_seal_no_truncate BEFORE TRUNCATE ON ledger_seal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_seal_refuse()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER ledger_seal_no_change ON ledger_seal",
    "DROP TRIGGER ledger_seal_no_truncate ON ledger_seal",
    "DROP FUNCTION ledger_seal_refuse()",
]


def refuse_changes(apps: Any, schema_editor: Any) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def allow_changes(apps: Any, schema_editor: Any) -> None:
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_seals")]
    operations = [migrations.RunPython(refuse_changes, allow_changes)]
