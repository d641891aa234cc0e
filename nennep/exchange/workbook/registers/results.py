"""What came of it: ratings, the Book, awards, drives, articles, service, feedback, discipline, inspections."""

from django.utils.translation import gettext as _

from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column, choice, day, moment, month, text, whole, yes_no
from nennep.exchange.workbook.problems import CellError
from nennep.exchange.workbook.registers.papers import DOCUMENT_IF_ANY
from nennep.exchange.workbook.registers.people import ENDS, PERSON, STARTS
from nennep.exchange.workbook.registers.programme import YEAR
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.oversight import actions as oversight
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, Matter, ServiceMonth
from nennep.portal.actions import record_article
from nennep.portal.models import Article, ArticleState, Section
from nennep.recognition import actions as recognition
from nennep.recognition.models import Award, AwardKind, AwardLevel, BookEntry, Drive
from nennep.review.actions import record_rating
from nennep.review.models import Rating, RatingLevel


def put_rating(row: Row, book: Book) -> Outcome:
    if row.rated != bool(row.level):
        raise CellError(
            _("Được xếp loại thì phải có mức; không được xếp loại thì không có mức."), _("Sửa một trong hai ô.")
        )
    if not row.rated and not row.reason_not_rated:
        raise CellError(_("Không được xếp loại mà chưa ghi lý do."), _("Ghi lý do không xếp loại."))
    rating = Rating(
        unit=book.unit,
        person=book.person(row.person),
        **row.only("year", "level", "reason_not_rated", "decided_on", "ground"),
    )
    return record_rating(rating, by=book.by, at=book.at)[1]


def put_book_entry(row: Row, book: Book) -> Outcome:
    if row.agreed_on not in book.meetings:
        book.warn(
            row.sheet,
            row.cell("agreed_on"),
            _("Không có cuộc họp nào ngày %(day)s trong sổ.") % {"day": f"{row.agreed_on:%d/%m/%Y}"},
            _("Xem lại ngày họp thống nhất, hoặc thêm cuộc họp."),
        )
    entry = BookEntry(
        unit=book.unit,
        person=book.person(row.person),
        introduced_by=book.person(row.introduced_by),
        checked_by=book.person(row.checked_by) if row.checked_by else None,
        **row.only("number", "deed_on", "deed", "effect", "agreed_on", "may_publish"),
    )
    return recognition.enter_in_book(entry, by=book.by, at=book.at)[1]


def put_award(row: Row, book: Book) -> Outcome:
    award = Award(
        unit=book.unit,
        person=book.person(row.person),
        document=book.document_or_none(row.document),
        **row.only("kind", "level", "awarded_on", "merit", "amount", "fund"),
    )
    return recognition.give_award(award, by=book.by, at=book.at)[1]


def put_drive(row: Row, book: Book) -> Outcome:
    drive = Drive(
        unit=book.unit,
        document=book.document_or_none(row.document),
        **row.only("name", "launched_on", "starts", "ends", "result"),
    )
    return recognition.launch_drive(drive, by=book.by, at=book.at)[1]


def put_article(row: Row, book: Book) -> Outcome:
    if row.state == ArticleState.DRAFT:
        raise CellError(_("Bản nháp chưa gửi thì chưa vào sổ."), _("Bỏ dòng này, hoặc ghi trạng thái sau khi gửi."))
    if (row.state == ArticleState.PUBLISHED) != (row.published_at is not None):
        raise CellError(_("Bài đã đăng thì có thời điểm đăng, bài chưa đăng thì không."), _("Sửa một trong hai ô."))
    entry = None
    if row.book_number is not None:
        entry = BookEntry.objects.of(book.unit).filter(number=row.book_number).first()
        if entry is None:
            raise CellError(
                _("Sổ tiêu biểu không có số %(number)s.") % {"number": row.book_number},
                _("Xem lại sheet “Sổ tiêu biểu”."),
            )
    article = Article(
        unit=book.unit,
        author=book.person(row.author),
        book_entry=entry,
        **row.only("title", "sent_on", "state", "published_at", "section", "summary", "body", "return_reason"),
        **row.only("useful", "not_useful"),
    )
    return record_article(article, by=book.by, at=book.at)[1]


def put_service(row: Row, book: Book) -> Outcome:
    if row.on_time > row.total:
        raise CellError(
            _("Đúng hạn %(on_time)s nhiều hơn tổng %(total)s.") % {"on_time": row.on_time, "total": row.total},
            _("Xem lại hai ô."),
        )
    service = ServiceMonth(unit=book.unit, **row.only("month", "field", "total", "on_time", "source"))
    return oversight.return_service(service, by=book.by, at=book.at)[1]


def put_feedback(row: Row, book: Book) -> Outcome:
    names = ("month", "channel", "complaints", "denunciations", "suggestions", "source")
    return oversight.return_feedback(FeedbackMonth(unit=book.unit, **row.only(*names)), by=book.by, at=book.at)[1]


def put_discipline(row: Row, book: Book) -> Outcome:
    names = ("starts", "ends", "matter", "people", "form", "source")
    return oversight.return_discipline(DisciplineReturn(unit=book.unit, **row.only(*names)), by=book.by, at=book.at)[1]


def put_inspection(row: Row, book: Book) -> Outcome:
    inspection = Inspection(
        unit=book.unit,
        subject=book.person(row.subject),
        document=book.document_or_none(row.document),
        **row.only("year", "kind", "content", "planned_on", "started_on", "concluded_on", "explanation"),
        **row.only("conclusion", "to_mend", "mend_due_on", "mended_on"),
    )
    return oversight.record_inspection(inspection, by=book.by, at=book.at)[1]


def date_if_any(heading: str, name: str) -> Column:
    return Column(heading, name, day, required=False, empty=None)


REGISTERS = (
    Sheet(
        "Xếp loại",
        (
            YEAR,
            PERSON,
            Column("Được xếp loại", "rated", yes_no),
            Column("Mức", "level", choice(RatingLevel), required=False),
            Column("Lý do không xếp loại", "reason_not_rated", text(300), required=False),
            date_if_any("Ngày quyết định", "decided_on"),
            Column("Căn cứ", "ground", text(300)),
        ),
        ("year", "person"),
        put_rating,
    ),
    Sheet(
        "Sổ tiêu biểu",
        (
            Column("Số", "number", whole(1, 99_999)),
            PERSON,
            Column("Ngày việc làm", "deed_on", day),
            Column("Việc làm", "deed", text(500)),
            Column("Tác dụng", "effect", text(500), required=False),
            Column("Người giới thiệu", "introduced_by", text(120), refers="people"),
            Column("Người xác minh", "checked_by", text(120), required=False, refers="people"),
            Column("Ngày họp thống nhất", "agreed_on", day),
            Column("Đồng ý đăng Cổng", "may_publish", yes_no, required=False, empty=None),
        ),
        ("number",),
        put_book_entry,
    ),
    Sheet(
        "Khen thưởng",
        (
            PERSON,
            Column("Hình thức", "kind", choice(AwardKind)),
            Column("Cấp tặng", "level", choice(AwardLevel)),
            Column("Ngày", "awarded_on", day),
            DOCUMENT_IF_ANY,
            Column("Thành tích", "merit", text(500)),
            Column("Số tiền", "amount", whole(0, 1_000_000_000), required=False, empty=None),
            Column("Nguồn tiền", "fund", text(160), required=False),
        ),
        ("person", "kind", "awarded_on", "merit"),
        put_award,
    ),
    Sheet(
        "Thi đua",
        (
            Column("Tên", "name", text(300)),
            Column("Ngày phát động", "launched_on", day),
            STARTS,
            ENDS,
            DOCUMENT_IF_ANY,
            Column("Kết quả", "result", text(500), required=False),
        ),
        ("name", "launched_on"),
        put_drive,
    ),
    Sheet(
        "Bài viết",
        (
            Column("Tiêu đề", "title", text(300)),
            Column("Tác giả", "author", text(120), refers="people"),
            Column("Ngày gửi", "sent_on", day),
            Column("Trạng thái", "state", choice(ArticleState)),
            Column("Thời điểm đăng", "published_at", moment, required=False, empty=None),
            Column("Chuyên mục", "section", choice(Section)),
            Column("Tóm tắt", "summary", text(1000), required=False),
            Column("Nội dung", "body", text(20_000), required=False),
            Column("Lý do trả lại", "return_reason", text(300), required=False),
            Column("Số trong Sổ", "book_number", whole(1, 99_999), required=False, empty=None),
            Column("Có ích", "useful", whole(), required=False, empty=0),
            Column("Chưa có ích", "not_useful", whole(), required=False, empty=0),
        ),
        ("title", "author"),
        put_article,
    ),
    Sheet(
        "Phục vụ",
        (
            Column("Tháng", "month", month),
            Column("Lĩnh vực", "field", text(160)),
            Column("Tổng hồ sơ", "total", whole()),
            Column("Đúng hạn", "on_time", whole()),
            Column("Nguồn", "source", text(200)),
        ),
        ("month", "field"),
        put_service,
    ),
    Sheet(
        "Đơn thư",
        (
            Column("Tháng", "month", month),
            Column("Kênh", "channel", text(160)),
            Column("Khiếu nại", "complaints", whole()),
            Column("Tố cáo", "denunciations", whole()),
            Column("Phản ánh, góp ý", "suggestions", whole()),
            Column("Nguồn", "source", text(200)),
        ),
        ("month", "channel"),
        put_feedback,
    ),
    Sheet(
        "Kỷ luật",
        (
            STARTS,
            Column("Đến ngày", "ends", day),
            Column("Nội dung", "matter", choice(Matter)),
            Column("Số người", "people", whole(0, 10_000)),
            Column("Hình thức", "form", text(160), required=False),
            Column("Nguồn", "source", text(200)),
        ),
        ("starts", "matter", "form"),
        put_discipline,
    ),
    Sheet(
        "Kiểm tra, giám sát",
        (
            YEAR,
            Column("Loại", "kind", choice(Inspection.Kind)),
            Column("Đối tượng", "subject", text(120), refers="people"),
            Column("Nội dung", "content", text(500)),
            DOCUMENT_IF_ANY,
            Column("Dự kiến", "planned_on", day),
            date_if_any("Ngày bắt đầu", "started_on"),
            date_if_any("Ngày kết luận", "concluded_on"),
            Column("Giải trình của đối tượng", "explanation", text(3000), required=False),
            Column("Kết luận", "conclusion", text(3000), required=False),
            Column("Việc phải sửa", "to_mend", text(500), required=False),
            date_if_any("Hạn sửa", "mend_due_on"),
            date_if_any("Ngày sửa xong", "mended_on"),
        ),
        ("year", "kind", "subject", "planned_on"),
        put_inspection,
    ),
)
