"""People at work who list others, each so many one after another; see `tests.at_once`."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests import at_once


def work(name: str, each: int) -> None:
    from nennep.organisation.access import Operator
    from nennep.organisation.actions import list_person
    from nennep.organisation.models import Person, Unit

    at = datetime(2014, 6, 3, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    unit = Unit.objects.get()
    for number in range(each):
        code = f"{name}-{number}"
        list_person(Person(home=unit, code=code, name=f"Nguyễn Văn {code}", sex="m"), by=Operator(), at=at)


if __name__ == "__main__":
    at_once.main(work)
