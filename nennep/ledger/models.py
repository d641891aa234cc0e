"""Sổ cái: the append-only chain of every act. The database itself refuses to change or remove an entry."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act: who did what to which record, and when.

    The entry holds references, never foreign keys: the ledger stands above people and outlives what it tells about.
    What changed is present only as a salted commitment; see `nennep.ledger.chain`. The salt stands beside the entry, so
    that erasure can take it away: without it nobody can try out what the content may have been.
    """

    sequence = models.PositiveBigIntegerField(_("số thứ tự"), primary_key=True)
    at = models.DateTimeField(_("lúc"))
    actor = models.CharField(_("người làm"), max_length=80)
    on_behalf_of = models.CharField(_("làm thay"), max_length=80, blank=True)
    act = models.CharField(_("việc"), max_length=80)
    subject = models.CharField(_("bản ghi"), max_length=80, db_index=True)
    commitment = models.CharField(max_length=64)
    salt_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("dòng sổ cái")
        verbose_name_plural = _("sổ cái")
        ordering = ["sequence"]
        constraints = [models.CheckConstraint(name="ledger_sequence_from_one", condition=models.Q(sequence__gte=1))]

    def __str__(self) -> str:
        return f"{self.sequence} {self.act} {self.subject}"


class Salt(models.Model):
    """What an entry's commitment was made with. Never changed; removed only by an erasure, which is an entry itself."""

    entry = models.OneToOneField(
        Entry, on_delete=models.CASCADE, primary_key=True, db_constraint=False, related_name="opening"
    )
    value = models.CharField(max_length=32)

    def __str__(self) -> str:
        return f"salt of {self.entry_id}"


class Head(models.Model):
    """The last entry, kept in one row: the place where writers queue up, and where a cut-off tail shows."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(name="ledger_one_head", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash[:12]}"


class Seal(models.Model):
    """A finished page as it was sealed: everything on it in one canonical text, and the hash of that text.

    Like an entry it refers to its subject and holds no foreign key, and the database refuses to change or remove it. What
    is printed afterwards is printed from this text, so that a person or a label renamed later changes nothing on it.
    """

    subject = models.CharField(_("bản ghi"), max_length=80, unique=True)
    kind = models.CharField(_("loại"), max_length=80)
    day = models.DateField(_("ngày"))
    text = models.TextField(_("nội dung"))
    digest = models.CharField(max_length=64, unique=True)
    code = models.CharField(_("mã kiểm tra"), max_length=14, unique=True)
    sealed_at = models.DateTimeField(_("khóa lúc"))

    class Meta:
        verbose_name = _("dấu khóa")
        verbose_name_plural = _("dấu khóa")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.subject} {self.code}"
