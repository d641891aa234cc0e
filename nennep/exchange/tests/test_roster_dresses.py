"""The same four people in the dresses that real lists wear: each is read as the same four people."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from nennep.exchange.tests.rosters import answers, comma_separated, look, open_book, roster, told, workbook
from nennep.vietnamese.tests.test_legacy import in_tcvn3, in_vni, small

pytestmark = pytest.mark.django_db

HANH = {"name": "Vũ Minh Hạnh", "sex": "f", "born": "05/03/1979", "standing": "full", "office": "secretary"}
VINH = {"name": "Đào Quang Vinh", "sex": "m", "born": "12/11/1982", "standing": "full", "office": "deputy"}
BROI = {"name": "K'Brơi", "sex": "m", "born": "20/10/1990", "standing": "probationary", "office": ""}
THAO = {"name": "Lê Thu Thảo", "sex": "f", "born": "01/02/1995", "standing": "non_member", "office": ""}
FOUR = [HANH, VINH, BROI, THAO]
HEADS = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Tư cách", "Chức vụ Đảng"]

TITLES = [
    ["ĐẢNG BỘ KHỐI", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["CHI BỘ VĂN PHÒNG"],
    [],
    ["DANH SÁCH ĐẢNG VIÊN, QUẦN CHÚNG"],
    ["(Kèm theo Công văn số 12-CV/CB ngày 05 tháng 3 năm 2014)"],
    [],
]
FOOTER = [
    ["", "Tổng cộng: 4 người"],
    [],
    ["", "", "", "Hưng Yên, ngày 20 tháng 5 năm 2014"],
    ["", "NGƯỜI LẬP", "", "T/M CHI BỘ"],
    ["", "(Ký, ghi rõ họ tên)", "", "BÍ THƯ"],
    [],
    ["", "Đào Quang Vinh", "", "Vũ Minh Hạnh"],
]


def lines(day: Callable[[date], object] = lambda d: d) -> list[list[object]]:
    return [
        [1, "Vũ Minh Hạnh", "Nữ", day(date(1979, 3, 5)), "chính thức", "Bí thư"],
        [2, "Đào Quang Vinh", "Nam", day(date(1982, 11, 12)), "chính thức", "Phó Bí thư"],
        [3, "K'Brơi", "Nam", day(date(1990, 10, 20)), "dự bị", ""],
        [4, "Lê Thu Thảo", "Nữ", day(date(1995, 2, 1)), "quần chúng", ""],
    ]


def plain(**more) -> bytes:
    return roster([HEADS, *lines(**more)])


def each(change: Callable[[str], str], columns: tuple[int, ...] = (1, 2, 4, 5)) -> list[list[object]]:
    """The lines with the text of these columns changed."""
    return [
        [change(value) if index in columns and isinstance(value, str) else value for index, value in enumerate(line)]
        for line in lines()
    ]


def columns_about() -> bytes:
    order = [5, 3, 1, 4, 2]
    return roster([[line[i] for i in order] for line in [HEADS, *lines()]])


def family_and_given(heads: list[str], merged: tuple[str, ...] = ()) -> bytes:
    rows = []
    for line in lines():
        *family, given = str(line[1]).split()
        rows.append([line[0], " ".join(family), given, *line[2:]])
    return roster([[HEADS[0], *heads, *HEADS[2:]], *rows], merged=merged)


def marked_with_x() -> bytes:
    heads = ["TT", "Họ tên", "Nam", "Nữ", "Năm sinh", "Chính thức", "Dự bị", "Quần chúng", "Cấp ủy"]
    rows = []
    for number, name, sex, born, standing, office in lines():
        ticks = ["x" if standing == kind else None for kind in ("chính thức", "dự bị", "quần chúng")]
        rows.append([number, name, "x" if sex == "Nam" else "", "X" if sex == "Nữ" else "", born, *ticks, office])
    return roster([heads, *rows])


def born_under_the_sex() -> bytes:
    first = ["TT", "Họ và tên", "Ngày, tháng, năm sinh", None, "Tư cách", "Chức vụ Đảng"]
    second = [None, None, "Nam", "Nữ", None, None]
    rows = [
        [number, name, born if sex == "Nam" else None, born if sex == "Nữ" else None, standing, office]
        for number, name, sex, born, standing, office in lines(lambda d: f"{d:%d/%m/%Y}")
    ]
    return roster([first, second, *rows], merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"))


def two_rows_of_headings() -> bytes:
    first = ["TT", "HỌ VÀ TÊN", "GIỚI TÍNH", "NGÀY SINH", "NGÀY VÀO ĐẢNG", None, "CHỨC VỤ", None, "Tư cách"]
    second = [None, None, None, None, "Dự bị", "Chính thức", "Đảng", "Chính quyền", None]
    joined = {1: ("03/02/2005", "03/02/2006"), 2: ("19/5/2008", "19/5/2009"), 3: ("02/9/2013", ""), 4: ("", "")}
    rows = [
        [number, name, sex, born, *joined[int(str(number))], office, "Chuyên viên", standing]
        for number, name, sex, born, standing, office in lines()
    ]
    merged = ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1", "I1:I2")
    return roster(
        [*TITLES, first, second, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"], *rows],
        merged=down(merged, 6),
    )


def down(areas: tuple[str, ...], rows: int) -> tuple[str, ...]:
    return tuple(":".join(f"{end[0]}{int(end[1:]) + rows}" for end in area.split(":")) for area in areas)


def in_groups() -> bytes:
    heads = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ Đảng"]
    hanh, vinh, broi, thao = (line[:4] + line[5:] for line in lines())
    return roster(
        [heads, ["I", "Đảng viên chính thức"], hanh, vinh, ["II. Đảng viên dự bị"], broi, ["III", "QUẦN CHÚNG"], thao]
    )


def groups_merged_across() -> bytes:
    heads = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ Đảng"]
    hanh, vinh, broi, thao = (line[:4] + line[5:] for line in lines())
    return roster(
        [heads, ["A. ĐẢNG VIÊN CHÍNH THỨC"], hanh, vinh, ["B. ĐẢNG VIÊN DỰ BỊ"], broi, ["C. NGOÀI ĐẢNG"], thao],
        merged=("A2:E2", "A5:E5", "A7:E7"),
    )


def a_sheet_for_each_standing() -> bytes:
    heads = [HEADS[i] for i in (0, 1, 2, 3, 5)]
    hanh, vinh, broi, thao = (line[:4] + line[5:] for line in lines())
    return workbook({"Chính thức": [heads, hanh, vinh], "Dự bị": [heads, broi], "Quần chúng": [heads, thao]})


def pages_of_print() -> bytes:
    rows = lines()
    return roster([*TITLES, HEADS, *rows[:2], [], HEADS, *rows[2:], *FOOTER])


def one_column_of_posts() -> bytes:
    heads = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Tư cách", "Chức vụ"]
    posts = ["Bí thư chi bộ, Trưởng Ban", "PBT; Phó Trưởng Ban", "Chuyên viên", "Văn thư"]
    return roster([heads, *[[*line[:5], post] for line, post in zip(lines(), posts, strict=True)]])


def private_columns_between() -> bytes:
    heads = [*HEADS[:3], "Số CCCD", "Ngày sinh", "Số thẻ đảng", "Điện thoại", "Tư cách", "Chức vụ Đảng", "Ghi chú"]
    return roster(
        [heads, *[[*line[:3], "001079000001", line[3], "87.001", "0900000001", *line[4:], "x"] for line in lines()]]
    )


def formulas() -> bytes:
    rows = lines()
    for number, row in enumerate(rows, start=2):
        row[0] = "=ROW()-1" if number > 2 else 1
    return roster([HEADS, *rows])


def left_of_the_list() -> bytes:
    return roster([[None, None, *line] for line in [*TITLES, HEADS, *lines()]])


def in_a_second_sheet() -> bytes:
    return workbook({"Bìa": [["SỔ DANH SÁCH CHI BỘ"], ["Năm 2014"]], "DS": [HEADS, *lines()], "Trống": []})


def from_1904() -> bytes:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def edit(book):
        book.epoch = CALENDAR_MAC_1904

    return open_book(plain(day=lambda d: (d - date(1904, 1, 1)).days), edit)


DRESSES: dict[str, Callable[[], bytes]] = {
    "a plain list with real dates": plain,
    "dates and times": lambda: plain(day=lambda d: datetime(d.year, d.month, d.day)),
    "dates as text 05/3/1979": lambda: plain(day=lambda d: f"{d.day:02d}/{d.month}/{d.year}"),
    "dates as text 05.03.1979": lambda: plain(day=lambda d: f"{d:%d.%m.%Y}"),
    "dates as text 5-3-1979": lambda: plain(day=lambda d: f"{d.day}-{d.month}-{d.year}"),
    "dates in words": lambda: plain(day=lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}"),
    "years of two figures": lambda: plain(day=lambda d: f"{d:%d/%m/%y}"),
    "Excel's day counts": lambda: plain(day=lambda d: (d - date(1899, 12, 30)).days),
    "day counts of a Mac": from_1904,
    "eight figures": lambda: plain(day=lambda d: int(f"{d:%d%m%Y}")),
    "names in capitals": lambda: roster([HEADS, *each(str.upper, (1,))]),
    "names in small letters": lambda: roster([HEADS, *each(str.lower, (1,))]),
    "everything in capitals": lambda: roster([[h.upper() for h in HEADS], *each(str.upper)]),
    "headings without tones": lambda: roster(
        [["TT", "Ho ten", "Gioi tinh", "Ngay sinh", "Tu cach", "Chuc vu Dang"], *lines()]
    ),
    "headings with breaks and notes": lambda: roster(
        [
            [
                "STT",
                "Họ và tên\n(chữ in hoa)",
                "Giới\ntính",
                "Ngày, tháng, năm sinh (dd/mm/yyyy)",
                "Chính thức/\ndự bị",
                "Chức vụ\ntrong Đảng",
            ],
            *lines(),
        ]
    ),
    "HỌ TÊN ĐẢNG VIÊN": lambda: roster(
        [["Số TT", "HỌ TÊN ĐẢNG VIÊN", "PHÁI", "NĂM SINH", "TƯ CÁCH ĐẢNG VIÊN", "CHỨC VỤ CẤP ỦY"], *lines()]
    ),
    "titles above, signatures below": lambda: roster([*TITLES, HEADS, *lines(), *FOOTER]),
    "columns in another order": columns_about,
    "Họ đệm and Tên apart": lambda: family_and_given(["Họ đệm", "Tên"]),
    "Họ and Tên apart": lambda: family_and_given(["Họ", "Tên"]),
    "one heading over two columns of names": lambda: family_and_given(["Họ và tên", ""], ("B1:C1",)),
    "no heading over the given name": lambda: family_and_given(["Họ và tên", ""]),
    "two columns marked with x": marked_with_x,
    "birth dates under Nam and Nữ": born_under_the_sex,
    "two rows of headings, numbered": two_rows_of_headings,
    "groups with a line above": in_groups,
    "groups merged across the table": groups_merged_across,
    "a sheet for each standing": a_sheet_for_each_standing,
    "headings again on each printed page": pages_of_print,
    "one column for both posts": one_column_of_posts,
    "private columns between": private_columns_between,
    "blank rows and spaces": lambda: roster([HEADS, [], *each(lambda text: f"  {text}\u00a0 "), [], [" "]]),
    "formulas for the numbers": formulas,
    "beginning in column C": left_of_the_list,
    "in the second sheet": in_a_second_sheet,
    "comrades by title": lambda: roster([HEADS, *each(lambda name: f"Đ/c {name}", (1,))]),
    "decomposed letters": lambda: roster([HEADS, *each(decomposed)]),
    "the fonts of TCVN3": lambda: roster(
        [[in_tcvn3(small(h)) for h in HEADS], *each(lambda t: in_tcvn3(small(t)))], font=".VnTime"
    ),
    "TCVN3 under another font": lambda: roster([[in_tcvn3(small(h)) for h in HEADS], *each(tcvn3_but_k)]),
    "VNI-Windows": lambda: roster([[in_vni(h) for h in HEADS], *each(in_vni)], font="VNI-Times"),
    "CSV with semicolons": lambda: comma_separated([HEADS, *lines(lambda d: f"{d:%d/%m/%Y}")]),
    "CSV with commas in UTF-16": lambda: comma_separated([HEADS, *lines(lambda d: f"{d:%d/%m/%Y}")], ",", "utf-16"),
    "CSV with tabs": lambda: comma_separated([*TITLES, HEADS, *lines(lambda d: f"{d:%d/%m/%Y}")], "\t", "utf-8"),
}


def decomposed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", text)


def tcvn3_but_k(text: str) -> str:
    """A name that no rule of spelling knows was typed anew by somebody."""
    return text if text.startswith("K'") else in_tcvn3(small(text))


@pytest.mark.parametrize("dress", DRESSES)
def test_the_same_four_people_are_read(cell, at, dress):
    preview = look(DRESSES[dress](), cell, at)
    assert [told(row) | {"job": ""} for row in preview.read.rows] == [person | {"job": ""} for person in FOUR]
    asked = [f"{f.where}: {f.what}" for f in preview.findings if "bí thư" not in f.what]
    assert asked == []


def test_there_are_at_least_thirty_dresses():
    assert len(DRESSES) >= 30


def test_posts_in_one_column_are_parted_into_office_and_job(cell, at):
    rows = look(one_column_of_posts(), cell, at).read.rows
    assert [row.job for row in rows] == ["Trưởng Ban", "Phó Trưởng Ban", "Chuyên viên", "Văn thư"]


def test_what_is_no_person_is_listed_so_that_nothing_is_lost_unseen(cell, at):
    preview = look(roster([*TITLES, HEADS, *lines(), *FOOTER]), cell, at)
    texts = [skipped.text for skipped in preview.read.skipped]
    assert texts[0] == "Tổng cộng: 4 người"
    assert texts[-1] == "Đào Quang Vinh · Vũ Minh Hạnh"


def test_private_columns_are_named_and_deliberately_not_taken(cell, at):
    columns = {c.heading: c for c in look(private_columns_between(), cell, at).tables[0].columns}
    for heading in ("Số CCCD", "Số thẻ đảng", "Điện thoại"):
        assert columns[heading].chosen is None
        assert "cố ý không lấy" in str(columns[heading].read_as.label)
    assert columns["Ghi chú"].chosen is None


def test_a_wrong_guess_about_a_column_is_put_right_by_a_choice(cell, at):
    content = roster([["STT", "Họ và tên", "Phân loại", "Giới tính"], [1, "Lê Văn An", "dự bị", "nam"]])
    assert look(content, cell, at).read.rows[0].standing is None
    chosen = look(content, cell, at, answers(columns={"C": "tu-cach"}))
    assert chosen.read.rows[0].standing == "probationary"
    assert not chosen.findings


def test_a_column_chosen_anew_is_no_longer_what_another_was_taken_for(cell, at):
    content = roster([["STT", "Họ và tên", "Tên thường gọi", "Giới tính"], [1, "Lê Văn An", "Lê Văn Ân", "nam"]])
    preview = look(content, cell, at, answers(columns={"B": "ten", "C": "ten"}))
    assert [column.letter for column in preview.tables[0].columns if column.chosen == "ten"] == ["C"]
    assert preview.read.rows[0].name == "Lê Văn Ân"


def test_a_sheet_may_be_passed_over(cell, at):
    content = workbook({"Cũ": [HEADS, *lines()], "Mới": [HEADS, *lines()]})
    assert look(content, cell, at).findings
    preview = look(content, cell, at, answers(skipped=[0]))
    assert {row.sheet for row in preview.read.rows} == {"Mới"}
