"""What the keeper of the machine has to know: is there room, is the chain long, are the programs up to date."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

import nennep
from nennep.ledger.models import Head
from nennep.organisation.models import Unit, User


@dataclass(frozen=True)
class Fact:
    """One line about the machine; `state` is the shape beside it, empty where nothing is judged."""

    name: str
    value: str
    state: str = ""


def facts_about_the_machine() -> list[Fact]:
    disk = shutil.disk_usage(settings.DATA.root)
    head = Head.objects.first()
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return [
        Fact(_("Phiên bản"), f"nennep {nennep.__version__}"),
        Fact(_("Thư mục dữ liệu"), str(settings.DATA.root)),
        Fact(_("Cơ sở dữ liệu"), f"{connection.display_name}, {filesizeformat(size_of_the_database())}"),
        Fact(
            _("Chỗ trống trên đĩa"),
            _("%(free)s trên %(total)s") % {"free": filesizeformat(disk.free), "total": filesizeformat(disk.total)},
            "late" if disk.free < disk.total / 20 else "done",
        ),
        Fact(_("Cấu trúc dữ liệu"), updates(waiting), "late" if waiting else "done"),
        Fact(_("Sổ cái"), _("%(n)s dòng") % {"n": number_format(head.sequence if head else 0, force_grouping=True)}),
        Fact(_("Đơn vị"), str(Unit.objects.filter(ends__isnull=True).count())),
        Fact(_("Tài khoản đang dùng được"), str(User.objects.filter(is_active=True).count())),
        Fact(_("Phiên đăng nhập còn hạn"), str(Session.objects.filter(expire_date__gt=timezone.now()).count())),
    ]


def updates(waiting: int) -> str:
    if waiting:
        return _("còn %(n)d bước, chạy: nennep migrate") % {"n": waiting}
    return _("khớp với chương trình")


def size_of_the_database() -> int:
    """In bytes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            row = cursor.fetchone()
        return int(row[0]) if row else 0
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    return sum(part.stat().st_size for part in (file, file.with_name(f"{file.name}-wal")) if part.exists())
