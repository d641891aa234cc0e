"""Erasure: what a record said is gone for good; that something was done with it, by whom and when, stays and verifies."""

from datetime import datetime

from django.db import models

from nennep.ledger.acts import Actor, act, reference_of
from nennep.ledger.chain import ERASURE
from nennep.ledger.models import Entry, Salt


def erase_commitments(record: models.Model, *, by: Actor, at: datetime) -> int:
    """Take away the salts of every entry about the record, so that nobody can test a guess against their commitments.

    The record's own room blanks its columns in the same transaction. Returns how many entries lost their salt. The entry
    that tells of the erasure commits to nothing but that number.
    """
    # By their keys: a joined delete may read the whole ledger for each of them.
    keys = list(Entry.objects.filter(subject=reference_of(record)).values_list("sequence", flat=True))
    salts = Salt.objects.filter(entry__in=keys)
    with act(ERASURE, by=by, at=at, on=record, content={"entries": salts.count()}):
        gone, _by_model = salts.delete()
    return gone
