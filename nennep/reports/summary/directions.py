"""IV- Phương hướng and V- Chương trình: the theme, the goals and the tasks of the year that follows."""

from nennep.paper.blocks import Block, Heading, Inlines, Paragraph, Table, Text
from nennep.reports.facts import cite_within, cited, join_inlines
from nennep.reports.summary.limits import sentence
from nennep.reports.summary.records import Records
from nennep.vietnamese.dates import short_date
from nennep.vietnamese.numbers import ordinal_heading


def directions(records: Records) -> list[Block]:
    year = records.next_year
    blocks: list[Block] = [Heading(1, f"IV- PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {year}")]
    theme = records.themes.get(year)
    if theme:
        blocks.append(Paragraph((Text(f"Thực hiện chủ đề năm {year}: “{theme.wording}”."),)))
    if not records.goals:
        return [*blocks, Paragraph((Text(f"Chưa có kế hoạch năm {year} trong sổ."),))]
    plan = records.goals[0].plan
    source = cited(plan.document) if plan.document is not None else Text("kế hoạch đang lập")
    blocks.append(Paragraph((Text("Các giải pháp, theo "), source, Text(":"))))
    for number, goal in enumerate(records.goals, start=1):
        text = sentence(goal.text)
        blocks.append(
            Paragraph(
                (Text(f"{ordinal_heading(number)}: ", bold=True), *cite_within(text, records.documents, dated=True))
            )
        )
    remedies = [item for item in records.limitations if item.remedy]
    if remedies:
        said = "; ".join(f"{item.remedy[:1].lower()}{item.remedy[1:].rstrip('.')}" for item in remedies)
        blocks.append(Paragraph((Text("Để khắc phục các hạn chế đã nêu: "), Text(f"{said}."))))
    return blocks


def coming_programme(records: Records) -> list[Block]:
    """The table of tasks of the coming year: what, who, by when, for which document."""
    if not records.coming_tasks:
        return []
    rows: list[tuple[Inlines, ...]] = []
    for number, task in enumerate(records.coming_tasks, start=1):
        served = join_inlines([[cited(document)] for document in task.serves.all()], last=", ")
        rows.append(
            (
                (Text(str(number)),),
                (Text(task.text),),
                (Text(task.owner.name),),
                (Text(short_date(task.due_on)),),
                tuple(served),
            )
        )
    return [
        Heading(1, f"V- CHƯƠNG TRÌNH NĂM {records.next_year}"),
        Table(
            caption="",
            head=tuple(
                (Text(name, bold=True),) for name in ("TT", "Việc", "Người thực hiện", "Hạn", "Thực hiện văn bản")
            ),
            rows=tuple(rows),
            align=("center", "start", "start", "center", "start"),
            widths=(11, 63, 34, 24, 33),
        ),
    ]
