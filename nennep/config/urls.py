"""The addresses of the house: one prefix a room, in Vietnamese without tones."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.views.i18n import set_language

from nennep.organisation import access

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nennep.desk.urls")),
    path("", include("nennep.organisation.urls")),
    path("", include("nennep.organisation.accounts.urls")),
    path("", include("nennep.search.urls")),
    path("", include("nennep.rulebook.urls")),
    path("", include("nennep.documents.urls")),
    path("", include("nennep.programme.urls")),
    path("", include("nennep.meetings.urls")),
    path("", include("nennep.review.urls")),
    path("", include("nennep.recognition.urls")),
    path("", include("nennep.oversight.urls")),
    path("", include("nennep.indicators.urls")),
    path("", include("nennep.reports.urls")),
    path("", include("nennep.portal.register_urls")),
    path("", include("nennep.exchange.urls")),
    path("", include("nennep.web.urls")),
    path("ngon-ngu/", login_not_required(set_language), name="set_language"),
    # Last: the public pages take every address that is left under theirs.
    path("cong/", include("nennep.portal.urls")),
]


@dataclass(frozen=True)
class Entry:
    """One entry of the bar on top, and whether this page lies under it."""

    name: str
    url: str
    here: bool


def rooms_on_the_bar(request: HttpRequest) -> dict[str, Any]:
    """The bar for whoever stands in a unit: the rooms, and the office shown beside the name."""
    here = getattr(request, "here", None)
    if here is None or here.unit is None:
        return {}
    if here.own_only:
        own = [(_("Hôm nay"), reverse("desk:today")), (_("Trang của tôi"), reverse("organisation:me"))]
        return {"bar": [Entry(name, url, request.path == url) for name, url in own], "more": [], "office": ""}
    code, year = here.unit.code, here.today.year
    places = [
        (_("Hôm nay"), reverse("desk:today")),
        (_("Bảng nền nếp"), reverse("desk:board", args=[code, year])),
        (_("Chương trình"), reverse("programme:year", args=[code, year])),
        (_("Sinh hoạt"), reverse("meetings:year", args=[code, year])),
        (_("Văn bản"), reverse("documents:documents", args=[code])),
        (_("Đánh giá"), reverse("review:year", args=[code, year - 1])),
        (_("Nêu gương"), reverse("recognition:book", args=[code])),
        (_("Báo cáo"), reverse("reports:summary", args=[code])),
        (_("Tìm"), reverse("search:search")),
    ]
    held = access.holding(here.person, here.unit, here.today) if here.person else access.NOTHING_HELD
    first = {url: "/" + url.split("/")[1] for _name, url in places}
    return {
        "bar": [
            Entry(name, url, request.path == url if url == "/" else request.path.startswith(first[url] + "/"))
            for name, url in places
        ],
        "more": [
            Entry(name, url, request.path == url)
            for name, url in (
                (_("Sợi chỉ đỏ"), reverse("desk:threads", args=[code])),
                (_("Con người"), reverse("organisation:people", args=[code])),
                (_("Đơn vị"), reverse("organisation:unit", args=[code])),
                (_("Quy tắc"), reverse("rulebook:rules", args=[code])),
                (_("Kiểm tra, phục vụ"), reverse("oversight:year", args=[code, year - 1])),
                (_("Bài viết"), reverse("articles:articles", args=[code])),
                (_("Chỉ tiêu"), reverse("indicators:figures", args=[code])),
                *([(_("Nhập danh sách"), reverse("exchange:roster", args=[code]))] if held.keeps_the_books else []),
                *([(_("Nhập hộ"), reverse("organisation:help"))] if held.helps else []),
                *([(_("Nhập sổ"), reverse("exchange:workbook", args=[code]))] if held.is_secretary else []),
                *([(_("Sổ cái"), reverse("desk:ledger", args=[code]))] if held.reads_the_ledger else []),
                (_("Cổng tin"), "/cong/"),
            )
        ],
        "office": held.terms[0].get_office_display() if held.terms else "",
    }
