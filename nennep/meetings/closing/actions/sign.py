"""Signing the minutes and sealing the page. Sealed, it stays as it was; what has to be put right stands beside it."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from nennep.documents.models import StoredFile
from nennep.ledger.acts import act, refusals_in_words
from nennep.ledger.models import Seal
from nennep.ledger.seals import seal, seal_of
from nennep.meetings.closing.rows import rows_of
from nennep.meetings.models import (
    Addendum,
    ClockCorrection,
    Contribution,
    Meeting,
    Note,
    Signature,
    ThemePart,
)
from nennep.meetings.papers.shown import shown_of
from nennep.organisation import access
from nennep.organisation.access import Doer, NotAllowed
from nennep.organisation.models import Person, Unit

KIND = "meetings.minutes"
"""What the seal calls the page; the page of check codes says it in words."""


def refuse_sealed(meeting: Meeting) -> None:
    if seal_of(meeting) is not None:
        raise ValidationError(_("Biên bản đã khóa; sửa bằng đính chính."))


def refuse_signed(meeting: Meeting) -> None:
    refuse_sealed(meeting)
    if meeting.signatures.exists():
        raise ValidationError(_("Biên bản đã có chữ ký; sửa bằng đính chính sau khi khóa."))


def amend_text(record: Meeting | Note | Contribution, text: str, *, by: Doer, at: datetime) -> None:
    """After the minutes were read out and before anybody signed: other words for the conclusion, a note or an opinion. What
    was amended stands in the minutes, and the ledger keeps both."""
    meeting = record if isinstance(record, Meeting) else record.meeting
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    refuse_signed(meeting)
    if not text.strip():
        raise ValidationError(_("Lời mới không thể để trống."))
    name = {Meeting: "conclusion", Note: "text", Contribution: "gist"}[type(record)]
    before = getattr(record, name)
    setattr(record, name, text.strip())
    record.clean_fields(exclude=[field.name for field in record._meta.concrete_fields if field.is_relation])
    line = f"“{before}” sửa thành “{text.strip()}”."
    meeting.amendments = f"{meeting.amendments}\n{line}".strip()
    with act("meetings.amend", by=by, at=at, on=record, content={"before": before, "after": text.strip()}):
        record.save(update_fields=[name])
        meeting.save(update_fields=["amendments"])


def note_read_out(meeting: Meeting, *, by: Doer, at: datetime) -> Meeting:
    """The minutes were read out to the cell (domain 1.5, close)."""
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    refuse_signed(meeting)
    meeting.read_out = True
    with act("meetings.read_out", by=by, at=at, on=meeting):
        meeting.save(update_fields=["read_out"])
    return meeting


SIGNERS = ("minutes_secretary", "chair")
ROLES = dict(zip(Signature.Role, SIGNERS, strict=True))
"""Which column of a meeting says who signs in which role."""


def sign_minutes(meeting: Meeting, *, by: Doer, at: datetime) -> list[Signature]:
    """Ký: whoever wrote the minutes, whoever chaired, or somebody who did both signs for themselves. With the second signature
    the page is sealed. Raises NotAllowed for anybody else."""
    hand = by if isinstance(by, Person) else None
    mine = [role for role, name in ROLES.items() if hand is not None and getattr(meeting, f"{name}_id") == hand.pk]
    if hand is None or not mine:
        raise NotAllowed(_("Chỉ người ghi biên bản và chủ trì ký biên bản này."))
    access.require(access.belongs, by, meeting.unit, on=at.date())
    with transaction.atomic():
        locked = Meeting.objects.select_for_update(of=("self",)).select_related("unit__parent").get(pk=meeting.pk)
        refuse_sealed(locked)
        signed = set(locked.signatures.values_list("role", flat=True))
        fresh = [Signature(meeting=locked, role=role, person=hand, signed_on=at.date()) for role in mine]
        fresh = [signature for signature in fresh if signature.role not in signed]
        if not fresh:
            raise ValidationError(_("Bạn đã ký biên bản này."))
        for signature in fresh:
            with act("meetings.sign", by=by, at=at, on=signature):
                signature.save()
        _seal_when_signed(locked, by=by, at=at)
    return fresh


def record_signed_on_paper(
    meeting: Meeting, *, signed_on: date, scan: StoredFile | None = None, by: Doer, at: datetime
) -> list[Signature]:
    """Both signed the printed minutes; whoever keeps the books says when, with the scan if there is one. The page is sealed."""
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    if signed_on < meeting.held_on or signed_on > at.date():
        raise ValidationError({"signed_on": _("Ngày ký từ ngày họp đến hôm nay.")})
    with transaction.atomic():
        locked = Meeting.objects.select_for_update(of=("self",)).select_related("unit__parent").get(pk=meeting.pk)
        refuse_sealed(locked)
        fresh = []
        for role, name in ROLES.items():
            if locked.signatures.filter(role=role).exists():
                continue
            person = getattr(locked, name)
            signature = Signature(
                meeting=locked, role=role, person=person, signed_on=signed_on, on_paper=True, scan=scan
            )
            with act("meetings.sign_on_paper", by=by, at=at, on=signature):
                signature.save()
            fresh.append(signature)
        _seal_when_signed(locked, by=by, at=at)
    return fresh


def _seal_when_signed(meeting: Meeting, *, by: Doer, at: datetime) -> Seal | None:
    """Both have signed: the day of the later one is the day of the minutes, and the page is sealed as it reads now."""
    signatures = list(meeting.signatures.all())
    if len(signatures) < len(ROLES):
        return None
    meeting.minutes_signed_on = max(signature.signed_on for signature in signatures)
    with refusals_in_words(meeting):
        meeting.save(update_fields=["minutes_signed_on"])
    files = {f"scan of {signature.role}": signature.scan.digest for signature in signatures if signature.scan}
    return seal(
        meeting,
        kind=KIND,
        day=meeting.held_on,
        shown=shown_of(meeting),
        rows=rows_of(meeting),
        files=files,
        by=by,
        at=at,
    )


def seal_signed_on_paper(unit: Unit, *, by: Doer, at: datetime) -> int:
    """Seal the meetings of years on paper whose register says when their minutes were signed. Returns how many."""
    access.require(access.keeps_the_books, by, unit, on=at.date())
    done = 0
    for meeting in Meeting.objects.of(unit).filter(minutes_signed_on__isnull=False, minutes_signed_on__lte=at.date()):
        if seal_of(meeting) is None:
            record_signed_on_paper(meeting, signed_on=meeting.minutes_signed_on or at.date(), by=by, at=at)
            done += 1
    return done


def correct_clock(meeting: Meeting, part: str, *, minutes: int, reason: str, by: Doer, at: datetime) -> int:
    """A forgotten click found after the meeting: the true minutes of a part of the theme, with the reason. Before the seal they
    are put right on the page beside what was measured; after it a correction beside the page waits for the chair's signature,
    and counts from then on. Returns the minutes that stood there.

    Raises ValidationError for a part that nobody measured on a sealed page: that is said in words.
    """
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    if not isinstance(by, Person):
        raise NotAllowed(_("Sửa đồng hồ cần một người."))
    if not reason.strip():
        raise ValidationError({"reason": _("Sửa số phút thì phải ghi lý do.")})
    stored = meeting.theme_parts.filter(part=part).first()
    label = str(ThemePart.Part(part).label)
    if seal_of(meeting) is not None:
        if stored is None:
            raise ValidationError(_("Phần này không đo trên biên bản; đính chính bằng lời."))
        earlier = meeting.addenda.filter(part=part).last()
        stood = earlier.corrected if earlier is not None and earlier.corrected is not None else stored.minutes
        passage, words = f"Số phút phần {label}: {stood}", f"{minutes} phút"
        addendum = Addendum(meeting=meeting, passage=passage, correction=words, reason=reason.strip())
        addendum.part, addendum.measured, addendum.corrected = part, stood, minutes
        write_addendum(addendum, by=by, at=at)
        return stood
    refuse_signed(meeting)
    stood = stored.minutes if stored is not None else 0
    correction = ClockCorrection(
        meeting=meeting,
        step=label,
        measured=stored.minutes if stored is not None else None,
        corrected=minutes,
        reason=reason.strip(),
        by=by,
        made_at=at,
    )
    with refusals_in_words(correction), act("meetings.correct_clock", by=by, at=at, on=meeting, content={"part": part}):
        correction.save()
        meeting.theme_parts.update_or_create(part=part, defaults={"minutes": minutes})
        theme = meeting.agenda.filter(is_theme=True).first()
        if theme is not None:
            theme.taken = (theme.taken or 0) + minutes - stood
            theme.save(update_fields=["taken"])
    return stood


def write_addendum(addendum: Addendum, *, by: Doer, at: datetime) -> Addendum:
    """Đính chính: beside a sealed page, what it says and what it should say, and why. The page itself stays."""
    meeting = addendum.meeting
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    if seal_of(meeting) is None:
        raise ValidationError(_("Biên bản chưa khóa; sửa thẳng vào biên bản."))
    if not isinstance(by, Person):
        raise NotAllowed(_("Đính chính cần một người viết."))
    addendum.written_at, addendum.written_by = at, by
    addendum.clean_fields(exclude=["meeting", "written_by", "signed_by"])
    with act("meetings.write_addendum", by=by, at=at, on=addendum):
        addendum.save()
    return addendum


def sign_addendum(addendum: Addendum, *, by: Doer, at: datetime) -> Addendum:
    """The chair of the meeting, or the unit's secretary today, signs the correction; nobody does it for them."""
    meeting = addendum.meeting
    if not isinstance(by, Person):
        raise NotAllowed(_("Đính chính cần chủ trì tự ký."))
    chair = by.pk == meeting.chair_id and access.belongs(by, meeting.unit, at.date())
    if not chair:
        access.require(access.is_secretary, by, meeting.unit, on=at.date())
    if addendum.signed_at is not None:
        raise ValidationError(_("Đính chính này đã ký."))
    addendum.signed_at, addendum.signed_by = at, by
    with act("meetings.sign_addendum", by=by, at=at, on=addendum):
        addendum.save(update_fields=["signed_at", "signed_by"])
    return addendum


def rows_now(subject: str) -> dict[str, list[models.Model]]:
    """The records under a sealed meeting as they are now, for the check of seals."""
    model, _colon, key = subject.partition(":")
    if model != Meeting._meta.label_lower:
        return {}
    meeting = Meeting.objects.filter(pk=key).first()
    return rows_of(meeting) if meeting is not None else {}
