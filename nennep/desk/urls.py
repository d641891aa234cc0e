from django.urls import path

from nennep.desk import views
from nennep.desk.ledger.views import ledger, mine

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("tin/da-doc/", views.read_notices, name="read-notices"),
    path("toi/so-cai/", mine, name="mine"),
    path("may/", views.machine, name="machine"),
    path("bang/<str:code>/<int:year>/", views.board, name="board"),
    path("so-cai/<str:code>/", ledger, name="ledger"),
]
