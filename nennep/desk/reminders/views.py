"""How I want to be reminded, and the calendar's own address."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from nennep.desk import actions
from nennep.desk.models import CalendarKey, LetterChoice
from nennep.desk.reminders.calendar import calendar_of, person_behind
from nennep.organisation import guards
from nennep.organisation.requests import Request, now
from nennep.web.qr import qr


class LetterForm(forms.ModelForm[LetterChoice]):
    class Meta:
        model = LetterChoice
        fields = ["rhythm", "weekday", "quiet_from", "quiet_until"]
        widgets = {
            name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M") for name in ("quiet_from", "quiet_until")
        }
        help_texts = {"weekday": _("Chỉ tính khi nhận mỗi tuần một thư.")}


def reminders(request: Request) -> HttpResponse:
    """Letters and calendar, as they are now; choosing letters comes back here."""
    person = guards.signed_in(request)
    choice = LetterChoice.objects.filter(person=person).first()
    form = LetterForm(request.POST or None, instance=choice)
    if request.method == "POST" and form.is_valid():
        wanted = form.save(commit=False)
        wanted.person = person
        actions.choose_letters(wanted, by=person, at=request.now)
        return redirect("desk:reminders")
    context = {
        "form": form,
        "choice": choice,
        "sends": settings.SENDS_MAIL,
        "key": CalendarKey.objects.filter(person=person).first(),
    }
    return render(request, "desk/reminders.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def stop_letters(request: Request) -> HttpResponse:
    person = guards.signed_in(request)
    choice = LetterChoice.objects.filter(person=person).first()
    if choice is not None:
        actions.stop_letters(choice, by=person, at=request.now)
    return redirect("desk:reminders")


@require_POST
def renew_calendar(request: Request) -> HttpResponse:
    """The new address, on this page alone: the program keeps nothing to show it with again."""
    person = guards.signed_in(request)
    token = actions.renew_calendar(person, by=person, at=request.now)
    address = f"{settings.ADDRESS}{reverse('desk:calendar', args=[token])}"
    context = {"address": address, "qr": qr(address)}
    return render(request, "desk/calendar.html", context)


@require_POST
def stop_calendar(request: Request) -> HttpResponse:
    person = guards.signed_in(request)
    key = CalendarKey.objects.filter(person=person).first()
    if key is not None:
        actions.stop_calendar(key, by=person, at=request.now)
    return redirect("desk:reminders")


@login_not_required
@require_GET
def calendar(request: Request, token: str) -> HttpResponse:
    """What a calendar program reads. It cannot sign in, so the address is the key."""
    moment = now()
    today = timezone.localtime(moment).date()
    found = person_behind(token, today)
    if found is None:
        raise Http404
    with translation.override(settings.LANGUAGE_CODE):
        content = calendar_of(*found, moment, today)
    return HttpResponse(
        content, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=3600"}
    )
