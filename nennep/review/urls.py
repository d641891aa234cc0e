from django.urls import path

from nennep.review import views

app_name = "review"
urlpatterns = [path("danh-gia/so/<str:code>/<int:year>/", views.year, name="year")]
