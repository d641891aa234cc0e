"""Impossible states of documents are refused by the database itself."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nennep.documents.models import DocumentType
from nennep.documents.tests.factories import DisseminationFactory, DocumentFactory, RelationFactory

pytestmark = pytest.mark.django_db


def test_no_document_has_the_number_zero():
    with pytest.raises(IntegrityError, match="document_number_from_one"), transaction.atomic():
        DocumentFactory(number=0)


def test_no_document_loses_its_force_before_it_is_issued():
    with pytest.raises(IntegrityError, match="document_valid_after_issue"), transaction.atomic():
        DocumentFactory(issued_on=date(2014, 1, 10), valid_until=date(2014, 1, 9))


def test_the_same_document_is_not_registered_twice():
    first = DocumentFactory(number=45)
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFactory(register=first.register, number=45)


@pytest.mark.parametrize(
    "other",
    [
        {"type": DocumentType.LETTER},
        {"issued_on": date(2015, 1, 10)},
        {"issuer": "Đảng ủy Khối"},
        {"symbol": "KH/ĐUK"},
    ],
)
def test_documents_that_share_a_number_are_told_apart_by_the_rest(other):
    """A number does not identify a document (domain 0.2, fact 2)."""
    first = DocumentFactory(number=45)
    second = DocumentFactory(**({"register": first.register, "number": 45} | other))
    assert second.pk != first.pk


def test_no_document_relates_to_itself():
    document = DocumentFactory()
    with pytest.raises(IntegrityError, match="relation_not_to_itself"), transaction.atomic():
        RelationFactory(source=document, target=document)


def test_one_document_does_the_same_to_another_once():
    first = RelationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        RelationFactory(source=first.source, target=first.target)
    assert RelationFactory(source=first.source, target=first.target, kind="cites").pk


def test_a_unit_is_told_of_a_document_once_a_day_in_one_form():
    first = DisseminationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DisseminationFactory(unit=first.unit, document=first.document)
    assert DisseminationFactory(unit=first.unit, document=first.document, form="reading").pk
