"""Writers in different processes wait for each other at the head: one chain, no entry lost, none twice."""

from tests.at_once import all_at_once
from tests.database import run_nennep

FOUND = "from nennep.organisation.tests.factories import UnitFactory; UnitFactory()"
COUNT = """
from nennep.ledger.models import Entry
from nennep.organisation.models import Person
print(Person.objects.count(), Entry.objects.filter(act="organisation.list_person").values("subject").distinct().count())
"""


def test_everybody_at_once_and_every_act_is_once_in_one_whole_chain(tmp_path, own_database, long):
    """Two hundred people at twenty acts each in the full count; nobody is shown a lock."""
    processes, threads, acts = (10, 20, 20) if long else (2, 6, 8)
    run_nennep("migrate", "--verbosity=0", data=tmp_path, database=own_database)
    run_nennep("shell", "--no-imports", "--command", FOUND, data=tmp_path, database=own_database)
    many = {"processes": processes, "threads": threads, "each": acts}
    all_at_once("nennep.ledger.tests.writer", **many, data=tmp_path, database=own_database)
    wanted = processes * threads * acts
    assert run_nennep("ledger", "verify", data=tmp_path, database=own_database) == (
        f"{wanted} entries, the chain is whole.\n"
    )
    listed = run_nennep("shell", "--no-imports", "--command", COUNT, data=tmp_path, database=own_database)
    assert listed.split() == [str(wanted), str(wanted)]
