from django.urls import path

from nennep.rulebook import views

app_name = "rulebook"
urlpatterns = [
    path("quy-tac/<str:code>/", views.rules, name="rules"),
    path("quy-tac/<str:code>/ghi/<slug:deed>/", views.change, name="change"),
]
