"""Which pages of a long list are named under it."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.core.paginator import Page

register = template.Library()


@register.filter
def near(page: Page[Any]) -> Iterator[str | int]:
    """The first and last page, this one and its neighbours; "…" for those between."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
