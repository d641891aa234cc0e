"""What is to be mended or looked at in a roster: where, what, how, and what may be put there instead."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from nennep.exchange.roster.answers import cell_name, person_name
from nennep.exchange.roster.fields import Field


@dataclass(frozen=True)
class Finding:
    """One thing about one cell (or, without a field, about who the row's person is). It blocks unless it only warns."""

    table: int
    sheet: str
    row: int
    about: Field | None
    address: str
    what: str
    remedy: str = ""
    typed: str = ""
    hint: str = ""
    blocks: bool = True
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def where(self) -> str:
        """ "Danh sách, ô D7"; a value that has no column in the file is looked for in its row."""
        if self.address:
            return _("%(sheet)s, ô %(cell)s") % {"sheet": self.sheet, "cell": self.address}
        return _("%(sheet)s, dòng %(row)d") % {"sheet": self.sheet, "row": self.row}

    @property
    def name(self) -> str:
        """The name of the input that answers it."""
        if self.about is None:
            return person_name(self.table, self.row)
        return cell_name(self.table, self.row, self.about)

    @property
    def label(self) -> str:
        return str(_("Người này là ai") if self.about is None else self.about.label)
