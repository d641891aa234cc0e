from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "nennep.indicators"
    verbose_name = _("Chỉ tiêu")

    def ready(self) -> None:
        """Let each room declare its figures: this room's own about people, then every `indicators.py`."""
        from nennep.indicators import people  # noqa: F401

        autodiscover_modules("indicators")
