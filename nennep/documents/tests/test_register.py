"""Documents enter the register as the unit's own or as somebody else's."""

from datetime import date

import pytest

from nennep.documents.actions import disseminate, register_document, relate
from nennep.documents.models import Dissemination, Document, Relation
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed


def a_plan(cell, **more):
    return DocumentFactory.build(register=cell.unit, number=45, issued_on=date(2011, 12, 1), **more)


def test_a_document_of_the_unit_is_known_by_its_issuer(cell, at):
    own, _ = register_document(a_plan(cell), by=cell.secretary, at=at)
    other, _ = register_document(a_plan(cell, issuer="Bộ Chính trị"), by=cell.secretary, at=at)
    assert (own.issued_by_register, other.issued_by_register) == (True, False)
    assert list(Document.objects.of(cell.unit).own()) == [own]
    assert list(Document.objects.of(cell.unit).from_above()) == [other]


def test_registering_a_document_again_writes_nothing(cell, at):
    register_document(a_plan(cell), by=cell.secretary, at=at)
    assert register_document(a_plan(cell), by=cell.secretary, at=at)[1] is Outcome.UNCHANGED
    assert (Document.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_corrected_subject_stays_one_document_and_is_in_the_ledger(cell, at):
    register_document(a_plan(cell), by=cell.secretary, at=at)
    _, outcome = register_document(a_plan(cell, subject="về việc khác"), by=cell.secretary, at=at)
    assert outcome is Outcome.CORRECTED
    assert Document.objects.get().subject == "về việc khác"
    assert Entry.objects.order_by("sequence").last().act == "documents.register.correct"


def test_a_member_without_the_books_registers_nothing(cell, at):
    with pytest.raises(NotAllowed):
        register_document(a_plan(cell), by=cell.member, at=at)
    assert not Document.objects.exists()


def test_a_document_is_cited_with_two_digits_its_type_and_its_day():
    directive = DirectiveFactory.build(number=3)
    assert directive.code == "03-CT/TW"
    assert directive.citation == "Chỉ thị số 03-CT/TW, ngày 14/5/2011"


def test_the_type_is_stored_because_one_symbol_stands_for_two_types():
    regulation = DocumentFactory.build(type="regulation", number=46, symbol="QĐ/CBBQL")
    decision = DocumentFactory.build(type="decision", number=46, symbol="QĐ/CBBQL")
    assert regulation.citation.startswith("Quy định số 46-QĐ/CBBQL")
    assert decision.citation.startswith("Quyết định số 46-QĐ/CBBQL")


def test_what_one_document_does_to_another_is_said_once(cell, at):
    plan, directive = DocumentFactory(register=cell.unit), DirectiveFactory(register=cell.unit)
    outcomes = [
        relate(Relation(source=plan, kind="implements", target=directive), by=cell.secretary, at=at)[1] for _ in "ab"
    ]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED]
    assert [relation.source for relation in directive.related_by.all()] == [plan]


def test_telling_the_unit_of_a_document_twice_on_one_day_is_once(cell, at):
    directive = DirectiveFactory(register=cell.unit)
    values = {"unit": cell.unit, "document": directive, "held_on": date(2011, 6, 14), "form": "meeting"}
    outcomes = [disseminate(Dissemination(**values), by=cell.secretary, at=at)[1] for _ in "ab"]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED]
    assert Dissemination.objects.count() == 1
