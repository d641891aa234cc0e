"""Admin pages are for looking: every change goes through an action, so that the ledger knows of it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from nennep.ledger.models import Entry


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """A register that can be opened and searched, and nothing else."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ["sequence", "at", "actor", "act", "subject"]
    list_filter = ["act"]
    search_fields = ["subject", "actor"]
