"""A document named in a task or a limitation is a link to its card."""

from django.test import Client

from nennep.documents.tests.factories import DirectiveFactory
from nennep.organisation.models import User
from nennep.programme.tests.factories import LimitationFactory, MeetingTaskFactory


def test_a_directive_named_in_a_task_or_a_limitation_leads_to_its_card(cell):
    directive = DirectiveFactory(register=cell.unit, number=3)
    task = MeetingTaskFactory(unit=cell.unit, owner=cell.member, text="Học Chỉ thị số 03-CT/TW tại tổ")
    limitation = LimitationFactory(unit=cell.unit, cause="Chưa nắm Chỉ thị 03-CT/TW", owner=cell.member)
    client = Client()
    client.force_login(User.objects.create(username="x", person=cell.secretary))
    for record in (task, limitation):
        page = client.get(record.get_absolute_url()).content.decode()
        assert f'<a class="docno" href="{directive.get_absolute_url()}">03-CT/TW</a>' in page
