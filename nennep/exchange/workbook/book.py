"""What the rows of one workbook refer to: the unit, its people, documents, tasks and meetings, by the names people use."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.utils.translation import gettext as _

from nennep.documents.models import Document
from nennep.exchange.workbook.problems import CellError, Problem
from nennep.meetings.models import Meeting
from nennep.organisation.access import Doer
from nennep.organisation.models import Membership, Person, Unit
from nennep.programme.models import PledgeItem, Task
from nennep.vietnamese.dates import short_date


@dataclass
class Book:
    """The open book: who enters it, when, for which unit; and what it has found so far."""

    unit_code: str
    by: Doer
    at: datetime
    warnings: list[Problem] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)
    """The documents that its own sheet "Văn bản" lists: between two of one number, these are meant."""

    @cached_property
    def unit(self) -> Unit:
        unit = Unit.objects.select_related("parent").filter(code=self.unit_code).first()
        if unit is None:
            raise CellError(
                _("Chưa có đơn vị mã %(code)s.") % {"code": self.unit_code},
                _("Ghi đơn vị ấy vào sheet “Đơn vị”, hoặc xem lại mã."),
            )
        return unit

    @cached_property
    def people(self) -> dict[str, Person]:
        on_roll = Membership.objects.of(self.unit).values("person")
        known = Person.objects.filter(home=self.unit) | Person.objects.filter(pk__in=on_roll)
        return {name_of(person.name): person for person in known}

    def person(self, name: str) -> Person:
        try:
            return self.people[name_of(name)]
        except KeyError:
            raise unknown_person(name) from None

    @cached_property
    def documents(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in Document.objects.filter(register=self.unit):
            found.setdefault(document.code, []).append(document)
        return found

    def document(self, named: str) -> Document:
        code, day = split_reference(named)
        candidates = [d for d in self.documents.get(code, []) if day is None or short_date(d.issued_on) == day]
        candidates = [d for d in candidates if d.pk in self.listed] or candidates
        if not candidates:
            raise unknown_document(named)
        if len(candidates) > 1:
            raise CellError(
                _("Có %(n)d văn bản cùng mang số %(code)s.") % {"n": len(candidates), "code": code},
                _("Viết thêm ngày, ví dụ “%(code)s ngày %(day)s”.")
                % {"code": code, "day": f"{candidates[0].issued_on:%d/%m/%Y}"},
            )
        return candidates[0]

    def document_or_none(self, named: str) -> Document | None:
        return self.document(named) if named else None

    def all_documents(self, names: Iterable[str]) -> list[Document]:
        return [self.document(name) for name in names]

    @cached_property
    def tasks(self) -> dict[str, Task]:
        return {task.code: task for task in Task.objects.of(self.unit).exclude(code="")}

    def task(self, code: str) -> Task:
        try:
            return self.tasks[code]
        except KeyError:
            raise CellError(
                _("Không có nhiệm vụ mã %(code)s.") % {"code": code}, _("Xem lại sheet “Nhiệm vụ”.")
            ) from None

    @cached_property
    def pledge_items(self) -> dict[tuple[int, Person, int], PledgeItem]:
        """Every registered item by year, person and order; read once its own sheet has been entered."""
        items = PledgeItem.objects.of(self.unit).select_related("pledge__unit", "pledge__person")
        return {(item.pledge.year, item.pledge.person, item.order): item for item in items}

    @cached_property
    def meetings(self) -> dict[date, Meeting]:
        return {meeting.held_on: meeting for meeting in Meeting.objects.of(self.unit)}

    def warn(self, sheet: str, cell: str, what: str, remedy: str = "") -> None:
        self.warnings.append(Problem(sheet, cell, what, remedy, blocks=False))


def name_of(name: str) -> str:
    """Names are compared as written, but for letter case and doubled spaces: Lụa and Lúa are two people."""
    return " ".join(name.split()).casefold()


def split_reference(named: str) -> tuple[str, str | None]:
    """ "45-KH/CBBQL ngày 01/12/2011" → number with symbol, and the day as short_date writes it."""
    from nennep.vietnamese.dates import parse_date

    code, has_day, day = named.partition(" ngày ")
    code = code.strip().replace(" ", "")
    try:
        return code, short_date(parse_date(day.strip())) if has_day else None
    except ValueError as error:
        raise CellError(str(error), _("Viết “45-KH/CBBQL ngày 01/12/2011”.")) from error


def unknown_person(name: str) -> CellError:
    return CellError(
        _("Không có ai tên “%(name)s” trong danh sách.") % {"name": name},
        _("Sửa cho khớp với sheet “Con người”, hoặc thêm người ấy vào đó."),
    )


def unknown_document(named: str) -> CellError:
    return CellError(
        _("Không có văn bản “%(named)s” trong sổ.") % {"named": named},
        _("Sửa cho khớp với sheet “Văn bản”, hoặc thêm văn bản ấy vào đó."),
    )
