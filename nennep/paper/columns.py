"""How wide the columns of a table are, when its author did not say."""

from nennep.paper.blocks import Inline, Mark, Table


def column_shares(table: Table) -> tuple[float, ...]:
    """The width of each column as a share of the full line, adding up to 1.

    Without given widths, a column is as wide as its longest cell asks, within limits: a short column keeps room for its
    padding, a long text does not push the others out.
    """
    if table.widths is not None:
        asked: list[float] = list(table.widths)
    else:
        columns = zip(*(table.head, *table.rows), strict=True)
        asked = [min(max(_length(cell) for cell in column) + 4, 44) for column in columns]
    return tuple(width / sum(asked) for width in asked)


def _length(cell: tuple[Inline, ...]) -> int:
    return sum(2 if isinstance(inline, Mark) else len(inline.text) for inline in cell)
