"""Mở đầu and I- Lãnh đạo, chỉ đạo: the conference, the documents, the plans, the meetings and the thirty minutes."""

from collections.abc import Sequence

from nennep.documents.models import Document
from nennep.meetings.models import Meeting, ThemePart
from nennep.paper.blocks import Block, Heading, Inline, Paragraph, Text
from nennep.reports.facts import Facts, cited, document_kind, join_inlines
from nennep.reports.summary.records import Records
from nennep.vietnamese.dates import month_name, short_date

PARTS = {
    ThemePart.Part.STUDY: "nghiên cứu, quán triệt",
    ThemePart.Part.RESULTS: "kiểm điểm kết quả làm theo đối với chuyên đề đã học tập",
    ThemePart.Part.SELF: "liên hệ với công tác và sinh hoạt của mỗi cán bộ, đảng viên",
    ThemePart.Part.LESSONS: "rút kinh nghiệm",
    ThemePart.Part.NEXT: "đề ra giải pháp cho tháng tiếp theo",
}


def opening(records: Records) -> list[Block]:
    """When the conference was, about what, who chaired. Nothing where no conference is on record."""
    meeting, programme = records.conference, records.programme
    if meeting is None or programme is None:
        return []
    term = records.office_of_chair()
    office = f", {str(term.get_office_display()).capitalize()} Chi bộ" if term else ""
    inlines: list[Inline] = [
        Text(
            f"Ngày {short_date(meeting.held_on)}, {records.unit.name} tổ chức Hội nghị tổng kết {years_said(records)} thực hiện "
        ),
        *with_origin(programme.directive),
        Text(
            ", đánh giá những kết quả đã đạt được, chỉ ra những khuyết điểm, hạn chế và nguyên nhân, đồng thời xác định "
            f"phương hướng, nhiệm vụ năm {records.next_year}. Chủ trì Hội nghị: đồng chí {meeting.chair.name}{office}."
        ),
    ]
    return [Paragraph(tuple(inlines))]


def years_said(records: Records) -> str:
    return f"{len(records.years)} năm"


def with_origin(document: Document) -> list[Inline]:
    """A document with its date, its issuer and what it is about."""
    term = f" khóa {document.congress_term}" if document.congress_term else ""
    origin = f", ngày {short_date(document.issued_on)} của {document.issuer}{term}"
    return [cited(document), Text(f"{origin} {about(document)}")]


def about(document: Document) -> str:
    subject = document.subject.rstrip(".")
    lowered = subject[:1].lower() + subject[1:]
    return lowered if lowered.startswith(("về ", "thực hiện ")) else f"về {lowered}"


def leading(records: Records, facts: Facts) -> list[Block]:
    return [
        Heading(1, "I- LÃNH ĐẠO, CHỈ ĐẠO"),
        *issued(records, facts),
        *plans(records, facts),
        *disseminated(records, facts),
        *met(records, facts),
        *criterion(records),
    ]


def issued(records: Records, facts: Facts) -> list[Block]:
    """What the unit answered the directive with, and who is in charge."""
    programme = records.programme
    if programme is None:
        return [Paragraph((Text("Chưa có chương trình thực hiện chỉ thị nào được ghi vào sổ."),))]
    inlines: list[Inline] = [Text("Thực hiện "), cited(programme.directive)]
    own = [document for document in (programme.plan, programme.standards) if document is not None]
    if own:
        parts: list[list[Inline]] = [
            [cited(document), Text(f", ngày {short_date(document.issued_on)} {about(document)}")] for document in own
        ]
        inlines += [Text(", Chi bộ đã xây dựng, ban hành "), *join_inlines(parts, between="; ", last="; ")]
    launches = [plan for plan in records.year_plans if plan.launched_on]
    if launches:
        years = ", ".join(str(plan.year) for plan in launches)
        inlines.append(Text(f"; phát động cán bộ, đảng viên và quần chúng đăng ký làm theo (các năm {years})"))
    inlines += [
        Text("; đồng thời đã phân công "),
        facts.figure("organisation.in_charge"),
        Text(" chi ủy viên phụ trách công tác này. Trong kỳ, Chi bộ ban hành "),
        facts.figure("documents.own_issued"),
        Text(", trong đó có "),
        facts.figure("documents.plans_issued"),
        Text("."),
    ]
    blocks: list[Block] = [Paragraph(tuple(inlines))]
    if records.combined:
        combined = [with_origin(document) for document in records.combined]
        blocks.append(
            Paragraph(
                (
                    Text("Chi bộ kết hợp việc học tập và làm theo với thực hiện "),
                    *join_inlines(combined, between="; ", last="; "),
                    Text("."),
                )
            )
        )
    return blocks


def plans(records: Records, facts: Facts) -> list[Block]:
    """Each year's plan with its theme; a plan that came after its launch is said."""
    if not records.year_plans:
        return []
    parts: list[Sequence[Inline]] = []
    for plan in records.year_plans:
        theme = records.themes.get(plan.year)
        about_theme = f" (chuyên đề “{theme.short}”)" if theme else ""
        parts.append([Text(f"năm {plan.year}: "), cited(plan.carrier), Text(about_theme)])
    inlines: list[Inline] = [
        Text(how_planned(records)),
        *join_inlines(parts, between="; ", last="; "),
        Text(". "),
        *facts.share("programme.year_plans_on_time_percent", "kế hoạch năm", "kế hoạch"),
        Text(" được ban hành đúng hạn"),
    ]
    for plan in records.year_plans:
        if plan.launched_on and plan.carrier.issued_on > plan.launched_on:
            inlines.append(
                Text(
                    f"; {document_kind(plan.carrier).lower()} năm {plan.year} đề ngày {short_date(plan.carrier.issued_on)}, "
                    f"sau ngày phát động {short_date(plan.launched_on)}"
                )
            )
    return [Paragraph((*inlines, Text(".")))]


def how_planned(records: Records) -> str:
    """Every year only where every year since the first has its plan; aims and tasks only where the plans have them."""
    planned = [plan.year for plan in records.year_plans]
    every = "Hằng năm, " if planned == list(range(planned[0], records.years[-1] + 1)) else ""
    themes = " theo từng chuyên đề" if all(year in records.themes for year in planned) else ""
    contents = ", xác định mục tiêu, nhiệm vụ, thời gian thực hiện" if records.plans_have_tasks else ""
    return f"{every}Chi bộ xây dựng kế hoạch cụ thể{themes}{contents}: "


def disseminated(records: Records, facts: Facts) -> list[Block]:
    if not facts.known("documents.disseminations"):
        return []
    return [
        Paragraph(
            (
                Text("Chi bộ đã tổ chức quán triệt văn bản "),
                facts.figure("documents.disseminations"),
                Text("; "),
                *facts.share("documents.disseminated_percent", "văn bản của cấp trên trong kỳ", "văn bản"),
                Text(" đã được quán triệt."),
            )
        )
    ]


def met(records: Records, facts: Facts) -> list[Block]:
    """Regular meetings held out of planned, who came, and the three honest numbers of the theme's length."""
    if not facts.known("meetings.held"):
        return [
            Paragraph(
                (
                    Text("Về sinh hoạt định kỳ và thời lượng dành cho chuyên đề: "),
                    facts.figure("meetings.held"),
                    Text("; chưa có cuộc sinh hoạt nào được ghi vào sổ trong kỳ."),
                )
            )
        ]
    as_planned = facts.value("meetings.held").number == facts.value("meetings.planned").number
    kept = "duy trì sinh hoạt định kỳ mỗi tháng một lần" if as_planned else "sinh hoạt định kỳ"
    held: list[Inline] = [
        Text(f"Chi ủy, Chi bộ {kept}: đã họp "),
        facts.figure("meetings.held"),
        Text(" trên "),
        facts.figure("meetings.planned"),
        Text(" theo lịch đặt từ đầu năm"),
    ]
    if facts.value("meetings.added_from_above").number:
        held += [
            Text(", có bổ sung nội dung mới theo ý kiến chỉ đạo của cấp trên "),
            facts.figure("meetings.added_from_above"),
        ]
    held += [
        Text("; ngoài ra có "),
        facts.figure("meetings.thematic"),
        Text(" sinh hoạt chuyên đề. "),
        *facts.share("meetings.attendance_percent", "lượt đảng viên phải dự", "lượt"),
        Text(" có mặt; "),
        facts.figure("meetings.speakers"),
        Text(" đã phát biểu "),
        facts.figure("meetings.contributions"),
        Text("."),
    ]
    return [Paragraph(tuple(held)), Paragraph(tuple(thirty_minutes(records, facts)))]


def thirty_minutes(records: Records, facts: Facts) -> list[Inline]:
    rule = records.theme_rule
    parts = recorded_parts(records)
    if rule is None:
        return [Text("Chi bộ chưa quy định thời lượng dành cho chuyên đề trong mỗi buổi sinh hoạt.")]
    least = int(rule.number)
    doing = f" để {', '.join(parts)}" if parts else ""
    inlines: list[Inline] = [
        Text(f"Theo {rule.source}, mỗi buổi sinh hoạt dành ít nhất {least} phút{doing}. Thực hiện: "),
        facts.figure("meetings.theme_met"),
        Text(f" đạt từ {least} phút trở lên, "),
        facts.figure("meetings.theme_below"),
        Text(f" dưới {least} phút"),
    ]
    if records.months_below:
        said = ", ".join(f"{month_name(m.held_on)}: {theme_minutes(m)} phút" for m in records.months_below)
        inlines.append(Text(f" ({said})"))
    inlines += [Text(", "), facts.figure("meetings.theme_not_measured"), Text(" chưa đo thời lượng")]
    if records.months_not_measured:
        inlines.append(Text(f" ({', '.join(month_name(m.held_on) for m in records.months_not_measured)})"))
    return [*inlines, Text(".")]


def theme_minutes(meeting: Meeting) -> int:
    return int(getattr(meeting, "theme_minutes", 0) or 0)


def recorded_parts(records: Records) -> list[str]:
    """Which of the five parts the minutes really show."""
    found = set(
        ThemePart.objects.filter(
            meeting__unit=records.unit,
            meeting__held_on__gte=records.period.starts,
            meeting__held_on__lte=records.period.ends,
            minutes__gt=0,
        ).values_list("part", flat=True)
    )
    return [words for part, words in PARTS.items() if part.value in found]


def criterion(records: Records) -> list[Block]:
    """That results count in emulation and commendation, where a document of the unit says so."""
    own = records.criterion
    if own is None:
        return []
    by = f" ({own.document})" if own.document else ""
    return [Paragraph((Text(f"{own.statement.rstrip('.')}{by}."),))]
