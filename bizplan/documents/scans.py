"""A photo or a PDF of a paper that somebody sends: what is kept shows the same, and nothing else of the file stays.

What a file is, its content says; its name and what the browser says of it do not count.
"""

from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from PIL import Image

from bizplan.domain.readiness.sentences import N_

from . import pictures, plain_pdf
from .pictures import NotDrawn
from .plain_pdf import NotPlain

LARGEST = 10_000_000
"""Bytes of a file that is sent, and of what is kept of it."""
MOST_PIXELS = 20_000_000
KEPT_WITHIN = (3_000, 3_000)
"""Pixels: a page of A4 can be read in all its small print."""
QUALITY = 85
_BEGINNING = 1_024
"""Within so many bytes a PDF says that it is one (ISO 32000-2, annex I)."""
_PACKED, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_HEIC = (b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif")


class Fault(Enum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    OTHER = "other"
    HEIC = "heic"
    DRAWING = "drawing"
    OFFICE = "office"
    TOO_MANY_PIXELS = "too many pixels"
    BROKEN_PICTURE = "broken picture"
    LOCKED = "locked"
    BROKEN_PDF = "broken pdf"
    TOO_MANY_PAGES = "too many pages"


REASONS = {
    Fault.EMPTY: N_("Choose a photo or a PDF first."),
    Fault.TOO_LARGE: N_("This file is larger than 10 MB. Take the photo again with a lower quality, or send the pages "
                        "one by one."),
    Fault.OTHER: N_("This is not a photo (JPEG or PNG) and not a PDF. Take a photo of the paper, or save it as PDF."),
    Fault.HEIC: N_("This photo is in a form of iPhones (HEIC) that others cannot open. Take a screenshot of it and "
                   "send that, or save it as PDF or JPEG."),
    Fault.DRAWING: N_("This is a drawing (SVG) and not a photo. Take a photo of the paper, or save it as PDF."),
    Fault.OFFICE: N_("This is a file of Word, Excel or another office program, or a packed file. Open it and save it "
                     "as PDF, or take a photo of the paper."),
    Fault.TOO_MANY_PIXELS: N_("This picture has more than 20 million pixels. Take the photo again with a lower "
                              "quality."),
    Fault.BROKEN_PICTURE: N_("This picture is damaged or not complete. Take the photo again."),
    Fault.LOCKED: N_("This PDF is locked with a password. Open it and print it to a new PDF, or take a photo of the "
                     "paper."),
    Fault.BROKEN_PDF: N_("This PDF is damaged or not complete. Save it as PDF again, or take a photo of the paper."),
    Fault.TOO_MANY_PAGES: N_("This PDF has more than 60 pages. Send only the pages that matter."),
}
"""What is said to whoever sent it."""
_OF_PICTURES = {pictures.Fault.TOO_LARGE: Fault.TOO_MANY_PIXELS, pictures.Fault.NO_PICTURE: Fault.BROKEN_PICTURE,
                pictures.Fault.BROKEN: Fault.BROKEN_PICTURE}
_OF_PDF = {plain_pdf.Fault.LOCKED: Fault.LOCKED, plain_pdf.Fault.DAMAGED: Fault.BROKEN_PDF,
           plain_pdf.Fault.TOO_MANY_PAGES: Fault.TOO_MANY_PAGES}


class NotTaken(ValueError):
    """A file that is not taken, and why."""

    def __init__(self, fault: Fault):
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Scan:
    """What is kept of a file: a "pdf", a "jpeg" or a "png", and how many pages it has."""

    kind: str
    content: bytes
    pages: int = 1


def plain_scan(sent: bytes) -> Scan:
    """A photo drawn anew, or a PDF written anew; raises NotTaken."""
    if not sent:
        raise NotTaken(Fault.EMPTY)
    if len(sent) > LARGEST:
        raise NotTaken(Fault.TOO_LARGE)
    if sent.startswith((pictures.PNG, pictures.JPEG)):
        return _photo(sent)
    if b"%PDF-" in sent[:_BEGINNING]:
        return _document(sent)
    raise NotTaken(_something_else(sent))


def _photo(sent: bytes) -> Scan:
    """A photo is kept as JPEG; a PNG stays one where that is smaller, as with what a screen shows."""
    try:
        seen = pictures.drawn(sent, lambda size: size[0] * size[1] <= MOST_PIXELS, KEPT_WITHIN)
    except NotDrawn as error:
        raise NotTaken(_OF_PICTURES[error.fault]) from error
    made = [Scan("jpeg", _saved(seen, "JPEG", quality=QUALITY))]
    if sent.startswith(pictures.PNG):
        made.append(Scan("png", _saved(seen, "PNG")))
    return min(made, key=lambda each: len(each.content))


def _saved(seen: Image.Image, form: str, **more: int) -> bytes:
    target = BytesIO()
    seen.save(target, form, **more)
    return target.getvalue()


def _document(sent: bytes) -> Scan:
    try:
        made, pages = plain_pdf.plain_pdf(sent)
    except NotPlain as error:
        raise NotTaken(_OF_PDF[error.fault]) from error
    if len(made) > LARGEST:
        raise NotTaken(Fault.TOO_LARGE)
    return Scan("pdf", made, pages)


def _something_else(sent: bytes) -> Fault:
    """What a file is that is neither a photo nor a PDF, as far as that helps whoever sent it."""
    if sent[4:8] == b"ftyp" and sent[8:12] in _HEIC:
        return Fault.HEIC
    if sent.startswith((_PACKED, _OLD_OFFICE, b"{\\rtf")):
        return Fault.OFFICE
    return Fault.DRAWING if b"<svg" in sent[:_BEGINNING].lower() else Fault.OTHER
