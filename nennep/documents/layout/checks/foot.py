"""The recipients, the signature, and what must not stand there."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from nennep.documents.layout import changes
from nennep.documents.layout.checks.noting import Look
from nennep.documents.layout.findings import Finding
from nennep.documents.layout.parts import AUTHORITY
from nennep.documents.layout.reading import Line
from nennep.documents.models import INVITATION
from nennep.vietnamese.folding import fold


def recipients(look: Look) -> Iterator[Finding]:
    parts = look.parts
    title = parts.recipients_title
    if title is None:
        if not parts.is_minutes and parts.type != INVITATION:
            yield look.found("recipients-missing", _("không thấy nơi nhận"))
        return
    yield from look.setting("recipients-title", [title])
    plain = [run for run in title.visible if not run.underline]
    if plain:
        change = changes.each(changes.underline, plain)
        yield look.found("recipients-underline", _("không gạch chân"), title, change=change)
    if not parts.recipients:
        yield look.found("recipients-empty", _("không ghi nơi nào"), title)
        return
    yield from look.setting("recipients-list", parts.recipients)
    last = parts.recipients[-1]
    if not fold(last.text).lstrip("-+• ").startswith("luu"):
        yield look.found("recipients-keep", last.text, last)


def signature(look: Look) -> Iterator[Finding]:
    parts = look.parts
    if parts.is_minutes:
        yield from _minutes(look)
        return
    if parts.authority is None and not parts.posts:
        yield look.found("signature-missing", _("không thấy phần ký"))
        return
    if parts.authority is None:
        yield look.found("authority-missing", parts.posts[0].text, parts.posts[0])
    else:
        sign = AUTHORITY.match(parts.authority.text)
        said = "".join(sign["sign"].split()) if sign else ""
        if said.upper().startswith("K"):
            yield look.found("authority-for-one", parts.authority.text, parts.authority)
        elif said.upper() not in ("T/M", "T/L"):
            yield look.found("authority-form", parts.authority.text, parts.authority)
        yield from look.setting("authority", [parts.authority])
        if not parts.posts:
            yield look.found("post-missing", _("không thấy chức vụ"), parts.authority)
    yield from look.setting("post", parts.posts)
    if parts.name is not None:
        yield from look.setting("name", [parts.name])


def _minutes(look: Look) -> Iterator[Finding]:
    parts = look.parts
    if parts.writer is None:
        yield look.found("minutes-writer", _("không thấy người ghi biên bản"))
    if parts.chair is None and parts.authority is None:
        yield look.found("minutes-chair", _("không thấy người chủ trì"))
    if _on_the_right_of(parts.writer, parts.chair):
        yield look.found("minutes-sides", _("chủ trì bên trái"), *filter(None, [parts.chair]))
    if parts.name is not None:
        yield from look.setting("name", [parts.name])


def seal(look: Look) -> Iterator[Finding]:
    pictures = [line for line in look.parts.foot if line.pictures]
    if pictures and look.parts.of_a_cell:
        yield look.found("seal", _("có hình ở phần ký"), *pictures)


def _on_the_right_of(one: Line | None, other: Line | None) -> bool:
    """Whether one stands in a later column of the table in which the other stands."""
    if one is None or other is None or one.cell is None or other.cell is None:
        return False
    return one.cell[0] == other.cell[0] and one.cell[2] > other.cell[2]
