"""Files that mean harm are refused with a clear sentence, and the program goes on."""

import io
import os
import zipfile

import pypdf
import pytest
from django.core.exceptions import ValidationError
from PIL import Image
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from nennep.documents.files import reader
from nennep.documents.files.admission import admit
from nennep.documents.files.names import clean_name
from nennep.documents.files.reader import MAX_BYTES, read_file
from nennep.documents.files.reading.reading import Fault, Kind, Unreadable
from nennep.documents.files.refusals import TOO_HEAVY, WORDS
from nennep.documents.files.tests import making as m

RELATIONS = "word/_rels/document.xml.rels"
NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(count: int, kind: str = "image", outside: bool = True) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    rows = "".join(
        f'<Relationship Id="x{place}" Type="{OFFICE}/{kind}" Target="http://vi-du.vn/{place}"{mode}/>'
        for place in range(count)
    )
    return f'<Relationships xmlns="{NAMESPACE}">{rows}</Relationships>'.encode()


def bomb(name: str = "word/media/a.xml", size: int = 120 * 1024 * 1024) -> bytes:
    return m.with_part(m.word(), name, b"\0" * size)


def laughing() -> bytes:
    """Entities that grow a billionfold."""
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><w:document {m.W}><w:body>&l9;</w:body></w:document>'
    return m.with_part(m.word(), "word/document.xml", xml.encode())


def from_disk() -> bytes:
    xml = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document {m.W}><w:body>&f;</w:body></w:document>'
    return m.with_part(m.word(), "word/document.xml", xml.encode())


def deep(levels: int = 200_000) -> bytes:
    xml = f"<w:document {m.W}>{'<w:a>' * levels}{'</w:a>' * levels}</w:document>"
    return m.with_part(m.word(), "word/document.xml", xml.encode())


def zip_of(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def escaping() -> bytes:
    return m.with_part(m.word(), "word/../../../tmp/x.xml", b"<x/>")


def opening_with(**action: str) -> bytes:
    """A PDF that does something as soon as it is opened."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(m.pdf()))
    kind = NameObject(f"/{action.pop('S')}")
    rest = {NameObject(f"/{name}"): TextStringObject(value) for name, value in action.items()}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject("/S"): kind, **rest})
    return m.written(writer)


def with_script() -> bytes:
    return opening_with(S="JavaScript", JS="app.alert('Xin chào');")


def launching() -> bytes:
    return opening_with(S="Launch", F="calc.exe")


def carrying() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(m.pdf()))
    writer.add_attachment("a.exe", b"MZ")
    return m.written(writer)


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(m.pdf()))
    writer.encrypt("mot-mat-khau", algorithm="AES-128")  # pragma: allowlist secret
    return m.written(writer)


def thick(pages: int = 5_000) -> bytes:
    writer = pypdf.PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    return m.written(writer)


def huge_picture() -> bytes:
    made = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(made, "PNG")
    return made.getvalue()


HOSTILE = {
    "a picture fetched from outside": (lambda: m.with_part(m.word(), RELATIONS, relations(1)), Fault.EXTERNAL),
    "a template fetched from outside": (
        lambda: m.with_part(m.word(), RELATIONS, relations(1, "attachedTemplate")),
        Fault.EXTERNAL,
    ),
    "10,000 relations": (
        lambda: m.with_part(m.word(), RELATIONS, relations(10_000, "image", outside=False)),
        Fault.TOO_MANY_PARTS,
    ),
    "macros": (lambda: m.with_part(m.word(), "word/vbaProject.bin", b"x"), Fault.MACROS),
    "a field that fetches": (
        lambda: m.with_part(
            m.word(),
            "word/document.xml",
            f'<w:document {m.W}><w:p><w:r><w:instrText> DDEAUTO c:\\\\x "y"</w:instrText></w:r></w:p></w:document>'.encode(),
        ),
        Fault.EXTERNAL,
    ),
    "an object inside": (lambda: m.with_part(m.word(), "word/embeddings/oleObject1.bin", b"x"), Fault.EMBEDDED),
    "a decompression bomb": (bomb, Fault.SWELLS),
    "a bomb of a picture": (huge_picture, Fault.SWELLS),
    "entities that grow": (laughing, Fault.DAMAGED),
    "an entity that reads the disk": (from_disk, Fault.DAMAGED),
    "2,500 parts": (lambda: zip_of(*(f"word/{n}.xml" for n in range(2_500))), Fault.TOO_MANY_PARTS),
    "a part that climbs out of its folder": (escaping, Fault.DAMAGED),
    "a plain archive": (lambda: zip_of("a.docx"), Fault.ARCHIVE),
    "half a DOCX": (lambda: m.word()[:-400], Fault.DAMAGED),
    "a PDF with a script": (with_script, Fault.SCRIPTS),
    "a PDF that starts a program": (launching, Fault.SCRIPTS),
    "a PDF that carries a program": (carrying, Fault.EMBEDDED),
    "a PDF with a password": (locked, Fault.ENCRYPTED),
    "a PDF of 5,000 pages": (thick, Fault.TOO_MANY_PAGES),
    "half a PDF": (lambda: m.pdf()[:300], Fault.DAMAGED),
    "an old Word file": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, Fault.OLD_OFFICE),
    "a program": (lambda: b"MZ\x90\0" + bytes(range(256)) * 20, Fault.UNKNOWN),
    "nothing": (lambda: b"", Fault.EMPTY),
    "a hollow workbook": (
        lambda: m.with_part(m.sheet("x"), "xl/externalLinks/externalLink1.xml", b"<x/>"),
        Fault.EXTERNAL,
    ),
    "a letter in a letter": (lambda: m.letter(("a.eml", m.letter(("b.exe", b"MZ\x90\0" * 50)))), None),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_means_harm_is_refused_with_what_to_do(what):
    make, fault = HOSTILE[what]
    with pytest.raises(ValidationError) as refused:
        admit(f"a.{'eml' if 'letter' in what else 'docx'}", make(), says_marked=False)
    [sentence] = refused.value.messages
    assert sentence.endswith(".")
    if fault is not None:
        assert sentence == WORDS[fault]


def test_a_file_nested_deeper_than_anybody_writes_ends_in_a_sentence():
    try:
        read_file(deep(), "a.docx")
    except Unreadable as unreadable:
        assert unreadable.fault in (Fault.DAMAGED, Fault.SWELLS)


def test_a_file_that_is_too_heavy_is_refused_before_it_is_read():
    with pytest.raises(ValidationError, match=str(TOO_HEAVY)):
        admit("a.docx", bytes(MAX_BYTES + 1), says_marked=False)


def test_a_reader_that_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", 0.01)
    with pytest.raises(Unreadable) as stopped:
        read_file(m.word(), "a.docx")
    assert stopped.value.fault is Fault.TOO_SLOW


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_the_reader_may_not_write_a_file(tmp_path):
    import subprocess
    import sys

    tried = f"import nennep.documents.files.reading.limits as l; l.limit();open({str(tmp_path / 'a')!r}, 'wb', 0).write(b'x')"
    done = subprocess.run([sys.executable, "-c", tried], capture_output=True, check=False)
    assert done.returncode != 0
    assert not (tmp_path / "a").exists() or (tmp_path / "a").read_bytes() == b""


def test_a_link_that_a_reader_follows_does_no_harm():
    content = m.with_part(m.word(), RELATIONS, relations(1, "hyperlink"))
    assert read_file(content, "a.docx").kind is Kind.DOCX


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("../../etc/passwd", Kind.TEXT, "passwd.txt"),
        ("..\\..\\a.docx", Kind.DOCX, "a.docx"),
        ("bao\u202efdp.exe", Kind.PDF, "baofdp.exe.pdf"),
        ("a.docx\0.exe", Kind.DOCX, "a.docx.exe.docx"),
        ("  .htaccess ", Kind.TEXT, "htaccess.txt"),
        ("", Kind.PDF, "tep.pdf"),
        ("Báo cáo 05.DOCX", Kind.DOCX, "Báo cáo 05.docx"),
        ("x" * 300 + ".pdf", Kind.PDF, "x" * 120 + ".pdf"),
        ("anh.jpeg", Kind.JPEG, "anh.jpeg"),
    ],
)
def test_a_name_is_shown_without_what_could_mislead(name, kind, shown):
    assert clean_name(name, kind) == shown
