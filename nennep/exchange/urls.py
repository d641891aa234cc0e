from django.urls import path

from nennep.exchange import roster_views, views

app_name = "exchange"
urlpatterns = [
    path("nhap-so/<str:code>/", views.workbook, name="workbook"),
    path("nhap-so/<str:code>/ghi/", views.enter, name="enter"),
    path("nhap-danh-sach/<str:code>/", roster_views.roster, name="roster"),
    path("nhap-danh-sach/<str:code>/xem/", roster_views.check, name="roster-check"),
    path("nhap-danh-sach/<str:code>/ghi/", roster_views.enter, name="roster-enter"),
    path("nhap-danh-sach/<str:code>/<int:pk>/rut-lai/", roster_views.take_back, name="roster-take-back"),
]
