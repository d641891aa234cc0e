"""The table of verbs: each function that changes a register, who may do it, and a valid record to try it with."""

from collections.abc import Callable
from datetime import date
from typing import Any

from nennep.desk import actions as desk
from nennep.desk.models import CalendarKey, LetterChoice, Rhythm
from nennep.exchange import actions as exchange
from nennep.meetings import actions as meetings
from nennep.meetings.models import Meeting
from nennep.meetings.tests.factories import DecisionFactory, MeetingFactory, PlannedMeetingFactory
from nennep.organisation import actions as organisation
from nennep.organisation import enrolment
from nennep.organisation.access import Operator
from nennep.organisation.accounts.actions import cards, invitations, own
from nennep.organisation.models import CellKind, CommitteeTerm, Going, Level, Office, Standing
from nennep.organisation.tests.factories import (
    AwayFactory,
    DutyFactory,
    ExemptionFactory,
    GrantFactory,
    MembershipFactory,
    PersonFactory,
    SuspensionFactory,
    TermFactory,
    UnitFactory,
)
from nennep.oversight import actions as oversight
from nennep.oversight.tests.factories import (
    DisciplineReturnFactory,
    FeedbackMonthFactory,
    InspectionFactory,
    ServiceMonthFactory,
)
from nennep.portal import actions as portal
from nennep.portal.models import Article, ArticleState, Section
from nennep.programme import actions as programme
from nennep.programme.models import Limitation, Pledge, YearPlan
from nennep.programme.tests.factories import (
    ClauseFactory,
    GoalFactory,
    LimitationFactory,
    MeetingTaskFactory,
    MonthlyResultFactory,
    PledgeItemFactory,
    ProgrammeFactory,
    ThemeFactory,
    VerdictFactory,
    YearPlanFactory,
)
from nennep.recognition import actions as recognition
from nennep.recognition.models import PracticeYear
from nennep.recognition.tests.factories import AwardFactory, BookEntryFactory, DriveFactory, GoodPracticeFactory
from nennep.review import actions as review
from nennep.review.tests.factories import RatingFactory
from nennep.rulebook import actions as rulebook
from nennep.rulebook.tests.factories import CellRuleFactory, PackUseFactory, PermissionFactory
from tests.access.documents_verbs import DOCUMENT_VERBS, directive, own_document
from tests.access.doing import BOOKS_MAY, BY_HAND, COMMITTEE_MAY, HEADS_MAY, Act, Verb, new
from tests.access.kinds import CONFIDENCE, Kind
from tests.access.meetings_verbs import MEETING_VERBS
from tests.access.people import MOMENT, NEW_DAY, TODAY, Around
from tests.access.programme_verbs import PROGRAMME_VERBS

NEXT = TODAY.year + 1


def decision(a: Around) -> tuple[Any, ...]:
    task = MeetingTaskFactory(unit=a.unit, owner=a.member)
    return (DecisionFactory.build(meeting=Meeting.objects.of(a.unit).last(), task=task),)


def meeting(a: Around) -> tuple[Any, ...]:
    people = {"chair": a.people[Kind.SECRETARY], "minutes_secretary": a.people[Kind.MINUTES]}
    return MeetingFactory.build(unit=a.unit, held_on=date(2015, 1, 19), **people), meetings.Record()


def new_child(a: Around) -> tuple[Any, ...]:
    return (UnitFactory.build(code="CBMOI", parent=a.parent, level=Level.GRASSROOTS_CELL),)


def corrected_cell(a: Around) -> tuple[Any, ...]:
    unit = type(a.unit).objects.get(pk=a.unit.pk)
    unit.place = "Phố Nối"
    return (unit,)


def article(a: Around) -> tuple[Any, ...]:
    state = {"state": ArticleState.WAITING, "section": Section.NEWS, "body": "Một đoạn văn."}
    return (Article(unit=a.unit, title="Một bài mới", author=a.member, sent_on=NEW_DAY, **state),)


def registration_of(member: bool) -> Callable[[Around], dict[str, Any]]:
    def named(a: Around) -> dict[str, Any]:
        person = a.member if member else a.somebody
        return {"person": person, "unit": a.unit, "year": 2014, "registered_on": NEW_DAY}

    return named


def result_of(member: bool) -> Callable[[Around], tuple[Any, ...]]:
    def takes(a: Around) -> tuple[Any, ...]:
        pledge = Pledge.objects.get(unit=a.unit, year=2014, person=a.member if member else a.somebody)
        return (MonthlyResultFactory.build(item=PledgeItemFactory(pledge=pledge, order=99)),)

    return takes


def newcomer(a: Around, **terms: Any) -> tuple[Any, ...]:
    person = PersonFactory.build(home=a.unit, code="MOI")
    membership = MembershipFactory.build(person=person, unit=a.unit, starts=NEW_DAY)
    term = (TermFactory.build(person=person, unit=a.unit, starts=NEW_DAY, **terms),) if terms else ()
    return a.unit, [enrolment.Enrolment(person, (membership,), term)]


def new_people(a: Around) -> tuple[Any, ...]:
    return newcomer(a)


def new_officers(a: Around) -> tuple[Any, ...]:
    return newcomer(a, office=Office.COMMITTEE)


def enrolled(people: Callable[[Around], tuple[Any, ...]]) -> Callable[[Around], tuple[Any, ...]]:
    """A list that went in and has not been taken back."""
    return lambda a: (a.unit, enrolment.enrol(*people(a), by=Operator(), at=MOMENT))


def entered_roster(a: Around) -> tuple[Any, ...]:
    return (exchange.enter_roster(*new_people(a), file="0" * 64, by=Operator(), at=MOMENT),)


def member(a: Around) -> Any:
    return a.member


def invited(a: Around) -> tuple[Any, ...]:
    invitations.invite(a.somebody, by=Operator(), at=MOMENT)
    return (a.somebody,)


def card_of(person: Any) -> Any:
    return cards.issue_card(person, by=Operator(), at=MOMENT)[0]


THE_MEMBER = frozenset({Kind.MEMBER})
CONFIDENCE_MAY = CONFIDENCE | BY_HAND
EDITORS_MAY = BOOKS_MAY | {Kind.EDITOR}
OWN_TOO = BOOKS_MAY | {Kind.MEMBER}

ABOVE_MAY = frozenset({Kind.ABOVE}) | BY_HAND
REORGANISERS = HEADS_MAY | ABOVE_MAY
PAPER = {"on": NEW_DAY, "document": "QĐ 1-QĐ/ĐUK ngày 02/01/2015"}


def named_anew(a: Around) -> dict[str, Any]:
    return {"name": "Chi bộ Mới", "letterhead": "CHI BỘ MỚI", "symbol": "CBM", "place": "Hưng Yên", **PAPER}


def far_above(a: Around) -> Any:
    return a.parent.parent


def successor(a: Around) -> Any:
    return TermFactory.build(unit=a.unit, person=a.somebody, office=Office.COMMITTEE, starts=NEW_DAY)


VERBS = [
    Verb(organisation.found_unit, frozenset({Kind.ABOVE, Kind.OPERATOR}), new_child, which="a new cell"),
    Verb(organisation.found_unit, HEADS_MAY, corrected_cell, which="correcting the cell"),
    Verb(organisation.list_person, BOOKS_MAY, new(PersonFactory, of="home", code="MOI")),
    Verb(
        organisation.join,
        BOOKS_MAY,
        new(MembershipFactory, person=lambda a: PersonFactory(home=a.unit), starts=NEW_DAY),
    ),
    Verb(organisation.exempt, HEADS_MAY, new(ExemptionFactory, person=member, starts=NEW_DAY)),
    Verb(organisation.appoint, HEADS_MAY, new(TermFactory, person=member, office=Office.COMMITTEE, starts=NEW_DAY)),
    Verb(organisation.charge, HEADS_MAY, new(DutyFactory, person=member, starts=NEW_DAY)),
    Verb(organisation.rename_unit, REORGANISERS, lambda a: (a.unit,), named_anew, which="the cell"),
    Verb(organisation.move_unit, REORGANISERS, lambda a: (a.unit,), lambda a: {"to": far_above(a), **PAPER}),
    Verb(
        organisation.reclassify_unit,
        REORGANISERS,
        lambda a: (a.unit,),
        lambda a: {"level": a.unit.level, "cell_kind": CellKind.STUDENTS, **PAPER},
    ),
    Verb(
        organisation.merge_units,
        ABOVE_MAY,
        lambda a: ([UnitFactory(parent=a.parent)],),
        lambda a: {"into": a.unit, **PAPER},
    ),
    Verb(
        organisation.split_unit,
        REORGANISERS,
        lambda a: (a.unit,),
        lambda a: {"new": UnitFactory.build(code="CBTACH"), "people": [a.somebody], **PAPER},
    ),
    Verb(organisation.dissolve_unit, ABOVE_MAY, lambda a: (UnitFactory(parent=a.parent),), lambda a: PAPER),
    Verb(
        organisation.change_standing,
        HEADS_MAY,
        lambda a: (a.people[Kind.COLLEAGUE], Standing.PROBATIONARY),
        lambda a: PAPER,
    ),
    Verb(organisation.transfer, HEADS_MAY, lambda a: (a.somebody,), lambda a: {"to": UnitFactory(), **PAPER}),
    Verb(organisation.leave, HEADS_MAY, lambda a: (a.somebody, Going.LEFT), lambda a: PAPER),
    Verb(organisation.send_away, HEADS_MAY, new(AwayFactory, person=member, starts=NEW_DAY)),
    Verb(organisation.suspend, HEADS_MAY, new(SuspensionFactory, person=member, starts=NEW_DAY)),
    Verb(
        organisation.take_in,
        HEADS_MAY,
        new(MembershipFactory, person=lambda a: PersonFactory(home=a.unit), starts=NEW_DAY),
    ),
    Verb(
        organisation.end_absence,
        HEADS_MAY,
        lambda a: (ExemptionFactory(unit=a.unit, person=a.member, starts=NEW_DAY),),
        lambda a: {"on": TODAY},
    ),
    Verb(
        organisation.begin_committee_term,
        HEADS_MAY,
        lambda a: (CommitteeTerm(unit=a.unit, name="2015–2020", starts=NEW_DAY),),
    ),
    Verb(organisation.end_term, HEADS_MAY, lambda a: (a.people[Kind.COMMITTEE].terms.get(),), lambda a: PAPER),
    Verb(organisation.end_duty, HEADS_MAY, lambda a: (a.people[Kind.EDITOR].duties.get(),), lambda a: PAPER),
    Verb(
        organisation.hand_over,
        HEADS_MAY,
        lambda a: (a.people[Kind.COMMITTEE].terms.get(), successor(a)),
    ),
    Verb(organisation.erase_person, HEADS_MAY, lambda a: (a.people[Kind.FORMER],), which="who has left"),
    Verb(organisation.grant_names, HEADS_MAY, new(GrantFactory, to=lambda a: a.parent, starts=NEW_DAY)),
    Verb(organisation.withdraw_grant, HEADS_MAY, lambda a: (a.unit.grants.get(),), lambda a: {"on": TODAY}),
    Verb(organisation.open_account, HEADS_MAY, lambda a: (a.somebody, "lua.ngo", "mot cau rat dai 2015")),
    Verb(enrolment.enrol, BOOKS_MAY, new_people, which="people"),
    Verb(enrolment.enrol, HEADS_MAY, new_officers, which="people with offices"),
    Verb(enrolment.take_back, BOOKS_MAY, enrolled(new_people), which="people"),
    Verb(enrolment.take_back, HEADS_MAY, enrolled(new_officers), which="people with offices"),
    Verb(exchange.enter_roster, BOOKS_MAY, new_people, lambda a: {"file": "0" * 64}),
    Verb(exchange.take_back_roster, BOOKS_MAY, entered_roster),
    Verb(invitations.invite, HEADS_MAY, lambda a: (a.somebody,)),
    Verb(invitations.withdraw_invitation, HEADS_MAY, invited),
    Verb(cards.issue_card, HEADS_MAY, lambda a: (a.somebody,)),
    Verb(cards.withdraw_card, HEADS_MAY, lambda a: (card_of(a.somebody),), which="of another"),
    Verb(cards.withdraw_card, HEADS_MAY | {Kind.MEMBER}, lambda a: (card_of(a.member),), which="the member's own"),
    Verb(cards.change_pin, THE_MEMBER, lambda a: (card_of(a.member), "260391")),
    Verb(own.change_password, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], "mot cau rat dai 2015")),
    Verb(own.set_login_name, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], "locphan")),
    Verb(own.set_phone, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], "0912 345 678")),
    Verb(own.set_email, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], "loc@vi-du.vn")),
    Verb(own.remove_email, THE_MEMBER, lambda a: (a.users[Kind.MEMBER],)),
    Verb(own.note, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], own.Noted.TOTP_ADDED)),
    Verb(own.unlink_agency, THE_MEMBER, lambda a: (a.users[Kind.MEMBER],)),
    Verb(own.end_sessions, THE_MEMBER, lambda a: (a.users[Kind.MEMBER], [])),
    Verb(desk.choose_letters, THE_MEMBER, lambda a: (LetterChoice(person=a.member, rhythm=Rhythm.WEEKLY),)),
    Verb(
        desk.stop_letters,
        THE_MEMBER,
        lambda a: (LetterChoice.objects.create(person=a.member, rhythm=Rhythm.WEEKLY),),
    ),
    Verb(desk.renew_calendar, THE_MEMBER, lambda a: (a.member,)),
    Verb(
        desk.stop_calendar,
        THE_MEMBER,
        lambda a: (CalendarKey.objects.create(person=a.member, digest="0" * 64, made_at=MOMENT),),
    ),
    *DOCUMENT_VERBS,
    *PROGRAMME_VERBS,
    *MEETING_VERBS,
    Verb(rulebook.set_own_rule, HEADS_MAY, new(CellRuleFactory, starts=NEW_DAY)),
    Verb(rulebook.keep_permission, HEADS_MAY, new(PermissionFactory, starts=NEW_DAY)),
    Verb(rulebook.use_pack, HEADS_MAY, new(PackUseFactory, starts=NEW_DAY)),
    Verb(programme.start_programme, COMMITTEE_MAY, new(ProgrammeFactory, directive=directive)),
    Verb(programme.set_theme, COMMITTEE_MAY, new(ThemeFactory, year=NEXT)),
    Verb(programme.write_clause, COMMITTEE_MAY, new(ClauseFactory, of="", document=own_document, number="99")),
    Verb(programme.adopt_year_plan, COMMITTEE_MAY, new(YearPlanFactory, year=NEXT, document=own_document)),
    Verb(
        programme.set_goal,
        COMMITTEE_MAY,
        new(GoalFactory, of="", plan=lambda a: YearPlan.objects.filter(unit=a.unit).first(), order=99),
    ),
    Verb(programme.assign_task, BOOKS_MAY, new(MeetingTaskFactory, owner=member)),
    Verb(
        programme.register_item,
        BOOKS_MAY,
        new(PledgeItemFactory, of="", pledge=None, order=99),
        registration_of(member=False),
        which="for another",
    ),
    Verb(
        programme.register_item,
        OWN_TOO,
        new(PledgeItemFactory, of="", pledge=None, order=99),
        registration_of(member=True),
        which="the member's own",
    ),
    Verb(programme.report_month, BOOKS_MAY, result_of(member=False), which="for another"),
    Verb(programme.report_month, OWN_TOO, result_of(member=True), which="the member's own"),
    Verb(programme.record_limitation, COMMITTEE_MAY, new(LimitationFactory, owner=member, code="HC99")),
    Verb(
        programme.judge_limitation,
        COMMITTEE_MAY,
        new(VerdictFactory, of="", limitation=lambda a: Limitation.objects.of(a.unit).first(), year=NEXT),
    ),
    Verb(meetings.plan_meeting, COMMITTEE_MAY, new(PlannedMeetingFactory, planned_on=date(2015, 6, 16))),
    Verb(meetings.record_meeting, BOOKS_MAY, meeting),
    Verb(meetings.record_decision, BOOKS_MAY, decision),
    Verb(review.record_rating, COMMITTEE_MAY, new(RatingFactory, year=NEXT, person=member)),
    Verb(
        recognition.enter_in_book,
        BOOKS_MAY,
        new(BookEntryFactory, number=990, person=member, introduced_by=lambda a: a.people[Kind.SECRETARY]),
    ),
    Verb(recognition.give_award, COMMITTEE_MAY, new(AwardFactory, person=member)),
    Verb(recognition.name_practice, COMMITTEE_MAY, new(GoodPracticeFactory)),
    Verb(
        recognition.follow_practice,
        BOOKS_MAY,
        lambda a: (PracticeYear(practice=GoodPracticeFactory(unit=a.unit), year=2014, result="Đều"),),
    ),
    Verb(
        recognition.end_practice,
        COMMITTEE_MAY,
        lambda a: (GoodPracticeFactory(unit=a.unit),),
        lambda a: {"ends": NEW_DAY, "why": "Thành nền nếp"},
    ),
    Verb(recognition.launch_drive, COMMITTEE_MAY, new(DriveFactory, name="Thi đua đợt mới")),
    Verb(oversight.return_service, BOOKS_MAY, new(ServiceMonthFactory, month=date(2015, 1, 1))),
    Verb(oversight.return_feedback, BOOKS_MAY, new(FeedbackMonthFactory, month=date(2015, 1, 1))),
    Verb(
        oversight.return_discipline,
        CONFIDENCE_MAY,
        new(DisciplineReturnFactory, starts=date(2015, 1, 1), ends=date(2015, 1, 15)),
    ),
    Verb(
        oversight.record_inspection,
        CONFIDENCE_MAY,
        new(InspectionFactory, subject=member, year=2015, content="Việc được giao", planned_on=date(2015, 5, 15)),
    ),
    Verb(portal.record_article, EDITORS_MAY, article),
]

# Steps of another verb, which has checked before; nobody else may call them.
STEPS: dict[Act, Act] = {
    programme.link: programme.assign_task,
    portal.publish: portal.record_article,
    portal.withdraw: portal.record_article,
}
