"""Secretaries who all close the same meetings at the same moment; see `tests.at_once`."""

from tests import at_once


def close(name: str, each: int) -> None:
    from django.core.exceptions import ValidationError

    from nennep.meetings.closing.actions.close import close_meeting
    from nennep.meetings.live.tests.goings_on import at_minute
    from nennep.meetings.models import Preparation

    for number in range(each):
        preparation = Preparation.objects.select_related("planned__unit", "chair").get(planned__unit__code=f"H{number}")
        try:
            close_meeting(preparation, by=preparation.chair, at=at_minute(50))
        except ValidationError as refused:
            if refused.messages != ["Cuộc họp này đã kết thúc."]:
                raise
        else:
            print(f"{name} closed H{number}")


if __name__ == "__main__":
    at_once.main(close)
