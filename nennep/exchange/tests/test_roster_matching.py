"""The roster beside the list that is there: who is who, and what would change. Nobody is guessed, nobody removed."""

from datetime import date

import pytest

from nennep.exchange.roster.fields import Field
from nennep.exchange.tests.rosters import answers, look, roster, said_at
from nennep.organisation.models import Membership, Office, Person, Standing
from nennep.organisation.tests.factories import MembershipFactory, TermFactory, UnitFactory, on_roll

pytestmark = pytest.mark.django_db

HEADS = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Tư cách", "Mã", "Chức vụ chuyên môn", "Chức vụ Đảng"]


def people(*rows) -> bytes:
    """Rows as name, sex, birth date, standing, code, job, office; what is left out is blank."""
    lines = [[number, *row, *[None] * (7 - len(row))] for number, row in enumerate(rows, start=1)]
    return roster([HEADS, *lines])


def lua(**more):
    return ("Ngô Thị Lụa", more.get("sex", "nam"), more.get("born"), more.get("standing", "chính thức"))


def differences(change) -> dict[str, tuple[str, str]]:
    return {item.label: (item.before, item.after) for item in change.differences}


def test_somebody_whose_name_one_person_has_is_that_person(cell, at):
    preview = look(people(lua()), cell, at)
    assert [change.person.pk for change in preview.same] == [cell.member.pk]
    assert not preview.ready


def test_old_and_new_places_of_the_tone_and_capitals_are_the_same_name(cell, at):
    person = on_roll(cell.unit, "Mai Thị Hòa")
    preview = look(people(("MAI THỊ HOÀ", "nam", None, "chính thức")), cell, at)
    assert [change.person.pk for change in preview.same] == [person.pk]


def test_what_differs_is_shown_from_and_to_and_what_is_blank_is_left(cell, at):
    Person.objects.filter(pk=cell.member.pk).update(job="Chuyên viên")
    preview = look(people((*lua(sex="nữ", born="05/3/1979"), None, "")), cell, at)
    change = preview.corrected[0]
    assert differences(change) == {"Giới tính": ("nam", "nữ"), "Ngày sinh": ("–", "05/03/1979")}
    assert change.person.job == "Chuyên viên"


def test_a_code_names_the_person_even_under_another_name(cell, at):
    preview = look(people(("Ngô Thị Lúa", "nam", None, "chính thức", cell.member.code)), cell, at)
    assert differences(preview.corrected[0]) == {"Họ và tên": ("Ngô Thị Lụa", "Ngô Thị Lúa")}
    assert preview.corrected[0].person.pk == cell.member.pk


def test_somebody_new_gets_initials_for_a_code_that_nobody_has(cell, at):
    Person.objects.filter(pk=cell.member.pk).update(code="LVA")
    preview = look(people(("Lê Văn An", "nam", None, "dự bị"), ("Đỗ Ân", "nam", None, "dự bị")), cell, at)
    assert [change.person.code for change in preview.added] == ["LVA2", "ĐÂ"]


def two_namesakes(cell, **births):
    return [
        on_roll(cell.unit, "Lê Văn An", person__born_on=births.get("first")),
        on_roll(cell.unit, "Lê Văn An", person__born_on=births.get("second")),
    ]


def test_two_people_of_one_name_without_birth_date_are_asked_about_not_guessed(cell, at):
    first, second = two_namesakes(cell)
    content = people(("Lê Văn An", "nam", None, "chính thức"))
    preview = look(content, cell, at)
    assert "có 2 người tên Lê Văn An" in said_at(preview, 2, None)
    offered = dict(next(f for f in preview.findings if f.about is None).choices)
    assert {str(first.pk), str(second.pk), "moi", "bo"} == set(offered)
    chosen = look(content, cell, at, answers(people={2: str(second.pk)}))
    assert [change.person.pk for change in chosen.same] == [second.pk]
    assert not chosen.findings


def test_the_birth_date_tells_namesakes_apart(cell, at):
    first, _second = two_namesakes(cell, first=date(1979, 3, 5), second=date(1985, 1, 1))
    preview = look(people(("Lê Văn An", "nam", "05/3/1979", "chính thức")), cell, at)
    assert [change.person.pk for change in preview.same] == [first.pk]


def test_a_namesake_born_on_another_day_is_asked_about(cell, at):
    person = on_roll(cell.unit, "Lê Văn An", person__born_on=date(1950, 1, 1))
    content = people(("Lê Văn An", "nam", "05/3/1979", "chính thức"))
    assert "sinh ngày 01/01/1950, tệp ghi 05/03/1979" in said_at(look(content, cell, at), 2, None)
    assert look(content, cell, at, answers(people={2: "moi"})).added
    assert look(content, cell, at, answers(people={2: str(person.pk)})).corrected


def test_nobody_of_another_unit_can_be_chosen(cell, at):
    stranger = on_roll(UnitFactory(), "Lê Văn An")
    preview = look(people(("Lê Văn An", "nam", None, "chính thức")), cell, at, answers(people={2: str(stranger.pk)}))
    assert preview.added
    assert preview.added[0].is_new


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        (("Lê Văn An", "nam", None, "dự bị"), ("LÊ VĂN AN", "nam", None, "dự bị"), "đã có ở Danh sách, dòng 2"),
        (("Lê Văn An", "nam", "05/3/1979", "dự bị"), ("Lê Văn An", "nam", "05/3/1979", "dự bị"), "dòng 2"),
        (("Lê Văn An", "nam", "05/3/1979", "dự bị"), ("Lê Văn An", "nam", None, "dự bị"), "dòng 2"),
    ],
)
def test_somebody_who_stands_twice_is_refused_with_both_rows_named(cell, at, first, second, says):
    preview = look(people(first, second), cell, at)
    assert says in said_at(preview, 3, None)
    one = look(people(first, second), cell, at, answers(people={3: "bo"}))
    assert len(one.added) == 1
    assert not one.findings


def test_a_code_that_stands_twice_is_refused_with_both_rows_named(cell, at):
    preview = look(
        people(("Lê Văn An", "nam", None, "dự bị", "A1"), ("Lê Thị Ba", "nữ", None, "dự bị", "a1")), cell, at
    )
    assert "Mã a1 đã có ở Danh sách, dòng 2 (Lê Văn An)" in said_at(preview, 3, Field.CODE)


def test_namesakes_with_two_birth_dates_are_two_people(cell, at):
    preview = look(
        people(("Lê Văn An", "nam", "05/3/1979", "dự bị"), ("Lê Văn An", "nam", "06/3/1980", "dự bị")), cell, at
    )
    assert len(preview.added) == 2
    assert len({change.person.code for change in preview.added}) == 2


def test_two_rows_that_mean_one_person_are_refused(cell, at):
    preview = look(people(("Ngô Thị Lúa", "nam", None, "chính thức", cell.member.code), lua()), cell, at)
    assert "đã là người ở Danh sách, dòng 2" in said_at(preview, 3, None)


def test_whoever_is_in_the_list_and_not_in_the_file_is_only_listed(cell, at):
    preview = look(people(lua()), cell, at)
    assert {person.name for person in preview.absent} == {
        "Vũ Minh Hạnh",
        "Kiều Văn Hưng",
        "Trịnh Công Bằng",
        "Đỗ Thị Ánh",
        "Trần Đình Khoát",
        "Lưu Thị Nga",
    }


def test_a_probationary_member_becomes_full_from_the_day_of_the_list(cell, at):
    preview = look(people(("Đỗ Thị Ánh", "nam", None, "chính thức")), cell, at, answers(since="01/6/2014"))
    assert differences(preview.corrected[0]) == {"Tư cách": ("dự bị", "chính thức, 01/06/2014")}
    old, new = preview.corrected[0].memberships
    assert (old.ends, new.starts, new.standing) == (date(2014, 5, 31), date(2014, 6, 1), Standing.FULL)


def test_a_standing_that_began_no_earlier_is_corrected_in_its_place(cell, at):
    preview = look(people(("Đỗ Thị Ánh", "nam", None, "chính thức")), cell, at, answers(since="01/01/2014"))
    (membership,) = preview.corrected[0].memberships
    assert (membership.standing, membership.ends) == (Standing.FULL, None)


def test_somebody_who_left_comes_back_after_the_day_of_leaving(cell, at):
    Membership.objects.filter(person=cell.member).update(ends=date(2013, 12, 31))
    again = look(people(lua()), cell, at, answers(since="01/02/2014"))
    assert again.corrected[0].memberships[0].starts == date(2014, 2, 1)
    early = look(people(lua()), cell, at, answers(since="01/02/2013"))
    assert "đã có tư cách đến ngày 31/12/2013" in said_at(early, 2, Field.JOINED)


def test_somebody_who_stands_elsewhere_by_now_is_asked_about(cell, at):
    other = UnitFactory(name="Chi bộ Hai")
    Membership.objects.filter(person=cell.member).update(ends=date(2013, 12, 31))
    MembershipFactory(person=cell.member, unit=other, starts=date(2014, 1, 1))
    preview = look(people(lua()), cell, at)
    assert "đang có tên ở Chi bộ Hai" in said_at(preview, 2, None)
    assert not look(people(lua()), cell, at, answers(people={2: "bo"})).findings


def test_an_office_held_already_is_no_change(cell, at):
    preview = look(people(("Vũ Minh Hạnh", "nam", None, "chính thức", None, None, "Bí thư")), cell, at)
    assert len(preview.same) == 1


def test_a_second_secretary_is_refused_with_the_first_named(cell, at):
    content = people((*lua(), None, None, "Bí thư"))
    assert "Đơn vị đang có bí thư: Vũ Minh Hạnh" in said_at(look(content, cell, at), 2, Field.OFFICE)
    two = people(
        ("Lê An", "nam", None, "chính thức", None, None, "BT"), ("Lê Ba", "nam", None, "chính thức", None, None, "BT")
    )
    assert "Bí thư đã có ở Danh sách, dòng 2 (Lê An)" in said_at(look(two, cell, at), 3, Field.OFFICE)


def test_offices_are_for_the_secretary_to_enter(cell, at):
    content = people((*lua(), None, None, "Chi ủy viên"))
    assert look(content, cell, at).ready
    refused = look(content, cell, at, by=cell.minutes_secretary)
    assert "chỉ bí thư hoặc phó bí thư" in refused.refused[0]
    assert not refused.ready
    without = look(content, cell, at, answers(columns={"H": ""}), by=cell.minutes_secretary)
    assert not without.refused


def test_an_office_takes_its_own_day_else_the_day_of_the_list(cell, at):
    heads = ["STT", "Họ và tên", "Giới tính", "Tư cách", "Chức vụ Đảng", "Ngày bầu"]
    own = roster([heads, [1, "Ngô Thị Lụa", "nam", "chính thức", "CUV", "18/6/2012"]])
    assert look(own, cell, at).corrected[0].terms[0].starts == date(2012, 6, 18)
    none = roster([heads, [1, "Ngô Thị Lụa", "nam", "chính thức", "CUV", ""]])
    assert look(none, cell, at).corrected[0].terms[0].starts == date(2014, 1, 1)
    assert look(none, cell, at, answers(since="")).since_needed


def test_the_same_office_again_is_no_second_term(cell, at):
    TermFactory(unit=cell.unit, person=cell.member, office=Office.COMMITTEE)
    assert look(people((*lua(), None, None, "Chi ủy viên")), cell, at).same


def test_a_day_of_coming_that_differs_is_a_correction(cell, at):
    content = roster(
        [
            ["STT", "Họ và tên", "Giới tính", "Tư cách", "Ngày về chi bộ"],
            [1, "Ngô Thị Lụa", "nam", "chính thức", "02/01/2008"],
        ]
    )
    preview = look(content, cell, at)
    assert differences(preview.corrected[0]) == {"Ngày về chi bộ": ("01/01/2008", "02/01/2008")}


def test_looking_costs_the_same_for_many_as_for_few(cell, at, django_assert_max_num_queries):
    many = people(*((f"Lê Văn {chr(65 + n % 26)}{chr(97 + n // 26)}", "nam", None, "dự bị") for n in range(200)))
    with django_assert_max_num_queries(8):
        assert len(look(many, cell, at).added) == 200
