from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "nennep.organisation"
    verbose_name = _("Tổ chức")

    def ready(self) -> None:
        """Let each room say what waits for people, and what has to be settled before a unit can end; hear of sign-ins."""
        from nennep.organisation.accounts.signals import listen

        listen()
        autodiscover_modules("todos", "obstacles")
