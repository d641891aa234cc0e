"""Write a report to files: the same tree four times."""

from collections.abc import Callable
from pathlib import Path

from nennep.paper.blocks import Document
from nennep.paper.docx_writer import to_docx
from nennep.paper.html_writer import to_html_page
from nennep.paper.json_writer import to_json
from nennep.paper.pdf_writer import to_pdf

WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": to_docx,
    "pdf": to_pdf,
    "html": lambda document: to_html_page(document).encode(),
    "json": lambda document: to_json(document).encode(),
}


def write_files(document: Document, folder: Path, name: str) -> list[Path]:
    """Write the document in all four formats into the folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for ending, write in WRITERS.items():
        file = folder / f"{name}.{ending}"
        file.write_bytes(write(document))
        files.append(file)
    return files
