"""Every verb is tried by every kind of person, and done or refused as the table says."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest
from django.db import transaction

import nennep
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import Unit
from tests.access.doing import Verb, name_of
from tests.access.kinds import DOERS, Kind, in_order
from tests.access.people import MOMENT, Around, around
from tests.access.verbs import STEPS, VERBS
from tests.access.writing import tables_written

pytestmark = pytest.mark.django_db

HOUSE = Path(nennep.__file__).parent


@pytest.fixture
def cell(example: Unit) -> Around:
    return around(example)


def verbs_of_the_house() -> set[str]:
    """Every public function of a room's actions (and of its enrolment) that is done by somebody at a time."""
    found = set()
    actions = [*HOUSE.rglob("actions.py"), *HOUSE.rglob("actions/*.py"), *HOUSE.glob("*/enrolment.py")]
    for file in actions:
        if file.name == "__init__.py":
            continue
        module = importlib.import_module(".".join(file.relative_to(HOUSE.parent).with_suffix("").parts))
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and {"by", "at"} <= set(inspect.signature(function).parameters):
                found.add(name_of(function))
    return found


def test_every_verb_of_the_house_is_in_the_table():
    assert {verb.name for verb in VERBS} | {name_of(step) for step in STEPS} == verbs_of_the_house()


def test_a_step_that_checks_nothing_itself_is_reached_only_through_its_verb():
    outside = []
    for step in STEPS:
        home = HOUSE.parent / Path(*step.__module__.split(".")).with_suffix(".py")
        for file in HOUSE.rglob("*.py"):
            if file == home or "tests" in file.parts or "migrations" in file.parts:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                imported = isinstance(node, ast.ImportFrom) and node.module == step.__module__
                if imported and step.__name__ in {alias.name for alias in node.names}:
                    outside.append(f"{file} imports {step.__name__}")
                called = isinstance(node, ast.Attribute) and node.attr == step.__name__
                if called and isinstance(node.value, ast.Name) and node.value.id.endswith("actions"):
                    outside.append(f"{file} uses {step.__name__}")
    assert outside == []


def attempt(a: Around, verb: Verb, kind: Kind) -> tuple[bool, set[str], int]:
    """Whether it was done, the tables written, and how many entries the ledger got; afterwards all is as before."""
    with transaction.atomic():
        doer, positional, named = a.doer(kind), verb.takes(a), verb.named(a)
        before = Entry.objects.count()
        with tables_written() as written:
            try:
                verb.act(*positional, **named, by=doer, at=MOMENT)
                done = True
            except NotAllowed:
                done = False
        entries = Entry.objects.filter(sequence__gt=before, actor=doer.reference).count()
        transaction.set_rollback(True)
    return done, written, entries


def test_every_verb_is_done_or_refused_as_the_table_says(cell, capsys):
    wrong: list[str] = []
    tried = 0
    for verb in VERBS:
        for kind in in_order(DOERS):
            may = kind in verb.may
            done, written, entries = attempt(cell, verb, kind)
            tried += 1
            said = f"{verb.title} by {kind.value}"
            if done is not may:
                wrong.append(f"{said}: {'done' if done else 'refused'}")
            elif may and verb.private and entries:
                wrong.append(f"{said}: nobody may know of it, and the ledger says so")
            elif may and not entries and not verb.private:
                wrong.append(f"{said}: done, and the ledger does not say so")
            elif not may and written:
                wrong.append(f"{said}: refused, and wrote {sorted(written)}")
    with capsys.disabled():
        print(f"\naccess: {tried} attempts, {len(VERBS)} verbs, {len(DOERS)} kinds of doers")
    assert not wrong, "\n".join(wrong)
