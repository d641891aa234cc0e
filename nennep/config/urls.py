"""The addresses of the house: one prefix a room, in Vietnamese without tones."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("quan-tri/", admin.site.urls),
]


def rooms_on_the_bar(request: HttpRequest) -> dict[str, Any]:
    return {}
