"""A draft is written, gone on with, signed into the register, or thrown away; two people do not write over each other."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from nennep.documents.drafting.actions import ChangedMeanwhile, discard_draft, sign_draft, write_draft
from nennep.documents.models import INVITATION, Document, Draft
from nennep.documents.tests.factories import DocumentFactory, DraftFactory
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import CommitteeTerm

DAY = date(2014, 6, 2)


@pytest.fixture
def term(cell):
    return CommitteeTerm.objects.create(unit=cell.unit, name="2010–2015", starts=date(2010, 6, 18))


def typed(cell, **more) -> Draft:
    return DraftFactory.build(register=cell.unit, **more)


def written(cell, at, **more) -> Draft:
    return write_draft(typed(cell, **more), seen=0, by=cell.minutes_secretary, at=at)


def test_whoever_keeps_the_books_writes_a_draft_and_the_ledger_says_so(cell, at):
    draft = written(cell, at)
    assert (draft.version, draft.written_by, draft.written_at) == (1, cell.minutes_secretary, at)
    assert Entry.objects.get().act == "documents.write_draft"


def test_a_member_without_the_books_writes_none(cell, at):
    with pytest.raises(NotAllowed):
        write_draft(typed(cell), seen=0, by=cell.member, at=at)
    assert not Draft.objects.exists()


def test_writing_again_is_the_next_version(cell, at):
    draft = written(cell, at)
    draft.body = "Bản sau."
    write_draft(draft, seen=1, by=cell.secretary, at=at + timedelta(hours=1))
    draft.refresh_from_db()
    assert (draft.version, draft.body, draft.written_by) == (2, "Bản sau.", cell.secretary)


def test_the_second_of_two_writers_is_told_who_was_first_and_nothing_is_overwritten(cell, at):
    first, second = written(cell, at), None
    second = Draft.objects.get(pk=first.pk)
    first.body = "Của người thứ nhất."
    write_draft(first, seen=1, by=cell.secretary, at=at)
    second.body = "Của người thứ hai."
    entries = Entry.objects.count()
    with pytest.raises(
        ChangedMeanwhile, match="Vũ Minh Hạnh đã ghi dự thảo này lúc 14:00 03/06/2014.*còn nguyên"
    ) as told:
        write_draft(second, seen=1, by=cell.minutes_secretary, at=at)
    assert told.value.stored.body == "Của người thứ nhất."
    assert Draft.objects.get().body == "Của người thứ nhất."
    assert Entry.objects.count() == entries
    write_draft(second, seen=2, by=cell.minutes_secretary, at=at)
    assert Draft.objects.get().body == "Của người thứ hai."


def test_a_signed_draft_is_a_document_with_its_number_and_is_closed(cell, term, at):
    draft = written(cell, at)
    document = sign_draft(draft, on=DAY, seen=1, by=cell.secretary, at=at)
    assert document.code == f"01-BC/{cell.unit.symbol}"
    assert (document.subject, document.signatory, document.issued_on) == (draft.subject, "Vũ Minh Hạnh", DAY)
    assert Document.objects.get().draft == draft
    assert list(Draft.objects.open()) == []
    assert list(Entry.objects.order_by("sequence").values_list("act", flat=True))[1:] == [
        "documents.sign",
        "documents.sign_draft",
    ]
    for again in (
        lambda: write_draft(draft, seen=1, by=cell.secretary, at=at),
        lambda: sign_draft(draft, on=DAY, seen=1, by=cell.secretary, at=at),
        lambda: discard_draft(draft, by=cell.secretary, at=at),
    ):
        with pytest.raises(ValidationError, match="đã ký"):
            again()
    assert Document.objects.count() == 1


def test_only_the_secretary_signs(cell, term, at):
    draft = written(cell, at)
    with pytest.raises(NotAllowed):
        sign_draft(draft, on=DAY, seen=1, by=cell.minutes_secretary, at=at)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"type": INVITATION}, "Giấy mời không vào sổ"),
        ({"body": "  \n"}, "chưa có nội dung"),
        ({"signatory": ""}, "Chưa ghi người ký"),
    ],
)
def test_what_cannot_be_signed_is_refused_and_takes_no_number(cell, term, at, more, says):
    draft = written(cell, at, **more)
    entries = Entry.objects.count()
    with pytest.raises(ValidationError, match=says):
        sign_draft(draft, on=DAY, seen=1, by=cell.secretary, at=at)
    assert Entry.objects.count() == entries
    other = written(cell, at)
    assert sign_draft(other, on=DAY, seen=1, by=cell.secretary, at=at).number == 1


def test_a_version_that_the_signer_has_not_seen_is_not_signed(cell, term, at):
    draft = written(cell, at)
    write_draft(Draft.objects.get(), seen=1, by=cell.minutes_secretary, at=at)
    with pytest.raises(ChangedMeanwhile):
        sign_draft(draft, on=DAY, seen=1, by=cell.secretary, at=at)
    assert not Document.objects.exists()


def test_a_day_that_cannot_be_leaves_the_draft_open(cell, term, at):
    draft = written(cell, at)
    with pytest.raises(ValidationError, match="chưa tới"):
        sign_draft(draft, on=date(2014, 6, 4), seen=1, by=cell.secretary, at=at)
    assert Draft.objects.open().get().intended_on == draft.intended_on


def test_a_thrown_away_draft_goes_and_the_ledger_keeps_that_it_was(cell, at):
    discard_draft(written(cell, at), by=cell.secretary, at=at)
    assert not Draft.objects.exists()
    assert Entry.objects.order_by("sequence").last().act == "documents.discard_draft"


def test_the_database_itself_refuses_a_number_for_an_invitation(cell):
    with pytest.raises(IntegrityError, match="draft_invitation_takes_no_number"), transaction.atomic():
        DraftFactory(register=cell.unit, type=INVITATION, document=DocumentFactory(register=cell.unit))


def test_the_database_itself_refuses_a_signed_draft_without_a_day_and_two_drafts_of_one_document(cell):
    document = DocumentFactory(register=cell.unit)
    with pytest.raises(IntegrityError, match="draft_signed_on_a_day"), transaction.atomic():
        DraftFactory(register=cell.unit, intended_on=None, document=document)
    DraftFactory(register=cell.unit, document=document)
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftFactory(register=cell.unit, document=document)
