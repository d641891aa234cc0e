from django.urls import path

from nennep.meetings import views

app_name = "meetings"
urlpatterns = [
    path("sinh-hoat/so/<str:code>/<int:year>/", views.year, name="year"),
    path("sinh-hoat/<int:pk>/", views.meeting, name="meeting"),
]
