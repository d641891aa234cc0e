"""What the forms have in common: each stands for one verb and says on its page what that verb does."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Union

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = Union[str, "_StrPromise"]
BY_PAPER = _("Theo văn bản")


class Day(forms.DateField):
    """A day, chosen or typed; never filled in beforehand, for nobody has said it yet."""

    def __init__(self, label: Words, *, required: bool = True, hint: Words = "") -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(label=label, required=required, help_text=hint, widget=widget)


class Paper(forms.CharField):
    """The document by which it happens, as people write it."""

    def __init__(self, *, required: bool = True, label: Words = BY_PAPER) -> None:
        hint = _("Ví dụ QĐ 12-QĐ/ĐU ngày 25/6/2025.")
        super().__init__(label=label, max_length=200, required=required, help_text=hint)


class Deed(forms.Form):
    """A form for one verb about a subject. `title` heads the page, `about` says what follows from it."""

    title: ClassVar[str | Promise]
    about: ClassVar[str | Promise] = ""
    grave: ClassVar[bool] = False
    """Whether it cannot simply be recorded again the other way; the page then asks once more."""

    def __init__(self, subject: Any, data: Any = None, files: Any = None, *, by: Person, at: datetime) -> None:
        super().__init__(data, files)
        self.subject, self.by, self.at = subject, by, at
        if self.grave:
            self.fields["sure"] = forms.BooleanField(
                label=_("Đã đối chiếu với văn bản, ghi vào sổ"),
                error_messages={"required": _("Đánh dấu vào ô này nếu đã đối chiếu.")},
            )

    def act(self) -> str:
        """Do the verb with what was entered; returns the sentence that tells of it. Raises ValidationError."""
        raise TypeError(f"{type(self).__name__} does not say what it does")

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data

    @property
    def whom(self) -> dict[str, Any]:
        """By whom and when, as every verb takes it."""
        return {"by": self.by, "at": self.at}
