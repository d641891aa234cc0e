"""What the minutes cite leads to the register, in the conclusion and in what people said, at the cost of one query."""

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nennep.documents.tests.factories import DirectiveFactory
from nennep.meetings.models import Contribution
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.models import User


def test_a_directive_named_in_the_minutes_leads_to_its_card(client: Client, cell):
    client.force_login(User.objects.create(username="thuky", person=cell.secretary))
    directive = DirectiveFactory(register=cell.unit, number=3)
    meeting = MeetingFactory(
        unit=cell.unit, held_on=date(2014, 3, 5), conclusion="Tiếp tục Chỉ thị 03-CT/TW.\nGiao tổ 2."
    )
    Contribution.objects.create(meeting=meeting, order=1, person=cell.member, gist="Chỉ thị 03 học <mỗi> tháng")
    shown = client.get(meeting.get_absolute_url()).content.decode()
    link = directive.get_absolute_url()
    assert f'Tiếp tục Chỉ thị <a class="docno" href="{link}">03-CT/TW</a>.<br>Giao tổ 2.' in shown
    assert f'<a href="{link}">Chỉ thị 03</a> học &lt;mỗi&gt; tháng' in shown


def test_more_citations_cost_no_more_queries(client: Client, cell):
    client.force_login(User.objects.create(username="thuky", person=cell.secretary))
    meeting = MeetingFactory(unit=cell.unit, held_on=date(2014, 3, 5), conclusion="Theo 03-CT/TW.")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(meeting.get_absolute_url())
        return len(asked)

    few = queries()
    for order in range(1, 6):
        Contribution.objects.create(meeting=meeting, order=order, person=cell.member, gist=f"Chỉ thị 0{order}-CT/TW")
        DirectiveFactory(register=cell.unit, number=order)
    assert queries() == few
