"""Verbs about drafts."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from nennep.documents.actions import sign_document
from nennep.documents.marked_words import require_unmarked
from nennep.documents.models import Document, Draft
from nennep.ledger.acts import act, refusals_in_words
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Person


class ChangedMeanwhile(ValidationError):
    """Somebody else wrote the draft down since it was opened; `stored` is what stands there now."""

    def __init__(self, stored: Draft) -> None:
        self.stored = stored
        when = f"{timezone.localtime(stored.written_at):%H:%M %d/%m/%Y}"
        super().__init__(
            _(
                "%(who)s đã ghi dự thảo này lúc %(when)s, sau khi bạn mở. Những gì bạn gõ còn nguyên ở đây. "
                "Xem bản đang có ở cuối trang, chép sang phần cần giữ, rồi bấm ghi lần nữa."
            )
            % {"who": stored.written_by or _("Một người khác"), "when": when}
        )


def write_draft(draft: Draft, *, seen: int, by: Doer, at: datetime) -> Draft:
    """Soạn: write a draft down, a new one or over the version that was seen (0 for a new one).

    Raises NotAllowed unless `by` keeps the books, ChangedMeanwhile when another version stands there by now, ValidationError
    for what cannot stand in a column or when it is signed.
    """
    access.require(access.keeps_the_books, by, draft.register, on=at.date())
    require_unmarked(draft.subject, draft.body, draft.recipients)
    draft.clean_fields(exclude=["register", "document", "written_by", "written_at"])
    with refusals_in_words(draft), act("documents.write_draft", by=by, at=at, on=draft):
        if draft._state.adding:
            draft.version = 1
        else:
            stored = _open(draft, seen=seen)
            draft.register, draft.version = stored.register, stored.version + 1
        draft.written_at, draft.written_by = at, by if isinstance(by, Person) else None
        draft.save()
    return draft


def discard_draft(draft: Draft, *, by: Doer, at: datetime) -> None:
    """Bỏ dự thảo: it goes; what was signed stays."""
    access.require(access.keeps_the_books, by, draft.register, on=at.date())
    with act("documents.discard_draft", by=by, at=at, on=draft):
        stored = _open(draft, seen=draft.version)
        Draft.objects.filter(pk=stored.pk).delete()


def sign_draft(draft: Draft, *, on: date, seen: int, by: Doer, at: datetime) -> Document:
    """Ký: the draft becomes a document of the register and gets its number; from then on it is closed.

    Raises as `sign_document`, and ValidationError for an invitation, an empty text, or nobody who signs.
    """
    access.require(access.is_secretary, by, draft.register, on=at.date())
    if not draft.numbered:
        raise ValidationError(_("Giấy mời không vào sổ, không cấp số: tải về, in ra và ký."))
    if not draft.body.strip():
        raise ValidationError(_("Dự thảo chưa có nội dung; soạn xong rồi mới ký."))
    with act("documents.sign_draft", by=by, at=at, on=draft):
        stored = _open(draft, seen=seen)
        document = Document(
            register=stored.register,
            type=stored.type,
            issued_on=on,
            subject=stored.subject,
            signatory=stored.signatory,
        )
        if not stored.signatory.strip():
            raise ValidationError(_("Chưa ghi người ký; ghi họ tên người ký vào dự thảo."))
        draft.document = sign_document(document, by=by, at=at)
        draft.intended_on = on
        draft.save(update_fields=["document", "intended_on"])
    return document


def _open(draft: Draft, *, seen: int) -> Draft:
    """The draft as it stands, held until the act is over; refused when it is signed or is another version by now."""
    stored = Draft.objects.select_for_update(of=("self",)).select_related("register").get(pk=draft.pk)
    if stored.document_id is not None:
        raise ValidationError(_("Dự thảo đã ký, không sửa được nữa; văn bản sửa đổi thì soạn dự thảo mới."))
    if stored.version != seen:
        raise ChangedMeanwhile(stored)
    return stored
