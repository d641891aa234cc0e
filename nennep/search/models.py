"""Mục lục tìm kiếm: one row for each record that may be found. It repeats what the registers say and can be made anew."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit


class Audience(models.TextChoices):
    """Who may find an entry."""

    UNIT = "unit", _("ai xem được sổ của đơn vị")
    PUBLIC = "public", _("mọi người")
    LISTED = "listed", _("theo danh sách của từng lúc")  # the room says for whom, when it is asked


class Entry(models.Model):
    """One record as the search sees it. Its number grows with its day: the newest are found first without sorting.

    The words stand beside it in the database's own index (SQLite: the table `search_index`, FTS5; PostgreSQL: the column
    `tokens`, a tsvector), which the database itself keeps equal to `words`; see the migration.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.PositiveSmallIntegerField(_("loại"))
    record = models.BigIntegerField(_("bản ghi"))
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.CASCADE, null=True, related_name="+")
    audience = models.CharField(_("ai tìm được"), max_length=10, choices=Audience.choices)
    day = models.DateField(_("ngày"), null=True)
    title = models.TextField(_("tiêu đề"))
    text = models.TextField(_("nội dung"))
    url = models.CharField(_("mở"), max_length=300)
    words = models.TextField()

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("mục lục tìm kiếm")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="search_entry_once", fields=["kind", "record"]),
            models.CheckConstraint(
                name="search_entry_of_a_unit_has_one", condition=~Q(audience="unit") | Q(unit__isnull=False)
            ),
            # Their numbers are then one stretch, by which a question tells them from all others.
            models.CheckConstraint(
                name="search_entry_listed_without_day", condition=~Q(audience="listed") | Q(day__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def columns(self) -> tuple[Any, ...]:
        """Everything it says, to compare with what it should say."""
        return tuple(getattr(self, field.attname) for field in self._meta.concrete_fields)
