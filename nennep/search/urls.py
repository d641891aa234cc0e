from django.urls import path

from nennep.search.views import search

app_name = "search"
urlpatterns = [path("tim/", search, name="search")]
