"""Which tables the database was told to write to, whatever the rows held before."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WRITE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)


@contextmanager
def tables_written() -> Iterator[set[str]]:
    found: set[str] = set()

    def watch(execute, sql, params, many, context):
        if told := WRITE.match(sql):
            found.add(told[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found
