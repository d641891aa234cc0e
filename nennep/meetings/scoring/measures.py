"""What a line of a score sheet can be about, by the name that a rule pack gives it, and what the records say of it.

A measure never gives points: it finds whether its condition is met, or how much of how much there was, and says it in one
sentence. Facts that contradict each other (more present than expected) are said and prove nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from nennep.meetings.scoring.facts import Facts, Number
from nennep.rulebook.values import Threshold
from nennep.vietnamese.numbers import decimal, percent, share

PEOPLE = "people"
"""The measure of what no record proves: people judge."""


@dataclass(frozen=True)
class Finding:
    """What the records say of one measure.

    `met` is whether the condition is kept, None where no record or no rule says it. `amount` out of `whole` is what bands
    and limits are compared with. `lowest` is a fact that puts a line with bands into its last one, whatever the amount.
    `ground` is empty where nothing is known.
    """

    met: bool | None = None
    amount: int | None = None
    whole: Number | None = None
    lowest: bool = False
    ground: str = ""


def length(facts: Facts) -> Finding:
    """Minutes from opening to close, out of the least that the rule asks for (HD 42: 90, combined 120)."""
    if facts.length is None:
        return Finding()
    if not facts.least_length:
        return Finding(amount=facts.length, ground=_("Họp %(n)s phút.") % {"n": facts.length})
    return Finding(
        met=facts.length >= facts.least_length,
        amount=facts.length,
        whole=facts.least_length,
        ground=_("Họp %(n)s phút, quy định ít nhất %(least)s phút.")
        % {"n": facts.length, "least": written(facts.least_length)},
    )


def attendance(facts: Facts) -> Finding:
    """Those present out of those expected; anybody absent without reason fails it (HD 42, part 5, criterion 2)."""
    present, expected, unexcused = facts.present, facts.expected, facts.unexcused
    if present is None or expected is None:
        return Finding(ground="" if unexcused is None else _unexcused(unexcused))
    if present + (unexcused or 0) > expected:
        told = _("Số có mặt và vắng không lý do nhiều hơn %(expected)s người phải dự.") % {"expected": expected}
        return Finding(ground=told)
    target, above = facts.attendance_target, facts.attendance_above
    if target is None or above is None:
        rate = _("Dự họp %(share)s.") % {"share": share(present, expected)}
    else:
        asked = (
            _("Dự họp %(share)s, quy định trên %(target)s.")
            if above
            else _("Dự họp %(share)s, quy định từ %(target)s.")
        )
        rate = asked % {"share": share(present, expected), "target": percent(target)}
    if unexcused is None:
        unknown = _("Chưa rõ có ai vắng không lý do.")
        return Finding(ground=f"{rate} {unknown}")
    met = None
    if target is not None and above is not None and expected:
        met = Threshold(target, above).met(present, expected) and not unexcused
    return Finding(met, present, expected, lowest=unexcused > 0, ground=f"{rate} {_unexcused(unexcused)}")


def _unexcused(people: int) -> str:
    return _("%(n)s người vắng không lý do.") % {"n": people} if people else _("Không ai vắng không lý do.")


def excused_in_a_row(facts: Facts) -> Finding:
    """The longest run of meetings in a row that one person was excused from; the sheet's line says the limit."""
    if facts.excused_in_a_row is None:
        return Finding()
    told = _("Vắng có lý do liền nhau nhiều nhất %(n)s kỳ.") % {"n": facts.excused_in_a_row}
    return Finding(amount=facts.excused_in_a_row, ground=told)


def committee(facts: Facts) -> Finding:
    """The cell committee met beforehand. Where there is none, HD 42 has secretary and deputy agree: nobody records that."""
    if facts.committee_met:
        return Finding(True, ground=_("Chi ủy đã họp trước."))
    if facts.has_committee is False:
        return Finding(ground=_("Chi bộ không có chi ủy."))
    return Finding() if facts.committee_met is None else Finding(False, ground=_("Chi ủy chưa họp trước."))


def committee_if_any(facts: Facts) -> Finding:
    """The same on a sheet that gives full marks where there is only a secretary (ward An Phú, line 3)."""
    found = committee(facts)
    if facts.has_committee is False:
        return Finding(True, ground=found.ground)
    return Finding(ground=found.ground) if facts.has_committee is None and not found.met else found


def notice(facts: Facts) -> Finding:
    return _done(facts.notice_sent, _("Đã thông báo kỳ họp."), _("Chưa thông báo kỳ họp."))


def papers_ahead(facts: Facts) -> Finding:
    """Days between the papers and the meeting, out of the least that the rule asks for (HD 42: one)."""
    days, least = facts.papers_days_ahead, facts.papers_least_days
    if days is None:
        return Finding()
    if days < 0:
        return Finding(None if least is None else False, ground=_("Tài liệu gửi sau kỳ họp."))
    if least is None:
        return Finding(ground=_("Tài liệu gửi trước %(n)s ngày.") % {"n": days})
    told = _("Tài liệu gửi trước %(n)s ngày, quy định ít nhất %(least)s ngày.")
    return Finding(days >= least, ground=told % {"n": days, "least": written(least)})


def thematic(facts: Facts) -> Finding:
    """Whether there was thematic content at all; how good it was, people judge."""
    told = {True: _("Kỳ họp có nội dung chuyên đề."), False: _("Kỳ họp không có nội dung chuyên đề."), None: ""}
    return Finding(ground=told[facts.thematic])


def praise(facts: Facts) -> Finding:
    """Somebody was praised. That nobody was is a ground, not a failure: perhaps nobody had to be."""
    return _some(facts.praised, _("Biểu dương %(n)s người."))


def reminders(facts: Facts) -> Finding:
    """Somebody was reminded; nobody has to be where nobody is behind."""
    return _some(facts.reminded, _("Nhắc nhở %(n)s người."))


def speakers(facts: Facts) -> Finding:
    """Different people who spoke, out of those present."""
    spoke, present = facts.speakers, facts.present
    if spoke is None:
        return Finding()
    if present is None:
        return Finding(amount=spoke, ground=_("%(n)s người đã phát biểu.") % {"n": spoke})
    if spoke > present:
        told = _("Ghi %(n)s người phát biểu, nhiều hơn %(present)s người có mặt.") % {"n": spoke, "present": present}
        return Finding(ground=told)
    told = _("%(share)s người dự đã phát biểu.") % {"share": share(spoke, present)}
    return Finding(amount=spoke, whole=present, ground=told)


def ideology(facts: Facts) -> Finding:
    """Minutes of the part about ideology, between the two that the rule says (ward An Phú: 15 to 30)."""
    minutes, least, most = facts.ideology_minutes, facts.ideology_least, facts.ideology_most
    if minutes is None:
        return Finding()
    if least is None or most is None:
        return Finding(ground=_("Phần tư tưởng %(n)s phút.") % {"n": minutes})
    told = _("Phần tư tưởng %(n)s phút, quy định từ %(least)s đến %(most)s phút.")
    return Finding(
        least <= minutes <= most, ground=told % {"n": minutes, "least": written(least), "most": written(most)}
    )


def results(facts: Facts) -> Finding:
    """The last meeting's decisions carried out, of those due by this one."""
    done, due = facts.decisions_done, facts.decisions_due
    if done is None or due is None:
        return Finding()
    if done > due:
        told = _("Ghi %(done)s việc đã làm, nhiều hơn %(due)s việc đến hạn.") % {"done": done, "due": due}
        return Finding(ground=told)
    if not due:
        return Finding(ground=_("Kỳ trước không có việc nào đến hạn."))
    return Finding(amount=done, whole=due, ground=_("Đã làm %(share)s việc đến hạn.") % {"share": share(done, due)})


def conclusion(facts: Facts) -> Finding:
    return _done(facts.conclusion_adopted, _("Đã thông qua kết luận."), _("Chưa thông qua kết luận."))


def minutes(facts: Facts) -> Finding:
    return _done(facts.minutes_adopted, _("Đã thông qua biên bản."), _("Chưa thông qua biên bản."))


def tasks(facts: Facts) -> Finding:
    """Tasks were given to people, with the meeting's own conclusion."""
    return _some(facts.tasks_given, _("Giao %(n)s việc."))


def people(facts: Facts) -> Finding:
    """Nothing that a record could prove."""
    return Finding()


def _done(recorded: bool | None, yes: str, no: str) -> Finding:
    return Finding() if recorded is None else Finding(recorded, ground=yes if recorded else no)


def _some(counted: int | None, told: str) -> Finding:
    return Finding() if counted is None else Finding(counted > 0, ground=told % {"n": counted})


def written(number: Number) -> str:
    """The value of a rule as people read it: 90, or 22,5."""
    return decimal(Decimal(number.numerator) / number.denominator)


MEASURES: dict[str, Callable[[Facts], Finding]] = {
    "length": length,
    "attendance": attendance,
    "excused_in_a_row": excused_in_a_row,
    "committee": committee,
    "committee_if_any": committee_if_any,
    "notice": notice,
    "papers_ahead": papers_ahead,
    "thematic": thematic,
    "praise": praise,
    "reminders": reminders,
    "speakers": speakers,
    "ideology": ideology,
    "results": results,
    "conclusion": conclusion,
    "minutes": minutes,
    "tasks": tasks,
    PEOPLE: people,
}
"""By the names that packs use; docs/vi/goi-quy-tac.md lists them for who writes a pack."""
