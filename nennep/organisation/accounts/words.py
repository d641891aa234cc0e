"""What each change to a login is called where people read it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Promise] = {
    "organisation.open_account": _("mở tài khoản"),
    "organisation.invite": _("in giấy mời"),
    "organisation.withdraw_invitation": _("thu hồi giấy mời"),
    "organisation.accept_invitation": _("mở tài khoản bằng giấy mời"),
    "organisation.reset_by_invitation": _("đặt lại mật khẩu bằng giấy mời"),
    "organisation.issue_card": _("cấp thẻ"),
    "organisation.withdraw_card": _("thu hồi thẻ"),
    "organisation.void_card": _("thẻ hết hiệu lực vì gõ sai mã PIN"),
    "organisation.change_pin": _("đổi mã PIN của thẻ"),
    "organisation.change_password": _("đổi mật khẩu"),
    "organisation.set_login_name": _("đổi tên đăng nhập"),
    "organisation.set_phone": _("đổi số điện thoại"),
    "organisation.set_email": _("ghi địa chỉ thư, chờ xác nhận"),
    "organisation.confirm_email": _("xác nhận địa chỉ thư"),
    "organisation.remove_email": _("bỏ địa chỉ thư"),
    "organisation.add_totp": _("bật mã một lần"),
    "organisation.remove_totp": _("tắt mã một lần"),
    "organisation.add_webauthn": _("thêm khóa"),
    "organisation.remove_webauthn": _("bỏ khóa"),
    "organisation.add_recovery_codes": _("lập mã dự phòng"),
    "organisation.remove_recovery_codes": _("bỏ mã dự phòng"),
    "organisation.renew_recovery_codes": _("lập mã dự phòng mới"),
    "organisation.link_agency": _("nối với đăng nhập của cơ quan"),
    "organisation.unlink_agency": _("bỏ nối với đăng nhập của cơ quan"),
    "organisation.end_sessions": _("kết thúc phiên ở máy khác"),
}
