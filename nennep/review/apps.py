from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "nennep.review"
    verbose_name = _("Đánh giá")
