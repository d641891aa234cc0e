import pytest

from nennep.ledger.chain import canonical, commit_to
from nennep.ledger.tests.factories import entry


@pytest.mark.django_db
def test_two_entries_about_the_same_content_do_not_show_that_it_is_the_same():
    one, other = entry(1, content={"level": "not_completed"}), entry(2, content={"level": "not_completed"})
    assert one.opening.value != other.opening.value
    assert one.commitment != other.commitment


@pytest.mark.django_db
def test_whoever_has_the_content_can_prove_it():
    content = {"deed": "Trực trưa cả tuần", "number": 7}
    kept = entry(1, content=content)
    assert kept.commitment == commit_to(dict(reversed(content.items())), kept.opening.value)
    assert kept.commitment != commit_to(content | {"number": 8}, kept.opening.value)


def test_content_has_one_spelling_whatever_the_order_of_its_names():
    assert canonical({"b": 1, "a": "Sổ"}) == canonical({"a": "Sổ", "b": 1}) == '{"a":"Sổ","b":1}'
