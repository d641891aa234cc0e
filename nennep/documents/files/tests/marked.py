"""Marked papers of every kind, and harmless ones that sound like them: (name, content). All invented."""

from collections.abc import Callable

from nennep.documents.files.tests import making as m

Made = Callable[[str], bytes]
MARKS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "TOI MAT")

PLACES: dict[str, tuple[str, Made]] = {
    "on top": ("bao-cao.docx", lambda words: m.word(top=words)),
    "beside the number": ("bao-cao.docx", lambda words: m.word(top=f"Số 12-BC/ĐU    {words}")),
    "in the header": ("bao-cao.docx", m.word_with(m.in_header)),
    "in another section's footer": ("bao-cao.docx", m.word_with(m.in_footer_of_the_second_section)),
    "in a letterhead's cell": ("bao-cao.docx", m.word_with(m.in_a_letterhead_cell)),
    "on the third page": ("bao-cao.docx", m.word_with(m.on_the_third_page)),
    "letter by letter": ("bao-cao.docx", m.word_with(m.in_pieces)),
    "in a box": ("bao-cao.docx", m.word_with(m.in_a_box)),
    "as a watermark": ("bao-cao.docx", m.word_with(m.as_a_watermark)),
    "deleted but tracked": ("bao-cao.docx", m.word_with(m.deleted_but_tracked)),
    "among the keywords": ("bao-cao.docx", m.word_with(m.in_the_keywords)),
    "in the title": ("bao-cao.docx", m.word_with(m.in_the_title)),
    "in a footnote": ("bao-cao.docx", m.in_a_footnote),
    "in a comment": ("bao-cao.docx", m.in_a_comment),
    "in a sheet's cell": ("danh-sach.xlsx", m.sheet),
    "as a sheet's name": ("danh-sach.xlsx", m.named_sheet),
    "in a sheet's header": ("danh-sach.xlsx", m.sheet_header),
    "in a cell's comment": ("danh-sach.xlsx", m.sheet_comment),
    "as a workbook's subject": ("danh-sach.xlsx", m.sheet_subject),
    "on a PDF's first page": ("bao-cao.pdf", lambda words: m.pdf(f"{words}\nBáo cáo")),
    "on a PDF's second page": ("bao-cao.pdf", lambda words: m.pdf("Báo cáo", f"Phụ lục\n{words}")),
    "in a PDF's note": ("bao-cao.pdf", m.pdf_stamp),
    "among a PDF's keywords": ("bao-cao.pdf", m.pdf_keywords),
    "in plain text": ("bao-cao.txt", lambda words: m.text("Báo cáo", words)),
    "in a letter's subject": (
        "thu.eml",
        lambda words: m.letter(("a.txt", m.text("Kính gửi")), subject=f"[{words}] Báo cáo"),
    ),
    "attached to a letter": ("thu.eml", lambda words: m.letter(("a.docx", m.word(top=words)))),
    "second in a letter": ("thu.eml", lambda words: m.letter(("a.docx", m.word()), ("b.pdf", m.pdf(words)))),
    "in a picture's words": ("anh.png", m.picture_said),
}
SCANNED: dict[str, tuple[str, Made]] = {
    "on a photograph": ("anh.jpg", lambda words: m.picture(words, "JPEG")),
    "on a scan": ("anh.png", m.picture),
    "on a TIFF": ("anh.tif", lambda words: m.picture(words, "TIFF")),
    "on a scanned PDF": ("ban-quet.pdf", m.scanned_pdf),
    "on a scan's second page": ("ban-quet.pdf", lambda words: m.scanned_pdf(words, clean_before=1)),
    "on a picture in a DOCX": ("bao-cao.docx", m.picture_in_word),
}
NAMES = (
    "Mat_BC05.docx", "MẬT - báo cáo.docx", "BC 05 (mật).docx", "bao cao mat.docx", "Toi_mat.docx", "tuyet-mat 2015.docx",
    "cong van mat 05.docx", "M.A.T.docx", "BC-DU-MAT.docx", "Tối mật 05.docx", "Ho so toi mat.docx", "tai lieu mat.docx",
)  # fmt: skip


def marked_papers() -> list[tuple[str, str, bytes]]:
    """(what it is, its name, its content): every place with one mark, every mark in some place, every name."""
    papers = []
    for turn, (place, (name, make)) in enumerate(PLACES.items()):
        for mark in (MARKS[turn % len(MARKS)], MARKS[(turn + 2) % len(MARKS)]):
            papers.append((f"{mark} {place}", name, make(mark)))
    papers += [(f"named {name}", name, m.word()) for name in NAMES]
    return papers


def scanned_papers() -> list[tuple[str, str, bytes]]:
    """Papers whose mark only a reader of pictures finds."""
    return [
        (f"{mark} {place}", name, make(mark)) for place, (name, make) in SCANNED.items() for mark in ("MẬT", "TỐI MẬT")
    ]


HARMLESS_LINES = (
    "Bài thuốc bí mật gia truyền", "MẬT ONG RỪNG U MINH", "Mật độ dân số 1.200 người/km²", "Mật khẩu: thay ba tháng một lần",
    "QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC", "BẢO MẬT THÔNG TIN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "UBND va MAT TRAN TO QUOC",
    "Đồng chí Nguyễn Thị Mật, chi ủy viên", "TRẦN VĂN MẬT", "Buổi gặp mặt thân mật", "LỄ RA MẮT CÂU LẠC BỘ",
    "Luật Bảo vệ bí mật nhà nước số 29/2018/QH14", "Không mang tài liệu mật về nhà, không trao đổi trên mạng xã hội",
    "Các độ mật gồm Tuyệt mật, Tối mật và Mật theo luật, mỗi độ có thời hạn bảo vệ riêng", "Tuần trăng mật", "SỎI MẬT",
    "Mật vụ chế độ cũ", "Quan hệ mật thiết với nhân dân", "MẬT MÃ DÂN SỰ", "Mất mùa, mất điện", "MẶT BẰNG KHU CÔNG NGHIỆP",
    "Nước mắt", "Nghỉ mát hè", "Họp kín bầu tổ trưởng", "Bỏ phiếu kín",
)  # fmt: skip
HARMLESS_NAMES = (
    "danh sach co mat.xlsx", "Mat tran to quoc.docx", "bao mat thong tin.docx", "Quy che bao ve bi mat nha nuoc.pdf",
    "mat ong.docx", "doi mat khau.txt", "gap mat dau xuan.docx", "Le ra mat CLB.docx", "Nguyễn Văn Mật.docx",
    "mat do dan so.xlsx", "nghi mat 2015.xlsx", "thu chi tien mat.xlsx", "Mat bang GPMB.pdf", "sỏi mật.pdf", "format.docx",
)  # fmt: skip


def harmless_papers() -> list[tuple[str, str, bytes]]:
    """(what it is, its name, its content) of papers that have to get in."""
    papers = []
    for turn, line in enumerate(HARMLESS_LINES):
        makers = (
            ("bao-cao.docx", m.word(line)), ("bao-cao.pdf", m.pdf(line)), ("danh-sach.xlsx", m.sheet(line)),
            ("thu.txt", m.text(line, "Kính gửi chi bộ.")),
        )  # fmt: skip
        papers += [(f"{line} in {name}", name, content) for name, content in (makers[turn % 4], makers[(turn + 1) % 4])]
    by_ending = {"docx": m.word(), "xlsx": m.sheet(), "pdf": m.pdf(), "txt": m.text("Kính gửi chi bộ.")}
    papers += [(f"named {name}", name, by_ending[name.rpartition(".")[2]]) for name in HARMLESS_NAMES]
    papers.append(("Mật as a given name in a column", "ds.xlsx", m.sheet("Mật")))
    return papers
