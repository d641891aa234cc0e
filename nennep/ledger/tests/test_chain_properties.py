"""Whatever is written in whatever order, the chain is whole; whatever single value is then changed, it is found."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.ledger.chain import append, verify
from nennep.ledger.models import Entry
from nennep.ledger.tests.tampering import triggers_lifted, undone

pytestmark = pytest.mark.django_db

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
plain = st.none() | st.booleans() | st.integers(-(2**50), 2**50) | words
moments = st.datetimes(datetime(1945, 9, 2), datetime(2099, 1, 1), timezones=st.just(UTC))
acts = st.fixed_dictionaries(
    {
        "act": words,
        "actor": words,
        "on_behalf_of": words,
        "subject": words,
        "at": moments,
        "content": st.dictionaries(words, plain, max_size=4),
    }
)
chains = st.lists(acts, min_size=1, max_size=6)


def write(chain):
    for item in chain:
        append(item["act"], **{name: value for name, value in item.items() if name != "act"})


@settings(max_examples=30, deadline=None)
@given(chain=chains)
def test_any_sequence_of_acts_verifies(chain):
    with undone():
        write(chain)
        verdict = verify()
    assert (verdict.entries, verdict.whole) == (len(chain), True)


@settings(max_examples=60, deadline=None)
@given(
    chain=chains,
    place=st.integers(0, 5),
    column=st.sampled_from(
        ["at", "actor", "on_behalf_of", "act", "subject", "commitment", "salt_hash", "previous", "hash"]
    ),
    moment=moments,
    word=st.text("0123456789abcdef", max_size=30),
)
def test_any_single_value_changed_is_found_at_its_entry(chain, place, column, moment, word):
    sequence = place % len(chain) + 1
    with undone():
        write(chain)
        before = getattr(Entry.objects.get(sequence=sequence), column)
        changed = moment if column == "at" else word
        with triggers_lifted():
            Entry.objects.filter(sequence=sequence).update(**{column: changed})
        verdict = verify()
    assert verdict.broken == (sequence if changed != before else None)
