from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.organisation.models import Duty, Exemption, Membership, Person, Term, Unit, User


@admin.register(User)
class AccountAdmin(UserAdmin[User]):
    """Accounts are kept here by whoever keeps the machine; whose they are decides what they may do."""

    fieldsets = (
        (None, {"fields": ("username", "password", "person")}),
        (None, {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    list_display = ("username", "person", "is_active", "is_staff")
    search_fields = ("username", "person__name")
    autocomplete_fields = ("person",)


@admin.register(Unit)
class UnitAdmin(ReadOnlyAdmin):
    list_display = ["code", "name", "level", "parent", "starts", "ends"]
    search_fields = ["code", "name"]


@admin.register(Person)
class PersonAdmin(ReadOnlyAdmin):
    list_display = ["code", "name", "home"]
    search_fields = ["code", "name"]


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["person", "unit", "standing", "starts", "ends"]
    list_filter = ["standing"]


@admin.register(Exemption)
class ExemptionAdmin(ReadOnlyAdmin):
    list_display = ["person", "unit", "starts", "ends"]


@admin.register(Term)
class TermAdmin(ReadOnlyAdmin):
    list_display = ["person", "unit", "office", "starts", "ends"]
    list_filter = ["office"]


@admin.register(Duty)
class DutyAdmin(ReadOnlyAdmin):
    list_display = ["person", "unit", "kind", "starts", "ends"]
    list_filter = ["kind"]
