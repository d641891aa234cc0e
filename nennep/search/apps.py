from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "nennep.search"
    verbose_name = _("Tìm kiếm")

    def ready(self) -> None:
        """Let each room say in its `search.py` what of its own may be found, and hear what the ledger is told."""
        from nennep.search import keeping, people  # noqa: F401  # people stand above this room and cannot declare themselves

        autodiscover_modules("search")
