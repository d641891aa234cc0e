"""How the tests are set up: a data folder of their own, a database migrated once, one cell, one imported workbook."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# The settings read the data folder when they load, so it has to be chosen before anything else of the house is imported.
# Each process of the test run has a folder of its own, and never the one that somebody works with.
DATA = Path(tempfile.mkdtemp(prefix="nennep-test-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
os.environ["NENNEP_DATA"] = str(DATA)
os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"

import django  # noqa: E402
import pytest  # noqa: E402
from django.conf import settings  # noqa: E402

django.setup()
if settings.DATA.root != DATA.resolve():
    pytest.exit(
        "The settings were loaded before the tests could choose a data folder: unset DJANGO_SETTINGS_MODULE.", 4
    )
# Or else xdist's processes would inherit it and load the settings before they come here.
del os.environ["DJANGO_SETTINGS_MODULE"]

pytest_plugins = ["tests.database", "tests.house"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the full counts of what otherwise runs as a sample")


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the full counts were asked for: `python3 run.py test --long`."""
    return bool(request.config.getoption("--long"))
