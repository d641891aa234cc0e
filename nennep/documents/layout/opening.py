"""Open a Word file that somebody sent, without letting it hurt, and say in plain words why one cannot be read."""

import io
import zipfile
import zlib

import docx
from django.utils.translation import gettext as _
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError

MAX_FILE = 10 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 2000
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
# What zipfile, lxml and python-docx raise over a damaged or hostile file.
UNREADABLE = (
    PackageNotFoundError,
    XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


class NotReadable(ValueError):
    """The file is no Word document that can be read. The message is fit to show: what is wrong, and how to mend it."""


def open_word(content: bytes) -> WordDocument:
    """The file as a Word document. Raises NotReadable."""
    if not content:
        raise NotReadable(_("Tệp trống, không có gì bên trong. Hãy chọn lại tệp .docx."))
    if len(content) > MAX_FILE:
        raise NotReadable(_("Tệp nặng quá 10 MB. Hãy bỏ bớt ảnh trong tệp rồi lưu lại."))
    if content.startswith(OLD_WORD):
        raise NotReadable(
            _("Đây là tệp Word kiểu cũ (.doc) hoặc tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu thành .docx.")
        )
    if content.startswith(b"%PDF"):
        raise NotReadable(_("Đây là tệp PDF. Hãy chọn tệp Word (.docx) đã in ra bản PDF ấy."))
    try:
        _refuse_what_is_not_word(content)
        word = docx.Document(io.BytesIO(content))
        if word.element.body is None:
            raise NotReadable(damaged())
    except NotReadable:
        raise
    except UNREADABLE as error:
        raise NotReadable(damaged()) from error
    return word


def _refuse_what_is_not_word(content: bytes) -> None:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        if content.startswith(b"PK"):
            raise NotReadable(damaged())
        raise NotReadable(_("Đây không phải tệp Word. Hãy chọn tệp có đuôi .docx."))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = package.infolist()
        if len(members) > MAX_PARTS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise NotReadable(_("Tệp bung ra quá lớn nên không mở. Hãy bỏ bớt ảnh trong tệp rồi lưu lại."))
        if "word/document.xml" not in package.namelist():
            raise NotReadable(_("Tệp này không có phần chữ của Word. Mở bằng Word rồi lưu lại thành .docx."))


def damaged() -> str:
    """What to say of a file that is a Word file outside and nothing readable inside."""
    return _("Tệp bị hỏng, không đọc được bên trong. Mở bằng Word (Word tự sửa được nhiều chỗ), lưu lại rồi gửi lại.")
