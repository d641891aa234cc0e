"""What people are told of a file that cannot be let in: what is wrong, and how to mend it."""

from django.utils.translation import gettext_lazy as _

from nennep.documents.files.reading.reading import Fault

WORDS = {
    Fault.EMPTY: _("Tệp rỗng. Chọn lại tệp."),
    Fault.UNKNOWN: _(
        "Không nhận ra kiểu tệp. Nhận Word (.docx), Excel (.xlsx), PDF, ảnh PNG, JPG, TIFF và chữ thuần (.txt)."
    ),
    Fault.OLD_OFFICE: _(
        "Đây là tệp Word, Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu. Mở ra, bỏ mật khẩu nếu có, rồi lưu thành .docx, .xlsx."
    ),
    Fault.ARCHIVE: _("Đây là tệp nén. Giải nén rồi chọn từng tệp bên trong."),
    Fault.DAMAGED: _(
        "Tệp hỏng, không đọc hết được. Mở bằng chương trình đã tạo ra nó, lưu lại thành tệp mới rồi chọn tệp mới."
    ),
    Fault.ENCRYPTED: _("Tệp có mật khẩu, chương trình không đọc được. Bỏ mật khẩu của tệp rồi chọn lại."),
    Fault.MACROS: _("Tệp có macro (mã lệnh chạy khi mở). Lưu thành .docx, .xlsx thường rồi chọn lại."),
    Fault.EXTERNAL: _(
        "Tệp lấy ảnh hoặc dữ liệu từ nơi khác khi mở. Cắt các liên kết ấy (Sửa liên kết, Break Link) rồi lưu lại."
    ),
    Fault.EMBEDDED: _(
        "Trong tệp có một tệp khác mà chương trình không xem được. Bỏ nó ra, hoặc in thành PDF, rồi chọn lại."
    ),
    Fault.SCRIPTS: _("Bản PDF có mã lệnh hoặc biểu mẫu tự gửi. In lại thành PDF (Print to PDF) rồi chọn bản mới."),
    Fault.TOO_MANY_PARTS: _(
        "Tệp có quá nhiều thành phần, không giống một văn bản. Chép nội dung sang tệp mới rồi lưu lại."
    ),
    Fault.TOO_MANY_PAGES: _("Tệp dài quá 1.000 trang. Tách thành nhiều tệp."),
    Fault.TOO_MANY_SCANS: _("Tệp có quá 40 trang chụp. Tách thành nhiều tệp, mỗi tệp nhiều nhất 40 trang chụp."),
    Fault.SWELLS: _("Tệp nở ra quá lớn khi mở. Giảm cỡ ảnh, hoặc chép nội dung sang tệp mới, rồi lưu lại."),
    Fault.TOO_SLOW: _("Đọc tệp quá lâu nên đã dừng. In lại thành PDF, hoặc tách thành nhiều tệp."),
}
TOO_HEAVY = _("Tệp nặng quá 25 MB. Giảm cỡ ảnh hoặc tách thành nhiều tệp.")
NO_ATTACHMENTS = _("Thư này không đính kèm tệp nào.")
KEPT_OUTSIDE = _(
    "Văn bản có dấu mật được giữ ngoài hệ thống: không ghi vào sổ, không lưu gì của tệp, cả tên."
    " Sổ chỉ ghi “có văn bản được giữ ngoài hệ thống” và ngày hôm nay."
)
