from django.urls import path

from nennep.desk import views
from nennep.desk.ledger.views import ledger, mine
from nennep.desk.reminders import views as reminders
from nennep.desk.thread import views as threads

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("tin/da-doc/", views.read_notices, name="read-notices"),
    path("toi/so-cai/", mine, name="mine"),
    path("toi/nhac/", reminders.reminders, name="reminders"),
    path("toi/nhac/thoi-thu/", reminders.stop_letters, name="stop-letters"),
    path("toi/nhac/dia-chi-lich/", reminders.renew_calendar, name="renew-calendar"),
    path("toi/nhac/tat-lich/", reminders.stop_calendar, name="stop-calendar"),
    path("lich/<str:token>.ics", reminders.calendar, name="calendar"),
    path("may/", views.machine, name="machine"),
    path("bang/<str:code>/<int:year>/", views.board, name="board"),
    path("bang/<str:code>/<int:year>/cac-chi-bo/", views.cells, name="cells"),
    path("soi-chi-do/so/<str:code>/", threads.threads, name="threads"),
    path("soi-chi-do/<int:pk>/", threads.thread, name="thread"),
    path("so-cai/<str:code>/", ledger, name="ledger"),
]
