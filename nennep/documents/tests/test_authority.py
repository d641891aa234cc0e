"""What a cell may issue, by day."""

from datetime import date

import pytest

from nennep.documents.authority import may_issue, may_unit_issue
from nennep.documents.models import DocumentType

SINCE, BEFORE = date(2026, 1, 9), date(2026, 1, 8)


@pytest.mark.parametrize("kind", ["regulation", "directive", "circular", "guidance", "lời kêu gọi"])
def test_a_cell_issues_none_of_these_since_399_and_is_told_what_to_write_instead(kind: str):
    reason = may_issue(kind, SINCE, "attached_cell")
    assert reason is not None
    assert "09/01/2026" in reason.said
    assert (bool(reason.instead), reason.certainty) == (True, "second-hand")
    assert "399-QĐ/TW" in reason.source


def test_a_regulation_of_a_cell_from_before_stands():
    assert may_issue("regulation", date(2011, 12, 1), "grassroots_cell") is None
    assert may_issue("regulation", BEFORE, "grassroots_cell") is None


def test_a_level_above_issues_regulations():
    assert may_issue("regulation", SINCE, "province") is None


def test_every_other_type_is_the_cells_to_issue():
    others = set(DocumentType.values) - {"regulation", "directive", "circular", "guidance"}
    assert [kind for kind in others if may_issue(kind, SINCE, "grassroots_cell")] == []


def test_a_unit_is_asked_as_it_was_on_that_day(cell):
    assert may_unit_issue("regulation", SINCE, cell.unit) is not None
    assert may_unit_issue("regulation", SINCE, cell.parent) is None
    assert may_unit_issue("regulation", date(2014, 1, 1), cell.unit) is None
