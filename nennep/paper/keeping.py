"""What must stay on one page with a signature."""

from nennep.paper.blocks import Block, ListBlock, Paragraph, Signature

_TWO_LINES = 110  # characters that surely run into a second line of a Party document


def kept_with_signature(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Places of the blocks of text that go with the signature that follows them, at least two lines of text in all.

    A signature alone on a page could be laid under anything.
    """
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if not isinstance(block, Signature):
            continue
        length, before = 0, place - 1
        while before >= 0 and length < _TWO_LINES and isinstance(blocks[before], Paragraph | ListBlock):
            kept.add(before)
            length += _last_length(blocks[before])
            before -= 1
    return frozenset(kept)


def _last_length(block: Block) -> int:
    match block:
        case Paragraph():
            return sum(len(str(getattr(inline, "text", ""))) for inline in block.inlines)
        case ListBlock() if block.items:
            return _last_length(Paragraph(block.items[-1]))
        case _:
            return 0
