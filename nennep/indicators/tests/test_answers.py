"""The five kinds of answers, on a handful of rows."""

from fractions import Fraction

import pytest

from nennep.indicators.answers import NO_RECORDS, Count, Distinct, Share, Total, TotalShare, Value
from nennep.indicators.figures import Figure, UnknownFigure, figure, named, plain, written
from nennep.organisation.models import Person
from nennep.oversight.models import ServiceMonth
from nennep.oversight.tests.factories import ServiceMonthFactory
from nennep.recognition.models import BookEntry
from nennep.recognition.tests.factories import BookEntryFactory


def test_none_found_is_zero_only_where_there_was_something_to_look_through(cell):
    everybody, nobody = Person.objects.all(), Person.objects.none()
    assert Count(nobody).value() == NO_RECORDS
    assert Count(nobody, among=nobody).value() == NO_RECORDS
    assert Count(nobody, among=everybody).value() == Value(0, 0)
    assert Distinct(nobody, of="sex", among=everybody).value() == Value(0, 0)
    assert Distinct(nobody, of="sex").value() == NO_RECORDS


def test_an_empty_base_gives_no_share(cell):
    assert Share(Person.objects.all(), base=Person.objects.none()).value() == NO_RECORDS


def test_nobody_out_of_some_is_an_honest_zero_percent(cell):
    everybody = Person.objects.all()
    assert Share(Person.objects.none(), base=everybody).value() == Value(Fraction(0), 7, 0, 7)


def test_a_share_is_exact_to_the_last_digit(cell):
    women = Person.objects.filter(pk__in=[cell.member.pk, cell.secretary.pk])
    value = Share(women, base=Person.objects.all()).value()
    assert value.number == Fraction(200, 7)
    assert plain(value) == 28.6


def test_a_total_is_the_sum_and_no_rows_are_no_total(cell):
    assert Total(ServiceMonth.objects.all(), of="total").value() == NO_RECORDS
    for field, total in (("a", 3), ("b", 0)):
        ServiceMonthFactory(unit=cell.unit, field=field, total=total, on_time=0)
    assert Total(ServiceMonth.objects.all(), of="total").value() == Value(3, 2)
    assert Total(ServiceMonth.objects.filter(field="b"), of="total").value() == Value(0, 1)


def test_a_share_of_totals_with_nothing_in_it_has_no_value(cell):
    ServiceMonthFactory(unit=cell.unit, total=0, on_time=0)
    assert TotalShare(ServiceMonth.objects.all(), part="on_time", whole="total").value() == Value(None, 1)


def test_an_order_of_the_rows_does_not_change_how_many_differ(cell):
    for number in (1, 2, 3):
        BookEntryFactory(unit=cell.unit, person=cell.member, introduced_by=cell.secretary, number=number)
    assert Distinct(BookEntry.objects.order_by("number"), of="person").value() == Value(1, 3)


@pytest.mark.parametrize(
    ("counts", "value", "words"),
    [
        ("lượt", Value(11, 11), "11 lượt"),
        ("người", Value(9, 11), "09 người"),
        ("đơn", Value(0, 43), "0 đơn"),
        ("hồ sơ", Value(3647, 43), "3.647 hồ sơ"),
        ("%", Value(Fraction(100 * 580, 638), 638, 580, 638), "90,9%"),
        ("%", Value(Fraction(100), 68, 68, 68), "100%"),
        ("%", Value(None, 0), "chưa có số liệu"),
        ("lượt", Value(None, 0), "chưa có số liệu"),
    ],
)
def test_a_value_is_written_as_people_write_it(counts, value, words):
    asked = Figure("x.y", "Tên", counts, "cơ sở", "during", lambda unit, period: Count(Person.objects.none()))
    assert written(asked, value) == words


def test_almost_all_is_never_written_as_all():
    asked = Figure("x.y", "Tên", "%", "cơ sở", "during", lambda unit, period: Count(Person.objects.none()))
    assert written(asked, Value(Fraction(100 * 9999, 10000), 10000, 9999, 10000)) != "100%"


def test_two_figures_cannot_share_a_code():
    with pytest.raises(ValueError, match="recognition.book_turns"):
        figure("recognition.book_turns", "Tên", counts="lượt", base="Sổ")(
            lambda unit, period: Count(Person.objects.none())
        )
    assert named("recognition.book_turns").name == "Lượt đảng viên được ghi Sổ"


def test_an_unknown_figure_is_named():
    with pytest.raises(UnknownFigure, match="recognition.applause"):
        named("recognition.applause")
