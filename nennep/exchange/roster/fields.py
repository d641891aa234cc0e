"""What a roster may say about a person, and the headings under which people say it."""

import re
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.vietnamese.folding import fold, nfc


class Field(models.TextChoices):
    """What a column holds. The labels are what the page offers to choose from."""

    NAME = "ten", _("Họ và tên")
    FAMILY = "ho", _("Họ, tên đệm (cột riêng)")
    GIVEN = "ten-goi", _("Tên (cột riêng)")
    CODE = "ma", _("Mã")
    SEX = "gioi", _("Giới tính")
    MALE = "nam", _("Nam (dấu x hoặc ngày sinh)")
    FEMALE = "nu", _("Nữ (dấu x hoặc ngày sinh)")
    FEMALE_ELSE_MALE = "nu-con-lai-nam", _("Nữ (dấu x; ô trống là nam)")
    BORN = "sinh", _("Ngày sinh")
    ADMITTED = "vao-dang", _("Ngày vào Đảng")
    OFFICIAL = "chinh-thuc", _("Ngày chính thức")
    STANDING = "tu-cach", _("Tư cách")
    NON_MEMBER = "quan-chung", _("Quần chúng (dấu x)")
    JOINED = "ve-chi-bo", _("Ngày về chi bộ")
    OFFICE = "chuc-vu-dang", _("Chức vụ Đảng")
    OFFICE_SINCE = "giu-chuc-tu", _("Ngày giữ chức vụ Đảng")
    POST = "chuc-vu", _("Chức vụ (Đảng và chuyên môn chung một cột)")
    JOB = "cong-viec", _("Chức vụ chuyên môn, công việc")


class Aside(models.TextChoices):
    """Why a column is not taken."""

    ORDINAL = "stt", _("số thứ tự")
    PRIVATE = "rieng", _("cố ý không lấy: chương trình không giữ số giấy tờ, số thẻ, địa chỉ, điện thoại, gia cảnh")
    NOTE = "ghi-chu", _("ghi chú, không lấy")
    UNKNOWN = "khac", _("không lấy")


@dataclass(frozen=True)
class _Heading:
    meaning: Field | Aside
    says: re.Pattern[str]


def _heading(meaning: Field | Aside, says: str) -> _Heading:
    return _Heading(meaning, re.compile(says))


# Tried from top to bottom against the heading in small letters, without tones and signs.
_HEADINGS = [
    _heading(
        Aside.PRIVATE,
        r".*\b(cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|ho chieu|so the|the dang|ly lich|dia chi|noi o|cho o"
        r"|thuong tru|tam tru|que quan|que|nguyen quan|noi sinh(?! hoat)|ho khau|dien thoai|sdt|so dt|dt|di dong|e ?mail"
        r"|thu dien tu|zalo|dan toc|ton giao|bhxh|bao hiem|thue|tai khoan|luong|suc khoe|hoan canh|gia dinh"
        r"|cha|bo me|ten me|vo|chong|con)\b.*",
    ),
    _heading(Aside.ORDINAL, r"stt|tt|so tt|so thu tu|thu tu|no"),
    _heading(Aside.NOTE, r"ghi chu.*|luu y|chu thich"),
    _heading(Field.FAMILY, r"ho|ho lot|(ho|ho va|ho va chu|ho chu) ?(ten )?(dem|lot)|ho (va )?ten (dem|lot)|ten dem"),
    _heading(
        Field.NAME,
        r"(ho )?(va )?ten (khai sinh|dang vien|can bo|nguoi|day du|hoi vien|quan chung|cbcc).*|ho (chu )?(dem )?(va )?ten( .*)?"
        r"|hoten|ho (chu )?(dem|lot) (va )?ten|dang vien|full ?name|name",
    ),
    _heading(Field.GIVEN, r"ten|ten goi"),
    _heading(Field.CODE, r"ma( so)?( (nv|nhan vien|can bo|cb|cbcc|cbccvc|vien chuc|cong chuc|trong so))?|code"),
    _heading(Field.MALE, r"((ngay|thang|nam) )+sinh nam|gioi tinh nam|nam"),
    _heading(Field.FEMALE, r"((ngay|thang|nam) )+sinh nu|gioi tinh nu|nu"),
    _heading(Field.SEX, r"gioi tinh.*|gioi|gt|phai|nam nu|sex|gender"),
    _heading(
        Field.STANDING,
        r"tu cach.*|(loai|dien|tinh trang) dang vien|(dang vien )?(chinh thuc|ct) (hay |hoac )?(du bi|db).*",
    ),
    _heading(Field.NON_MEMBER, r"quan chung|ngoai dang|chua vao dang"),
    _heading(
        Field.OFFICIAL,
        r"(ngay |nam |thang )*(vao |ket nap )?(dang )?(vien )?(cong nhan |chuyen |qd )?(dang vien )?(chinh thuc|ct)( .*)?",
    ),
    _heading(
        Field.ADMITTED,
        r"(ngay |nam |thang )*(vao|ket nap|vd)( vao)?( dang| dcsvn| d)?( csvn| csvnam| cong san.*)?( du bi)?"
        r"|(ngay |dang vien )?du bi",
    ),
    _heading(
        Field.JOINED,
        r"(ngay |thoi gian |thang |nam )*(chuyen |tiep nhan |sinh hoat |bat dau )*(den|ve|tai|o)( sinh hoat)?( chi bo| don vi)?"
        r"|(ngay )?tiep nhan|tu ngay|ngay vao chi bo",
    ),
    _heading(
        Field.BORN,
        r"(ngay |thang |nam |ntn )*(thang nam )?sinh( ngay| nam| thang)*( dd.*| ngay thang.*)?|sinh (ngay|nam).*"
        r"|ns|ntns|dob|date of birth|birth.*",
    ),
    _heading(Field.OFFICE_SINCE, r"ngay bau( .*)?|(ngay )?giu chuc vu( dang)?( tu)?( ngay)?"),
    _heading(
        Field.OFFICE,
        r"(chuc vu|chuc danh|cv)( cong tac)?( trong| ve| ben)? ?(dang|cap uy|chi bo|chi uy|ct dang)( .*)?|cap uy|chi uy",
    ),
    _heading(
        Field.JOB,
        r"(chuc vu|chuc danh|cv)( cong tac)?( ve| ben)? ?(chinh quyen|cq|chuyen mon|nghe nghiep|nha nuoc|cong tac|co quan)( .*)?"
        r"|nghe nghiep.*|cong viec.*|vi tri viec lam|viec lam|job.*",
    ),
    _heading(Field.POST, r"chuc vu.*|chuc danh.*|cv"),
]
LONGEST_HEADING = 200
_SIGNS = re.compile(r"[^0-9a-z]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def meaning_of(heading: str) -> Field | Aside:
    """What a heading promises, whatever its case, tones, signs and line breaks: "HỌ TÊN ĐẢNG VIÊN", "Ngày sinh (nếu có)"."""
    if len(heading) > LONGEST_HEADING:
        return Aside.UNKNOWN
    for said in (heading, _IN_BRACKETS.sub(" ", heading)):
        words = _SIGNS.sub(" ", fold(said)).strip()
        for known in _HEADINGS:
            # Without its tone "năm" would be "nam": a year is no sex.
            year_alone = known.meaning is Field.MALE and not re.search(r"\bnam\b", nfc(said).lower())
            if words and known.says.fullmatch(words) and not year_alone:
                return known.meaning
    return Aside.UNKNOWN
