from django.urls import path

from nennep.exchange import views

app_name = "exchange"
urlpatterns = [
    path("nhap-so/<str:code>/", views.workbook, name="workbook"),
    path("nhap-so/<str:code>/ghi/", views.enter, name="enter"),
]
