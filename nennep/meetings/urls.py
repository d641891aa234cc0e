from django.urls import path

from nennep.meetings import mine, views
from nennep.meetings.closing import views as closing
from nennep.meetings.live import checking_in
from nennep.meetings.live import views as live
from nennep.meetings.papers import views as papers
from nennep.meetings.preparing import views as preparing
from nennep.meetings.speaking import views as speaking

app_name = "meetings"
urlpatterns = [
    path("sinh-hoat/so/<str:code>/<int:year>/", views.year, name="year"),
    path("sinh-hoat/so/<str:code>/<int:year>/diem-danh/", papers.book, name="book"),
    path("sinh-hoat/so/<str:code>/<int:year>/diem-danh.<str:ending>", papers.book_file, name="book-file"),
    path("sinh-hoat/so/<str:code>/them/", preparing.plan, name="plan"),
    path("sinh-hoat/so/<str:code>/khoa/", closing.seal_years, name="seal-years"),
    path("sinh-hoat/so/<str:code>/cua-toi/", mine.mine, name="mine"),
    path("sinh-hoat/so/<str:code>/cua-toi/<int:year>/", mine.mine, name="mine-of-year"),
    path("sinh-hoat/so/<str:code>/phat-bieu/", speaking.speaking, name="speaking"),
    path("sinh-hoat/so/<str:code>/phat-bieu/tat-mo/", speaking.switch, name="switch-speaking"),
    path("sinh-hoat/lich/<int:pk>/", preparing.prepare, name="prepare"),
    path("sinh-hoat/lich/<int:pk>/ghi/<slug:deed>/", preparing.change, name="change"),
    path("sinh-hoat/lich/<int:pk>/chuong-trinh/", preparing.agenda, name="agenda"),
    path("sinh-hoat/lich/<int:pk>/hop.ics", preparing.calendar_file, name="calendar-file"),
    path("sinh-hoat/lich/<int:pk>/phieu-ghi/", preparing.running_sheet, name="running-sheet"),
    path("sinh-hoat/lich/hop.js", live.worker, name="worker"),
    path("sinh-hoat/lich/<int:pk>/hop/", live.live, name="live"),
    path("sinh-hoat/lich/<int:pk>/hop/ghi/", live.write, name="write"),
    path("sinh-hoat/lich/<int:pk>/hop/ma/", checking_in.wall, name="wall"),
    path("sinh-hoat/lich/<int:pk>/co-mat/", checking_in.here, name="here"),
    path("sinh-hoat/lich/<int:pk>/hop/ket-thuc/", closing.close, name="close"),
    path("sinh-hoat/<int:pk>/ghi/<slug:deed>/", closing.after, name="after"),
    path("sinh-hoat/dinh-chinh/<int:pk>/ky/", closing.sign_addendum, name="sign-addendum"),
    path("kiem-tra-ma/", closing.check_code, name="check-code"),
    path("sinh-hoat/<int:pk>/", views.meeting, name="meeting"),
    path("sinh-hoat/<int:pk>/giay/<slug:paper>/", papers.paper, name="paper"),
    path("sinh-hoat/<int:pk>/giay/<slug:paper>.<str:ending>", papers.paper_file, name="paper-file"),
]
