from django.urls import path

from nennep.programme import views

app_name = "programme"
urlpatterns = [
    path("chuong-trinh/so/<str:code>/<int:year>/", views.year, name="year"),
    path("chuong-trinh/nhiem-vu/<int:pk>/", views.task, name="task"),
    path("chuong-trinh/dang-ky/<int:pk>/", views.pledge, name="pledge"),
    path("chuong-trinh/viec-dang-ky/<int:pk>/ket-qua/", views.report, name="report"),
    path("chuong-trinh/han-che/<int:pk>/", views.limitation, name="limitation"),
]
