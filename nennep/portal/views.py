"""The public pages, and the register of articles for the people of the unit."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import views as wagtail_views

from nennep.documents.citations.annotate import annotate
from nennep.documents.citations.resolve import read
from nennep.organisation import guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request
from nennep.portal import actions, queries
from nennep.portal.access import edits_the_portal, sees_return_reason
from nennep.portal.forms import OF_DRAFT, FromMeeting
from nennep.portal.models import Article, ArticlePage, ArticleState
from nennep.portal.sites import portal_of

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """For anybody, without signing in; what is not there is answered in the portal's own dress."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        home = portal_of(request)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return render(request, "portal/not_found.html", queries.surroundings(home, request), status=404)

    login_not_required(answered)
    return answered


@public
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the portal, by its address."""
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Articles that hold the words asked for, typed with or without tones."""
    home = portal_of(request)
    question = request.GET.get("q", "").strip()[:200]
    found = Paginator(queries.search(home, question), queries.PAGE_LENGTH).get_page(request.GET.get("trang"))
    results = [(hit, queries.found_in(hit, question)) for hit in found]
    context = {"question": question, "articles": found, "results": results}
    return render(request, "portal/search.html", {**queries.surroundings(home, request), **context})


@public
@require_safe
def archive(request: HttpRequest, year: int) -> HttpResponse:
    """Everything published in a year."""
    home = portal_of(request)
    around = queries.surroundings(home, request)
    if year not in around["years"]:
        raise Http404
    articles = Paginator(queries.of_year(home, year), queries.PAGE_LENGTH).get_page(request.GET.get("trang"))
    return render(request, "portal/archive.html", {**around, "year": year, "articles": articles})


# Readers get no cookie, so there is no token to compare. Nothing here acts on anybody's behalf: an anonymous counter
# grows by one. It is enough that the browser says the form was sent from our own page.
@csrf_exempt
@public
@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """A reader says whether an article was useful."""
    if not sent_from_here(request):
        return HttpResponseForbidden(_("Lượt đánh giá phải gửi từ chính trang này."), content_type="text/plain")
    article = get_object_or_404(queries.published(portal_of(request)), pk=pk)
    address = str(article.get_url(request))
    answer = request.POST.get("co-ich")
    if answer not in ("1", "0"):
        return HttpResponseRedirect(f"{address}#danh-gia")
    actions.rate(article, useful=answer == "1")
    return HttpResponseRedirect(f"{address}?cam-on=1#danh-gia")


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser names our own page as the origin. It does on every form; Sec-Fetch-Site only over https."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public addresses, for search engines."""
    home = portal_of(request)
    pages = [
        home,
        *queries.surroundings(home, request)["sections"],
        *queries.published(home).defer("folded", "article__body"),
    ]
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for each in pages:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = request.build_absolute_uri(each.get_url(request))
        if each.last_published_at:
            ET.SubElement(entry, "lastmod").text = each.last_published_at.date().isoformat()
    return HttpResponse(ET.tostring(root, encoding="utf-8", xml_declaration=True), content_type="application/xml")


def articles(request: Request, code: str) -> HttpResponse:
    """The register: who sent what, and what became of it, newest first."""
    unit = guards.seen_unit(request, code)
    found = queries.register_of(unit, request.here.person)
    context = {
        "unit": unit,
        "page": Paginator(found, 50).get_page(request.GET.get("trang")),
        "edits": guards.keeps(request, edits_the_portal, unit),
    }
    return render(request, "portal/register.html", context)


@require_http_methods(["GET", "POST"])
def from_meeting(request: Request, code: str) -> HttpResponse:
    """Begin to write about a conference or a thematic meeting."""
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, edits_the_portal, unit):
        raise Http404
    form = FromMeeting(unit, sent(request), by=guards.signed_in(request), at=request.now)
    answer = done(request, form, unit, reverse("articles:articles", args=[code]))
    return redirect(form.article) if form.article is not None else answer


@require_http_methods(["GET", "POST"])
def change(request: Request, pk: int, deed: str) -> HttpResponse:
    """What its author does with a draft."""
    found = get_object_or_404(Article.objects.select_related("unit__parent", "author"), pk=pk)
    if deed not in OF_DRAFT or not writes(request, found):
        raise Http404
    form = OF_DRAFT[deed](found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.unit, found.get_absolute_url())


def writes(request: Request, article: Article) -> bool:
    """Whether the person at the screen is writing this article, and is here as themselves."""
    here = request.here
    own = here.helping is None and not here.own_only and here.person == article.author
    return own and article.state == ArticleState.DRAFT and guards.sees(request, article.unit)


def article(request: Request, pk: int) -> HttpResponse:
    """One article as it was sent in, and what the editor did with it."""
    found = get_object_or_404(Article.objects.select_related("unit", "author", "book_entry", "meeting"), pk=pk)
    draft = found.state == ArticleState.DRAFT
    if not guards.sees(request, found.unit) or (draft and not writes(request, found)):
        raise Http404
    public_page = ArticlePage.objects.live().filter(article=found).first()
    paragraphs = found.paragraphs
    cited = read(paragraphs, found.unit, on=request.here.today if draft else queries.posted_on(found))
    context = {
        "article": found,
        "draft": draft,
        "paragraphs": [annotate(*each) for each in zip(paragraphs, cited, strict=True)],
        "public_url": public_page.get_url(request) if public_page else None,
        "sees_reason": sees_return_reason(guards.signed_in(request), found, request.here.today),
    }
    return render(request, "portal/register_article.html", context)
