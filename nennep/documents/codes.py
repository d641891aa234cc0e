"""A document's number and symbol as one typed them: "03-CT/TW", "46 QĐ/CBBQL", "29/2018/QH14", "05/BC-UBND"."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.citations.find import find
from nennep.vietnamese.folding import nfc


@dataclass(frozen=True)
class Code:
    number: int
    symbol: str
    year: int | None = None


def read_code(typed: str, type_name: str) -> Code:
    """The parts of a code, read as in running text after its type. Raises ValidationError where it is no code."""
    named = f"{type_name} số {' '.join(nfc(typed).split())}"
    found = find(named)
    if len(found) != 1 or found[0].symbol is None or named[found[0].end :].strip(" .,"):
        raise ValidationError(
            _("Không đọc được số, ký hiệu “%(typed)s”. Ghi như 03-CT/TW, hoặc 29/2018/QH14 với văn bản Nhà nước.")
            % {"typed": typed}
        )
    return Code(found[0].number, found[0].symbol, found[0].year)
