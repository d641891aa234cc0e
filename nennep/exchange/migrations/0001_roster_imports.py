import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisation", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("by", models.CharField(max_length=80, verbose_name="người làm")),
                ("file", models.CharField(max_length=64, verbose_name="dấu vết tệp")),
                ("added", models.PositiveIntegerField(verbose_name="người thêm")),
                ("corrected", models.PositiveIntegerField(verbose_name="người sửa")),
                ("left", models.JSONField(blank=True, editable=False, null=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="rút lại lúc")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nhập danh sách",
                "verbose_name_plural": "các lần nhập danh sách",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        name="roster_taken_back_keeps_no_values",
                        condition=Q(taken_back_at__isnull=True) | Q(left__isnull=True),
                    )
                ],
            },
        ),
    ]
