"""Papers in a demo: pictures on which nothing stands but that they are made up."""

from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bizplan.documents.scans import plain_scan
from bizplan.domain.lending.papers import Reader
from bizplan.storage import papers
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New

from .two import Two

SIZE, MARGIN, LETTERS = (1_200, 760), 80, 60
WORDS = "VOORBEELD\n{name}\ngeen echt document"


def send_paper(two: Two, paper: str, name: str, reader: Reader, valid_until: date | None = None) -> None:
    """The entrepreneur sends a picture of a paper."""
    scan = plain_scan(_drawn(name))
    new = New(paper, scan.kind, scan.content, scan.pages, name, reader, valid_until)
    papers.keep(two.tx, two.plan, two.owner, new, new_id())


def _drawn(name: str) -> bytes:
    sheet, target = Image.new("RGB", SIZE, "white"), BytesIO()
    ImageDraw.Draw(sheet).multiline_text(
        (MARGIN, MARGIN), WORDS.format(name=name), "grey", ImageFont.load_default(LETTERS), spacing=LETTERS)
    sheet.save(target, "PNG")
    return target.getvalue()
