"""The programme: themes, standards, plans, tasks, registrations, monthly results, limitations."""

from django.utils.translation import gettext as _

from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column, choice, day, month, several, text, whole, year
from nennep.exchange.workbook.problems import CellError
from nennep.exchange.workbook.registers.papers import DOCUMENT, DOCUMENT_IF_ANY
from nennep.exchange.workbook.registers.people import ENDS, PERSON, STARTS
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.programme import actions
from nennep.programme import models as programme


def put_programme(row: Row, book: Book) -> Outcome:
    record = programme.Programme(
        unit=book.unit,
        directive=book.document(row.directive),
        plan=book.document_or_none(row.plan),
        standards=book.document_or_none(row.standards),
        **row.only("name", "starts", "ends"),
    )
    return actions.start_programme(record, by=book.by, at=book.at)[1]


def put_theme(row: Row, book: Book) -> Outcome:
    theme = programme.Theme(
        unit=book.unit,
        document=book.document_or_none(row.document),
        **row.only("year", "wording", "short", "scope"),
    )
    stored = programme.Theme.objects.filter(unit=book.unit, year=row.year).first()
    theme.last_year = stored.last_year if stored else None
    return actions.set_theme(theme, by=book.by, at=book.at)[1]


def put_clause(row: Row, book: Book) -> Outcome:
    clause = programme.Clause(document=book.document(row.document), **row.only("number", "text"))
    return actions.write_clause(clause, by=book.by, at=book.at)[1]


def put_year_plan(row: Row, book: Book) -> Outcome:
    document = book.document(row.document)
    if row.launched_on and document.issued_on > row.launched_on:
        book.warn(
            row.sheet,
            row.cell("launched_on"),
            _("Kế hoạch %(plan)s đề ngày %(dated)s, sau ngày phát động %(launched)s.")
            % {
                "plan": document,
                "dated": f"{document.issued_on:%d/%m/%Y}",
                "launched": f"{row.launched_on:%d/%m/%Y}",
            },
            _("Nếu đúng như sổ giấy thì để nguyên."),
        )
    plan = programme.YearPlan(
        unit=book.unit, document=document, **row.only("year", "due_on", "launched_on", "registration_due_on")
    )
    return actions.adopt_year_plan(plan, by=book.by, at=book.at)[1]


def year_plan(book: Book, number: int) -> programme.YearPlan:
    plan = programme.YearPlan.objects.filter(unit=book.unit, year=number).first()
    if plan is None:
        raise CellError(
            _("Chưa có kế hoạch năm %(year)s.") % {"year": number}, _("Thêm một dòng vào sheet “Kế hoạch năm”.")
        )
    return plan


def put_goal(row: Row, book: Book) -> Outcome:
    goal = programme.Goal(plan=year_plan(book, row.year), **row.only("order", "text"))
    return actions.set_goal(goal, by=book.by, at=book.at)[1]


def put_task(row: Row, book: Book) -> Outcome:
    goal = programme.Goal.objects.filter(plan=year_plan(book, row.year), order=row.goal).first()
    if goal is None:
        raise CellError(
            _("Kế hoạch năm %(year)s không có mục tiêu thứ %(order)s.") % {"year": row.year, "order": row.goal},
            _("Xem lại sheet “Mục tiêu”."),
        )
    refuse_done_without_a_day(row)
    task = programme.Task(
        unit=book.unit,
        goal=goal,
        owner=book.person(row.owner),
        **row.only("code", "text", "due_on", "output", "state", "done_on", "evidence", "reason"),
    )
    return actions.assign_task(task, by=book.by, at=book.at, serves=book.all_documents(row.serves))[1]


def refuse_done_without_a_day(row: Row) -> None:
    done = row.state == programme.TaskState.DONE
    if done and row.done_on is None:
        raise CellError(_("Việc đã xong mà chưa ghi ngày xong."), _("Ghi ngày xong, hoặc đổi trạng thái."))
    if not done and row.done_on is not None:
        raise CellError(_("Có ngày xong mà trạng thái không phải “đã xong”."), _("Sửa một trong hai ô."))


def put_pledge_item(row: Row, book: Book) -> Outcome:
    clause = None
    if row.clause:
        clause = programme.Clause.objects.filter(document__register=book.unit, number=row.clause).first()
        if clause is None:
            raise CellError(
                _("Chuẩn mực không có điều %(number)s.") % {"number": row.clause}, _("Xem lại sheet “Chuẩn mực”.")
            )
    item = programme.PledgeItem(
        clause=clause, **row.only("order", "origin", "action", "measure", "due_on", "outcome", "remark")
    )
    return actions.register_item(
        item,
        person=book.person(row.person),
        unit=book.unit,
        year=row.year,
        registered_on=row.registered_on,
        by=book.by,
        at=book.at,
    )[1]


def put_monthly_result(row: Row, book: Book) -> Outcome:
    item = book.pledge_items.get((row.month.year, book.person(row.person), row.order))
    if item is None:
        raise CellError(
            _("%(name)s không có việc đăng ký thứ %(order)s trong năm %(year)s.")
            % {"name": row.person, "order": row.order, "year": row.month.year},
            _("Xem lại sheet “Đăng ký”."),
        )
    result = programme.MonthlyResult(item=item, **row.only("month", "done", "mark", "evidence"))
    return actions.report_month(result, by=book.by, at=book.at)[1]


def put_limitation(row: Row, book: Book) -> Outcome:
    limitation = programme.Limitation(
        unit=book.unit,
        owner=book.person(row.owner),
        **row.only("code", "text", "found_on", "cause", "remedy", "closed_on"),
    )
    tasks = [book.task(code) for code in row.tasks]
    return actions.record_limitation(limitation, by=book.by, at=book.at, tasks=tasks)[1]


def put_verdict(row: Row, book: Book) -> Outcome:
    limitation = programme.Limitation.objects.of(book.unit).filter(code=row.code).first()
    if limitation is None:
        raise CellError(_("Không có hạn chế mã %(code)s.") % {"code": row.code}, _("Xem lại sheet “Hạn chế”."))
    verdict = programme.LimitationVerdict(limitation=limitation, **row.only("year", "verdict", "ground"))
    return actions.judge_limitation(verdict, by=book.by, at=book.at)[1]


YEAR = Column("Năm", "year", year)
OWNER = Column("Người thực hiện", "owner", text(120), refers="people")

PLANS = (
    Sheet(
        "Chương trình",
        (
            Column("Tên", "name", text(300)),
            Column("Chỉ thị", "directive", text(120), refers="documents"),
            Column("Kế hoạch", "plan", text(120), required=False, refers="documents"),
            Column("Chuẩn mực", "standards", text(120), required=False, refers="documents"),
            STARTS,
            ENDS,
        ),
        ("directive",),
        put_programme,
    ),
    Sheet(
        "Chuyên đề",
        (
            YEAR,
            Column("Chủ đề", "wording", text(500)),
            Column("Tên gọn", "short", text(120)),
            Column("Phạm vi", "scope", choice(programme.Scope)),
            DOCUMENT_IF_ANY,
        ),
        ("year",),
        put_theme,
    ),
    Sheet(
        "Chuẩn mực",
        (DOCUMENT, Column("Điều", "number", text(10)), Column("Nội dung", "text", text(1000))),
        ("document", "number"),
        put_clause,
    ),
    Sheet(
        "Kế hoạch năm",
        (
            YEAR,
            DOCUMENT,
            Column("Hạn ban hành", "due_on", day, required=False, empty=None),
            Column("Ngày phát động đăng ký", "launched_on", day, required=False, empty=None),
            Column("Hạn đăng ký", "registration_due_on", day, required=False, empty=None),
        ),
        ("year",),
        put_year_plan,
    ),
    Sheet(
        "Mục tiêu",
        (YEAR, Column("Thứ tự", "order", whole(1, 99)), Column("Mục tiêu", "text", text(1500))),
        ("year", "order"),
        put_goal,
    ),
    Sheet(
        "Nhiệm vụ",
        (
            Column("Mã", "code", text(20)),
            YEAR,
            Column("Mục tiêu", "goal", whole(1, 99)),
            Column("Việc", "text", text(500)),
            OWNER,
            Column("Hạn", "due_on", day),
            Column("Sản phẩm", "output", text(300), required=False),
            Column("Phục vụ văn bản", "serves", several, required=False, refers="documents", empty=[]),
            Column("Trạng thái", "state", choice(programme.TaskState)),
            Column("Ngày xong", "done_on", day, required=False, empty=None),
            Column("Minh chứng", "evidence", text(300), required=False),
            Column("Lý do", "reason", text(300), required=False),
        ),
        ("code",),
        put_task,
    ),
)

WORK = (
    Sheet(
        "Đăng ký",
        (
            YEAR,
            PERSON,
            Column("Thứ tự", "order", whole(1, 20)),
            Column("Xuất phát từ", "origin", choice(programme.Origin)),
            Column("Việc làm", "action", text(500)),
            Column("Thước đo", "measure", text(300)),
            Column("Hạn", "due_on", day),
            Column("Điều chuẩn mực", "clause", text(10), required=False),
            Column("Ngày đăng ký", "registered_on", day),
            Column("Kết quả cuối năm", "outcome", choice(programme.Outcome), required=False),
            Column("Nhận xét", "remark", text(500), required=False),
        ),
        ("year", "person", "order"),
        put_pledge_item,
    ),
    Sheet(
        "Kết quả tháng",
        (
            Column("Tháng", "month", month),
            PERSON,
            Column("Thứ tự", "order", whole(1, 20)),
            Column("Việc đã làm", "done", text(500)),
            Column("Tự chấm", "mark", choice(programme.Mark), required=False),
            Column("Minh chứng", "evidence", text(300), required=False),
        ),
        ("month", "person", "order"),
        put_monthly_result,
    ),
    Sheet(
        "Hạn chế",
        (
            Column("Mã", "code", text(20)),
            Column("Hạn chế", "text", text(600)),
            Column("Phát hiện ngày", "found_on", day),
            Column("Nguyên nhân", "cause", text(600)),
            Column("Biện pháp", "remedy", text(600)),
            Column("Người phụ trách", "owner", text(120), refers="people"),
            Column("Nhiệm vụ", "tasks", several, required=False, empty=[]),
            Column("Ngày khắc phục xong", "closed_on", day, required=False, empty=None),
        ),
        ("code",),
        put_limitation,
    ),
    Sheet(
        "Theo dõi hạn chế",
        (
            Column("Mã", "code", text(20)),
            YEAR,
            Column("Nhận định", "verdict", choice(programme.Verdict)),
            Column("Căn cứ", "ground", text(500)),
        ),
        ("code", "year"),
        put_verdict,
    ),
)
