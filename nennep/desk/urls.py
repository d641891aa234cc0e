from django.urls import path

from nennep.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("bang/<str:code>/<int:year>/", views.board, name="board"),
]
