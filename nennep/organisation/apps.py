from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "nennep.organisation"
    verbose_name = _("Tổ chức")

    def ready(self) -> None:
        from nennep.organisation.accounts.signals import listen

        listen()
