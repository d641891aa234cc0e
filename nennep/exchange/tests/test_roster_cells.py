"""What a cell of a roster cannot say is asked about at that cell, and never made up."""

from datetime import date, datetime

import pytest

from nennep.exchange.roster.fields import Field
from nennep.exchange.tests.rosters import answers, look, open_book, roster, said_at, told, warned_at
from nennep.exchange.workbook.problems import WorkbookRefused
from nennep.organisation.models import Person
from nennep.rulebook.rules import rule

pytestmark = pytest.mark.django_db

HEADS = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tư cách", "Ngày về chi bộ"]
GOOD = [1, "Lê Văn An", "nam", "05/3/1979", "03/02/2005", "03/02/2006", "chính thức", "01/6/2010"]
LETTERS = dict(zip(["stt", "name", "sex", "born", "admitted", "official", "standing", "joined"], range(8), strict=True))


def one(**changes) -> bytes:
    """A list of one good row but for these cells."""
    line = list(GOOD)
    for name, value in changes.items():
        line[LETTERS[name]] = value
    return roster([HEADS, line])


def test_a_good_row_leaves_nothing_to_ask(cell, at):
    preview = look(one(), cell, at, answers(since=""))
    assert not preview.findings
    assert not preview.warnings
    assert not preview.since_needed
    assert preview.ready


@pytest.mark.parametrize(
    ("changes", "about", "says"),
    [
        ({"name": "Lê Văn 12"}, Field.NAME, "có chữ số"),
        ({"name": "x" * 130}, Field.NAME, "120"),
        ({"name": "K'Br\u00aci"}, Field.NAME, "phông chữ cũ"),
        ({"name": "Lê Văn An *"}, Field.NAME, "ký tự lạ"),
        ({"name": "#REF!"}, Field.NAME, "bị lỗi"),
        ({"sex": "#N/A"}, Field.SEX, "bị lỗi"),
        ({"sex": "N"}, Field.SEX, "không rõ là nam hay nữ"),
        ({"sex": ""}, Field.SEX, "Chưa có giới tính"),
        ({"sex": "x"}, Field.SEX, "không rõ là nam hay nữ"),
        ({"born": "31/02/1979"}, Field.BORN, "Không có ngày 31/02/1979"),
        ({"born": "05/13/1979"}, Field.BORN, "Không có tháng 13"),
        ({"born": "đang xác minh"}, Field.BORN, "Không đọc được ngày"),
        ({"born": "5/3/12"}, Field.BORN, "hai chữ số của năm"),
        ({"born": "05/3/2079"}, Field.BORN, "chưa tới"),
        ({"born": date(1879, 3, 5)}, Field.BORN, "quá xa"),
        ({"born": True}, Field.BORN, "Không đọc được ngày"),
        ({"admitted": "03/02/05"}, Field.ADMITTED, "hai chữ số của năm"),
        ({"admitted": "03/02/1975"}, Field.ADMITTED, "trước ngày sinh 05/03/1979"),
        ({"admitted": "04/3/1997"}, Field.ADMITTED, "chưa đủ 18 tuổi"),
        ({"admitted": "1996"}, Field.ADMITTED, "chưa đủ 18 tuổi"),
        ({"admitted": "03/02/2030"}, Field.ADMITTED, "chưa tới"),
        ({"official": "03/02/2004"}, Field.OFFICIAL, "trước ngày vào Đảng"),
        ({"official": datetime(2015, 2, 3)}, Field.OFFICIAL, "chưa tới"),
        ({"standing": "đảng viên mới"}, Field.STANDING, "chưa rõ là chính thức"),
        ({"joined": "6/2010"}, Field.JOINED, "“6/2010” thiếu ngày; chương trình không tự điền"),
        ({"joined": "2010"}, Field.JOINED, "“2010” thiếu ngày"),
        ({"joined": "01/6/10"}, Field.JOINED, "hai chữ số của năm"),
        ({"joined": "01/6/2035"}, Field.JOINED, "chưa tới"),
        ({"joined": "01/6/1970"}, Field.JOINED, "trước ngày sinh"),
    ],
)
def test_it_is_asked_at_the_cell_with_what_to_put_there(cell, at, changes, about, says):
    preview = look(one(**changes), cell, at)
    assert says in said_at(preview, 2, about)
    assert not preview.ready
    finding = next(f for f in preview.findings if f.about is about)
    column = "ABCDEFGH"[LETTERS[next(iter(changes))]]
    assert finding.where == f"Danh sách, ô {column}2"
    assert finding.remedy
    assert len(preview.findings) == 1


def test_the_day_of_eighteen_years_is_old_enough(cell, at):
    assert look(one(admitted="05/3/1997"), cell, at).ready


def test_the_age_is_the_rulebooks(cell, at):
    found = rule("member.min_age", unit=cell.unit, on=at.date())
    assert found is not None
    assert found.cited == "Điều 1, Điều lệ Đảng"


@pytest.mark.parametrize(
    ("typed", "shown"), [("3/1979", "3/1979"), (1979, "1979"), ("năm 1979", "1979"), (3.1979, "3/1979")]
)
def test_a_month_or_a_year_alone_leaves_the_birth_date_blank_and_says_so(cell, at, typed, shown):
    preview = look(one(born=typed), cell, at)
    assert preview.ready
    assert preview.added[0].person.born_on is None
    assert f"Chỉ có “{shown}”" in warned_at(preview, 2, Field.BORN)


def test_a_day_count_is_read_and_named(cell, at):
    preview = look(one(born=28919), cell, at)
    assert preview.added[0].person.born_on == date(1979, 3, 5)
    assert "Số 28919 được đọc là ngày 05/03/1979" in warned_at(preview, 2, Field.BORN)


@pytest.mark.parametrize(("name", "hint"), [("Lê Thị An", "của nữ"), ("Lê Văn An", "của nam"), ("Lê Minh An", "")])
def test_a_missing_sex_is_asked_with_at_most_a_hint(cell, at, name, hint):
    preview = look(one(name=name, sex=None), cell, at)
    finding = next(f for f in preview.findings if f.about is Field.SEX)
    assert hint in finding.hint
    assert bool(hint) is bool(finding.hint)
    assert preview.read.rows[0].sex is None


def test_a_column_of_women_does_not_make_the_others_men_until_somebody_says_so(cell, at):
    content = roster(
        [["STT", "Họ và tên", "Nữ", "Tư cách"], [1, "Lê Văn An", "", "dự bị"], [2, "Lê Thị Ba", "x", "dự bị"]]
    )
    preview = look(content, cell, at)
    assert [row.sex for row in preview.read.rows] == [None, Person.Sex.FEMALE]
    said = look(content, cell, at, answers(columns={"C": "nu-con-lai-nam"}))
    assert [row.sex for row in said.read.rows] == [Person.Sex.MALE, Person.Sex.FEMALE]


def test_both_columns_marked_is_asked(cell, at):
    preview = look(roster([["STT", "Họ và tên", "Nam", "Nữ"], [1, "Lê Văn An", "x", "x"]]), cell, at)
    assert "Cả hai cột" in said_at(preview, 2, Field.SEX)


def test_standing_follows_from_the_day_of_becoming_full_and_from_nothing_less(cell, at):
    assert look(one(standing=""), cell, at).read.rows[0].standing == "full"
    assert look(one(standing="Đảng viên"), cell, at).read.rows[0].standing == "full"
    only_admitted = look(one(standing="", official=""), cell, at)
    assert only_admitted.read.rows[0].standing is None
    assert "Có ngày vào Đảng nhưng không có ngày chính thức" in said_at(only_admitted, 2, Field.STANDING)
    nothing = look(one(standing="", official="", admitted=""), cell, at)
    assert "Chưa rõ tư cách" in said_at(nothing, 2, Field.STANDING)


def test_those_of_whom_nothing_says_it_get_the_standing_that_was_chosen_once(cell, at):
    content = roster([["STT", "Họ và tên", "Giới tính"], [1, "Lê Văn An", "nam"], [2, "Lê Thị Ba", "nữ"]])
    assert len(look(content, cell, at).findings) == 2
    preview = look(content, cell, at, answers(rest="non_member"))
    assert [row.standing for row in preview.read.rows] == ["non_member", "non_member"]
    assert preview.ready


def test_the_day_of_the_list_is_asked_once_where_the_file_names_none(cell, at):
    content = one(joined="")
    asked = look(content, cell, at, answers(since=""))
    assert asked.since_needed
    assert not asked.ready
    assert not asked.findings
    assert "Ghi ngày danh sách có hiệu lực" in asked.since_wrong
    given = look(content, cell, at, answers(since="ngày 1 tháng 1 năm 2014"))
    assert given.added[0].memberships[0].starts == date(2014, 1, 1)


@pytest.mark.parametrize(
    ("since", "says"),
    [("1/2014", "thiếu ngày"), ("31/6/2014", "Không có ngày"), ("01/01/2015", "chưa tới"), ("mai", "Không đọc được")],
)
def test_a_day_of_the_list_that_cannot_be_is_asked_again(cell, at, since, says):
    assert says in look(one(joined=""), cell, at, answers(since=since)).since_wrong


def test_full_standing_never_begins_before_the_day_of_becoming_full(cell, at):
    preview = look(one(joined="01/01/2004"), cell, at)
    assert preview.added[0].memberships[0].starts == date(2006, 2, 3)
    assert "tư cách chính thức được ghi từ ngày 03/02/2006" in warned_at(preview, 2, Field.OFFICIAL)


def test_an_answer_stands_for_its_cell_and_leaves_the_file_alone(cell, at):
    content = one(born="31/02/1979", sex="")
    said = answers(cells={(2, Field.BORN): "28/02/1979", (2, Field.SEX): "nam"})
    preview = look(content, cell, at, said)
    assert preview.ready
    assert preview.added[0].person.born_on == date(1979, 2, 28)
    assert look(content, cell, at).findings


def test_a_wrong_answer_is_asked_about_again_with_what_was_typed(cell, at):
    preview = look(one(born="31/02/1979"), cell, at, answers(cells={(2, Field.BORN): "30/02/1979"}))
    finding = next(f for f in preview.findings if f.about is Field.BORN)
    assert finding.typed == "30/02/1979"
    assert "30/02/1979" in finding.what


def test_an_optional_cell_may_be_emptied(cell, at):
    preview = look(one(born="đang xác minh"), cell, at, answers(cells={(2, Field.BORN): ""}))
    assert preview.ready
    assert preview.added[0].person.born_on is None


def test_a_name_in_two_columns_is_asked_for_as_one(cell, at):
    content = roster([["STT", "Họ đệm", "Tên", "Giới tính", "Tư cách"], [1, "Lê 9", "An", "nam", "dự bị"]])
    assert "có chữ số" in said_at(look(content, cell, at), 2, Field.NAME)
    mended = look(content, cell, at, answers(cells={(2, Field.NAME): "LÊ VĂN AN"}))
    assert told(mended.read.rows[0])["name"] == "Lê Văn An"


def test_a_numbered_row_without_a_name_is_asked_about(cell, at):
    content = roster(
        [["STT", "Họ và tên", "Giới tính", "Tư cách"], [1, "Lê Văn An", "nam", "dự bị"], [2, None, "nữ", "dự bị"]]
    )
    assert "Chưa có họ tên" in said_at(look(content, cell, at), 3, Field.NAME)


def test_a_formula_that_excel_never_worked_out_is_asked_about(cell, at):
    preview = look(one(sex='=IF(1=1,"nam","nữ")'), cell, at)
    assert "công thức chưa có kết quả" in said_at(preview, 2, Field.SEX)


@pytest.mark.parametrize(
    ("office", "read", "warned"),
    [
        ("Bí thư", "secretary", ""),
        ("Bí thư chi bộ", "secretary", ""),
        ("P. Bí thư", "deputy", ""),
        ("PBT", "deputy", ""),
        ("Phó Bí thư Chi bộ", "deputy", ""),
        ("Chi ủy viên", "committee", ""),
        ("Chi uỷ viên", "committee", ""),
        ("UV", "committee", ""),
        ("Phó bí thư, chi ủy viên", "deputy", ""),
        ("Đảng viên", "", ""),
        ("-", "", ""),
        ("Bí thư Đoàn", "", "Không lấy “Bí thư Đoàn”"),
        ("Đảng ủy viên", "", "Không lấy “Đảng ủy viên”"),
        ("Bí thư Đảng ủy", "", "Không lấy"),
        ("Tổ trưởng tổ đảng", "", "Không lấy"),
    ],
)
def test_only_offices_of_the_cell_are_taken(cell, at, office, read, warned):
    content = roster(
        [["STT", "Họ và tên", "Giới tính", "Tư cách", "Chức vụ Đảng"], [1, "Lê Văn An", "nam", "chính thức", office]]
    )
    preview = look(content, cell, at)
    assert told(preview.read.rows[0])["office"] == read
    assert warned in warned_at(preview, 2, Field.OFFICE)


def test_a_colleague_holds_no_office(cell, at):
    content = roster(
        [["STT", "Họ và tên", "Giới tính", "Tư cách", "Chức vụ Đảng"], [1, "Lê Văn An", "nam", "quần chúng", "PBT"]]
    )
    assert "không giữ chức vụ" in said_at(look(content, cell, at), 2, Field.OFFICE)


def test_days_that_excel_may_have_turned_round_are_pointed_out(cell, at):
    rows = [
        [1, "Lê Văn An", datetime(1979, 5, 3)],
        [2, "Lê Văn Ba", datetime(1980, 7, 4)],
        [3, "Lê Văn Ca", "25/3/1981"],
    ]
    preview = look(roster([["STT", "Họ và tên", "Ngày sinh"], *rows]), cell, at)
    assert any("đảo ngày và tháng" in finding.what for finding in preview.warnings)
    fine = [*rows[:2], [3, "Lê Văn Ca", datetime(1981, 3, 25)]]
    assert not look(roster([["STT", "Họ và tên", "Ngày sinh"], *fine]), cell, at).warnings


@pytest.mark.parametrize("name", ["Lê\u200b Văn An", "\ufeffLê Văn An", "Lê  Văn\nAn", "Đ/c Lê Văn An", "lê văn an."])
def test_what_copying_leaves_in_a_name_is_taken_off(cell, at, name):
    assert look(one(name=name), cell, at).read.rows[0].name == "Lê Văn An"


def test_a_csv_file_with_a_cell_that_never_ends_is_refused_in_words(cell, at):
    with pytest.raises(WorkbookRefused, match="CSV"):
        look(b"STT;Ho ten\n1;" + b"x" * 200_000 + b";\n", cell, at)


def test_a_file_without_a_list_is_refused_in_words(cell, at):
    with pytest.raises(WorkbookRefused, match="Không thấy danh sách nào"):
        look(roster([["Ghi chép"], ["họp chi bộ"]]), cell, at)


@pytest.mark.parametrize("content", [b"", b"khong phai excel", b"%PDF-1.7 \x00\x01", b"PK\x03\x04hong"])
def test_what_is_no_list_at_all_is_refused_in_words(cell, at, content):
    with pytest.raises(WorkbookRefused) as refused:
        look(content, cell, at)
    assert refused.value.problems[0].remedy


def test_a_line_over_a_group_is_no_person_even_with_a_count_beside_it(cell, at):
    content = roster(
        [
            ["STT", "Họ và tên", "Giới tính", "Ngày sinh"],
            ["I", "Phòng Tổ chức", "2 người", ""],
            [1, "Lê Văn An", "nam", "05/3/1979"],
            ["", "Đảng viên dự bị", "1 người", "nữ"],
            [2, "Lê Thị Ba", "nữ", "06/3/1980"],
        ]
    )
    preview = look(content, cell, at)
    assert [(row.name, row.standing) for row in preview.read.rows] == [
        ("Lê Văn An", None),
        ("Lê Thị Ba", "probationary"),
    ]
    assert [line.text for line in preview.read.skipped] == [
        "I · Phòng Tổ chức · 2 người",
        "Đảng viên dự bị · 1 người · nữ",
    ]


def test_a_page_of_text_over_the_list_is_read_past(cell, at):
    content = roster([["x " * 10_000], ["Họ và tên " * 30], ["STT", "Họ và tên", "Giới tính"], [1, "Lê Văn An", "nam"]])
    assert [row.name for row in look(content, cell, at).read.rows] == ["Lê Văn An"]


def test_a_name_merged_over_two_lines_is_one_person(cell, at):
    content = roster(
        [
            ["STT", "Họ và tên", "Giới tính", "Tư cách"],
            [1, "Lê Văn An", "nam", "dự bị"],
            [None, None, None, "(từ 2013)"],
        ],
        merged=("A2:A3", "B2:B3", "C2:C3"),
    )
    preview = look(content, cell, at)
    assert [row.name for row in preview.read.rows] == ["Lê Văn An"]
    assert preview.read.skipped[0].text == "(từ 2013)"


def test_a_day_merged_beside_several_people_is_the_day_of_each(cell, at):
    def edit(book):
        book["Danh sách"].merge_cells("H2:H3")

    second = [2, "Lê Thị Ba", "nữ", "05/3/1980", "", "", "dự bị", None]
    preview = look(open_book(roster([HEADS, GOOD, second]), edit), cell, at)
    assert [row.joined for row in preview.read.rows] == [date(2010, 6, 1)] * 2
