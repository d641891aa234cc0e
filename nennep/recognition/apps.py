from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecognitionConfig(AppConfig):
    name = "nennep.recognition"
    verbose_name = _("Nêu gương")
