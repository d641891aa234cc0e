"""A head kept outside the house catches what the chain alone cannot: a ledger rewritten or cut off by its owner."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nennep.ledger.chain import BEGINNING, verify
from nennep.ledger.models import Entry, Head
from nennep.ledger.tests.factories import entries, entry
from nennep.ledger.tests.tampering import triggers_lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(tmp_path):
    """Exports the head as it stands, each time into another file."""

    def export():
        file = tmp_path / f"{Entry.objects.count()}.json"
        call_command("ledger", "head", "--out", str(file))
        return str(file)

    return export


def rewrite(*deeds):
    """What the owner of the file can do: a new chain from the first entry, every hash fitting, the head too."""
    with triggers_lifted():
        Entry.objects.all().delete()
        Head.objects.all().delete()
        for number, deed in enumerate(deeds, start=1):
            entry(number, content={"number": number, "deed": deed})


def cut_off_after(sequence):
    with triggers_lifted():
        Entry.objects.filter(sequence__gt=sequence).delete()
    last = Entry.objects.get(sequence=sequence)
    Head.objects.update(sequence=last.sequence, hash=last.hash)


def test_the_head_is_printed_with_its_format_its_number_and_its_hash(capsys):
    last = entries(3)[-1]
    call_command("ledger", "head")
    head = json.loads(capsys.readouterr().out)
    assert list(head) == ["format", "sequence", "hash", "at"]
    assert (head["format"], head["sequence"], head["hash"]) == ("nennep/ledger-head/1", 3, last.hash)


def test_the_head_of_an_empty_ledger_is_its_beginning_and_every_later_ledger_carries_it(export):
    file = export()
    head = json.loads(Path(file).read_text())
    assert (head["sequence"], head["hash"]) == (0, BEGINNING)
    entries(2)
    call_command("ledger", "verify", "--against", file)


def test_a_ledger_that_only_grew_carries_every_head_that_was_exported(export, capsys):
    entries(2)
    first = export()
    entry(3)
    second = export()
    entry(4)
    call_command("ledger", "verify", "--against", first, "--against", second)
    assert "4 entries, the chain is whole; it carries every exported head (2)." in capsys.readouterr().out


def test_one_changed_byte_is_caught_though_the_whole_chain_was_rewritten_with_fitting_hashes(export):
    rewrite("Trực trưa", "Trực đêm", "Trực tết")
    file = export()
    rewrite("Trực trưa", "Trực đêm", "Trực tếp")
    entry(4)
    assert verify().whole
    with pytest.raises(CommandError, match="rewritten at or before entry 3") as failure:
        call_command("ledger", "verify", "--against", file)
    assert failure.value.returncode == 1


def test_a_tail_cut_off_with_the_head_row_rewritten_is_caught_only_by_the_exported_head(export):
    entries(5)
    file = export()
    cut_off_after(3)
    call_command("ledger", "verify")
    with pytest.raises(CommandError, match="cut off: the exported head knows 5 entries, there are 3"):
        call_command("ledger", "verify", "--against", file)


def test_of_several_heads_the_earliest_that_does_not_fit_is_named(export):
    entries(2)
    early = export()
    entry(3)
    late = export()
    rewrite("Khác", "Khác", "Khác")
    with pytest.raises(CommandError, match="at or before entry 2"):
        call_command("ledger", "verify", "--against", late, "--against", early)


def test_a_broken_entry_before_the_exported_head_is_named_first(export):
    entries(3)
    file = export()
    with triggers_lifted():
        Entry.objects.filter(sequence=2).update(actor="organisation.person:2")
        Entry.objects.filter(sequence=3).update(hash="0" * 64)
    with pytest.raises(CommandError, match="entry 2 was changed"):
        call_command("ledger", "verify", "--against", file)


def test_begun_at_a_later_entry_earlier_damage_is_passed_over_and_the_answer_says_so(capsys):
    entries(5)
    with triggers_lifted():
        Entry.objects.filter(sequence=2).update(actor="organisation.person:2")
    with pytest.raises(CommandError, match="entry 2 was changed"):
        call_command("ledger", "verify")
    call_command("ledger", "verify", "--from", "4")
    answer = "2 entries, the chain is whole from entry 4 on; what stands before entry 4 was not recomputed."
    assert answer in capsys.readouterr().out


def test_begun_at_a_later_entry_later_damage_is_found_still():
    entries(6)
    with triggers_lifted():
        Entry.objects.filter(sequence=5).update(actor="organisation.person:2")
    with pytest.raises(CommandError, match="entry 5 was changed.*1 entries before it are whole, read from entry 4"):
        call_command("ledger", "verify", "--from", "4")


@pytest.mark.parametrize("start", ["0", "-1", "4"])
def test_it_does_not_begin_at_an_entry_that_does_not_exist(start):
    entries(3)
    with pytest.raises(CommandError, match=f"there is no entry {start} to begin at"):
        call_command("ledger", "verify", f"--from={start}")


FINE = {"format": "nennep/ledger-head/1", "sequence": 1, "hash": "0" * 64}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b"[]", "it does not say"),
        (json.dumps(FINE | {"format": "nennep/ledger-head/2"}).encode(), "it does not say"),
        (json.dumps(FINE | {"sequence": True}).encode(), "its sequence"),
        (json.dumps(FINE | {"sequence": -1}).encode(), "its sequence"),
        (json.dumps(FINE | {"sequence": 2**70}).encode(), "its sequence"),
        (json.dumps(FINE | {"hash": "0" * 63}).encode(), "its hash"),
        (json.dumps(FINE | {"hash": 7}).encode(), "its hash"),
    ],
)
def test_a_foreign_file_is_refused_in_one_sentence(tmp_path, content, why):
    file = tmp_path / "head.json"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=f"head.json is not an exported head: {why}[^\n]*$"):
        call_command("ledger", "verify", "--against", str(file))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="gone.json cannot be read: No such file"):
        call_command("ledger", "verify", "--against", str(tmp_path / "gone.json"))


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("ledger", "head", "--out", str(tmp_path / "no" / "head.json"))


def test_entries_without_a_head_row_have_no_head_to_export():
    entries(2)
    Head.objects.all().delete()
    with pytest.raises(CommandError, match="no head"):
        call_command("ledger", "head")
