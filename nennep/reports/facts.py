"""Facts for prose: each figure asked once, written as it stands in a sentence, with the way to its rows kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from nennep.documents.models import Document
from nennep.indicators.answers import Value
from nennep.indicators.evidence import rows_of
from nennep.indicators.figures import NO_DATA, Figure, named, plain, written
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.paper import blocks
from nennep.paper.blocks import Citation, Gap, Inline, Text
from nennep.vietnamese.dates import short_date


@dataclass
class Facts:
    """What a report over a period may say: nothing that is not asked here is asserted there."""

    unit: Unit
    period: Period
    asked: dict[tuple[str, Period], Value] = field(default_factory=dict)
    used: dict[tuple[str, Period], None] = field(default_factory=dict)

    def value(self, code: str, period: Period | None = None) -> Value:
        key = (code, period or self.period)
        if key not in self.asked:
            self.asked[key] = named(code).value(self.unit, key[1])
        return self.asked[key]

    def known(self, code: str, period: Period | None = None) -> bool:
        return self.value(code, period).number is not None

    def figure(
        self, code: str, *, period: Period | None = None, text: str | None = None, marked: bool = True
    ) -> Inline:
        """The figure as an inline that opens into its rows; "chưa có số liệu" where no record speaks."""
        asked_over = period or self.period
        value = self.value(code, asked_over)
        address = evidence_address(self.unit, code, asked_over)
        if value.number is None:
            return Gap(code, address, str(NO_DATA))
        self.used[(code, asked_over)] = None
        words = written(named(code), value) if text is None else text
        return blocks.Figure(words, code, address, plain(value), marked)

    def share(self, code: str, of: str, noun: str) -> list[Inline]:
        """A share of somebody or something with both its sides: "98,6% hồ sơ (512 trên 519 hồ sơ)"."""
        value = self.value(code)
        sides = "" if value.number is None else f" ({value.part} trên {value.whole} {noun})"
        return [self.figure(code), Text(f" {of}{sides}")]

    def sources(self) -> tuple[blocks.FigureSource, ...]:
        """Every figure that was used, with the rows behind it."""
        return tuple(self.source(named(code), period) for code, period in self.used)

    def source(self, figure: Figure, period: Period) -> blocks.FigureSource:
        answer = figure.ask(self.unit, period)
        rows = list(rows_of(answer))
        days = f", từ {short_date(period.starts)} đến {short_date(period.ends)}" if period != self.period else ""
        if figure.period_kind == "at_end":
            days = f", vào ngày {short_date(period.ends)}"
        return blocks.FigureSource(
            code=figure.code,
            evidence=evidence_address(self.unit, figure.code, period),
            name=str(figure.name),
            question=f"Tính trên {figure.base}{days}.",
            unit=figure.counts,
            rows=len(rows),
            head=("Ngày", "Ai, ở đâu", "Việc", "Tính"),
            records=tuple(
                (
                    short_date(row.day) if row.day else "",
                    row.who,
                    row.what,
                    str(row.amount) if row.amount is not None else ("có" if row.counted else "không"),
                )
                for row in rows
            ),
        )


def evidence_address(unit: Unit, code: str, period: Period) -> str:
    """Where the rows behind a figure are listed."""
    days = urlencode({"tu": period.starts.isoformat(), "den": period.ends.isoformat()})
    return f"{reverse('indicators:evidence', args=[unit.code, code])}?{days}"


def cited(document: Document) -> Citation:
    """A document as a sentence names it, leading to its card."""
    return Citation(f"{document_kind(document)} số {document.code}", document.get_absolute_url())


def document_kind(document: Document) -> str:
    """ "Chương trình hành động" stays a programme in the register; its symbol CTr says how people call it."""
    kind = str(document.get_type_display())
    return kind[:1].upper() + kind[1:]


def cite_within(text: str, documents: Sequence[Document], *, dated: bool = False) -> list[Inline]:
    """A sentence from the records in which each known document number leads to its card, with its day when `dated`."""
    found = sorted(
        ((text.find(document.code), document) for document in documents if document.code in text),
        key=lambda pair: pair[0],
    )
    inlines: list[Inline] = []
    position = 0
    for start, document in found:
        if start < position:
            continue
        inlines.append(Text(text[position:start]))
        inlines.append(Citation(document.code, document.get_absolute_url()))
        position = start + len(document.code)
        if dated and not text[position:].startswith((" ngày", ", ngày")):
            inlines.append(Text(f" ngày {short_date(document.issued_on)}"))
    inlines.append(Text(text[position:]))
    return [inline for inline in inlines if not isinstance(inline, Text) or inline.text]


def join_inlines(parts: Sequence[Sequence[Inline]], between: str = ", ", last: str = " và ") -> list[Inline]:
    """Parts of a sentence set in a row: "a, b và c"."""
    joined: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            joined.append(Text(last if index == len(parts) - 1 else between))
        joined.extend(part)
    return joined
