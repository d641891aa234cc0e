from django.urls import path

from nennep.organisation import views
from nennep.organisation.accounts.urls import ours

app_name = "organisation"
urlpatterns = [
    *ours,
    path("toi/", views.me, name="me"),
    path("to-chuc/<str:code>/", views.people, name="people"),
    path("to-chuc/nguoi/<int:pk>/", views.person, name="person"),
]
