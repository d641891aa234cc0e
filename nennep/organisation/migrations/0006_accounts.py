"""Sheets and cards that open accounts, phone numbers to sign in with, and the table of counted tries."""

import django.db.models.deletion
import django.db.models.functions.text
from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(apps, schema_editor):
    """The table that counts of tries live in, shared by every process: made here so that nobody has to remember it."""
    call_command("createcachetable", "shared_cache", database=schema_editor.connection.alias, verbosity=0)


def drop_cache_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE shared_cache")


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("organisation", "0005_notices"),
    ]

    operations = [
        migrations.CreateModel(
            name="Card",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("pin_hash", models.CharField(editable=False, max_length=128)),
                ("pin_was_printed", models.BooleanField(default=False, verbose_name="mã PIN do máy đặt, phải đổi")),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần gõ sai")),
                ("issued_at", models.DateTimeField(verbose_name="cấp lúc")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="thu hồi lúc")),
            ],
            options={
                "verbose_name": "thẻ",
                "verbose_name_plural": "thẻ",
                "ordering": ["-issued_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("clears_factors", models.BooleanField(default=False, verbose_name="gỡ bước xác nhận đã mất")),
                ("made_at", models.DateTimeField(verbose_name="in lúc")),
                ("expires_at", models.DateTimeField(verbose_name="hết hạn lúc")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="dùng lúc")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="thu hồi lúc")),
            ],
            options={
                "verbose_name": "giấy mời",
                "verbose_name_plural": "giấy mời",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="phone",
            field=models.CharField(blank=True, max_length=16, null=True, unique=True, verbose_name="số điện thoại"),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"), name="user_one_name_in_any_case"
            ),
        ),
        migrations.AddField(
            model_name="card",
            name="issued_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
                verbose_name="người cấp",
            ),
        ),
        migrations.AddField(
            model_name="card",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cards",
                to="organisation.person",
                verbose_name="người",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
                verbose_name="người in",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="organisation.person",
                verbose_name="người",
            ),
        ),
        migrations.AddConstraint(
            model_name="card",
            constraint=models.CheckConstraint(
                condition=models.Q(("wrong_tries__lt", 5), ("withdrawn_at__isnull", False), _connector="OR"),
                name="card_void_after_wrong_pins",
            ),
        ),
        migrations.AddConstraint(
            model_name="card",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)), fields=("person",), name="card_one_valid_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("made_at"))), name="invitation_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("used_at__isnull", True), ("withdrawn_at__isnull", True), _connector="OR"),
                name="invitation_used_or_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("used_at__isnull", True), ("withdrawn_at__isnull", True)),
                fields=("person",),
                name="invitation_one_open_a_person",
            ),
        ),
        migrations.RunPython(make_cache_table, drop_cache_table),
    ]
