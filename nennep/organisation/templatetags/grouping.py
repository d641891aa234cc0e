"""Codes as they are printed, in groups that an eye can hold."""

from django import template

register = template.Library()


@register.filter
def grouped(code: str, size: int = 4) -> str:
    """ "12345678" is "1234 5678"."""
    return " ".join(code[start : start + size] for start in range(0, len(code), size))
