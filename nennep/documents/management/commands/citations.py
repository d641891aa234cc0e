"""`nennep citations FILE.jsonl`: the citations of documents in texts, one JSON object a line; `--text "…"` as a table."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.documents.citations.citation import Citation
from nennep.documents.citations.find import find
from nennep.documents.citations.resolve import Resolution, resolve
from nennep.documents.models import Document
from nennep.organisation.models import Unit
from nennep.vietnamese.dates import short_date


class BadLine(ValueError):
    """A line that is no passage; the message says what a passage looks like."""


class Command(BaseCommand):
    help = "Find the citations of documents in texts: JSON lines in, JSON lines out; or one text, as a table."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument(
            "file", nargs="?", metavar="FILE.jsonl", help='lines of {"id": …, "text": …}; - reads the input'
        )
        source.add_argument("--text", help="one text, answered with a table")
        parser.add_argument(
            "--resolve", action="store_true", help="add the entries of a unit's register (needs --unit)"
        )
        parser.add_argument("--unit", metavar="CODE", help="the unit whose register is looked into")
        parser.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of the texts; today")

    def handle(self, *args: Any, **options: Any) -> None:
        unit = self.asked_unit(options)
        on = options["on"] or timezone.localdate()
        if options["text"] is not None:
            self.table(options["text"], unit, on)
        else:
            self.lines(options["file"], unit, on)

    def asked_unit(self, options: dict[str, Any]) -> Unit | None:
        if not options["resolve"]:
            return None
        if not options["unit"]:
            raise CommandError(_("Thêm --unit và mã đơn vị để tra trong sổ, ví dụ --resolve --unit CBBQL."))
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(_("Không có đơn vị mã %(code)s.") % {"code": options["unit"]})
        return unit

    def lines(self, name: str, unit: Unit | None, on: date) -> None:
        """Every good line is answered; each bad one is named, and then the command has failed."""
        bad = 0
        with opened(name) as source:
            for number, line in numbered(source, name):
                try:
                    passage = passage_of(line)
                except BadLine as error:
                    bad += 1
                    self.stderr.write(
                        _("Dòng %(number)s của %(file)s: %(reason)s")
                        % {"number": number, "file": name, "reason": error}
                    )
                    continue
                found = find(passage["text"])
                self.stdout.write(json_line({"id": passage["id"], "citations": answers(found, unit, on)}))
        if bad:
            raise CommandError(
                ngettext("%(n)s dòng không đọc được.", "%(n)s dòng không đọc được.", bad) % {"n": bad}, returncode=1
            )

    def table(self, text: str, unit: Unit | None, on: date) -> None:
        found = find(text)
        if not found:
            self.stdout.write(_("Không thấy văn bản nào được dẫn."))
            return
        rows = [[_("Văn bản"), _("Loại"), _("Số"), _("Ký hiệu"), _("Cơ quan"), _("Ngày"), _("Khóa"), _("Năm")]]
        rows += [row_of(citation, text) for citation in found]
        if unit:
            entries = [_("Trong sổ"), *(entry(resolution) for resolution in resolve(found, unit, on))]
            rows = [[*row, said] for row, said in zip(rows, entries, strict=True)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            self.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@contextmanager
def opened(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8-sig") as source:
            yield source
    except OSError as error:
        raise CommandError(
            _("Không mở được %(file)s: %(reason)s.") % {"file": name, "reason": error.strerror}
        ) from error


def numbered(source: TextIO, name: str) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their numbers."""
    number = 0
    try:
        for number, line in enumerate(source, start=1):
            if line.strip():
                yield number, line
    except UnicodeDecodeError as error:
        raise CommandError(
            _("Sau dòng %(number)s, %(file)s không còn là văn bản UTF-8. Hãy lưu tệp lại theo UTF-8.")
            % {"number": number, "file": name}
        ) from error


def passage_of(line: str) -> dict[str, Any]:
    """One line read. Raises BadLine with a sentence fit to show."""
    try:
        passage = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(_('không phải JSON. Mỗi dòng cần có dạng {"id": "…", "text": "…"}.')) from error
    if not isinstance(passage, dict) or "id" not in passage or not isinstance(passage.get("text"), str):
        raise BadLine(_('thiếu "id" hoặc "text". Mỗi dòng cần có dạng {"id": "…", "text": "…"}.'))
    return passage


def json_line(record: dict[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # an id with half a character: JSON can say it, UTF-8 cannot
        return json.dumps(record)
    return line


def answers(found: list[Citation], unit: Unit | None, on: date) -> list[dict[str, Any]]:
    if unit is None:
        return [citation.as_json() for citation in found]
    return [
        resolution.citation.as_json()
        | {
            "document": register_entry(resolution.document) if resolution.document else None,
            "candidates": [register_entry(document) for document in resolution.candidates],
        }
        for resolution in resolve(found, unit, on)
    ]


def register_entry(document: Document) -> dict[str, Any]:
    return {
        "code": document.code,
        "type": str(document.get_type_display()),
        "issuer": document.issuer,
        "issued_on": document.issued_on.isoformat(),
        "subject": document.subject,
        "url": document.get_absolute_url(),
    }


def row_of(citation: Citation, text: str) -> list[str]:
    return [
        " ".join(text[citation.start : citation.end].split()),
        citation.type or "",
        str(citation.number),
        citation.symbol or "",
        citation.issuer or "",
        short_date(citation.date) if citation.date else "",
        citation.term or "",
        str(citation.year or ""),
    ]


def entry(resolution: Resolution) -> str:
    """What the register says to one citation, in a few words."""
    said = [f"{document.code}, {short_date(document.issued_on)}" for document in resolution.candidates]
    if not said:
        return _("không có")
    return said[0] if len(said) == 1 else _("có thể là: %(documents)s") % {"documents": "; ".join(said)}
