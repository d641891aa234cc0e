"""The design system's own page: every component in every state, by day and by night."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nennep.web.swatches import swatches


@login_not_required
def style_guide(request: HttpRequest) -> HttpResponse:
    """Nothing here belongs to anybody, so nobody has to sign in."""
    context = {
        "swatches": swatches(),
        "page": Paginator(range(341), 25).get_page(request.GET.get("trang", 6)),
        "months": range(1, 13),
    }
    return render(request, "web/style_guide.html", context)
