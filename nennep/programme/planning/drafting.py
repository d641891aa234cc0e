"""The plan of a year as a Party document: its goals and tasks written into a draft, to be gone on with and signed."""

from collections.abc import Iterator
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.drafting.actions import write_draft
from nennep.documents.drafting.forms import begun
from nennep.documents.models import DocumentType, Draft
from nennep.ledger.acts import act
from nennep.organisation.access import Doer
from nennep.programme.models import Theme, YearPlan
from nennep.programme.queries import theme_of
from nennep.vietnamese.dates import short_date


def draft_plan(plan: YearPlan, *, by: Doer, at: datetime) -> Draft:
    """A draft with the year's theme, goals and tasks in the order of a plan; an open one is gone on with, never written over.

    Raises ValidationError where there is nothing to write yet, or the plan is signed.
    """
    if plan.document is not None:
        raise ValidationError(_("Kế hoạch năm %(year)d đã ký.") % {"year": plan.year})
    if plan.draft is not None and plan.draft.document is None:
        return plan.draft
    goals = list(plan.goals.prefetch_related("tasks__owner", "tasks__serves"))
    if not goals:
        raise ValidationError(_("Chưa có mục tiêu nào để soạn kế hoạch."))
    draft = begun(plan.unit, today=at.date())
    draft.type = DocumentType.PLAN
    draft.subject = f"thực hiện việc học tập và làm theo năm {plan.year}"
    draft.body = "\n".join(body_of(plan, theme_of(plan.unit, plan.year), at.date()))
    written = write_draft(draft, seen=0, by=by, at=at)
    plan.draft = written
    with act("programme.draft_plan", by=by, at=at, on=plan):
        plan.save(update_fields=["draft"])
    return written


def body_of(plan: YearPlan, theme: Theme | None, today: date) -> Iterator[str]:
    """The text line by line, as drafts are typed. It is Vietnamese whatever language the screen speaks, and every word of it
    comes from the registers or is the frame of a plan."""
    yield "I- MỤC TIÊU"
    if theme is not None:
        yield f"Chuyên đề của năm: {theme.wording}."
    goals = list(plan.goals.prefetch_related("tasks__owner", "tasks__serves"))
    for goal in goals:
        yield f"- {goal.text}"
    yield "II- NHIỆM VỤ"
    for goal in goals:
        yield f"{goal.order}. {goal.text}"
        for task in goal.tasks.order_by("due_on", "pk"):
            served = ", ".join(document.code for document in task.serves.all())
            where = f"{task.passage}, {served}" if task.passage and served else task.passage or served
            parts = [
                f"- {task.text}: {task.owner} thực hiện, xong trước ngày {short_date(task.due_on)}",
                f"sản phẩm: {task.output}" if task.output else "",
                f"thực hiện {where}" if where else "",
            ]
            yield "; ".join(part for part in parts if part) + "."
    yield "III- TỔ CHỨC THỰC HIỆN"
    if plan.launched_on and plan.registration_due_on:
        yield (
            f"- Phát động đăng ký làm theo ngày {short_date(plan.launched_on)}, "
            f"hạn gửi chi ủy ngày {short_date(plan.registration_due_on)}."
        )
    yield "- Chi ủy theo dõi, đưa kết quả hằng tháng vào kỳ sinh hoạt thường kỳ."
