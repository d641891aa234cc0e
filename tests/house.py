"""What most tests need: a moment, a cell with its people, and the example cell's records."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from nennep.organisation.access import Operator
from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import Cell, a_cell

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "chi-bo-mau" / "so-chi-bo.xlsx"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def at() -> datetime:
    """Now, for every test: the afternoon of 3 June 2014."""
    return datetime(2014, 6, 3, 14, 0, tzinfo=HANOI)


@pytest.fixture
def today(at: datetime) -> date:
    return at.date()


@pytest.fixture
def operator() -> Operator:
    return Operator()


@pytest.fixture
def cell(db: None) -> Cell:
    return a_cell()


@pytest.fixture
def unit(cell: Cell) -> Unit:
    return cell.unit


@pytest.fixture
def secretary(cell: Cell) -> Person:
    return cell.secretary


@pytest.fixture(scope="session")
def four_years() -> Period:
    """The period of the source report: from the directive to the conference."""
    return Period(date(2011, 5, 14), date(2015, 1, 15))


@pytest.fixture(scope="module")
def example(django_db_setup: None, django_db_blocker) -> Iterator[Unit]:
    """The example cell, imported from its workbook for one module and taken back after it.

    The module's tests run inside this transaction, each in a savepoint of its own.
    """
    from nennep.exchange.workbook.importing import import_workbook

    with django_db_blocker.unblock(), transaction.atomic():
        moment = datetime(2015, 1, 20, 9, 0, tzinfo=HANOI)
        yield import_workbook(EXAMPLE, unit_code="CBBQL", by=Operator(), at=moment).unit
        transaction.set_rollback(True)


@pytest.fixture
def english_catalogue(settings, tmp_path: Path) -> None:
    """The English words as `nennep prepare` compiles them, in a copy; without them an English page says Vietnamese."""
    from nennep.config.management.commands.prepare import compile_catalogues

    folder = tmp_path / "locale"
    shutil.copytree(settings.LOCALE_PATHS[0], folder, ignore=shutil.ignore_patterns("*.mo"))
    compile_catalogues(folder)
    settings.LOCALE_PATHS = [folder]
