"""Public addresses, under one prefix (`cong/`). Pages come last: they take every path that is left."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from wagtail.urls import serve_pattern

from nennep.portal import views
from nennep.portal.feeds import LatestArticles

public_pages = (
    [
        path("tim-kiem/", views.search, name="search"),
        path("luu-tru/<int:year>/", views.archive, name="archive"),
        path("rss/", login_not_required(LatestArticles()), name="feed"),
        path("sitemap.xml", views.sitemap, name="sitemap"),
        path("danh-gia/<int:pk>/", views.rate, name="rate"),
    ],
    "portal",
)

urlpatterns = [
    path("", include(public_pages)),
    # Wagtail looks for its own name, without a namespace, when it writes a page's address.
    re_path(serve_pattern, views.page, name="wagtail_serve"),
]
