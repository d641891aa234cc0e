from django.urls import path

from nennep.recognition import views

app_name = "recognition"
urlpatterns = [
    path("neu-guong/so/<str:code>/", views.book, name="book"),
    path("neu-guong/so/<str:code>/ghi/", views.enter, name="enter"),
    path("neu-guong/bieu-duong/<int:pk>/ghi-so/", views.enter_praised, name="enter-praised"),
    path("neu-guong/tieu-chi/<str:code>/<int:year>/", views.asked, name="criteria"),
    path("neu-guong/tieu-chi/<str:code>/<int:year>/<int:pk>/", views.asked, name="criteria-of"),
    path("neu-guong/mo-hinh/<str:code>/them/", views.add_practice, name="add-practice"),
    path("neu-guong/mo-hinh/<int:pk>/ghi/<slug:deed>/", views.change_practice, name="change-practice"),
    path("neu-guong/<int:pk>/", views.entry, name="entry"),
]
