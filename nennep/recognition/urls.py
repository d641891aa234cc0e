from django.urls import path

from nennep.recognition import views

app_name = "recognition"
urlpatterns = [
    path("neu-guong/so/<str:code>/", views.book, name="book"),
    path("neu-guong/<int:pk>/", views.entry, name="entry"),
]
