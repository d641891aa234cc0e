"""II- Kết quả: Một là, Hai là, Ba là… Each sentence stands only while its records do."""

from collections.abc import Sequence

from nennep.organisation.periods import Period
from nennep.paper.blocks import Block, Heading, Inline, Paragraph, Text
from nennep.reports.facts import Facts
from nennep.reports.summary.records import Records
from nennep.vietnamese.numbers import ordinal_heading


def results(records: Records, facts: Facts) -> list[Block]:
    parts = [
        members(records, facts),
        service(facts),
        discipline(facts),
        articles(facts),
        inspections(facts),
    ]
    said = [part for part in parts if part]
    return [
        Heading(1, "II- KẾT QUẢ"),
        *(
            Paragraph((Text(f"{ordinal_heading(number)}: ", bold=True), *part))
            for number, part in enumerate(said, start=1)
        ),
    ]


def members(records: Records, facts: Facts) -> list[Inline]:
    """Rating, registration, tasks, the Book and certificates."""
    inlines: list[Inline] = [
        *facts.share(
            "review.rated_well_or_better_percent",
            "đảng viên trong Chi bộ",
            f"lượt xếp loại trong {len(records.years)} năm",
        ),
        Text(" được đánh giá, xếp loại hằng năm hoàn thành tốt nhiệm vụ trở lên. "),
        *facts.share("programme.registered_members_percent", "đảng viên", "lượt"),
        Text(" và "),
        *facts.share("programme.registered_non_members_percent", "quần chúng", "lượt"),
        Text(" được phát động đã đăng ký làm theo; "),
        *facts.share("programme.pledge_items_kept_percent", "việc đăng ký", "việc đã nhận xét"),
        Text(" làm đạt; "),
        *facts.share("programme.tasks_on_time_percent", "nhiệm vụ được giao", "việc"),
        Text(" xong đúng hạn. "),
        *book(facts),
    ]
    change = compared(records, facts, "recognition.book_turns")
    if change:
        inlines += [Text(" "), *change]
    if not facts.known("recognition.certificate_persons"):
        return [
            *inlines,
            Text(" Số đảng viên được tặng giấy khen: "),
            facts.figure("recognition.certificate_persons"),
            Text("."),
        ]
    return [
        *inlines,
        Text(" Có "),
        facts.figure("recognition.certificate_persons"),
        Text(" được tặng "),
        facts.figure("recognition.certificates"),
        Text(f"{givers(records)}."),
    ]


def book(facts: Facts) -> list[Inline]:
    if not facts.known("recognition.book_turns"):
        return [Text("Sổ Đảng viên tiêu biểu: "), facts.figure("recognition.book_turns"), Text(".")]
    return [
        Text("Trong kỳ, Chi bộ có "),
        facts.figure("recognition.book_turns"),
        Text(" đảng viên, gồm "),
        facts.figure("recognition.book_persons"),
        Text(", được nêu gương, ghi vào Sổ Đảng viên tiêu biểu làm theo tấm gương đạo đức Hồ Chí Minh."),
    ]


def givers(records: Records) -> str:
    """By whom the certificates were given, when it is one level for all."""
    from nennep.recognition.models import Award, AwardLevel

    levels = set(Award.objects.of(records.unit).within(records.period).certificates().values_list("level", flat=True))
    return " của Chi bộ" if levels == {AwardLevel.CELL} else ""


def compared(records: Records, facts: Facts, code: str) -> list[Inline]:
    """The last whole year beside the one before; the word follows from the two figures."""
    if len(records.years) < 2:
        return []
    before, last = Period.year(records.years[-2]), Period.year(records.years[-1])
    old, new = facts.value(code, before).number, facts.value(code, last).number
    if old is None or new is None:
        return []
    word = "tăng so với" if new > old else "giảm so với" if new < old else "bằng"
    return [
        Text(f"Năm {last.starts.year} có "),
        facts.figure(code, period=last),
        Text(f", {word} năm {before.starts.year} ("),
        facts.figure(code, period=before),
        Text(")."),
    ]


def service(facts: Facts) -> list[Inline]:
    """Service to the public: files on time, harassment, complaints. A zero is said only where its source says zero."""
    codes = (
        "oversight.service_on_time_percent",
        "oversight.harassment",
        "oversight.complaints",
        "oversight.denunciations",
    )
    if not any(facts.known(code) for code in codes):
        return [Text("Về phục vụ nhân dân: "), facts.figure(codes[0]), Text(".")]
    return [
        Text("Tinh thần, thái độ phục vụ nhân dân: "),
        *facts.share("oversight.service_on_time_percent", "hồ sơ", "hồ sơ"),
        Text(" được giải quyết đúng thời hạn; "),
        *stated(
            facts,
            "oversight.harassment",
            "cán bộ, công chức",
            " có thái độ sách nhiễu, gây phiền hà đến mức phải xử lý kỷ luật",
            "cán bộ, công chức bị xử lý vì sách nhiễu, gây phiền hà",
        ),
        Text("; "),
        *stated(facts, "oversight.complaints", "đơn khiếu nại", "", "đơn khiếu nại"),
        Text(", "),
        *stated(
            facts, "oversight.denunciations", "đơn tố cáo", " đối với cán bộ, công chức thuộc cơ quan", "đơn tố cáo"
        ),
        Text(f"{months_read(facts)}."),
    ]


def stated(facts: Facts, code: str, none_of_what: str, rest: str, name: str) -> Sequence[Inline]:
    """ "không có …" for a zero with a source, the count otherwise, and the gap by name where nothing is recorded."""
    if not facts.known(code):
        return [Text(f"{name}: "), facts.figure(code)]
    if facts.value(code).number == 0:
        return [facts.figure(code, text=f"không có {none_of_what}"), Text(rest)]
    return [Text("có "), facts.figure(code), Text(rest)]


def months_read(facts: Facts) -> str:
    rows = facts.value("oversight.complaints").rows
    return f" (theo sổ tiếp dân {rows} tháng)" if rows else ""


def discipline(facts: Facts) -> list[Inline]:
    codes = ("oversight.disciplined", "oversight.degradation")
    if not any(facts.known(code) for code in codes):
        return [Text("Về chấp hành kỷ luật: "), facts.figure(codes[0]), Text(".")]
    return [
        Text("Về chấp hành chủ trương của Đảng, pháp luật của Nhà nước: "),
        *stated(
            facts,
            "oversight.degradation",
            "biểu hiện",
            " suy thoái về tư tưởng chính trị, đạo đức, lối sống",
            "biểu hiện suy thoái",
        ),
        Text("; "),
        *stated(
            facts, "oversight.disciplined", "cán bộ, đảng viên", " vi phạm phải xử lý kỷ luật", "đảng viên bị kỷ luật"
        ),
        Text("."),
    ]


def articles(facts: Facts) -> list[Inline]:
    if not facts.known("portal.articles_sent"):
        return []
    return [
        Text("Công tác tuyên truyền: Cổng Thông tin điện tử đăng "),
        facts.figure("portal.articles_by_members"),
        Text(" của đảng viên và "),
        facts.figure("portal.articles_by_non_members"),
        Text(" của quần chúng ("),
        facts.figure("portal.authors"),
        Text(" viết bài)."),
    ]


def inspections(facts: Facts) -> list[Inline]:
    if not facts.known("oversight.inspections_planned"):
        return []
    return [
        Text("Công tác kiểm tra, giám sát: hoàn thành "),
        facts.figure("oversight.inspections_done"),
        Text(" trên "),
        facts.figure("oversight.inspections_planned"),
        Text(" theo chương trình, đối với "),
        facts.figure("oversight.inspected_persons"),
        Text("."),
    ]
