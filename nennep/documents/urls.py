from django.urls import path

from nennep.documents import views
from nennep.documents.drafting import views as drafting
from nennep.documents.layout import page as layout

app_name = "documents"
urlpatterns = [
    path("van-ban/so/<str:code>/", views.documents, name="documents"),
    path("van-ban/so/<str:code>/ky/", views.sign, name="sign"),
    path("van-ban/so/<str:code>/du-thao/", drafting.new_draft, name="new-draft"),
    path("van-ban/du-thao/<int:pk>/", drafting.draft, name="draft"),
    path("van-ban/du-thao/<int:pk>/ky/", drafting.sign_draft, name="sign-draft"),
    path("van-ban/du-thao/<int:pk>/bo/", drafting.discard_draft, name="discard-draft"),
    path("van-ban/du-thao/<int:pk>/tep/<str:ending>/", drafting.draft_file, name="draft-file"),
    path("van-ban/the-thuc/", layout.layout, name="layout"),
    path("van-ban/<int:pk>/tep/<str:ending>/", drafting.document_file, name="document-file"),
    path("van-ban/<int:pk>/huy-so/", views.cancel, name="cancel"),
    path("van-ban/<int:pk>/", views.document, name="document"),
]
