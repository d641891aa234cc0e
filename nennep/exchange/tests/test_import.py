"""The example workbook goes in whole; the same again changes nothing; a corrected cell is a correction."""

import pytest
from django.core.management import CommandError, call_command

from nennep.documents.actions import register_document
from nennep.documents.models import Document
from nennep.exchange.tests.workbooks import (
    AT,
    all_rows,
    cell,
    content_of,
    delete_rows,
    enter,
    records,
    small_book,
    whole_book,
)
from nennep.exchange.workbook.registers import REGISTERS
from nennep.ledger.acts import Outcome
from nennep.ledger.chain import verify
from nennep.ledger.models import Entry
from nennep.meetings.models import Attendance, Meeting
from nennep.organisation.access import Operator
from nennep.organisation.models import Membership, Person, Unit
from nennep.portal.models import ArticlePage
from nennep.programme.models import PledgeItem, Task, Theme
from nennep.recognition.models import BookEntry
from tests.house import EXAMPLE

pytestmark = pytest.mark.django_db


def test_every_record_of_the_example_is_added_to_an_empty_database_and_once_only():
    assert not Unit.objects.exists()
    book = whole_book()
    first = enter(book)
    assert {name: counts.get(Outcome.ADDED, 0) for name, counts in first.outcomes.items()} == {
        sheet: len(records(book, sheet)) for sheet in book.sheetnames
    }
    assert first.total(Outcome.CORRECTED) == first.total(Outcome.UNCHANGED) == 0
    verdict = verify()
    assert verdict.whole
    assert verdict.entries >= first.changed

    before = all_rows()
    again = enter(book)
    assert again.changed == 0
    assert again.total(Outcome.UNCHANGED) == first.total(Outcome.ADDED)
    assert all_rows() == before


def test_the_workbook_has_a_sheet_for_each_register_and_no_other():
    assert sorted(whole_book().sheetnames) == sorted(sheet.name for sheet in REGISTERS)


def test_every_sheet_of_the_example_has_the_headings_of_its_register():
    book = whole_book()
    for sheet in REGISTERS:
        assert [found.value for found in book[sheet.name][1]] == [column.heading for column in sheet.columns], (
            sheet.name
        )


def test_a_number_of_the_workbook_means_the_document_of_the_workbook_when_another_year_used_it_again():
    enter(small_book())
    ours = Document.objects.get(symbol="KH/CBBQL", number=45)
    later = ours.issued_on.replace(year=ours.issued_on.year + 5)
    again = Document(
        register=ours.register,
        type=ours.type,
        number=45,
        symbol=ours.symbol,
        issuer=ours.issuer,
        issued_on=later,
        subject="về việc khác",
    )
    register_document(again, by=Operator(), at=AT)
    assert enter(small_book()).changed == 0


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    before = all_rows()
    result = enter(small_book(), dry_run=True)
    assert result.changed > 200
    assert all_rows() == before


def test_a_dry_run_over_records_that_are_there_tells_a_correction_from_an_addition():
    enter(small_book())
    before, entries = all_rows(), Entry.objects.count()
    book = small_book()
    cell(book, "Con người", "Chức vụ chuyên môn").value = "Giám đốc"
    result = enter(book, dry_run=True)
    assert (result.total(Outcome.CORRECTED), result.total(Outcome.ADDED)) == (1, 0)
    assert (all_rows(), Entry.objects.count()) == (before, entries)
    assert not Person.objects.filter(job="Giám đốc").exists()


CORRECTED = {
    "Con người": ("Chức vụ chuyên môn", "Giám đốc", "organisation.list_person.correct"),
    "Văn bản": ("Trích yếu", "về việc khác", "documents.register.correct"),
    "Sinh hoạt": ("Kết luận", "Kết luận khác.", "meetings.record.correct"),
    "Sổ tiêu biểu": ("Tác dụng", "Tác dụng khác", "recognition.enter_in_book.correct"),
    "Phục vụ": ("Nguồn", "Sổ khác", "oversight.return_service.correct"),
    "Hạn chế": ("Biện pháp", "Biện pháp khác", "programme.record_limitation.correct"),
}


def test_corrected_cells_are_corrected_and_each_is_in_the_ledger():
    enter(small_book())
    entries = Entry.objects.count()
    book = small_book()
    for sheet, (heading, value, _) in CORRECTED.items():
        cell(book, sheet, heading).value = value
    result = enter(book)
    changed = {
        sheet: counts[Outcome.CORRECTED] for sheet, counts in result.outcomes.items() if Outcome.CORRECTED in counts
    }
    assert changed == dict.fromkeys(CORRECTED, 1)
    acts = Entry.objects.filter(sequence__gt=entries).values_list("act", flat=True)
    assert sorted(acts) == sorted(act for _, _, act in CORRECTED.values())
    assert BookEntry.objects.get(number=1).effect == "Tác dụng khác"
    assert verify().whole


def test_a_row_that_left_the_workbook_stays_in_the_registers():
    """An import adds and corrects; it never removes what somebody entered."""
    enter(small_book())
    book = small_book()
    assert delete_rows(book, "Sổ tiêu biểu", lambda record: record["Số"] == 1) == 1
    assert enter(book).changed == 0
    assert BookEntry.objects.filter(number=1).exists()


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (PledgeItem, {"standard": "3", "own_outcome": "kept", "own_words": "Đều tay."}),
        (Task, {"passage": "điểm 2 mục II"}),
        (Theme, {"last_year": 2030}),
    ],
)
def test_what_was_said_on_the_pages_and_has_no_column_stays_when_the_workbook_is_read_again(model, said):
    enter(whole_book())
    last = model.objects.order_by("pk").last()
    model.objects.filter(pk=last.pk).update(**said)
    assert enter(whole_book()).changed == 0
    book = whole_book()
    cell(book, "Nhiệm vụ", "Sản phẩm", len(records(book, "Nhiệm vụ")) + 1).value = "Biên bản họp và ảnh"
    cell(book, "Đăng ký", "Thước đo", len(records(book, "Đăng ký")) + 1).value = "mỗi tuần một lần, có sổ"
    cell(book, "Chuyên đề", "Tên gọn", len(records(book, "Chuyên đề")) + 1).value = "Tên gọn mới"
    assert enter(book).total(Outcome.CORRECTED) == 3
    last.refresh_from_db()
    assert {name: getattr(last, name) for name in said} == said


def test_a_sheet_left_out_is_not_an_emptied_register():
    enter(small_book())
    book = small_book()
    del book["Sổ tiêu biểu"]
    result = enter(book)
    assert "Sổ tiêu biểu" not in result.outcomes
    assert BookEntry.objects.count() == 11


def test_the_roll_of_each_meeting_comes_from_the_registers_of_people():
    enter(small_book())
    exempt = Attendance.objects.filter(status="exempt")
    assert exempt.exists() is Meeting.objects.filter(held_on__gte="2012-10-01", held_on__lte="2013-12-31").exists()
    for meeting in Meeting.objects.all():
        on_roll = Membership.objects.of(meeting.unit).on(meeting.held_on).members().count()
        assert meeting.attendances.filter(standing__in=["full", "probationary"]).count() == on_roll


def test_a_published_article_gets_its_page():
    book = small_book()
    published = [record for record in records(book, "Bài viết") if record["Trạng thái"] == "đã đăng"]
    enter(book)
    assert ArticlePage.objects.live().count() == len(published) > 0


def test_what_looks_odd_but_may_be_true_is_a_warning_with_its_cell():
    result = enter(small_book())
    odd = [warning for warning in result.warnings if warning.sheet == "Kế hoạch năm"]
    assert [(warning.cell, warning.blocks) for warning in odd] == [("D3", False)]
    assert "sau ngày phát động 05/02/2013" in odd[0].what


def test_the_order_of_sheets_and_columns_does_not_matter():
    book = small_book()
    book.move_sheet("Con người", offset=10)
    people = book["Con người"]
    for row in people.iter_rows(max_col=4):
        for one, value in zip(row, [one.value for one in reversed(row)], strict=True):
            one.value = value
    assert enter(book).total(Outcome.ADDED) == enter(small_book()).total(Outcome.UNCHANGED)


def test_spaces_letter_case_and_spelling_of_unicode_do_not_make_another_record():
    import unicodedata

    enter(small_book())
    book = small_book()
    name = cell(book, "Tư cách", "Họ và tên")
    name.value = unicodedata.normalize("NFD", f"  {name.value.upper()} ")
    standing = cell(book, "Tư cách", "Tư cách")
    standing.value = "Chính  thức"
    assert enter(book).changed == 0


def test_the_command_imports_and_says_what_it_did(capsys, tmp_path):
    file = tmp_path / "sổ chi bộ.xlsx"
    file.write_bytes(content_of(small_book()))
    call_command("import", str(file), "--unit=CBBQL")
    said = capsys.readouterr()
    assert "Đã nhập: Chi bộ Ban Quản lý các KCN tỉnh Hưng Yên" in said.out
    assert "Lưu ý: Kế hoạch năm!D3" in said.err
    assert Unit.objects.filter(code="CBBQL").exists()


def test_the_command_tries_without_writing(capsys, tmp_path):
    file = tmp_path / "so.xlsx"
    file.write_bytes(content_of(small_book()))
    call_command("import", str(file), "--unit=CBBQL", "--dry-run")
    assert "Thử xong, chưa ghi gì" in capsys.readouterr().out
    assert not Unit.objects.exists()


def test_the_command_names_each_cell_to_mend_and_fails(capsys, tmp_path):
    book = small_book()
    cell(book, "Con người", "Giới tính", 3).value = "trai"
    file = tmp_path / "so.xlsx"
    file.write_bytes(content_of(book))
    with pytest.raises(CommandError, match="Không nhập: 1 chỗ phải sửa. Dữ liệu vẫn như cũ."):
        call_command("import", str(file), "--unit=CBBQL")
    assert "Con người!C3: “trai” không có trong danh mục. Chọn một trong: nữ, nam." in capsys.readouterr().err
    assert not Unit.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="1 chỗ phải sửa"):
        call_command("import", str(tmp_path / "không có.xlsx"), "--unit=CBBQL")


def test_the_shipped_example_opens_from_its_path(capsys):
    call_command("import", str(EXAMPLE), "--unit=CBBQL", "--dry-run")
    assert "sửa 0, đã có 0" in capsys.readouterr().out
