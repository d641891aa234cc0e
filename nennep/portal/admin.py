from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.portal.models import Article


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ["title", "author", "unit", "state", "section", "sent_on", "published_at"]
    list_filter = ["state", "section", "unit"]
    list_select_related = ["author", "unit"]
    search_fields = ["title", "author__name"]
    date_hierarchy = "sent_on"
