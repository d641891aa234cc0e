"""Documents for tests."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from nennep.documents.models import Dissemination, Document, DocumentType, Draft, Relation
from nennep.organisation.tests.factories import UnitFactory


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = Document

    register = factory.SubFactory(UnitFactory)
    type = DocumentType.PLAN
    number = factory.Sequence(lambda n: n + 1)
    symbol = "KH/CBBQL"
    issuer = factory.LazyAttribute(lambda document: document.register.name)
    issued_by_register = factory.LazyAttribute(lambda document: document.issuer == document.register.name)
    issued_on = date(2014, 1, 10)
    subject = "về việc học tập và làm theo"


class DirectiveFactory(DocumentFactory):
    """A document from above."""

    type = DocumentType.DIRECTIVE
    symbol = "CT/TW"
    issuer = "Bộ Chính trị"
    issued_on = date(2011, 5, 14)


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = Relation

    source = factory.SubFactory(DocumentFactory)
    kind = Relation.Kind.IMPLEMENTS
    target = factory.SubFactory(DirectiveFactory, register=factory.SelfAttribute("..source.register"))


class DisseminationFactory(DjangoModelFactory):
    class Meta:
        model = Dissemination

    unit = factory.SubFactory(UnitFactory)
    document = factory.SubFactory(DirectiveFactory, register=factory.SelfAttribute("..unit"))
    held_on = date(2014, 2, 11)
    form = Dissemination.Form.MEETING


class DraftFactory(DjangoModelFactory):
    class Meta:
        model = Draft

    register = factory.SubFactory(UnitFactory)
    type = DocumentType.REPORT
    intended_on = date(2014, 6, 2)
    place = "Hưng Yên"
    subject = "về việc học tập và làm theo"
    body = "I- Kết quả\nChi bộ đã tổ chức quán triệt đầy đủ."
    recipients = "Đảng ủy Khối (báo cáo),\nLưu Chi bộ."
    authority = "T/M CHI BỘ"
    post = "BÍ THƯ"
    signatory = "Vũ Minh Hạnh"
    written_at = datetime(2014, 6, 1, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
