"""The words of the entries in the database's own index, kept equal to the column `words` by the database itself.

A migration that makes SQLite write the table anew (any change of a column) drops its triggers and has to make them again.
"""

from typing import Any

from django.db import migrations

SQLITE = [
    # The words come ready made: "ascii" with the underscore neither splits nor changes them. No positions, no columns: the
    # words themselves say where they stand (nennep/search/placing.py), and the index stays a third of the size.
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        words, content='search_entry', content_rowid='id', detail='none', tokenize="ascii tokenchars '_'"
    )
    """,
    """
    CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry
    BEGIN INSERT INTO search_index(rowid, words) VALUES (NEW.id, NEW.words); END
    """,
    """
    CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry
    BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', OLD.id, OLD.words); END
    """,
    """
    CREATE TRIGGER search_entry_changed AFTER UPDATE OF id, words ON search_entry
    BEGIN
        INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', OLD.id, OLD.words);
        INSERT INTO search_index(rowid, words) VALUES (NEW.id, NEW.words);
    END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER search_entry_added",
    "DROP TRIGGER search_entry_removed",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_index",
]

POSTGRESQL = [
    # Not to_tsvector: its parser would read "03-CT/TW" as the path of a file.
    """
    ALTER TABLE search_entry ADD COLUMN tokens tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
    """,
    # Without a list of what is still to be sorted in: every question would have to read it through.
    "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (fastupdate = off)",
    # How common more words than usual are: the planner chooses between walking and looking up by it.
    "ALTER TABLE search_entry ALTER COLUMN tokens SET STATISTICS 1000",
]
POSTGRESQL_BACK = ["ALTER TABLE search_entry DROP COLUMN tokens"]


def make_index(apps: Any, schema_editor: Any) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_entries")]

    operations = [migrations.RunPython(make_index, drop_index)]
