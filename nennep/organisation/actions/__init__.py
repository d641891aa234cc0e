"""The verbs of this room: about units, people, offices, grants and logins."""

from nennep.organisation.actions.accounts import open_account
from nennep.organisation.actions.grants import grant_names, withdraw_grant
from nennep.organisation.actions.offices import appoint, begin_committee_term, charge, end_duty, end_term, hand_over
from nennep.organisation.actions.people import (
    change_standing,
    end_absence,
    erase_person,
    exempt,
    join,
    leave,
    list_person,
    name_order,
    send_away,
    suspend,
    take_in,
    transfer,
)
from nennep.organisation.actions.units import (
    dissolve_unit,
    found_unit,
    merge_units,
    move_unit,
    reclassify_unit,
    rename_unit,
    split_unit,
)

__all__ = [
    "appoint",
    "begin_committee_term",
    "change_standing",
    "charge",
    "dissolve_unit",
    "end_absence",
    "end_duty",
    "end_term",
    "erase_person",
    "exempt",
    "found_unit",
    "grant_names",
    "hand_over",
    "join",
    "leave",
    "list_person",
    "merge_units",
    "move_unit",
    "name_order",
    "open_account",
    "reclassify_unit",
    "rename_unit",
    "send_away",
    "split_unit",
    "suspend",
    "take_in",
    "transfer",
    "withdraw_grant",
]
