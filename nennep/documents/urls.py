from django.urls import path

from nennep.documents import views

app_name = "documents"
urlpatterns = [
    path("van-ban/so/<str:code>/", views.documents, name="documents"),
    path("van-ban/so/<str:code>/ky/", views.sign, name="sign"),
    path("van-ban/<int:pk>/huy-so/", views.cancel, name="cancel"),
    path("van-ban/<int:pk>/", views.document, name="document"),
]
