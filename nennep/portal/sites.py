"""Which portal a public address belongs to."""

from django.http import Http404, HttpRequest
from wagtail.models import Site

from nennep.portal.models import HomePage


def portal_of(request: HttpRequest) -> HomePage:
    """The portal that this host shows; 404 on an installation that has opened none."""
    site = Site.find_for_request(request)
    home = HomePage.objects.live().select_related("unit").filter(pk=site.root_page_id).first() if site else None
    if home is None:
        raise Http404
    return home
