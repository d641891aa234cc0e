"""Every unit that is already there gets the state it was founded in; what a standing's reason says is kept as data."""

from typing import Any

from django.db import migrations

DRESS = ("name", "letterhead", "level", "cell_kind", "parent_id", "symbol", "place")
CAME = {"chuyển đến": "moved_in", "kết nạp": "admitted", "chuyển chính thức": "made_full", "tuyển dụng": "hired"}


def write_states(apps: Any, schema_editor: Any) -> None:
    unit_model, state_model = (apps.get_model("organisation", name) for name in ("Unit", "UnitState"))
    state_model.objects.bulk_create(
        state_model(
            unit=unit,
            starts=unit.starts,
            ends=unit.ends,
            cause="founded",
            **{name: getattr(unit, name) for name in DRESS},
        )
        for unit in unit_model.objects.iterator()
    )
    membership = apps.get_model("organisation", "Membership")
    for reason, came in CAME.items():
        membership.objects.filter(reason__icontains=reason).update(came=came)
    membership.objects.filter(reason__icontains="chuyển đi", ends__isnull=False).update(went="moved_out")


def forget_states(apps: Any, schema_editor: Any) -> None:
    apps.get_model("organisation", "UnitState").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("organisation", "0002_units_and_people_over_time")]

    operations = [migrations.RunPython(write_states, forget_states)]
