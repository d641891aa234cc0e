"""Verbs of the registration: keep a draft, send, read, give back, register, change, look back."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import act, refusals_in_words
from nennep.organisation import access
from nennep.organisation.access import Doer, Helping, NotAllowed
from nennep.organisation.models import Person
from nennep.organisation.notices import tell
from nennep.programme.models import ItemChange, Pledge, PledgeDraft, PledgeItem, Submission, SubmissionState
from nennep.programme.registration.content import Written, as_content, from_content
from nennep.programme.registration.private import opened, sealed


def keep_draft(pledge: Pledge, items: list[Written], *, by: Doer, at: datetime) -> None:
    """The author keeps what is written so far. It is nobody else's to know: not the helper's, not the machine's, and the
    ledger has no entry. Raises NotAllowed for everybody but the author."""
    author = _author(pledge, by)
    if not items:
        PledgeDraft.objects.filter(pledge=pledge).delete()
        return
    PledgeDraft.objects.update_or_create(pledge=pledge, defaults={"sealed": sealed(as_content(items), author)})


def read_draft(pledge: Pledge, *, by: Doer) -> list[Written]:
    """What the author has written so far. Raises NotAllowed for everybody else."""
    author = _author(pledge, by)
    draft = PledgeDraft.objects.filter(pledge=pledge).first()
    return from_content(opened(draft.sealed, author)) if draft is not None else []


def _author(pledge: Pledge, by: Doer) -> Person:
    if not isinstance(by, Person) or by != pledge.person:
        raise NotAllowed(_("Nháp riêng chỉ người viết đọc được."))
    return by


def send_registration(pledge: Pledge, items: list[Written], *, by: Doer, at: datetime) -> Submission:
    """Send it to the committee: the author's own, or from paper by a named helper. The draft is gone with it.

    Raises ValidationError where nothing is written, something lacks its measure or day, or one is already waiting.
    """
    access.require_own(_nobody, by, pledge.person, pledge.unit, on=at.date())
    check_complete(items)
    if pledge.submissions.filter(state=SubmissionState.WAITING).exists():
        raise ValidationError(_("Bản đăng ký đã gửi và đang chờ đọc. Chờ chi ủy đọc rồi sửa tiếp."))
    submission = Submission(
        pledge=pledge,
        items=as_content(items),
        sent_at=at,
        state=SubmissionState.WAITING,
        helper=by.helper if isinstance(by, Helping) else None,
    )
    with refusals_in_words(submission), act("programme.send_registration", by=by, at=at, on=submission):
        submission.save()
        PledgeDraft.objects.filter(pledge=pledge).delete()
    if isinstance(by, Helping):
        words = _("%(helper)s đã nhập hộ bạn bản đăng ký năm %(year)d.") % {"helper": by.helper, "year": pledge.year}
        tell(pledge.person, words, url=pledge.get_absolute_url(), by=by, at=at)
    return submission


def _nobody(who: Person, unit: object, on: date) -> bool:
    """No office sends another's registration."""
    return False


def check_complete(items: list[Written]) -> None:
    """Whether everything that has to be said is said. Raises ValidationError naming the item."""
    if not items:
        raise ValidationError(_("Chưa viết việc nào. Viết ít nhất một việc rồi gửi."))
    for order, item in enumerate(items, start=1):
        missing = [
            word
            for word, value in ((_("việc làm"), item.action), (_("thước đo"), item.measure), (_("hạn"), item.due_on))
            if not value
        ]
        if missing:
            told = {"n": order, "what": ", ".join(missing)}
            raise ValidationError(_("Việc thứ %(n)d còn thiếu: %(what)s.") % told)


def give_back(submission: Submission, *, comment: str, by: Doer, at: datetime) -> None:
    """Back to its author with what to think over; it is their private draft again."""
    access.require(access.sits_on_committee, by, submission.pledge.unit, on=at.date())
    _still_waiting(submission)
    _read(submission, SubmissionState.RETURNED, comment, by, at)
    with refusals_in_words(submission), act("programme.give_back", by=by, at=at, on=submission):
        submission.save()
        _back_to_draft(submission)
    words = _("Bản đăng ký năm %(year)d được trả lại kèm góp ý.") % {"year": submission.pledge.year}
    tell(submission.pledge.person, words, url=submission.pledge.get_absolute_url(), by=by, at=at)


def _back_to_draft(submission: Submission) -> None:
    """What was sent, before whatever its author has begun to write since: nothing of either is lost."""
    author = submission.pledge.person
    since = PledgeDraft.objects.filter(pledge=submission.pledge).first()
    begun = opened(since.sealed, author) if since is not None else []
    content = [*submission.items, *(row for row in begun if row not in submission.items)]
    PledgeDraft.objects.update_or_create(pledge=submission.pledge, defaults={"sealed": sealed(content, author)})


def enter_registration(submission: Submission, *, comment: str = "", by: Doer, at: datetime) -> list[PledgeItem]:
    """Read and registered: each thing becomes an item of the register, after those that are there."""
    pledge = submission.pledge
    access.require(access.sits_on_committee, by, pledge.unit, on=at.date())
    _still_waiting(submission)
    _read(submission, SubmissionState.REGISTERED, comment, by, at)
    first = (pledge.items.order_by("-order").values_list("order", flat=True).first() or 0) + 1
    items = [item.as_item(pledge, order) for order, item in enumerate(from_content(submission.items), start=first)]
    with act("programme.enter_registration", by=by, at=at, on=submission):
        submission.save()
        for item in items:
            item.full_clean(exclude=["pledge", "clause"])
            item.save()
        if pledge.registered_on is None:
            pledge.registered_on = at.date()
            pledge.save(update_fields=["registered_on"])
    words = _("Bản đăng ký năm %(year)d đã vào sổ.") % {"year": pledge.year}
    tell(pledge.person, f"{words} {comment}".strip(), url=pledge.get_absolute_url(), by=by, at=at)
    return items


def _still_waiting(submission: Submission) -> None:
    submission.refresh_from_db()
    if submission.state != SubmissionState.WAITING:
        raise ValidationError(_("Bản này đã được đọc trước đó: %(state)s.") % {"state": submission.get_state_display()})


def _read(submission: Submission, state: SubmissionState, comment: str, by: Doer, at: datetime) -> None:
    submission.state, submission.comment, submission.read_at = state, comment, at
    submission.read_by = by if isinstance(by, Person) else None


def change_item(
    item: PledgeItem, *, action: str, measure: str, due_on: date, why: str, by: Doer, at: datetime
) -> ItemChange:
    """The person changes what they registered; how it stood before stays beside it with the reason."""
    access.require_own(_nobody, by, item.pledge.person, item.pledge.unit, on=at.date())
    before = ItemChange(item=item, action=item.action, measure=item.measure, due_on=item.due_on, changed_at=at, why=why)
    item.action, item.measure, item.due_on = action, measure, due_on
    item.clean_fields(exclude=["pledge", "clause"])
    before.clean_fields(exclude=["item"])
    with act("programme.change_item", by=by, at=at, on=item):
        before.save()
        item.save()
    return before


def mark_own_year(item: PledgeItem, *, own_outcome: str, own_words: str, by: Doer, at: datetime) -> None:
    """At the end of the year: how the person sees it themselves."""
    access.require_own(_nobody, by, item.pledge.person, item.pledge.unit, on=at.date())
    item.own_outcome, item.own_words = own_outcome, own_words
    item.clean_fields(exclude=["pledge", "clause"])
    with act("programme.mark_own_year", by=by, at=at, on=item):
        item.save(update_fields=["own_outcome", "own_words"])


def remark_on_item(item: PledgeItem, *, outcome: str, remark: str, by: Doer, at: datetime) -> None:
    """At the end of the year: the cell's remark, beside the person's own."""
    access.require(access.sits_on_committee, by, item.pledge.unit, on=at.date())
    item.outcome, item.remark = outcome, remark
    item.clean_fields(exclude=["pledge", "clause"])
    with act("programme.remark_on_item", by=by, at=at, on=item):
        item.save(update_fields=["outcome", "remark"])
    words = _("Chi bộ đã nhận xét việc bạn đăng ký năm %(year)d.") % {"year": item.pledge.year}
    tell(item.pledge.person, words, url=item.get_absolute_url(), by=by, at=at)


def look_back_midyear(pledge: Pledge, *, remark: str, by: Doer, at: datetime) -> None:
    """The committee looks at the half year with the person and says what helps."""
    access.require(access.sits_on_committee, by, pledge.unit, on=at.date())
    pledge.midyear_on, pledge.midyear_remark = at.date(), remark
    pledge.clean_fields(exclude=["unit", "person"])
    with act("programme.look_back_midyear", by=by, at=at, on=pledge):
        pledge.save(update_fields=["midyear_on", "midyear_remark"])
    words = _("Đã xem lại giữa năm bản đăng ký %(year)d.") % {"year": pledge.year}
    tell(pledge.person, words, url=pledge.get_absolute_url(), by=by, at=at)
