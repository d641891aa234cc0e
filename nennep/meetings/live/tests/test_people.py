"""Who can be named at a meeting, and who of them may vote."""

from datetime import date

from nennep.ballots.counting import entitled
from nennep.meetings.live.people import Roster
from nennep.meetings.live.tests.goings_on import DAY
from nennep.organisation.models import Standing
from nennep.organisation.tests.factories import AwayFactory, ExemptionFactory, SuspensionFactory, on_roll


def test_the_roster_says_who_may_vote_as_the_count_of_hands_does(cell):
    """One of each kind: here, on probation, exempt, suspended, away for a time, with us for a time, away and with us, gone."""
    AwayFactory(unit=cell.unit, person=on_roll(cell.unit, "Phan Văn Xa"))
    SuspensionFactory(unit=cell.unit, person=on_roll(cell.unit, "Bùi Văn Đình"))
    ExemptionFactory(unit=cell.unit, person=on_roll(cell.unit, "Cao Thị Miễn"), ends=date(2014, 5, 31))
    guest = on_roll(cell.unit, "Hà Thị Khách", Standing.FULL, temporary=True, starts=date(2014, 5, 1))
    AwayFactory(unit=cell.unit, person=on_roll(cell.unit, "Lê Thị Về", ends=date(2014, 6, 2)))
    roster = Roster(cell.unit, DAY)
    assert roster.entitled == {person.pk for person in entitled(cell.unit, DAY)}
    assert guest.pk in roster.entitled
    assert cell.probationary.pk not in roster.entitled
    assert cell.exempt.pk not in roster.entitled
