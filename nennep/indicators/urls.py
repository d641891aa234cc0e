from django.urls import path

from nennep.indicators import views

app_name = "indicators"
urlpatterns = [
    path("chi-tieu/<str:code>/", views.figures, name="figures"),
    path("chi-tieu/<str:code>/nhieu-nam/", views.years, name="years"),
    path("chi-tieu/<str:code>/<str:figure>/nhieu-nam/", views.one_over_years, name="over-years"),
    path("chi-tieu/<str:code>/<str:figure>/", views.evidence, name="evidence"),
]
