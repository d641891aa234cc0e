from tests.access.document import FILE, written


def test_the_document_says_what_the_tables_say():
    assert FILE.read_text(encoding="utf-8") == written(), "run: python -m tests.access.document"
