"""Sessions: those by card see little and end soon; the others say when they were last used, for their owner's list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar, cast

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from nennep.organisation.accounts.models import Card
from nennep.organisation.requests import BY_CARD, Request

CARD_IDLE = timedelta(minutes=10)
CARD_USED = "card_used"
LAST_SEEN = "last_seen"
SEEN_AGAIN = timedelta(minutes=5)

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def by_card_too(view: View) -> View:
    """A page of somebody's own: a session by card may open it. All others answer such a session as if they were not there."""
    view.by_card_too = True  # type: ignore[attr-defined]
    return view


def begin_by_card(request: Request, card: Card) -> None:
    """Mark the session that has just begun: it ends with the browser, or after ten idle minutes."""
    request.session[BY_CARD] = card.pk
    request.session[CARD_USED] = request.now.timestamp()
    request.session.set_expiry(0)
    UserSession.objects.create_from_request(request)


def begin(request: HttpRequest) -> None:
    """Mark an ordinary session, so that its owner's list can say when it was last used."""
    request.session[LAST_SEEN] = timezone.now().timestamp()


def watched(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """After `who_and_when`: end what is over, and keep sessions by card to what is theirs."""

    def middleware(asked: HttpRequest) -> HttpResponse:
        request = cast(Request, asked)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            if BY_CARD in request.session:
                if is_over(request):
                    logout(request)
                    messages.info(request, _("Phiên vào bằng thẻ đã kết thúc. Đưa thẻ và gõ mã PIN để vào lại."))
                    return redirect("organisation:card")
                request.session[CARD_USED] = request.now.timestamp()
            elif LAST_SEEN in request.session:
                see_again(request)
        return get_response(request)

    def process_view(asked: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        request = cast(Request, asked)
        if getattr(view, "login_required", True) is False or not request.here.own_only:
            return None
        if not getattr(view, "by_card_too", False):
            raise Http404
        if view_name(request) != "organisation:change-pin" and Card.objects.filter(
            pk=request.session[BY_CARD], pin_was_printed=True
        ):
            return redirect("organisation:change-pin")
        return None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def is_over(request: Request) -> bool:
    """Ten minutes without a tap, or the card was taken back meanwhile."""
    idle = request.now.timestamp() - request.session.get(CARD_USED, 0)
    if not 0 <= idle <= CARD_IDLE.total_seconds():
        return True
    return not Card.objects.filter(pk=request.session[BY_CARD], withdrawn_at__isnull=True).exists()


def see_again(request: HttpRequest) -> None:
    """Every five minutes at most, so that reading a page writes nothing."""
    now = timezone.now()
    if now.timestamp() - request.session[LAST_SEEN] > SEEN_AGAIN.total_seconds():
        request.session[LAST_SEEN] = now.timestamp()
        UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=now)
