"""III- Tồn tại, hạn chế và nguyên nhân: what the registers follow, since when, how it stands, why."""

from nennep.paper.blocks import Block, Heading, Inline, ListBlock, Paragraph, Text
from nennep.programme.models import Limitation
from nennep.reports.facts import Facts
from nennep.reports.summary.records import Records
from nennep.vietnamese.dates import short_date


def limits(records: Records, facts: Facts) -> list[Block]:
    blocks: list[Block] = [Heading(1, "III- TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"), Heading(2, "1. Tồn tại, hạn chế")]
    if not facts.known("programme.limitations_open"):
        return [*blocks, Paragraph((Text("Tồn tại, hạn chế: "), facts.figure("programme.limitations_open"), Text(".")))]
    blocks.append(
        Paragraph(
            (
                Text("Bên cạnh những mặt đã đạt được, còn "),
                facts.figure("programme.limitations_open"),
                Text(" chưa khắc phục xong:" if records.limitations else "."),
            )
        )
    )
    blocks.append(ListBlock(tuple(limitation_line(limitation) for limitation in records.limitations)))
    blocks += [*behind(facts), *overcome(records, facts)]
    if records.limitations:
        blocks.append(Heading(2, "2. Nguyên nhân"))
        blocks.append(ListBlock(tuple((Text(sentence(item.cause)),) for item in records.limitations)))
    return blocks


def limitation_line(limitation: Limitation) -> tuple[Inline, ...]:
    verdicts = sorted(limitation.verdicts.all(), key=lambda verdict: verdict.year)
    history = ", ".join(f"năm {verdict.year}: {verdict.get_verdict_display()}" for verdict in verdicts)
    since = f"ghi nhận từ {short_date(limitation.found_on)}"
    return (
        Text(f"{limitation.text.rstrip('.')} "),
        Text(f"({'; '.join(filter(None, (since, history)))}).", italic=True),
    )


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def behind(facts: Facts) -> list[Block]:
    """What the figures themselves show as unfinished."""
    if not facts.known("programme.tasks_late"):
        return []
    late, postponed, missed = (
        facts.value(code).number
        for code in ("programme.tasks_late", "programme.tasks_postponed", "programme.pledge_items_missed")
    )
    if not (late or postponed or missed):
        return []
    return [
        Paragraph(
            (
                Text("Theo sổ theo dõi: "),
                facts.figure("programme.tasks_late"),
                Text(" xong chậm so với hạn, "),
                facts.figure("programme.tasks_postponed"),
                Text(" phải hoãn; "),
                facts.figure("programme.pledge_items_missed"),
                Text(" đăng ký mà chưa đạt."),
            )
        )
    ]


def overcome(records: Records, facts: Facts) -> list[Block]:
    if not records.closed_limitations:
        return []
    names = "; ".join(item.text.rstrip(".") for item in records.closed_limitations)
    return [Paragraph((Text("Đã khắc phục xong "), facts.figure("programme.limitations_closed"), Text(f": {names}.")))]
