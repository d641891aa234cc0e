"""What does not fit together is refused with a sentence; what changes keeps how it stood."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from nennep.documents.papers.body import blocks_of
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.indicators.figures import named
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import DutyKind, User
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import DutyFactory
from nennep.programme.actions import (
    adopt_year_plan,
    assign_task,
    begin_year_plan,
    set_theme,
)
from nennep.programme.models import (
    Clause,
    Goal,
    Scope,
    Task,
    TaskChange,
    TaskState,
    Theme,
    YearPlan,
)
from nennep.programme.planning.actions import (
    carry_over,
    drop_task,
    finish_task,
    postpone_task,
    remove_clause,
    reword_clause,
)
from nennep.programme.planning.drafting import draft_plan
from nennep.programme.queries import theme_of
from nennep.programme.tests.factories import (
    ClauseFactory,
    GoalFactory,
    PlanTaskFactory,
    PledgeFactory,
    PledgeItemFactory,
    ProgrammeFactory,
    ThemeFactory,
    YearPlanFactory,
)

WHY = "Chờ kinh phí"


@pytest.fixture
def programme(cell):
    return ProgrammeFactory(unit=cell.unit, starts=date(2011, 5, 14), ends=date(2015, 12, 31))


@pytest.fixture
def task(cell, programme):
    plan = YearPlanFactory(unit=cell.unit, year=2014, document=DocumentFactory(register=cell.unit))
    return PlanTaskFactory(
        unit=cell.unit,
        goal=GoalFactory(plan=plan),
        owner=cell.member,
        due_on=date(2014, 6, 30),
        code="2014-01",
    )


@pytest.fixture
def next_goal(cell):
    plan = YearPlanFactory(unit=cell.unit, year=2015, document=DocumentFactory(register=cell.unit))
    return GoalFactory(plan=plan)


def a_theme(cell, **values):
    return Theme(**{"unit": cell.unit, "year": 2014, "wording": "Về x", "short": "X", "scope": Scope.CELL} | values)


def test_two_themes_of_one_scope_never_share_a_year(cell, at):
    set_theme(a_theme(cell, year=2011, last_year=2015, scope=Scope.CENTRE), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="Đã có chuyên đề của trung ương cho 2011–2015: “X”"):
        set_theme(a_theme(cell, scope=Scope.CENTRE), by=cell.secretary, at=at)
    assert Theme.objects.count() == 1


def test_the_cells_own_theme_of_a_year_stands_beside_the_centres_of_the_term(cell, at):
    set_theme(a_theme(cell, year=2011, last_year=2015, scope=Scope.CENTRE, short="Cả khóa"), by=cell.secretary, at=at)
    assert theme_of(cell.unit, 2014).short == "Cả khóa"
    set_theme(a_theme(cell, short="Riêng năm"), by=cell.secretary, at=at)
    assert theme_of(cell.unit, 2014).short == "Riêng năm"
    assert theme_of(cell.unit, 2016) is None


def test_setting_the_theme_of_a_year_again_corrects_it(cell, at):
    ThemeFactory(unit=cell.unit, year=2014)
    set_theme(a_theme(cell, short="Sửa"), by=cell.secretary, at=at)
    assert Theme.objects.get().short == "Sửa"


def test_a_plan_older_than_its_programme_is_refused(cell, programme, at):
    document = DocumentFactory(register=cell.unit, issued_on=date(2011, 5, 1))
    with pytest.raises(ValidationError, match="trước khi chương trình bắt đầu"):
        adopt_year_plan(YearPlan(unit=cell.unit, year=2011, document=document), by=cell.secretary, at=at)
    assert not YearPlan.objects.exists()


@pytest.mark.parametrize("day", [date(2011, 5, 13), date(2016, 1, 1)])
def test_a_task_due_outside_the_programme_is_refused(cell, task, at, day):
    late = Task(
        unit=cell.unit, code="X", goal=task.goal, text="Việc", owner=cell.member, due_on=day, state=TaskState.TODO
    )
    with pytest.raises(ValidationError, match="nằm ngoài chương trình, từ 14/5/2011 đến 31/12/2015"):
        assign_task(late, by=cell.secretary, at=at)
    assert Task.objects.count() == 1


def test_the_owner_finishes_with_a_day_and_its_evidence(cell, task, at):
    finish_task(task, done_on=date(2014, 6, 2), evidence="Báo cáo 12", by=cell.member, at=at)
    assert (task.state, task.done_on, task.evidence) == (TaskState.DONE, date(2014, 6, 2), "Báo cáo 12")
    with pytest.raises(ValidationError, match="không thể sau hôm nay"):
        finish_task(task, done_on=date(2014, 6, 4), by=cell.member, at=at)
    with pytest.raises(NotAllowed):
        finish_task(task, done_on=date(2014, 6, 2), by=cell.other_member, at=at)


def test_a_postponed_task_says_who_put_it_off_when_and_why(cell, task, at):
    postpone_task(task, due_on=date(2014, 9, 30), why=WHY, by=cell.secretary, at=at)
    task.refresh_from_db()
    assert (task.state, task.due_on, task.reason) == (TaskState.POSTPONED, date(2014, 9, 30), WHY)
    change = TaskChange.objects.get()
    assert (change.due_on, change.decided_by, change.why) == (date(2014, 6, 30), cell.secretary, WHY)
    with pytest.raises(ValidationError, match="Hạn mới phải sau hạn cũ"):
        postpone_task(task, due_on=date(2014, 9, 1), why=WHY, by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="nằm ngoài chương trình"):
        postpone_task(task, due_on=date(2016, 9, 1), why=WHY, by=cell.secretary, at=at)
    with pytest.raises(NotAllowed):
        postpone_task(task, due_on=date(2014, 10, 1), why=WHY, by=cell.member, at=at)


def test_what_is_not_finished_goes_on_to_the_next_year_with_its_history(cell, task, next_goal, at):
    onward = carry_over(task, next_goal, due_on=date(2015, 3, 31), why=WHY, by=cell.secretary, at=at)
    task.refresh_from_db()
    assert (onward.carried_from, onward.text, onward.owner) == (task, task.text, task.owner)
    assert (task.state, task.reason) == (TaskState.POSTPONED, f"Chuyển sang năm 2015: {WHY}")
    with pytest.raises(ValidationError, match="đã chuyển sang năm sau"):
        carry_over(task, next_goal, due_on=date(2015, 6, 30), why=WHY, by=cell.secretary, at=at)
    assert Task.objects.count() == 2


def test_a_finished_task_or_a_goal_of_the_same_year_is_not_carried_over(cell, task, next_goal, at):
    with pytest.raises(ValidationError, match="một năm sau"):
        carry_over(task, task.goal, due_on=date(2014, 12, 31), why=WHY, by=cell.secretary, at=at)
    finish_task(task, done_on=at.date(), by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="không chuyển tiếp"):
        carry_over(task, next_goal, due_on=date(2015, 3, 31), why=WHY, by=cell.secretary, at=at)


def test_a_dropped_task_leaves_the_base_and_keeps_its_reason(cell, task, at):
    drop_task(task, why="Cấp trên đã làm", by=cell.secretary, at=at)
    assert not Task.objects.expected().exists()
    assert Task.objects.get().reason == "Cấp trên đã làm"


def test_a_clause_that_somebody_registered_against_is_not_removed(cell, at):
    clause = ClauseFactory(document=DocumentFactory(register=cell.unit), number="3")
    PledgeItemFactory(pledge=PledgeFactory(unit=cell.unit, person=cell.member), clause=clause)
    with pytest.raises(ValidationError, match="Đã có 1 việc đăng ký theo điều 3, không bỏ được"):
        remove_clause(clause, by=cell.secretary, at=at)
    assert Clause.objects.count() == 1


def test_a_reworded_clause_is_a_new_version_and_the_old_one_keeps_its_registrations(cell, at):
    clause = ClauseFactory(document=DocumentFactory(register=cell.unit), number="3", text="Lời cũ")
    item = PledgeItemFactory(pledge=PledgeFactory(unit=cell.unit, person=cell.member), clause=clause)
    later = reword_clause(clause, text="Lời mới", since=date(2014, 7, 1), by=cell.secretary, at=at)
    item.refresh_from_db()
    clause.refresh_from_db()
    assert (item.clause.text, clause.until, later.instead_of) == ("Lời cũ", date(2014, 6, 30), clause)
    with pytest.raises(ValidationError, match="hết hiệu lực"):
        reword_clause(clause, text="x", since=date(2014, 8, 1), by=cell.secretary, at=at)


def test_an_unused_clause_is_removed(cell, at):
    remove_clause(ClauseFactory(document=DocumentFactory(register=cell.unit)), by=cell.secretary, at=at)
    assert not Clause.objects.exists()


def test_a_year_is_planned_on_its_page(cell, programme, client):
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    document = DocumentFactory(register=cell.unit, type="plan", issued_on=date(2014, 1, 20), issued_by_register=True)

    def change(deed, **data):
        page = reverse("programme:change-year", args=[cell.unit.code, 2014, deed])
        return client.post(page, data, follow=True)

    assert change("muc-tieu", text="x").status_code == 404
    change("chuyen-de", wording="Về trách nhiệm", short="Trách nhiệm", scope="cell")
    change("ke-hoach", document=document.pk)
    change("muc-tieu", text="Mọi người đúng hẹn")
    goal = Goal.objects.get()
    answer = change("nhiem-vu", goal=goal.pk, text="Niêm yết giờ trả", owner=cell.member.pk, due_on="2014-06-30")
    shown = answer.content.decode()
    for words in ("Về trách nhiệm", "Mọi người đúng hẹn", "Niêm yết giờ trả"):
        assert words in shown
    assert Task.objects.get().code == "2014-01"


def test_a_directive_becomes_a_programme_with_its_period_and_whoever_is_in_charge(cell, client):
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.PROGRAMME, document="45-KH/CBBQL")
    directive = DirectiveFactory(register=cell.unit)
    page = reverse("programme:change-year", args=[cell.unit.code, 2014, "chuong-trinh"])
    wrong = {"name": "x", "directive": directive.pk, "starts": "2014-06-01", "ends": "2014-05-01"}
    refused = client.post(page, wrong)
    assert (refused.status_code, "không thể trước từ ngày" in refused.content.decode()) == (422, True)
    client.post(page, wrong | {"name": "Học tập và làm theo", "ends": "2016-12-31"})
    shown = client.get(reverse("programme:year", args=[cell.unit.code, 2014])).content.decode()
    for words in ("Học tập và làm theo", directive.code, "Phụ trách", cell.member.name, "45-KH/CBBQL"):
        assert words in shown


def test_the_standards_page_shows_versions_and_the_centres_five(cell, programme, client, monkeypatch):
    document = DocumentFactory(register=cell.unit)
    programme.standards = document
    programme.save()
    clause = ClauseFactory(document=document, number="1", text="Đúng giờ")
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    client.post(reverse("programme:add-clause", args=[cell.unit.code]), {"number": "2", "text": "Tiết kiệm"})
    again = client.post(reverse("programme:add-clause", args=[cell.unit.code]), {"number": "2", "text": "x"})
    assert "Đã có điều 2" in again.content.decode()
    client.post(
        reverse("programme:change-clause", args=[clause.pk, "sua"]), {"text": "Đúng hẹn", "since": "2014-07-01"}
    )
    shown = client.get(reverse("programme:standards", args=[cell.unit.code])).content.decode()
    for words in ("Đúng giờ", "Đúng hẹn", "Tiết kiệm", "30/6/2014"):
        assert words in shown


def test_a_year_is_planned_before_it_is_signed_and_comes_out_as_a_party_document(cell, programme, client, at):
    """Theme, goals and tasks become a draft; the board and the figures count no plan until one is signed."""
    ThemeFactory(unit=cell.unit, year=2014)
    plan = begin_year_plan(cell.unit, 2014, by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="Chưa có mục tiêu"):
        draft_plan(plan, by=cell.secretary, at=at)
    goal = GoalFactory(plan=plan, order=1, text="Mọi người đúng hẹn")
    PlanTaskFactory(
        unit=cell.unit,
        goal=goal,
        owner=cell.member,
        text="Niêm yết giờ trả",
        output="1 bảng",
        due_on=date(2014, 6, 30),
        code="2014-01",
        passage="mục II",
    )
    draft = draft_plan(plan, by=cell.secretary, at=at)
    assert draft.type == "plan"
    for words in (
        "Chuyên đề của năm: về nêu cao tinh thần trách nhiệm.",
        "1. Mọi người đúng hẹn",
        "- Niêm yết giờ trả: Ngô Thị Lụa thực hiện, xong trước ngày 30/6/2014; sản phẩm: 1 bảng; thực hiện mục II.",
    ):
        assert words in draft.body
    assert draft_plan(plan, by=cell.secretary, at=at) == draft, "an open draft is gone on with"
    assert named("programme.year_plans").value(cell.unit, Period.year(2014)).number is None
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    page = reverse("programme:draft-plan", args=[cell.unit.code, 2014])
    assert client.post(page).headers["Location"] == draft.get_absolute_url()
    assert "đang lập, chưa ký" in client.get(plan.get_absolute_url()).content.decode()
    with pytest.raises(ValidationError):
        begin_year_plan(cell.unit, 2014, by=cell.secretary, at=at)


def test_the_text_of_the_drafted_plan_reads_as_headings_and_items(cell, programme, at):
    plan = begin_year_plan(cell.unit, 2014, by=cell.secretary, at=at)
    GoalFactory(plan=plan, order=1, text="Mọi người đúng hẹn")
    kinds = [type(block).__name__ for block in blocks_of(draft_plan(plan, by=cell.secretary, at=at).body)]
    assert kinds.count("Heading") == 4
    assert kinds.count("ListBlock") == 2
