"""Signed by both, a page is sealed: it stays as it was, one altered byte is named, and corrections stand beside it."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, models, transaction
from django.urls import reverse

from nennep.desk.verifying import verify_everything
from nennep.documents.files.admission import admit
from nennep.documents.files.store import kept, path_of
from nennep.indicators.evidence import rows_of as rows_behind
from nennep.indicators.figures import named
from nennep.ledger.models import Seal
from nennep.ledger.seals import by_code, seal_of
from nennep.ledger.tests.tampering import triggers_lifted, undone
from nennep.meetings.actions import Record, record_meeting
from nennep.meetings.closing.actions.close import close_meeting, record_vote
from nennep.meetings.closing.actions.score import decide_level
from nennep.meetings.closing.actions.sign import (
    amend_text,
    correct_clock,
    record_signed_on_paper,
    seal_signed_on_paper,
    sign_addendum,
    sign_minutes,
    write_addendum,
)
from nennep.meetings.closing.rows import rows_of
from nennep.meetings.live.tests.goings_on import DAY, GoingOn, at_minute
from nennep.meetings.models import Addendum, Meeting, Note, Score, ScoreLine
from nennep.meetings.papers.page import page_of
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import User
from nennep.organisation.periods import Period
from nennep.rulebook.tests.factories import CellRuleFactory

NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def meeting(cell) -> Meeting:
    """A closed meeting with something in every register, nobody has signed."""
    going_on = GoingOn(cell)
    going_on.go_through()
    going_on.say("note", 24, step=going_on.step("self"), text="liên hệ việc hẹn lại dân")
    going_on.say("praise", 46, praise="praise", person=cell.member.pk, reason="hẹn đúng 12 hồ sơ")
    going_on.say("clock", 46, step=going_on.step("next"), minutes=15, reason="quên bấm")
    going_on.say("dues", 46, paid=5, owing=0)
    meeting = close_meeting(going_on.preparation, by=cell.secretary, at=at_minute(50))
    Score.objects.create(meeting=meeting, source="42-HD/BTCTW, phần 5", proposed="tốt", weaknesses="ít ý kiến")
    ScoreLine.objects.create(meeting=meeting, order=1, key="1", criterion="Thời gian", most=5, suggested=5, points=5)
    return meeting


@pytest.fixture
def sealed(meeting, cell) -> Meeting:
    sign_minutes(meeting, by=cell.minutes_secretary, at=at_minute(55))
    sign_minutes(meeting, by=cell.secretary, at=at_minute(60))
    return Meeting.objects.get(pk=meeting.pk)


def test_the_second_signature_seals_the_page_and_dates_the_minutes(meeting, cell):
    sign_minutes(meeting, by=cell.minutes_secretary, at=at_minute(55))
    assert seal_of(meeting) is None
    sign_minutes(meeting, by=cell.secretary, at=at_minute(60))
    seal = seal_of(meeting)
    assert seal is not None
    assert seal.day == DAY
    assert Meeting.objects.get().minutes_signed_on == DAY
    assert verify_everything().whole


def test_nobody_signs_for_somebody_else_or_twice(meeting, cell):
    with pytest.raises(NotAllowed, match="Chỉ người ghi biên bản và chủ trì"):
        sign_minutes(meeting, by=cell.member, at=at_minute(55))
    sign_minutes(meeting, by=cell.secretary, at=at_minute(55))
    with pytest.raises(ValidationError, match="Bạn đã ký"):
        sign_minutes(meeting, by=cell.secretary, at=at_minute(56))


def test_whoever_chaired_and_wrote_signs_once_for_both(cell):
    going_on = GoingOn(cell, minutes_secretary=cell.secretary)
    going_on.say("step", 0, step=going_on.step("Mở đầu"), by=cell.secretary)
    going_on.say("rest", 1, by=cell.secretary)
    going_on.say("conclusion", 2, text="Xong.", by=cell.secretary)
    going_on.say("step", 5, step="end", by=cell.secretary)
    meeting = close_meeting(going_on.preparation, by=cell.secretary, at=at_minute(10))
    assert len(sign_minutes(meeting, by=cell.secretary, at=at_minute(12))) == 2
    assert seal_of(meeting) is not None


def test_before_the_signatures_words_are_mended_in_view_and_after_them_no_more(meeting, cell):
    note = Note.objects.get()
    amend_text(note, "liên hệ hai lần hẹn lại dân", by=cell.secretary, at=at_minute(52))
    assert Note.objects.get().text == "liên hệ hai lần hẹn lại dân"
    sign_minutes(meeting, by=cell.secretary, at=at_minute(55))
    with pytest.raises(ValidationError, match="đã có chữ ký"):
        amend_text(meeting, "Khác.", by=cell.secretary, at=at_minute(56))
    with pytest.raises(ValidationError, match="đã có chữ ký"):
        counts = {"in_favour": 3, "against": 0, "abstaining": 0}
        record_vote(meeting, about="minutes", matter="", counts=counts, by=cell.secretary, at=at_minute(56))


def test_signed_on_paper_with_its_scan_is_sealed_with_the_scans_hash(meeting, cell):
    [admitted] = admit("bien-ban.txt", "Biên bản đã ký".encode(), says_marked=False)
    with kept(admitted) as stored:
        record_signed_on_paper(meeting, signed_on=NEXT_DAY, scan=stored, by=cell.secretary, at=at_minute(60 * 24))
    assert verify_everything().whole
    path = path_of(stored.digest)
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    try:
        broken = verify_everything().broken
    finally:
        path.unlink()  # what a test puts into the store does not go with its transaction
    assert {what for what, _why in broken} == {
        f"meetings.meeting:{meeting.pk}",
        f"file {stored.digest[:12]}.{stored.kind}",
    }
    assert all("missing or was changed" in why for _what, why in broken)


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), DAY + timedelta(days=2)])
def test_a_day_of_signing_before_the_meeting_or_ahead_of_today_is_refused(meeting, cell, day):
    with pytest.raises(ValidationError, match="Ngày ký từ ngày họp"):
        record_signed_on_paper(meeting, signed_on=day, by=cell.secretary, at=at_minute(60 * 24))
    assert not Seal.objects.exists()


def columns(record: models.Model) -> list[models.Field]:
    return [field for field in record._meta.concrete_fields if not field.primary_key]


def another(record: models.Model, field: models.Field):
    """Another value that the column takes."""
    value = getattr(record, field.attname)
    if field.is_relation:
        related = field.related_model._default_manager
        if value is None:
            return related.values_list("pk", flat=True).first()
        other = related.exclude(pk=value).values_list("pk", flat=True).first()
        return other if other is not None else (None if field.null else value)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateTimeField):
        return value + timedelta(seconds=1)
    if isinstance(field, models.DateField):
        return (value or DAY) + timedelta(days=1 if field.name != "heard_in" else 30)
    if isinstance(field, models.TimeField):
        return value.replace(minute=(value.minute + 1) % 60)
    if isinstance(field, models.DecimalField | models.IntegerField):
        return (value or 0) + 1
    if field.choices:
        return next(choice for choice, _label in field.choices if choice != value)
    return f"{value}x"[: field.max_length] if field.max_length else f"{value}x"


def test_every_column_of_every_sealed_record_changed_in_turn_is_named(sealed):
    tried = refused = 0
    for records in rows_of(sealed).values():
        for record in records:
            for field in columns(record):
                value = another(record, field)
                if value == getattr(record, field.attname):
                    continue
                with undone():
                    try:
                        with transaction.atomic():
                            type(record)._default_manager.filter(pk=record.pk).update(**{field.attname: value})
                            named = verify_everything().broken
                    except DatabaseError:  # the database itself refuses that value
                        refused += 1
                        continue
                label = f"{record._meta.label_lower}:{record.pk} column {field.attname} was changed"
                assert (f"meetings.meeting:{sealed.pk}", label) in named, label
                tried += 1
    assert tried > 80
    assert refused < tried


def test_a_record_taken_away_or_put_beside_is_named(sealed, cell):
    with undone():
        sealed.contributions.all().delete()
        assert any("is gone" in why for _what, why in verify_everything().broken)
    with undone():
        Note.objects.create(meeting=sealed, order=99, text="thêm vào sau")
        assert any("was put there after it was sealed" in why for _what, why in verify_everything().broken)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("text", "{}", "the text of its seal was changed"),
        ("digest", "0" * 64, "the text of its seal was changed"),
        ("code", "0000-0000-0000", "a check code that is not its own"),
        ("day", date(2014, 6, 4), "another kind or day"),
        ("kind", "x", "another kind or day"),
    ],
)
def test_a_seal_itself_cannot_be_changed_unseen(sealed, column, value, told):
    with undone(), triggers_lifted():
        Seal.objects.update(**{column: value})
        assert any(told in why for _what, why in verify_everything().broken)


def test_a_seal_that_is_gone_is_missed(sealed):
    with undone(), triggers_lifted():
        Seal.objects.all().delete()
        assert (f"meetings.meeting:{sealed.pk}", "was sealed and its seal is gone") in verify_everything().broken


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_or_remove_a_seal(sealed, change):
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        Seal.objects.update(kind="x") if change == "update" else Seal.objects.all().delete()


def test_people_units_and_labels_renamed_later_do_not_show_on_the_sealed_page(sealed, cell, client):
    before, code = page_of(sealed)
    cell.member.name = "Ngô Thị Lụa Mới"
    cell.member.save()
    cell.unit.name = "Chi bộ tên mới"
    cell.unit.save()
    assert page_of(sealed) == (before, code)
    assert verify_everything().whole
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    shown = client.get(sealed.get_absolute_url()).content.decode()
    said = shown[shown.index("Phần chuyên đề") : shown.index("Việc giao")]
    assert "Ngô Thị Lụa" in said
    assert "Ngô Thị Lụa Mới" not in said
    assert code in shown


def test_a_correction_stands_beside_the_page_and_the_chair_signs_it(sealed, cell):
    before = page_of(sealed)
    addendum = Addendum(meeting=sealed, passage="Ý kiến thứ nhất", correction="ba lần", reason="ghi nhầm")
    write_addendum(addendum, by=cell.minutes_secretary, at=at_minute(90))
    with pytest.raises(NotAllowed):
        sign_addendum(addendum, by=cell.minutes_secretary, at=at_minute(91))
    sign_addendum(addendum, by=cell.secretary, at=at_minute(92))
    assert page_of(sealed) == before
    assert verify_everything().whole


def test_before_the_seal_there_is_nothing_to_correct_beside(meeting, cell):
    with pytest.raises(ValidationError, match="chưa khóa"):
        write_addendum(
            Addendum(meeting=meeting, passage="x", correction="y", reason="z"), by=cell.secretary, at=at_minute(90)
        )


def test_a_workbook_cannot_write_over_a_sealed_meeting(sealed, cell):
    again = Meeting.objects.get(pk=sealed.pk)
    again.conclusion = "Khác hẳn."
    with pytest.raises(ValidationError, match="đã khóa"):
        record_meeting(again, Record(), by=cell.secretary, at=at_minute(95))
    assert Meeting.objects.get().conclusion == "Thống nhất các việc đã bàn."


def test_years_on_paper_are_sealed_by_the_day_their_register_says(cell):
    signed = MeetingFactory(unit=cell.unit, chair=cell.secretary, minutes_signed_on=date(2014, 3, 5))
    unsigned = MeetingFactory(unit=cell.unit, chair=cell.secretary, held_on=date(2014, 4, 4))
    assert seal_signed_on_paper(cell.unit, by=cell.secretary, at=at_minute(0)) == 1
    assert seal_of(signed) is not None
    assert seal_of(unsigned) is None
    assert seal_signed_on_paper(cell.unit, by=cell.secretary, at=at_minute(1)) == 0
    assert all(signature.on_paper for signature in signed.signatures.all())


def test_the_check_code_tells_kind_and_day_to_anybody_and_nothing_else(sealed, client, cell):
    code = seal_of(sealed).code
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "O")):
        assert by_code(typed) == seal_of(sealed)
    shown = client.get(reverse("meetings:check-code"), {"ma": code}).content.decode()
    assert "Trang thật" in shown
    assert "03/6/2014" in shown
    for name in (cell.unit.name, cell.secretary.name, sealed.title, sealed.conclusion):
        assert name not in shown
    assert "Không có trang nào" in client.get(reverse("meetings:check-code"), {"ma": "0000-0000-0000"}).content.decode()


def test_the_command_names_what_is_broken_and_fails(sealed, capsys):
    call_command("verify")
    assert "1 sealed pages" in capsys.readouterr().out
    Meeting.objects.update(conclusion="Khác hẳn.")
    with pytest.raises(CommandError, match="1 broken"):
        call_command("verify", "--json")
    said = json.loads(capsys.readouterr().out)
    assert said["broken"] == [
        {"what": f"meetings.meeting:{sealed.pk}", "why": f"meetings.meeting:{sealed.pk} column conclusion was changed"}
    ]


def test_nothing_is_sealed_by_half_where_the_seal_cannot_be_written(meeting, cell, monkeypatch):
    sign_minutes(meeting, by=cell.minutes_secretary, at=at_minute(55))

    def fails(*_args, **_more):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Seal.objects, "create", fails)
    with pytest.raises(DatabaseError):
        sign_minutes(meeting, by=cell.secretary, at=at_minute(60))
    assert meeting.signatures.count() == 1
    assert Meeting.objects.get().minutes_signed_on is None


def test_every_sealed_group_has_a_record_in_this_test_so_that_none_goes_untried(sealed):
    empty = {name for name, rows in rows_of(sealed).items() if not rows}
    assert not empty


def minutes_of(meeting):
    period = Period.year(2014)
    figures = [named(code) for code in ("meetings.theme_met", "meetings.theme_below", "meetings.theme_minutes")]
    return tuple(figure.value(meeting.unit, period).number for figure in figures)


def test_a_forgotten_click_found_before_the_seal_is_put_right_beside_what_was_measured(meeting, cell):
    stood = correct_clock(meeting, "study", minutes=20, reason="quên bấm", by=cell.secretary, at=at_minute(52))
    assert stood == 12
    correction = meeting.clock_corrections.get(step="nghiên cứu")
    assert (correction.measured, correction.corrected) == (12, 20)
    assert page_of(meeting)[0]["theme"]["total"] == 12 + 5 + 8 + 3 + 15 + 8


def test_after_the_seal_it_is_a_correction_beside_the_page_and_counts_once_the_chair_has_signed(sealed, cell):
    CellRuleFactory(unit=cell.unit, key="theme.min_minutes_per_meeting", value=50)
    assert minutes_of(sealed) == (0, 1, 43)
    before = page_of(sealed)
    correct_clock(sealed, "study", minutes=23, reason="quên bấm", by=cell.minutes_secretary, at=at_minute(1500))
    assert minutes_of(sealed) == (0, 1, 43)
    sign_addendum(Addendum.objects.get(), by=cell.secretary, at=at_minute(1510))
    assert minutes_of(sealed) == (1, 0, 54)
    assert page_of(sealed) == before
    assert verify_everything().whole
    rows = [str(row) for row in rows_behind(named("meetings.theme_met").question(cell.unit, Period.year(2014)))]
    assert any("biên bản ghi 43, đã đính chính" in row for row in rows)


def test_the_level_decided_above_comes_after_the_seal_and_breaks_nothing(sealed, cell):
    decide_level(sealed, level="khá", on=NEXT_DAY, decided_by="Đảng ủy", by=cell.secretary, at=at_minute(3000))
    assert sealed.level_decision.level == "khá"
    assert verify_everything().whole
