"""Verbs about what a level above may see."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Grant
from nennep.organisation.tree import above


def grant_names(grant: Grant, *, by: Doer, at: datetime) -> tuple[Grant, Outcome]:
    """Cho xem tên: a unit above may see who stands behind this cell's figures, from a day until a day, by a document."""
    access.require(access.is_secretary, by, grant.unit, on=at.date())
    if grant.to not in above(grant.unit, grant.starts):
        raise ValidationError(_("%(to)s không phải cấp trên của %(unit)s.") % {"to": grant.to, "unit": grant.unit})
    if not grant.document.strip():
        raise ValidationError(_("Ghi số và ngày của văn bản yêu cầu."))
    if grant.ends is None:
        raise ValidationError(_("Phải ghi cho xem đến ngày nào."))
    return put(grant, key=["unit", "to", "starts"], act_name="organisation.grant_names", by=by, at=at)


def withdraw_grant(grant: Grant, *, on: date, by: Doer, at: datetime) -> Grant:
    """Thôi cho xem tên: the last day of a grant."""
    access.require(access.is_secretary, by, grant.unit, on=at.date())
    if on < grant.starts:
        raise ValidationError(_("Ngày thôi cho xem không thể trước ngày bắt đầu."))
    with act("organisation.withdraw_grant", by=by, at=at, on=grant, content={"ends": on}):
        grant.ends = on
        grant.save(update_fields=["ends"])
    return grant
