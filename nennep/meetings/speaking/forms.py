"""The form with which the committee records that the cell switched the list off, or on again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.meetings.speaking.actions import switch_speaking_view
from nennep.meetings.speaking.queries import view_of
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit


class SwitchSpeaking(Deed):
    subject: Unit
    title = gettext_lazy("Tắt, mở danh sách chưa phát biểu")
    about = gettext_lazy(
        "Danh sách giúp bí thư, phó bí thư gửi trước câu hỏi cho người lâu chưa phát biểu. Chi bộ quyết định có dùng hay không."
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Danh sách"),
        choices=[
            ("on", gettext_lazy("mở, riêng bí thư và phó bí thư thấy")),
            ("off", gettext_lazy("tắt, không ai thấy")),
        ],
        widget=forms.RadioSelect,
    )
    decided_on = Day(gettext_lazy("Chi bộ quyết định ngày"))
    why = forms.CharField(label=gettext_lazy("Vì sao"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        view = view_of(self.subject)
        self.initial = {"state": "off" if view is not None and view.off else "on"}

    def act(self) -> str:
        said = dict(self.said)
        off = said.pop("state") == "off"
        switch_speaking_view(self.subject, off=off, **said, **self.whom)
        return _("Đã tắt danh sách chưa phát biểu.") if off else _("Đã mở danh sách chưa phát biểu.")
