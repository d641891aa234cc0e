"""Files of every kind, made with words in the places where words can stand."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx
import openpyxl
import pypdf
import typst
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin
from pypdf.annotations import FreeText

FONT = "DejaVuSans-Bold.ttf"
BODY = ("Báo cáo tình hình tháng", "Chi bộ đã họp và giao việc cho từng đồng chí.")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def word(*lines: str, top: str = "", change: Callable | None = None) -> bytes:
    """A DOCX: a line on top if one is given, then ordinary text, then whatever `change` does to it."""
    document = docx.Document()
    for line in (*([top] if top else []), *BODY, *lines):
        document.add_paragraph(line)
    if change is not None:
        change(document)
    return saved(document)


def word_with(change: Callable) -> Callable[[str], bytes]:
    return lambda words: word(change=lambda document: change(document, words))


def in_header(document, words: str) -> None:
    document.sections[0].header.paragraphs[0].text = words


def in_footer_of_the_second_section(document, words: str) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].text = words


def in_a_letterhead_cell(document, words: str) -> None:
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = f"ĐẢNG BỘ XÃ\n{words}"


def on_the_third_page(document, words: str) -> None:
    document.add_page_break()
    document.add_page_break()
    document.add_paragraph(words)


def in_pieces(document, words: str) -> None:
    paragraph = document.add_paragraph()
    for letter in words:
        paragraph.add_run(letter).bold = True


def in_a_box(document, words: str) -> None:
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:p {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>'
            f"<w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        ),
    )


def as_a_watermark(document, words: str) -> None:
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:p {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textpath string="{words}"/>'
            "</v:shape></w:pict></w:r></w:p>"
        ),
    )


def deleted_but_tracked(document, words: str) -> None:
    document.element.body.insert(
        0,
        parse_xml(f'<w:p {W}><w:del w:id="1" w:author="a"><w:r><w:delText>{words}</w:delText></w:r></w:del></w:p>'),
    )


def in_the_keywords(document, words: str) -> None:
    document.core_properties.keywords = words


def in_the_title(document, words: str) -> None:
    document.core_properties.title = f"Báo cáo ({words})"


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """An office file with one more part, or another in a part's place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item != name:
                new.writestr(item, old.read(item))
        new.writestr(name, part)
    return made.getvalue()


def in_a_footnote(words: str) -> bytes:
    note = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    return with_part(word(), "word/footnotes.xml", note.encode())


def in_a_comment(words: str) -> bytes:
    note = f"<w:comments {W}><w:comment><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment></w:comments>"
    return with_part(word(), "word/comments.xml", note.encode())


def sheet(words: str = "", *, change: Callable | None = None) -> bytes:
    """An XLSX of a few cells."""
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ghi chú"])
    book.active.append(["Ngô Thị Lụa", words])
    if change is not None:
        change(book)
    return saved(book)


def named_sheet(words: str) -> bytes:
    return sheet(change=lambda book: book.create_sheet(words))


def sheet_header(words: str) -> bytes:
    def change(book) -> None:
        book.active.oddHeader.center.text = words

    return sheet(change=change)


def sheet_comment(words: str) -> bytes:
    def change(book) -> None:
        book.active["A1"].comment = Comment(words, "x")

    return sheet(change=change)


def sheet_subject(words: str) -> bytes:
    def change(book) -> None:
        book.properties.subject = words

    return sheet(change=change)


def pdf(*pages: str, title: str = "") -> bytes:
    """A PDF of text, each page's lines as given."""
    quoted = [
        "\n\n".join(f'#text("{line}")' for line in page.split("\n") if line) for page in (pages or ("\n".join(BODY),))
    ]
    source = f'#set document(title: "{title}")\n#set text(font: "Libertinus Serif")\n' + "\n#pagebreak()\n".join(quoted)
    made = typst.compile(source.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def pdf_stamp(words: str) -> bytes:
    """A PDF with a note laid over its first page."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.add_annotation(0, FreeText(text=words, rect=(50, 700, 200, 750)))
    return written(writer)


def pdf_keywords(words: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.add_metadata({"/Keywords": words})
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scan(*lines: str, stamp: str = "") -> Image.Image:
    """A page as a scanner sees it: black letters, and a red stamp in a frame."""
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    for place, line in enumerate(lines or BODY):
        draw.text((120, 520 + 60 * place), line, fill="black", font=ImageFont.truetype(FONT, 30))
    if stamp:
        draw.rectangle((130, 190, 160 + 60 * len(stamp), 300), outline="red", width=6)
        draw.text((155, 205), stamp, fill="red", font=ImageFont.truetype(FONT, 70))
    return page


def picture(words: str, form: str = "PNG") -> bytes:
    made = io.BytesIO()
    scan(stamp=words).save(made, form)
    return made.getvalue()


def picture_said(words: str) -> bytes:
    made = io.BytesIO()
    said = PngImagePlugin.PngInfo()
    said.add_itxt("Description", words)
    scan().save(made, "PNG", pnginfo=said)
    return made.getvalue()


def scanned_pdf(words: str, *, clean_before: int = 0) -> bytes:
    """Scanned pages as a PDF; the stamp stands on the last."""
    pages = [*(scan() for _page in range(clean_before)), scan(stamp=words)]
    made = io.BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return made.getvalue()


def picture_in_word(words: str) -> bytes:
    return word(change=lambda document: document.add_picture(io.BytesIO(picture(words))))


def letter(*attachments: tuple[str, bytes], subject: str = "Gửi báo cáo", body: str = "Kính gửi đồng chí.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "van-phong@vi-du.vn", "chi-bo@vi-du.vn", subject
    message.set_content(body)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def text(*lines: str) -> bytes:
    return "\n".join(lines).encode()
