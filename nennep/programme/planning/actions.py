"""Verbs about tasks and clauses that are already in the register: finish, postpone, drop, carry over, reword, end."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import act
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Person
from nennep.organisation.notices import tell
from nennep.programme.models import Clause, Goal, Task, TaskChange, TaskState
from nennep.programme.planning.checks import check_due
from nennep.vietnamese.dates import short_date


def finish_task(task: Task, *, done_on: date, evidence: str = "", by: Doer, at: datetime) -> None:
    """Done on a day, with its evidence; the owner's own, or whoever keeps the books."""
    access.require_own(access.keeps_the_books, by, task.owner, task.unit, on=at.date())
    if done_on > at.date():
        raise ValidationError({"done_on": _("Ngày xong không thể sau hôm nay.")})
    _change(task, TaskState.DONE, by=by, at=at, why="", done_on=done_on, evidence=evidence or task.evidence)


def postpone_task(task: Task, *, due_on: date, why: str, by: Doer, at: datetime) -> None:
    """The committee puts it off to another day; who decided, when and why stay beside it."""
    access.require(access.sits_on_committee, by, task.unit, on=at.date())
    if due_on <= task.due_on:
        raise ValidationError({"due_on": _("Hạn mới phải sau hạn cũ, %(day)s.") % {"day": short_date(task.due_on)}})
    before, task.due_on = task.due_on, due_on
    try:
        check_due(task)
    finally:
        task.due_on = before
    _change(task, TaskState.POSTPONED, by=by, at=at, why=why, due_on=due_on, reason=why)
    words = _("Việc của bạn được hoãn đến %(day)s: %(task)s") % {"day": short_date(due_on), "task": task.text}
    tell(task.owner, words, url=task.get_absolute_url(), by=by, at=at)


def drop_task(task: Task, *, why: str, by: Doer, at: datetime) -> None:
    """The committee decides that it is not done; it leaves the base of every percentage, and the reason stays."""
    access.require(access.sits_on_committee, by, task.unit, on=at.date())
    _change(task, TaskState.DROPPED, by=by, at=at, why=why, reason=why)
    words = _("Chi ủy thôi việc của bạn: %(task)s") % {"task": task.text}
    tell(task.owner, words, url=task.get_absolute_url(), by=by, at=at)


def carry_over(task: Task, goal: Goal, *, due_on: date, why: str, by: Doer, at: datetime) -> Task:
    """What was not finished goes on under a goal of a later year; the old line stays postponed and leads to the new one."""
    access.require(access.sits_on_committee, by, task.unit, on=at.date())
    if task.state in (TaskState.DONE, TaskState.DROPPED):
        raise ValidationError(_("Việc này đã %(state)s, không chuyển tiếp.") % {"state": task.get_state_display()})
    if Task.objects.filter(carried_from=task).exists():
        raise ValidationError(_("Việc này đã chuyển sang năm sau."))
    if goal.plan.unit_id != task.unit_id or goal.plan.year <= task.due_on.year:
        raise ValidationError({"goal": _("Chọn mục tiêu trong kế hoạch của một năm sau.")})
    onward = Task(
        unit=task.unit,
        code=f"{task.code}-{goal.plan.year}"[:20] if task.code else "",
        goal=goal,
        text=task.text,
        owner=task.owner,
        due_on=due_on,
        output=task.output,
        state=TaskState.TODO,
        carried_from=task,
    )
    check_due(onward)
    reason = _("Chuyển sang năm %(year)d: %(why)s") % {"year": goal.plan.year, "why": why}
    _change(task, TaskState.POSTPONED, by=by, at=at, why=reason[:300], reason=reason[:300])
    with act("programme.carry_over", by=by, at=at, on=onward):
        onward.save()
        onward.serves.set(task.serves.all())
    words = _("Việc của bạn được chuyển sang năm sau: %(task)s") % {"task": task.text}
    tell(task.owner, words, url=onward.get_absolute_url(), by=by, at=at)
    return onward


def _change(task: Task, state: TaskState, *, by: Doer, at: datetime, why: str, **values: object) -> None:
    """The one way in which a task changes: how it stood before is written beside it."""
    before = TaskChange(
        task=task,
        state=task.state,
        due_on=task.due_on,
        decided_by=by if isinstance(by, Person) else None,
        changed_at=at,
        why=why,
    )
    before.clean_fields(exclude=["task", "decided_by"])
    task.state = state
    task.done_on = None
    for name, value in values.items():
        setattr(task, name, value)
    with act("programme.change_task", by=by, at=at, on=task):
        before.save()
        task.save()


def reword_clause(clause: Clause, *, text: str, since: date, by: Doer, at: datetime) -> Clause:
    """A new version of a clause from a day on; whoever registered against the old one keeps its words."""
    access.require(access.sits_on_committee, by, clause.document.register, on=at.date())
    if clause.until is not None:
        raise ValidationError(_("Điều này đã hết hiệu lực; sửa bản đang dùng."))
    clause.until = since - timedelta(days=1)
    later = Clause(document=clause.document, number=clause.number, text=text, instead_of=clause)
    later.clean_fields(exclude=["document", "instead_of"])
    with act("programme.reword_clause", by=by, at=at, on=later):
        clause.save(update_fields=["until"])
        later.save()
    return later


def remove_clause(clause: Clause, *, by: Doer, at: datetime) -> None:
    """Take out a clause that nobody registered against. Raises ValidationError where somebody did."""
    access.require(access.sits_on_committee, by, clause.document.register, on=at.date())
    count = clause.items.count()
    if count:
        raise ValidationError(
            _("Đã có %(n)d việc đăng ký theo điều %(number)s, không bỏ được. Sửa lời thành bản mới từ một ngày.")
            % {"n": count, "number": clause.number}
        )
    with act("programme.remove_clause", by=by, at=at, on=clause.document, content={"number": clause.number}):
        clause.delete()
