from django.contrib.auth.decorators import login_not_required
from django.urls import path

from nennep.organisation import views

app_name = "organisation"
urlpatterns = [
    path("dang-nhap/", login_not_required(views.SignIn.as_view()), name="sign-in"),
    path("dang-xuat/", views.SignOut.as_view(), name="sign-out"),
    path("toi/", views.me, name="me"),
    path("to-chuc/<str:code>/", views.people, name="people"),
    path("to-chuc/nguoi/<int:pk>/", views.person, name="person"),
]
