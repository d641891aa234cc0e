"""Quy tắc đang áp dụng: what holds on a day, what changed, what nobody knows, and how a secretary sets more."""

from datetime import date

import pytest
from django.urls import reverse

from nennep.organisation.models import User
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.tests.factories import CellRuleFactory, PackUseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(unit):
    return reverse("rulebook:rules", args=[unit.code])


@pytest.fixture
def secretarys(client, secretary):
    client.force_login(User.objects.create(username="bithu", person=secretary))
    return client


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_day_shows_each_rule_with_its_paper_and_says_what_has_to_be_compared(secretarys, page):
    shown = text(secretarys.get(page, {"ngay": "2026-11-01"}))
    assert "Tỷ lệ đảng viên dự sinh hoạt: <span" in shown
    assert "cần đối chiếu bản gốc" in shown
    assert "Có văn bản nào của Trung ương định thời lượng phần chuyên đề" in shown


def test_two_days_side_by_side_show_only_what_changed(secretarys, page):
    shown = text(secretarys.get(page, {"ngay": "2026-11-01", "sanh": "2024-03-01"}))
    assert "Ngày 01/3/2024:" in shown
    assert "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần." not in shown
    assert "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần." in text(
        secretarys.get(page, {"ngay": "2026-11-01", "sanh": "2024-03-01", "ca": "1"})
    )
    assert "hai ngày như nhau" in text(secretarys.get(page, {"ngay": "2026-11-01", "sanh": "2026-11-02"}))


def test_a_day_that_does_not_exist_is_not_found(secretarys, page):
    assert secretarys.get(page, {"ngay": "2026-02-30"}).status_code == 404


def test_the_secretary_sets_a_share_in_percent_and_sees_the_layers(secretarys, unit, page):
    answer = secretarys.post(
        reverse("rulebook:change", args=[unit.code, "muc-rieng"]),
        {
            "key": "meeting.attendance_target",
            "value": "95",
            "starts": "2014-07-01",
            "document": "3-NQ/CB",
            "statement": "Dự họp từ 95%.",
        },
        follow=True,
    )
    assert "Tỷ lệ đảng viên dự sinh hoạt: 95%" in text(answer)
    assert str(CellRule.objects.get(key="meeting.attendance_target").value) == "0.950"
    assert "Các cấp nói gì" in text(secretarys.get(page, {"ngay": "2026-11-01"}))


def test_a_looser_value_comes_back_filled_with_what_holds(secretarys, unit):
    answer = secretarys.post(
        reverse("rulebook:change", args=[unit.code, "muc-rieng"]),
        {"key": "meeting.min_minutes", "value": "60", "starts": "2019-01-01", "document": "1", "statement": "Ngắn."},
    )
    assert answer.status_code == 422
    assert "Nhẹ hơn mức đang có: 90 phút theo 12-HD/BTCTW" in answer.content.decode()
    assert 'value="60"' in answer.content.decode()
    assert not CellRule.objects.exists()


def test_a_permission_and_a_local_pack_are_entered_and_shown_until_they_end(secretarys, unit, page):
    secretarys.post(
        reverse("rulebook:change", args=[unit.code, "cho-phep"]),
        {
            "key": "meeting.min_minutes",
            "value": "60",
            "given_by": "Đảng ủy",
            "document": "8-QĐ/ĐU",
            "starts": "2026-01-01",
            "ends": "2026-12-31",
        },
    )
    secretarys.post(
        reverse("rulebook:change", args=[unit.code, "goi-dia-phuong"]), {"pack": "an-phu", "starts": "2026-01-01"}
    )
    assert (Permission.objects.count(), PackUse.objects.count()) == (1, 1)
    shown = text(secretarys.get(page, {"ngay": "2026-11-01"}))
    assert "8-QĐ/ĐU" in shown
    assert "Phường An Phú" in shown
    assert "8-QĐ/ĐU" not in text(secretarys.get(page, {"ngay": "2027-01-01"}))


def test_a_pack_whose_file_is_gone_is_said_to_be_missing(secretarys, unit, page):
    PackUseFactory(unit=unit, pack="da-mat", starts=date(2014, 1, 1))
    assert "không còn tệp gói" in text(secretarys.get(page))


def test_a_fault_in_a_pack_is_shown_to_the_secretary_with_its_line(secretarys, page, settings, tmp_path):
    settings.RULE_PACKS = tmp_path
    (tmp_path / "hong.toml").write_text("[pack\n", encoding="utf-8")
    shown = text(secretarys.get(page))
    assert "hong.toml" in shown
    assert "không phải TOML" in shown


def test_a_rule_of_a_key_nobody_knows_any_more_still_shows(secretarys, unit, page):
    CellRuleFactory(unit=unit, key="own.old", value=3, starts=date(2014, 1, 1))
    assert "own.old" in text(secretarys.get(page))


def test_the_page_costs_a_fixed_number_of_questions(secretarys, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        secretarys.get(page, {"ngay": "2026-11-01", "sanh": "2014-01-01"})
