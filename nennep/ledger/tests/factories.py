"""Acts for tests of the ledger."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from nennep.ledger.chain import append
from nennep.ledger.models import Entry

NOON = datetime(2014, 6, 3, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def entry(number: int = 0, **more) -> Entry:
    """One more entry at the end of the chain."""
    values = {
        "act": "recognition.enter_in_book",
        "actor": "organisation.person:1",
        "subject": f"recognition.bookentry:{number}",
        "at": NOON + timedelta(minutes=number),
        "content": {"number": number, "deed": "Trực trưa cả tuần"},
    }
    values |= more
    return append(values.pop("act"), **values)


def entries(count: int) -> list[Entry]:
    return [entry(number) for number in range(1, count + 1)]
