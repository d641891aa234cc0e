"""The register of articles, for the people of the unit."""

from django.urls import path

from nennep.portal import views

app_name = "articles"
urlpatterns = [
    path("bai-viet/so/<str:code>/", views.articles, name="articles"),
    path("bai-viet/so/<str:code>/tu-hoi-nghi/", views.from_meeting, name="from-meeting"),
    path("bai-viet/<int:pk>/ghi/<slug:deed>/", views.change, name="change"),
    path("bai-viet/<int:pk>/", views.article, name="article"),
]
