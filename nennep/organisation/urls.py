from django.urls import path

from nennep.organisation import helping, views
from nennep.organisation.accounts.urls import ours
from nennep.organisation.changing import views as changing

app_name = "organisation"
urlpatterns = [
    *ours,
    path("toi/", views.me, name="me"),
    path("to-chuc/<str:code>/", views.people, name="people"),
    path("to-chuc/<str:code>/them-nguoi/", changing.add_person, name="add-person"),
    path("to-chuc/nguoi/<int:pk>/", views.person, name="person"),
    path("to-chuc/nguoi/<int:pk>/ghi/<slug:deed>/", changing.change_person, name="change-person"),
    path("nhap-ho/", helping.choose, name="help"),
    path("nhap-ho/thoi/", helping.stop, name="stop-helping"),
    path("don-vi/<str:code>/", views.unit, name="unit"),
    path("don-vi/<str:code>/ghi/<slug:deed>/", changing.change_unit, name="change-unit"),
]
