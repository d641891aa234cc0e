"""The forms of writing an article."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.meetings.models import Meeting
from nennep.organisation.changing.deeds import Deed
from nennep.organisation.models import Unit
from nennep.portal.drafting import NEWSWORTHY, draft_news_from_meeting, edit_draft, send_article
from nennep.portal.models import Article, Section

MOST = 40
"""Meetings that are offered, the latest first: news of older ones is history."""


class FromMeeting(Deed):
    title = gettext_lazy("Viết từ hội nghị")
    about = gettext_lazy(
        "Bản nháp có ngày, nơi họp, người chủ trì, số người dự và kết luận; câu nêu tên người khác đã để ngoài. Chỉ bạn thấy bản "
        "nháp; chưa đăng gì. Đọc lại, bỏ điều chỉ bàn trong chi bộ, rồi gửi duyệt."
    )
    subject: Unit
    meeting = forms.ModelChoiceField(Meeting.objects.none(), label=gettext_lazy("Cuộc họp"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Meeting.objects.of(self.subject).filter(kind__in=NEWSWORTHY).order_by("-held_on", "-pk")
        latest = Meeting.objects.filter(pk__in=[row.pk for row in rows[:MOST]]).order_by("-held_on", "-pk")
        self.fields["meeting"].queryset = latest  # type: ignore[attr-defined]
        self.article: Article | None = None

    def act(self) -> str:
        self.article = draft_news_from_meeting(self.said["meeting"], **self.whom)
        return _("Đã có bản nháp; đọc lại rồi gửi duyệt.")


class EditDraft(Deed):
    title = gettext_lazy("Sửa bản nháp")
    about = gettext_lazy("Giữa hai đoạn để một dòng trống.")
    subject: Article
    headline = forms.CharField(label=gettext_lazy("Tiêu đề"), max_length=300)
    section = forms.ChoiceField(label=gettext_lazy("Chuyên mục"), choices=Section.choices)
    summary = forms.CharField(
        label=gettext_lazy("Tóm tắt"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    body = forms.CharField(label=gettext_lazy("Nội dung"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 14}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        article = self.subject
        self.initial = {name: getattr(article, name) for name in ("section", "summary", "body")}
        self.initial["headline"] = article.title

    def act(self) -> str:
        words = {**self.said, "title": self.said["headline"]}
        edit_draft(self.subject, words, **self.whom)
        return _("Đã lưu bản nháp.")


class SendArticle(Deed):
    title = gettext_lazy("Gửi duyệt")
    about = gettext_lazy("Gửi rồi thì người biên tập đọc; đăng hay trả lại là việc của biên tập. Không tự đăng.")
    subject: Article

    def act(self) -> str:
        send_article(self.subject, **self.whom)
        return _("Đã gửi, chờ duyệt.")


OF_DRAFT: dict[str, type[Deed]] = {"sua": EditDraft, "gui": SendArticle}
