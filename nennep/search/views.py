"""The page of answers: one plain form, so that every question is an address that can be kept and sent on."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from nennep.organisation.models import Unit
from nennep.organisation.requests import Request
from nennep.search.access import reach_of
from nennep.search.asking import read_question
from nennep.search.declaring import KINDS
from nennep.search.excerpts import Stretch, excerpt, marked
from nennep.search.finding import MOST, Bounds, entries, find

ON_A_PAGE = 20


class Narrowed(forms.Form):
    """What narrows the answers. Nothing here is required, and what cannot be read narrows nothing."""

    loai = forms.ChoiceField(label=gettext_lazy("Tìm trong"), required=False)
    tu = forms.DateField(label=gettext_lazy("Từ ngày"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    den = forms.DateField(
        label=gettext_lazy("Đến ngày"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["loai"].choices = [("", _("mọi sổ")), *choices()]  # type: ignore[attr-defined]

    def bounds(self) -> Bounds:
        self.is_valid()
        slug, _dot, kind_type = self.cleaned_data.get("loai", "").partition(".")
        number = next((kind.number for kind in KINDS.values() if kind.slug == slug), None)
        return Bounds(number, kind_type, self.cleaned_data.get("tu"), self.cleaned_data.get("den"))


def choices() -> list[tuple[str, str | Promise]]:
    """Kinds, and under each its types."""
    found: list[tuple[str, str | Promise]] = []
    for kind in KINDS.values():
        found.append((kind.slug, kind.label))
        found += [(f"{kind.slug}.{value}", f"– {label}") for value, label in kind.types]
    return found


@dataclass(frozen=True)
class Answer:
    """One answer as it stands on the page."""

    kind: str | Promise
    url: str
    title: list[Stretch]
    text: list[Stretch]
    day: date | None
    unit: Unit | None


@require_safe
def search(request: Request) -> HttpResponse:
    """What answers the question, the best first, of what the person at the screen could open."""
    question = read_question(request.GET.get("q", ""))
    form, reach = Narrowed(request.GET), reach_of(request.here)
    found = find(question, form.bounds(), reach)
    page = Paginator(found[:MOST], ON_A_PAGE).get_page(request.GET.get("trang"))
    hit = question.hits() if question else lambda _word: False
    answers = [
        Answer(
            KINDS[row.kind].label,
            row.url,
            marked(row.title, hit),
            excerpt(row.text, hit),
            row.day,
            row.unit if len(reach.units) > 1 else None,
        )
        for row in entries(list(page.object_list), reach)
    ]
    context = {
        "form": form,
        "typed": request.GET.get("q", ""),
        "asked": bool(question or form.bounds()),
        "answers": answers,
        "page": page,
        "cut": len(found) > MOST,
        "most": MOST,
    }
    return render(request, "search/search.html", context)
