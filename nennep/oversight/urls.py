from django.urls import path

from nennep.oversight import views

app_name = "oversight"
urlpatterns = [
    path("kiem-tra/so/<str:code>/<int:year>/", views.year, name="year"),
    path("kiem-tra/<int:pk>/", views.inspection, name="inspection"),
]
