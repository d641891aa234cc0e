"""Who may do, and see, what about articles."""

from datetime import date

from nennep.organisation import access
from nennep.organisation.models import DutyKind, Person, Unit
from nennep.portal.models import Article


def edits_the_portal(who: Person, unit: Unit, on: date) -> bool:
    """The committee, the minutes secretary who enters the registers, and the portal's editor."""
    return access.keeps_the_books(who, unit, on) or access.has_duty(who, unit, on, DutyKind.EDITOR)


def sees_return_reason(who: Person, article: Article, on: date) -> bool:
    """Why an article went back is between its author, the editor and those who answer for the unit."""
    return (
        who == article.author
        or access.sees_sensitive(who, article.unit, on)
        or access.has_duty(who, article.unit, on, DutyKind.EDITOR)
    )
