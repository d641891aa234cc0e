from django.urls import path

from nennep.web import views

app_name = "web"
urlpatterns = [path("thiet-ke/", views.style_guide, name="style-guide")]
