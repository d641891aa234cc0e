import re
from html.parser import HTMLParser

from nennep.paper.blocks import Citation, Figure, Gap, Paragraph, Sources, Text
from nennep.paper.html_writer import to_html, to_html_page
from nennep.paper.tests.documents import (
    TURNS,
    TURNS_SOURCE,
    document,
    paragraph,
    report,
)

NASTY = """#let x = 1 $a$ *b* _c_ <script>alert("d")</script> & ' ` \\ [e] @f https://g"""


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "hr", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def having(self, name: str, value: str) -> list[dict[str, str | None]]:
        return [attrs for _, attrs in self.tags if value in (attrs.get(name) or "").split()]


def test_a_report_is_a_sheet_with_letterhead_subject_and_feet() -> None:
    read = _Reader(to_html(report()))
    assert read.tags[0] == ("article", {"class": "sheet", "aria-label": "Báo cáo tổng kết 4 năm"})
    for part in ("heads", "ruled", "subject", "fact", "docno", "feet", "gap"):
        assert read.having("class", part), part
    assert read.open == []


def test_a_figure_leads_to_its_evidence_and_keeps_its_code() -> None:
    fact = _Reader(to_html(document(Paragraph((TURNS,))))).having("class", "fact")
    assert fact == [{"class": "fact", "data-code": TURNS.code, "data-mark": "1", "href": TURNS.evidence}]


def test_a_figure_stays_on_one_line() -> None:
    assert ">11\u00a0lượt<" in to_html(document(Paragraph((TURNS,))))


def test_a_gap_says_that_nothing_is_recorded_and_leads_to_the_act_that_mends_it() -> None:
    html = to_html(document(Paragraph((Gap("oversight.guided", "/thieu/2/"),))))
    assert '<a class="gap" data-code="oversight.guided" href="/thieu/2/">chưa có số liệu</a>' in html


def test_every_character_comes_out_literally() -> None:
    read = _Reader(to_html(document(paragraph(NASTY), title=NASTY)))
    assert read.text.strip() == NASTY
    assert [tag for tag, _ in read.tags] == ["article", "p"]
    assert read.tags[0][1]["aria-label"] == NASTY


def test_an_address_that_would_run_a_script_is_not_linked() -> None:
    evil = "javascript:alert(1)"
    html = to_html(document(Paragraph((Citation("a", evil), Figure("b", "c", evil), Gap("d", evil)))))
    assert "javascript" not in html
    assert "href" not in html


def test_the_page_on_a_disk_carries_the_records_of_every_figure() -> None:
    page = to_html_page(report())
    read = _Reader(page)
    for number in (1, 2, 3):
        assert len(read.having("id", f"so-{number}")) == 1
    assert "Trịnh Công Bằng" in read.text
    assert "Bản này không kèm bản ghi" in read.text
    targets = {attrs["id"] for _, attrs in read.tags if attrs.get("id")}
    inside = [href[1:] for _, attrs in read.tags if (href := attrs.get("href") or "").startswith("#")]
    assert inside
    assert set(inside) <= targets


def test_the_page_on_a_disk_has_no_link_that_leads_nowhere_and_fetches_nothing() -> None:
    read = _Reader(to_html_page(report()))
    hrefs = [attrs["href"] or "" for tag, attrs in read.tags if tag == "a" and "href" in attrs]
    assert [href for href in hrefs if not href.startswith("#")] == ["https://example.vn/03-ct-tw"]
    assert not [tag for tag, _ in read.tags if tag in ("script", "link", "img", "iframe")]
    assert not re.search(r"url\(|@import", to_html_page(report()))


def test_the_clean_copy_on_a_disk_still_shows_the_records() -> None:
    page = to_html_page(document(Paragraph((TURNS,)), sources=(TURNS_SOURCE,)))
    assert "Trịnh Công Bằng" in page
    assert "<sup>" not in page


def test_a_document_without_figures_has_no_sources_and_no_evidence() -> None:
    page = to_html_page(document(Paragraph((Text("Không."),)), Sources()))
    assert "NGUỒN SỐ LIỆU" not in page
    assert "evidence" not in page.split("</style>")[1]


def test_the_foot_stands_once_at_the_end_of_the_sheet() -> None:
    read = _Reader(to_html(document(paragraph("Biên bản."), foot="Mã kiểm tra: <0A1B>")))
    assert len(read.having("class", "foot")) == 1
    assert read.text.split() == ["Biên", "bản.", "Mã", "kiểm", "tra:", "<0A1B>"]
    assert 'class="plain foot"' not in to_html(document(paragraph("Biên bản.")))
