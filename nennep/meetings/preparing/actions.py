"""Verbs that make a meeting ready."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nennep.documents.models import Document
from nennep.ledger.acts import act, content_of, refusals_in_words
from nennep.meetings.models import AgendaTemplate, Meeting, PlannedMeeting, Preparation, PreparedItem, Question
from nennep.meetings.preparing.agenda import MOST, MOVED_ON, AgendaLine, moved_on, usual, written
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import MEMBERS, Membership
from nennep.organisation.notices import tell
from nennep.organisation.queries import on_the_list
from nennep.vietnamese.dates import short_date


def prepare(preparation: Preparation, *, by: Doer, at: datetime) -> Preparation:
    """Where, when, who chairs and who writes. The first time, the usual agenda and what moves on to it come by themselves.

    Raises ValidationError where the chair is no member, two meetings of the unit would overlap, or it is on record already.
    """
    unit = preparation.unit
    access.require(access.sits_on_committee, by, unit, on=at.date())
    not_yet_held(preparation)
    day = preparation.planned.planned_on
    chairs = Membership.objects.on(day).filter(person=preparation.chair, unit=unit, standing__in=MEMBERS)
    if not chairs.exists():
        raise ValidationError(
            {"chair": _("%(who)s không phải đảng viên của chi bộ ngày họp.") % {"who": preparation.chair}}
        )
    refuse_overlap(preparation)
    new = preparation._state.adding
    preparation.clean_fields(exclude=["planned", "chair", "minutes_secretary", "draft"])
    with refusals_in_words(preparation), act("meetings.prepare", by=by, at=at, on=preparation):
        preparation.save()
        if new:
            lines = usual(unit, preparation.planned.kind, day)
            write_items(preparation, [*lines[:-1], *moved_on(preparation.planned), *lines[-1:]])
    return preparation


def not_yet_held(preparation: Preparation) -> None:
    if preparation.meeting_id is not None:
        raise ValidationError(_("Cuộc họp này đã vào sổ."))


def refuse_overlap(preparation: Preparation) -> None:
    planned, starts = preparation.planned, preparation.starts_at
    ends = preparation.should_end_at
    others = Preparation.objects.filter(planned__unit=planned.unit, planned__planned_on=planned.planned_on)
    for other in others.exclude(planned=planned).select_related("planned"):
        if f"{starts:%H:%M}" < other.should_end_at and f"{other.starts_at:%H:%M}" < ends:
            words = {"title": other.title, "starts": f"{other.starts_at:%H:%M}", "ends": other.should_end_at}
            raise ValidationError(
                {"starts_at": _("Trùng giờ với “%(title)s” (%(starts)s–%(ends)s); đổi giờ một cuộc.") % words}
            )


def set_agenda(preparation: Preparation, lines: Sequence[AgendaLine], *, by: Doer, at: datetime) -> None:
    """The agenda as a whole, in its order. Once opened it stays: what was measured hangs on it."""
    access.require(access.keeps_the_books, by, preparation.unit, on=at.date())
    not_yet_held(preparation)
    if preparation.opened_at is not None:
        raise ValidationError(_("Đang họp thì chương trình giữ nguyên; việc phát sinh ghi dưới một mục đang có."))
    if not lines:
        raise ValidationError(_("Chương trình cần ít nhất một mục."))
    if len(lines) > MOST:
        raise ValidationError(
            _("%(n)d mục là quá nhiều cho một cuộc họp; gộp lại còn nhiều nhất %(most)d mục.")
            % {"n": len(lines), "most": MOST}
        )
    if sum(line.is_theme for line in lines) > 1:
        raise ValidationError(_("Mỗi cuộc họp có một phần chuyên đề."))
    content = {"agenda": [[line.title, line.minutes, line.is_theme, line.presenter] for line in lines]}
    with act("meetings.set_agenda", by=by, at=at, on=preparation, content=content):
        preparation.items.all().delete()
        write_items(preparation, lines)


def write_items(preparation: Preparation, lines: Sequence[AgendaLine]) -> None:
    items = [
        PreparedItem(
            preparation=preparation,
            order=order,
            title=line.title,
            minutes=line.minutes,
            is_theme=line.is_theme,
            presenter_id=line.presenter,
        )
        for order, line in enumerate(lines, start=1)
    ]
    for item in items:
        item.clean_fields(exclude=["preparation", "presenter"])
    PreparedItem.objects.bulk_create(items)


def keep_as_template(preparation: Preparation, *, by: Doer, at: datetime) -> AgendaTemplate:
    """The agenda becomes what this kind of meeting usually has in this unit."""
    access.require(access.sits_on_committee, by, preparation.unit, on=at.date())
    lines = [AgendaLine(item.title, item.minutes, item.is_theme) for item in preparation.items.order_by("order")]
    kept = [line for line in lines if not line.title.startswith(MOVED_ON)]
    template = AgendaTemplate.objects.filter(unit=preparation.unit, kind=preparation.planned.kind).first()
    template = template or AgendaTemplate(unit=preparation.unit, kind=preparation.planned.kind)
    template.lines = written(kept)
    with act("meetings.keep_template", by=by, at=at, on=template):
        template.save()
    return template


def attach_papers(preparation: Preparation, papers: Sequence[Document], *, by: Doer, at: datetime) -> None:
    """Which documents of the register are the papers of this meeting."""
    access.require(access.keeps_the_books, by, preparation.unit, on=at.date())
    not_yet_held(preparation)
    content = {"papers": sorted(paper.pk for paper in papers)}
    with act("meetings.attach_papers", by=by, at=at, on=preparation, content=content):
        preparation.papers.set(papers)


def call_meeting(preparation: Preparation, *, with_papers: bool, by: Doer, at: datetime) -> int:
    """Tell everybody on the list of time, place and content; with the papers, where they go out too. Returns how many people
    were told. Source of the days: rule meeting.papers_ahead_days."""
    unit, planned = preparation.unit, preparation.planned
    access.require(access.keeps_the_books, by, unit, on=at.date())
    not_yet_held(preparation)
    if with_papers and not preparation.papers.exists():
        raise ValidationError(_("Chưa có tài liệu nào để gửi; thêm tài liệu trước."))
    preparation.notice_sent_on = at.date()
    if with_papers:
        preparation.papers_sent_on = at.date()
    people = {row.person for row in on_the_list(unit, planned.planned_on)}
    words = {
        "title": preparation.title,
        "day": short_date(planned.planned_on),
        "time": f"{preparation.starts_at:%H:%M}",
    }
    with act("meetings.call", by=by, at=at, on=preparation):
        preparation.save(update_fields=["notice_sent_on", "papers_sent_on"])
        for person in people:
            told = _("%(title)s, %(time)s ngày %(day)s.") % words
            tell(person, f"{told} {preparation.place}", url=preparation.get_absolute_url(), by=by, at=at)
    return len(people)


def ask_ahead(question: Question, *, by: Doer, at: datetime) -> Question:
    """Send somebody a question before the meeting, so that they come prepared to speak."""
    preparation = question.preparation
    access.require(access.keeps_the_books, by, preparation.unit, on=at.date())
    not_yet_held(preparation)
    question.clean_fields(exclude=["preparation", "person"])
    with refusals_in_words(question), act("meetings.ask_ahead", by=by, at=at, on=question):
        question.save()
        told = _("Câu hỏi cho cuộc họp: %(text)s") % {"text": question.text}
        tell(question.person, told, url=preparation.get_absolute_url(), by=by, at=at)
    return question


def move_meeting(planned: PlannedMeeting, *, to: date, why: str, by: Doer, at: datetime) -> PlannedMeeting:
    """Another day. Whoever was called to the first is told of the second."""
    access.require(access.sits_on_committee, by, planned.unit, on=at.date())
    preparation = Preparation.objects.filter(planned=planned).first()
    if preparation is not None and preparation.jottings.filter(kind="step").exists():
        raise ValidationError(_("Cuộc họp đã chạy đồng hồ, không đổi ngày được nữa."))
    before = planned.planned_on
    planned.planned_on, planned.month = to, to.replace(day=1)
    content = {**content_of(planned), "before": before, "why": why}
    with refusals_in_words(planned), act("meetings.move", by=by, at=at, on=planned, content=content):
        planned.save()
        if preparation is not None:
            preparation.planned = planned
            refuse_overlap(preparation)
            if preparation.notice_sent_on is not None:
                words = {"title": preparation.title, "day": short_date(to), "why": why}
                for row in on_the_list(planned.unit, to):
                    told = _("%(title)s chuyển sang ngày %(day)s: %(why)s") % words
                    tell(row.person, told, url=preparation.get_absolute_url(), by=by, at=at)
    return planned


def withdraw_meeting(planned: PlannedMeeting, *, why: str, by: Doer, at: datetime) -> None:
    """Take a line out of the year's plan before anything was held; the ledger keeps what it was and why it went."""
    access.require(access.sits_on_committee, by, planned.unit, on=at.date())
    preparation = Preparation.objects.filter(planned=planned).first()
    if preparation is not None and preparation.jottings.exists():
        raise ValidationError(_("Cuộc họp đã ghi, không bỏ khỏi lịch được nữa."))
    held = Meeting.objects.of(planned.unit).filter(kind=planned.kind, held_on=planned.planned_on)
    if held.exists():
        raise ValidationError(_("Đã có cuộc họp ngày ấy trong sổ."))
    with transaction.atomic(), act("meetings.withdraw", by=by, at=at, on=planned, content={"why": why}):
        if preparation is not None:
            preparation.delete()
        key = planned.pk
        planned.delete()
        planned.pk = key
