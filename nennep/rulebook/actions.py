"""Verbs about rules: a unit sets its own value, keeps a permission from above, takes a local pack into use."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.rulebook.layers import Claim, as_rule, outweighs, rulebook_of
from nennep.rulebook.library import library
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.reading import Name
from nennep.rulebook.values import written

OWN_KINDS = ("number", "share", "flag")
"""What a unit may set itself; words, tables and formulas come as packs."""


def set_own_rule(own: CellRule, *, by: Doer, at: datetime) -> tuple[CellRule, Outcome]:
    """The unit sets its own value for a rule from a day on, by a document.

    Raises ValidationError where nobody below may set it, or where it is looser than what holds from above on that day and
    no permission is on record.
    """
    access.require(access.is_secretary, by, own.unit, on=at.date())
    name = _settable(own.key)
    own.clean_fields(exclude=["unit"])
    book = rulebook_of(own.unit)
    others = {own.key: [claim for claim in book.claims.get(own.key, ()) if claim.rank != _OWN_RANK]}
    above = type(book)(book.unit, others, book.names, book.packs).rule(own.key, own.starts)
    mine = as_rule(own)
    if above is not None and not outweighs(Claim(mine, _OWN_RANK, ""), above, name):
        held, source = written(above.value, name.kind, name.unit), above.source
        raise ValidationError(
            {
                "value": _(
                    "Nhẹ hơn mức đang có: %(held)s theo %(source)s. Muốn nhẹ hơn thì ghi văn bản cho phép của cấp có "
                    "thẩm quyền trước."
                )
                % {"held": held, "source": source}
            }
        )
    return put(own, key=["unit", "key", "starts"], act_name="rulebook.set_own_rule", by=by, at=at)


_OWN_RANK = (0, 2)


def _settable(key: str) -> Name:
    """The name that a unit may state a value for. Raises ValidationError for any other."""
    name = library().names.get(key)
    if name is None:
        raise ValidationError({"key": _("Không có quy tắc %(key)s.") % {"key": key}})
    if name.kind not in OWN_KINDS or name.stricter == "fixed":
        raise ValidationError({"key": _("%(title)s do cấp trên định, đơn vị không tự đặt.") % {"title": name.title}})
    return name


def keep_permission(permission: Permission, *, by: Doer, at: datetime) -> tuple[Permission, Outcome]:
    """The unit keeps what the competent committee lets it do less strictly: the value, by which paper, until when."""
    access.require(access.is_secretary, by, permission.unit, on=at.date())
    _settable(permission.key)
    return put(permission, key=["unit", "key", "starts"], act_name="rulebook.keep_permission", by=by, at=at)


def use_pack(use: PackUse, *, by: Doer, at: datetime) -> tuple[PackUse, Outcome]:
    """The unit takes a local pack into use, for itself and those under it, or says until when.

    Raises ValidationError for a pack that is not there, and for one that contradicts another in use at the same unit.
    """
    access.require(access.is_secretary, by, use.unit, on=at.date())
    shelf = library()
    pack = shelf.packs.get(use.pack)
    if pack is None or pack.level == "central":
        raise ValidationError({"pack": _("Không có gói quy tắc riêng tên %(pack)s.") % {"pack": use.pack}})
    others = PackUse.objects.filter(unit=use.unit).exclude(pack=use.pack)
    for other in others:
        beside = shelf.packs.get(other.pack)
        if beside is None or other.pack in pack.replaces or use.pack in beside.replaces or not _meet(use, other):
            continue
        for mine in pack.rules:
            for theirs in beside.rules:
                if mine.key == theirs.key and mine.overlaps(theirs):
                    where = {"one": f"{mine.file}:{mine.line}", "other": f"{theirs.file}:{theirs.line}"}
                    raise ValidationError(
                        {
                            "pack": _("Hai gói cùng nói về một quy tắc: %(one)s và %(other)s. Thôi dùng gói kia trước.")
                            % where
                        }
                    )
    return put(use, key=["unit", "pack", "starts"], act_name="rulebook.use_pack", by=by, at=at)


def _meet(one: PackUse, other: PackUse) -> bool:
    return (one.ends is None or other.starts <= one.ends) and (other.ends is None or one.starts <= other.ends)
