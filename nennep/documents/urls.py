from django.urls import path

from nennep.documents.drafting import views as drafting
from nennep.documents.layout import page as layout
from nennep.documents.views import catalogue, dissemination, files, numbers, register

app_name = "documents"
urlpatterns = [
    path("van-ban/so/<str:code>/", register.documents, name="documents"),
    path("van-ban/so/<str:code>/vao-so/", register.register, name="register"),
    path("van-ban/so/<str:code>/danh-muc/", catalogue.known, name="catalogue"),
    path("van-ban/so/<str:code>/ky/", numbers.sign, name="sign"),
    path("van-ban/so/<str:code>/giu-so/", numbers.reserve, name="reserve"),
    path("van-ban/giu-so/<int:pk>/thoi/", numbers.release, name="release"),
    path("van-ban/<int:pk>/huy-so/", numbers.cancel, name="cancel"),
    path("van-ban/<int:pk>/noi/", register.relate, name="relate"),
    path("van-ban/<int:pk>/tep/", files.attach, name="attach"),
    path("van-ban/tep/<int:pk>/bo/", files.remove, name="remove-file"),
    path("van-ban/tep/<int:pk>/<str:name>", files.file, name="file"),
    path("van-ban/so/<str:code>/du-thao/", drafting.new_draft, name="new-draft"),
    path("van-ban/du-thao/<int:pk>/", drafting.draft, name="draft"),
    path("van-ban/du-thao/<int:pk>/ky/", drafting.sign_draft, name="sign-draft"),
    path("van-ban/du-thao/<int:pk>/bo/", drafting.discard_draft, name="discard-draft"),
    path("van-ban/du-thao/<int:pk>/tep/<str:ending>/", drafting.draft_file, name="draft-file"),
    path("van-ban/the-thuc/", layout.layout, name="layout"),
    path("van-ban/<int:pk>/ban-in/<str:ending>/", drafting.document_file, name="document-file"),
    path("van-ban/<int:pk>/quan-triet/", dissemination.study, name="study"),
    path("van-ban/<int:pk>/quan-triet/dat/", dissemination.require, name="require"),
    path("quan-triet/<int:pk>/thoi/", dissemination.withdraw, name="withdraw-requirement"),
    path("quan-triet/<int:pk>/da-biet/", dissemination.known, name="known"),
    path("quan-triet/<int:pk>/danh-sach/", dissemination.paper_list, name="paper-list"),
    path("quan-triet/<int:pk>/doc/", dissemination.read, name="read"),
    path("van-ban/<int:pk>/", register.document, name="document"),
]
