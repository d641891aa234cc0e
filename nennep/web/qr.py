"""A code to photograph, drawn in place."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(text: str) -> SafeString:
    """As SVG; black on white by night too, for cameras want it so."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=5, border=4, light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308  # nothing of the text is in the drawing
