"""The design system's own page: every component in every state, by day and by night."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from nennep.paper.html_writer import to_html
from nennep.web import specimens


@login_not_required
def style_guide(request: HttpRequest) -> HttpResponse:
    """Nothing here belongs to anybody, so nobody has to sign in."""
    context = {
        "swatches": specimens.swatches(),
        "sheet": mark_safe(to_html(specimens.sheet())),  # noqa: S308  # the writer escapes every text
        "page": Paginator(range(341), 25).get_page(request.GET.get("trang", 6)),
        "months": range(1, 13),
    }
    return render(request, "web/style_guide.html", context)
