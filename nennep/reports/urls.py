from django.urls import path

from nennep.reports import views

app_name = "reports"
urlpatterns = [
    path("bao-cao/<str:code>/tong-ket/", views.summary, name="summary"),
    path("bao-cao/<str:code>/tong-ket/theo-nam/", views.by_year, name="by-year"),
    path("bao-cao/<str:code>/tong-ket.<str:ending>", views.download, name="download"),
]
