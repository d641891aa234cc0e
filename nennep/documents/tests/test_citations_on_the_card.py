"""What a document's subject line cites leads to the card of the other document."""

from datetime import date

from django.test import Client

from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.organisation.models import User


def test_the_subject_line_leads_to_the_directive_it_carries_out(client: Client, cell):
    client.force_login(User.objects.create(username="thuky", person=cell.secretary))
    directive = DirectiveFactory(register=cell.unit, number=3)
    plan = DocumentFactory(
        register=cell.unit, issued_on=date(2011, 12, 1), subject="thực hiện Chỉ thị số 03-CT/TW ngày 14/5/2011"
    )
    shown = client.get(plan.get_absolute_url()).content.decode()
    assert f'<a class="docno" href="{directive.get_absolute_url()}">03-CT/TW</a> ngày 14/5/2011' in shown
