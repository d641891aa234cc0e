"""Forms of the programme."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from nennep.programme.models import MonthlyResult, PledgeItem
from nennep.programme.models.pledges import Mark
from nennep.vietnamese.dates import month_name


class MonthLine(forms.Form):
    """One line about one item: what was done in this month or the one before, and one's own mark."""

    month = forms.TypedChoiceField(label=_("Tháng"), coerce=date.fromisoformat)
    done = forms.CharField(label=_("Đã làm gì"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}), strip=True)
    mark = forms.ChoiceField(label=_("Tự chấm"), choices=[("", _("chưa chấm")), *Mark.choices], required=False)
    evidence = forms.CharField(label=_("Minh chứng"), max_length=300, required=False)

    def __init__(self, item: PledgeItem, today: date, data: Any = None) -> None:
        super().__init__(data, prefix=f"viec-{item.pk}", initial={"month": today.replace(day=1).isoformat()})
        self.item = item
        this = today.replace(day=1)
        months = [this, (this - timedelta(days=1)).replace(day=1)]
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (month.isoformat(), lazystr(month_name(month))) for month in months if month.year == item.pledge.year
        ]

    def result(self) -> MonthlyResult:
        """The line as it was filled in."""
        return MonthlyResult(item=self.item, **self.cleaned_data)
