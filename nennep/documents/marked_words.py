"""Words that people type pass the gate too: a marked paper is not written here either (117/2025/QH15, domain 7.2)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.gate.lines import lines_in
from nennep.documents.gate.looking import is_marked


def require_unmarked(*texts: str) -> None:
    """Raise ValidationError where a line carries a mark of secrecy; nothing of it was written down."""
    if is_marked([line for text in texts for line in lines_in(text.splitlines())]):
        raise ValidationError(
            _("Có dòng mang dấu mật. Văn bản có dấu mật phải soạn, lưu ngoài hệ thống; chưa ghi gì vào sổ.")
        )
