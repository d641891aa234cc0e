"""Secretaries who sign, each so many documents one after another; see `tests.at_once`."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests import at_once


def sign(name: str, each: int) -> None:
    from nennep.documents.actions import sign_document
    from nennep.documents.tests.factories import DocumentFactory
    from nennep.organisation.access import Operator
    from nennep.organisation.models import Unit

    at = datetime(2014, 6, 3, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    unit = Unit.objects.get()
    for number in range(each):
        document = DocumentFactory.build(
            register=unit, type="resolution", number=None, issued_on=at.date(), subject=f"về việc {name}-{number}"
        )
        sign_document(document, by=Operator(), at=at)


if __name__ == "__main__":
    at_once.main(sign)
