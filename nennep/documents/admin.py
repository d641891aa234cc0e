from django.contrib import admin

from nennep.documents.models import Dissemination, Document, Relation
from nennep.ledger.admin import ReadOnlyAdmin


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["code", "type", "issuer", "issued_on", "subject"]
    list_filter = ["type"]
    search_fields = ["symbol", "subject"]


@admin.register(Relation)
class RelationAdmin(ReadOnlyAdmin):
    list_display = ["source", "kind", "target"]


@admin.register(Dissemination)
class DisseminationAdmin(ReadOnlyAdmin):
    list_display = ["document", "held_on", "form"]
