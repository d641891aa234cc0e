from django.urls import path

from nennep.programme import views
from nennep.programme.planning import views as planning
from nennep.programme.registration import views as registration

app_name = "programme"
urlpatterns = [
    path("chuong-trinh/so/<str:code>/<int:year>/", views.year, name="year"),
    path("chuong-trinh/nhiem-vu/<int:pk>/", views.task, name="task"),
    path("chuong-trinh/dang-ky/<int:pk>/", views.pledge, name="pledge"),
    path("chuong-trinh/so/<str:code>/<int:year>/ghi/<slug:deed>/", planning.change_year, name="change-year"),
    path("chuong-trinh/so/<str:code>/<int:year>/soan/", planning.draft, name="draft-plan"),
    path("chuong-trinh/nhiem-vu/<int:pk>/ghi/<slug:deed>/", planning.change_task, name="change-task"),
    path("chuong-trinh/chuan-muc/<str:code>/", planning.standards, name="standards"),
    path("chuong-trinh/chuan-muc/<str:code>/them/", planning.add_clause, name="add-clause"),
    path("chuong-trinh/dieu/<int:pk>/ghi/<slug:deed>/", planning.change_clause, name="change-clause"),
    path("chuong-trinh/so/<str:code>/<int:year>/phat-dong/", registration.launch, name="launch"),
    path("chuong-trinh/dang-ky/<int:pk>/viet/", registration.write, name="write-pledge"),
    path("chuong-trinh/dang-ky/<int:pk>/giua-nam/", registration.midyear, name="midyear"),
    path("chuong-trinh/dang-ky/<int:pk>/phieu/", registration.paper, name="paper-pledge"),
    path("chuong-trinh/phieu/", registration.by_code, name="paper-code"),
    path("chuong-trinh/gui/<int:pk>/doc/", registration.read, name="read-submission"),
    path("chuong-trinh/viec-dang-ky/<int:pk>/ghi/<slug:deed>/", registration.item_deed, name="change-item"),
    path("chuong-trinh/viec-dang-ky/<int:pk>/ket-qua/", views.report, name="report"),
    path("chuong-trinh/han-che/<int:pk>/", views.limitation, name="limitation"),
]
