"""In whatever order people do things, the figures and the board come to the same numbers."""

from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nennep.desk.board import board_of
from nennep.indicators.figures import named
from nennep.organisation.periods import Period
from nennep.programme.actions import register_item, report_month
from nennep.programme.models import MonthlyResult, PledgeItem
from nennep.programme.tests.factories import PledgeFactory


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(6)))
def test_whatever_the_order_of_the_acts_the_figures_and_the_board_are_the_same(cell, at, order):
    """Figures are asked of the records and kept nowhere: incremental is rebuilt, by construction; this would see a cache."""
    with transaction.atomic():
        pledges = [
            PledgeFactory(unit=cell.unit, year=2014, person=person, due_on=date(2014, 6, 30), registered_on=None)
            for person in (cell.member, cell.other_member)
        ]
        items = [
            PledgeItem(order=1, origin="duty", action="Việc", measure="1 lần", due_on=date(2014, 12, 1))
            for _ in pledges
        ]

        def register(number):
            person = pledges[number].person
            register_item(
                items[number], person=person, unit=cell.unit, year=2014, registered_on=at.date(), by=person, at=at
            )

        def report(number, month):
            if items[number].pk is None:
                register(number)
            line = MonthlyResult(item=items[number], month=date(2014, month, 1), done="Làm", mark="kept")
            report_month(line, by=pledges[number].person, at=at)

        acts = [
            lambda: register(0),
            lambda: register(1),
            lambda: report(0, 5),
            lambda: report(0, 6),
            lambda: report(1, 5),
            lambda: report(1, 6),
        ]
        for number in order:
            acts[number]()
            board_of(cell.unit, 2014, at.date())
        period = Period.year(2014)
        told = tuple(
            named(f"programme.{code}").value(cell.unit, period).number
            for code in ("registered_members", "monthly_results", "people_reporting", "pledge_items")
        )
        assert told == (2, 4, 2, 2)
        rows = {row.key: [cell_.text for cell_ in row.cells] for row in board_of(cell.unit, 2014, at.date()).rows}
        assert rows["registration.due_month"][5] == "2 người"
        assert rows["registration.monthly"][4:6] == ["2/2", "2/2"]
        transaction.set_rollback(True)
