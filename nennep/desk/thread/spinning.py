"""The thread as a plain tree of strands, and what is missing in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.desk.thread.records import OfYear, Records
from nennep.documents.models import Document, DocumentType
from nennep.programme.models import Task, YearPlan

ASKS_FOR_WORK = frozenset(
    {
        DocumentType.DIRECTIVE,
        DocumentType.RESOLUTION,
        DocumentType.CONCLUSION,
        DocumentType.PROGRAMME,
        DocumentType.PLAN,
        DocumentType.REGULATION,
    }
)
"""Types from above that a unit is expected to answer with work of its own; a guidance or a notice need not be."""


@dataclass
class Strand:
    """One thing on the thread: what kind, its name, where it opens, its day, what more there is to say, what hangs on it."""

    kind: str
    title: str
    url: str = ""
    day: date | None = None
    note: str = ""
    number: bool = False
    """The title begins with a document's number, which stays one word."""
    strands: list["Strand"] = field(default_factory=list)


@dataclass(frozen=True)
class Gap:
    """What is missing, said as people say it, and where it is mended."""

    text: str
    url: str


class Thread:
    """A document of the register with everything that hangs on it; each document and each year comes once."""

    def __init__(self, records: Records, *, confidential: bool) -> None:
        self.records = records
        self.confidential = confidential
        """Whether the reader may see that somebody was inspected."""
        self._seen: set[int] = set()
        self._years: set[int] = set()

    def of(self, document: Document) -> Strand:
        self._seen.add(document.pk)
        strand = Strand(
            str(document.get_type_display()),
            document.code,
            document.get_absolute_url(),
            document.issued_on,
            document.subject,
            number=True,
        )
        strand.strands = list(self._under(document))
        return strand

    def _under(self, document: Document) -> Iterator[Strand]:
        key, records = document.pk, self.records
        for told in records.told.get(key, []):
            meeting = records.meetings_by_day.get(told.held_on)
            yield Strand(_("quán triệt"), str(told.get_form_display()), _url(meeting), told.held_on)
        for line in records.planned.get(key, []):
            yield Strand(_("sinh hoạt"), line.content, line.get_absolute_url(), line.planned_on, _("bổ sung vào lịch"))
        for theme in records.themes.get(key, []):
            yield Strand(_("chuyên đề"), str(theme), theme.get_absolute_url())
        for clause in records.clauses.get(key, []):
            pledged = _("%(count)d việc đăng ký") % {"count": clause.pledged}  # type: ignore[attr-defined]
            yield Strand(_("điều chuẩn mực"), _("Điều %(number)s") % {"number": clause.number}, "", None, pledged)
        for plan in records.plans.get(key, []):
            yield from self._plan(plan)
        planned = {
            task.pk for plan in records.plans.get(key, []) for goal in plan.goals.all() for task in goal.tasks.all()
        }
        for task in records.tasks.get(key, []):
            if task.pk not in planned:
                yield _task(task)
        for drive in records.drives.get(key, []):
            yield Strand(_("thi đua"), drive.name, drive.get_absolute_url(), drive.launched_on, drive.result)
        for award in records.awards.get(key, []):
            yield Strand(_("khen thưởng"), str(award), award.get_absolute_url(), award.awarded_on)
        if self.confidential and (inspections := records.inspections.get(key)):
            held = _("%(count)d cuộc") % {"count": len(inspections)}
            page = reverse("oversight:year", args=[records.unit.code, inspections[0].year])
            yield Strand(_("kiểm tra, giám sát"), held, page)
        for article in records.articles.get(key, []):
            yield Strand(_("bài viết"), article.title, article.get_absolute_url(), article.sent_on)
        for below in records.below.get(key, []):
            if below not in self._seen:
                yield self.of(records.documents[below])

    def _plan(self, plan: YearPlan) -> Iterator[Strand]:
        for goal in plan.goals.all():
            yield Strand(
                _("mục tiêu"),
                f"{goal.order}. {goal.text}",
                "",
                None,
                "",
                strands=[_task(task) for task in goal.tasks.all()],
            )
        if plan.year not in self._years and plan.year in self.records.years:
            self._years.add(plan.year)
            yield from self._year(plan.year, self.records.years[plan.year])

    def _year(self, year: int, came: OfYear) -> Iterator[Strand]:
        code = self.records.unit.code
        programme, meetings = reverse("programme:year", args=[code, year]), reverse("meetings:year", args=[code, year])
        book = reverse("recognition:book", args=[code])
        lines = [
            (_("đăng ký làm theo"), _("%(done)d/%(all)d bản"), programme, came.registered, came.pledges),
            (_("kết quả hằng tháng"), _("%(all)d dòng"), programme, came.results, came.results),
            (_("sinh hoạt"), _("%(all)d cuộc"), meetings, came.meetings, came.meetings),
            (_("Sổ đảng viên tiêu biểu"), _("%(all)d lượt"), book, came.entries, came.entries),
            (_("khen thưởng"), _("%(all)d lượt"), book, came.awards, came.awards),
            (_("xếp loại"), _("%(all)d người"), reverse("review:year", args=[code, year]), came.ratings, came.ratings),
        ]
        for kind, words, url, done, whole in lines:
            if whole:
                note = _("năm %(year)d") % {"year": year}
                yield Strand(kind, words % {"done": done, "all": whole}, url, None, note)


def _task(task: Task) -> Strand:
    note = f"{task.owner}, {task.get_state_display()}"
    return Strand(_("nhiệm vụ"), task.text, task.get_absolute_url(), task.due_on, note)


def _url(record: object) -> str:
    get = getattr(record, "get_absolute_url", None)
    return str(get()) if get else ""


def way_up(records: Records, document: Document) -> list[Document]:
    """From the document to what it carries out, and on to the top: the nearest first, each once."""
    found: list[Document] = []
    waiting = [document.pk]
    while waiting:
        for key in records.above.get(waiting.pop(0), []):
            if key != document.pk and records.documents[key] not in found:
                found.append(records.documents[key])
                waiting.append(key)
    return found


def heads(records: Records) -> list[Document]:
    """The documents at which threads begin: from above, asking for work or having got it, the newest first."""
    begin = [
        document
        for document in records.documents.values()
        if not document.issued_by_register and (document.type in ASKS_FOR_WORK or records.below.get(document.pk))
    ]
    return sorted(begin, key=lambda document: (document.issued_on, document.pk), reverse=True)


def gaps_of(records: Records, document: Document) -> list[Gap]:
    """What is missing under one document: nobody was told, nothing carries it out, a plan without tasks."""
    key, gaps = document.pk, []
    if document.issued_by_register:
        if document.type == DocumentType.PLAN and not _has_tasks(records, key) and not records.below.get(key):
            gaps.append(Gap(_("%(code)s chưa có nhiệm vụ nào") % {"code": document.code}, document.get_absolute_url()))
        return gaps
    if not records.told.get(key):
        study = reverse("documents:study", args=[key])
        gaps.append(Gap(_("%(code)s chưa được quán triệt") % {"code": document.code}, study))
    if document.type in ASKS_FOR_WORK and not records.below.get(key) and not _has_tasks(records, key):
        gaps.append(Gap(_("%(code)s chưa có nhiệm vụ nào") % {"code": document.code}, document.get_absolute_url()))
    return gaps


def _has_tasks(records: Records, key: int) -> bool:
    planned = any(goal.tasks.all() for plan in records.plans.get(key, []) for goal in plan.goals.all())
    return bool(records.tasks.get(key)) or planned


def gaps_under(records: Records, document: Document) -> list[Gap]:
    """The gaps of a document and of all that hang on it."""
    found: dict[Gap, None] = {}
    waiting, seen = [document.pk], set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        found |= dict.fromkeys(gaps_of(records, records.documents[key]))
        waiting += records.below.get(key, [])
    return list(found)
