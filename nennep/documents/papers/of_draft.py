"""The paper of a draft, and of the document that it became."""

from datetime import date

from nennep.documents.models import Draft
from nennep.documents.papers.paper import Paper, compose
from nennep.organisation.models import Unit
from nennep.paper.blocks import Document as Sheet


def sheet_of(draft: Draft, *, today: date) -> Sheet:
    """As it would be printed now: with its number and its day once it is signed."""
    return compose(paper_of(draft, today=today), today=today)


def paper_of(draft: Draft, *, today: date) -> Paper:
    """Names as the unit bore them on the paper's day."""
    signed = draft.document
    day = signed.issued_on if signed else draft.intended_on
    superior, issuer, symbol = names_on(draft.register, day or today)
    return Paper(
        type=draft.type,
        on=day,
        superior=superior,
        issuer=issuer,
        symbol=signed.symbol.partition("/")[2] if signed else symbol,
        place=draft.place,
        subject=draft.subject,
        body=draft.body,
        recipients=draft.recipients,
        authority=draft.authority,
        post=draft.post,
        signatory=draft.signatory,
        number=signed.number if signed else None,
        written_by=draft.minuted_by,
    )


def names_on(unit: Unit, day: date) -> tuple[str, str, str]:
    """Superior and issuer as letterheads print them, and the symbol; as they are now outside the unit's life."""
    state = unit.on(day) or unit
    parent = state.parent
    above = (parent.on(day) or parent).letterhead if parent is not None else ""
    return above, state.letterhead, state.symbol
