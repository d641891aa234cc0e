"""A marked paper is not written here either: whatever the way, its words are refused and nothing is written."""

import pytest
from django.core.exceptions import ValidationError

from nennep.documents.actions import register_document
from nennep.documents.drafting.actions import write_draft
from nennep.documents.models import Document, Draft
from nennep.documents.tests.factories import DocumentFactory, DraftFactory
from nennep.ledger.models import Entry


@pytest.mark.parametrize("words", ["MẬT", "T Ố I  M Ậ T", "về việc phòng thủ (Mật)"])
def test_a_line_of_the_register_with_a_mark_is_refused(cell, at, words):
    with pytest.raises(ValidationError, match="ngoài hệ thống"):
        register_document(DocumentFactory.build(register=cell.unit, subject=words), by=cell.secretary, at=at)
    assert (Document.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_draft_with_a_mark_is_refused_and_one_about_secrecy_is_not(cell, at):
    marked = DraftFactory.build(register=cell.unit, body="TUYỆT MẬT\nI- Nội dung")
    with pytest.raises(ValidationError, match="ngoài hệ thống"):
        write_draft(marked, seen=0, by=cell.secretary, at=at)
    assert not Draft.objects.exists()
    about = DraftFactory.build(
        register=cell.unit, body="Thực hiện Luật Bảo vệ bí mật nhà nước; không đổi mật khẩu chung."
    )
    write_draft(about, seen=0, by=cell.secretary, at=at)
    assert Draft.objects.count() == 1
