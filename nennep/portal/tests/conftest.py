from collections.abc import Iterator

import pytest
from wagtail.models import Site

from nennep.organisation.tests.factories import Cell
from nennep.portal.actions import open_portal
from nennep.portal.models import HomePage


@pytest.fixture
def portal(cell: Cell) -> Iterator[HomePage]:
    """The cell's portal, open. Wagtail remembers its address beyond a test, so it is made to forget it."""
    yield open_portal(cell.unit)
    Site.clear_site_root_paths_cache()
