"""Every planted fault is found by its own code and nothing beside it; what is layout alone is mended with equal text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.documents.layout import check, mend
from nennep.documents.layout.mending import all_text
from nennep.documents.layout.rules import FORMS
from nennep.documents.layout.tests.faults import FAULTS, Fault
from nennep.documents.layout.tests.papers import BEFORE, CORRECT, long_report, report, saved, word_of

NAMES = [fault.name for fault in FAULTS]
MENDABLE = [fault for fault in FAULTS if fault.mendable]


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_a_planted_fault_is_found_by_its_own_code_and_nothing_beside_it(fault: Fault) -> None:
    content = fault.planted()
    checked = check(content, on=None if fault.code not in UNDATED else BEFORE)
    assert [finding.code for finding in checked.findings] == [fault.code]
    assert checked.findings[0].mendable is fault.mendable


UNDATED = {"date-missing", "date-wrong"}


def test_every_rule_of_writing_has_a_fault_that_breaks_it() -> None:
    assert set(FORMS) <= {fault.code for fault in FAULTS}
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("fault", MENDABLE, ids=[fault.name for fault in MENDABLE])
def test_a_fault_of_layout_is_mended_and_the_text_stays_equal(fault: Fault) -> None:
    content = fault.planted()
    mended = mend(content)
    assert all_text(mended.content) == all_text(content)
    assert check(mended.content).findings == ()
    assert (mended.done, mended.left.findings) == (1, ())


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if not fault.mendable], ids=lambda fault: fault.name)
def test_what_takes_another_text_stays_a_finding_and_says_what_to_write(fault: Fault) -> None:
    content = fault.planted()
    mended = mend(content, on=BEFORE if fault.code in UNDATED else None)
    assert all_text(mended.content) == all_text(content)
    [left] = mended.left.findings
    assert left.code == fault.code
    assert str(left.remedy)


TOGETHER = [fault for fault in MENDABLE if fault.paper is report and not fault.which]


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, len(TOGETHER) - 1), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_any_faults_of_layout_together_are_mended_with_equal_text(chosen: set[int], order: random.Random) -> None:
    faults = [TOGETHER[place] for place in chosen]
    order.shuffle(faults)
    word = word_of(long_report() if order.random() < 0.3 else report())
    for fault in faults:
        fault.plant(word)
    content = saved(word)
    mended = mend(content)
    assert all_text(mended.content) == all_text(content)
    assert [finding.code for finding in mended.left.findings] == []


@pytest.mark.parametrize("name", CORRECT)
def test_nothing_is_found_in_a_correct_file(name: str) -> None:
    assert [(finding.code, finding.excerpt) for finding in check(CORRECT[name]()).findings] == []


@pytest.mark.parametrize("name", list(CORRECT)[:4])
def test_a_correct_file_is_given_back_as_it_was(name: str) -> None:
    content = CORRECT[name]()
    mended = mend(content)
    assert (mended.content, mended.done) == (content, 0)
