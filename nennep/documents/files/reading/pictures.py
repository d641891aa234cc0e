"""Scans and photographs: PNG, JPEG, TIFF."""

import io
from dataclasses import dataclass, field

from PIL import Image, ImageChops, UnidentifiedImageError

from nennep.documents.files.reading.ocr import read_page
from nennep.documents.files.reading.reading import Fault, Kind, Reading, Unreadable
from nennep.documents.gate.lines import Line, lines_in

KINDS = {"PNG": Kind.PNG, "JPEG": Kind.JPEG, "MPO": Kind.JPEG, "TIFF": Kind.TIFF}
MOST_SCANS = 40
"""Scanned pages that are read while somebody waits; a thicker file has to come in parts."""
_LONGEST = 2400
"""Points of a page's longer side that are read: about 200 to the inch on A4."""
_RED = 60
_A_STAMP = 0.0005
"""Share of a page that a stamp's ink covers at least."""
_SMALLEST = 60
"""A logo or a bullet carries no stamp."""
Image.MAX_IMAGE_PIXELS = 80_000_000
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError)


@dataclass
class OfPictures:
    """What several pictures of one file hold together."""

    count: int = 0
    lines: list[Line] = field(default_factory=list)
    unread: int = 0

    def look_at(self, content: bytes) -> None:
        """Add one picture's lines; one that is too small to be read is passed over."""
        try:
            with Image.open(io.BytesIO(content)) as picture:
                if min(picture.size) < _SMALLEST:
                    return
                self.add(read_scan(picture))
        except Image.DecompressionBombError as error:
            raise Unreadable(Fault.SWELLS) from error
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED) from error

    def add(self, lines: list[str] | None) -> None:
        self.count += 1
        if lines is None:
            self.unread += 1
        else:
            self.lines += lines_in(lines, scanned=True)


def read_scan(picture: Image.Image) -> list[str] | None:
    """The lines of a page, then what stands on it in red: a stamp laid over letters is read once they are gone."""
    lines = read_page(page_of(picture))
    if lines is None:
        return None
    red = red_of(picture)
    return lines + (read_page(page_of(red)) or []) if red is not None else lines


def red_of(picture: Image.Image) -> Image.Image | None:
    """What is red, in black on white; None for a page with next to nothing in red."""
    if picture.mode == "L" or picture.mode == "1":
        return None
    red, green, _blue = picture.convert("RGB").split()
    only = ImageChops.subtract(red, green).point(lambda value: 0 if value > _RED else 255)
    return only if only.histogram()[0] > _A_STAMP * only.width * only.height else None


def page_of(picture: Image.Image) -> bytes:
    """One page as a grey PNG of a size that can be read in seconds."""
    grey = picture.convert("L")
    grey.thumbnail((_LONGEST, _LONGEST))
    written = io.BytesIO()
    grey.save(written, "PNG", compress_level=1)
    return written.getvalue()


def read_picture(content: bytes) -> Reading:
    """A scan of one page, or a TIFF of several."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind = KINDS.get(picture.format or "")
            if kind is None:
                raise Unreadable(Fault.UNKNOWN)
            pages = getattr(picture, "n_frames", 1)
            if pages > MOST_SCANS:
                raise Unreadable(Fault.TOO_MANY_SCANS)
            found = OfPictures()
            for page in range(pages):
                picture.seek(page)
                found.add(read_scan(picture))
            said = [value for value in picture.info.values() if isinstance(value, str)]
            said += [str(value) for value in picture.getexif().values() if isinstance(value, str)]
    except Image.DecompressionBombError as error:
        raise Unreadable(Fault.SWELLS) from error
    except _BROKEN as error:
        raise Unreadable(Fault.DAMAGED) from error
    return Reading(kind, found.lines, said, pages=pages, unread=found.unread)
