"""Who can be named at a meeting: everybody on the unit's list that day, by their names as they are typed."""

from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.meetings.models import AttendanceStatus
from nennep.organisation.models import MEMBERS, Membership, Person, Standing, Unit
from nennep.organisation.queries import on_the_list
from nennep.vietnamese.folding import fold


class Roster:
    """The people of a unit on a day, read once. Where two have the same name, each is called by name and code."""

    def __init__(self, unit: Unit, on: date) -> None:
        self.unit, self.on = unit, on

    @cached_property
    def memberships(self) -> list[Membership]:
        return list(on_the_list(self.unit, self.on))

    @cached_property
    def people(self) -> dict[int, Person]:
        return {membership.person_id: membership.person for membership in self.memberships}

    @cached_property
    def called(self) -> dict[int, str]:
        """What each is called in lists to choose from."""
        names = [fold(person.name) for person in self.people.values()]
        return {
            key: person.name if names.count(fold(person.name)) == 1 else f"{person.name} ({person.code})"
            for key, person in self.people.items()
        }

    @cached_property
    def _by_words(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for key, called in self.called.items():
            found.setdefault(fold(called), []).append(key)
        return found

    def find(self, typed: str) -> Person:
        """The person meant, by key or by name in any spelling; the last names alone do where only one ends so.

        Raises ValidationError with what to type instead.
        """
        if typed.isdigit() and int(typed) in self.people:
            return self.people[int(typed)]
        words = fold(typed)
        keys = self._by_words.get(words, []) or [
            key for called, keys in self._by_words.items() if called.endswith(f" {words}") for key in keys
        ]
        if len(keys) == 1:
            return self.people[keys[0]]
        if keys:
            several = ", ".join(self.called[key] for key in keys)
            raise ValidationError(_("Có %(n)d người tên như vậy: %(names)s.") % {"n": len(keys), "names": several})
        raise ValidationError(
            _("Danh sách hôm nay không có “%(name)s”; chọn một tên trong danh sách.") % {"name": typed}
        )

    @cached_property
    def expected(self) -> list[Membership]:
        """Party members who have to be there."""
        return [row for row in self.memberships if row.standing in MEMBERS and not self.kept_away(row)]

    @cached_property
    def entitled(self) -> set[int]:
        """Who may vote: the same people as `nennep.ballots.counting.entitled` finds, out of what was read already."""
        return {row.person_id for row in self.expected if row.standing == Standing.FULL}

    @staticmethod
    def kept_away(row: Membership) -> str:
        """Why somebody is not expected, as a status of attendance; "suspended" for those whom no minutes count."""
        if row.person.suspensions_now:  # type: ignore[attr-defined]
            return "suspended"
        if row.person.exemptions_now:  # type: ignore[attr-defined]
            return AttendanceStatus.EXEMPT
        if row.person.aways_now and not row.temporary:  # type: ignore[attr-defined]
            return AttendanceStatus.ELSEWHERE
        return ""
