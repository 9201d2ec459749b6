"""What people tell in their own script is found again, word by word and in order, by each family of viewers.

Poppler is what Linux desktops read with, PDFium is the viewer of Chrome, MuPDF that of many telephones.
"""

import re
import subprocess
from datetime import date
from functools import cache
from unicodedata import normalize

import pytest

from bizplan import delivery
from bizplan.workshop import Workshop
from tests.bizplan.documents.four_scripts import NARRATIVES, four_scripts

AS_OF = date(2027, 1, 18)
FROM_THE_RIGHT = ("ar", "fa", "ps")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufffe]")
MARKS = re.compile("[\u064b-\u0655]")


@cache
def dossier(language):
    """A dossier that is told in seven languages."""
    return delivery.document("dossier", Workshop.on(four_scripts(), AS_OF), language, AS_OF)


def plain(text):
    """Words with one space between them, without what nobody sees and without the shapes of letters."""
    return " ".join(UNSEEN.sub("", normalize("NFKC", text)).split())


@cache
def by_poppler(program):
    """The words of the dossier by Poppler."""
    done = subprocess.run([program, "-", "-"], input=dossier("nl"), capture_output=True, check=True)
    return plain(done.stdout.decode())


@cache
def by_pdfium():
    """The words of the dossier by the viewer of Chrome."""
    import pypdfium2
    with pypdfium2.PdfDocument(dossier("nl")) as document:
        return plain("\n".join(page.get_textpage().get_text_range() for page in document))


@cache
def by_mupdf(program, path):
    """The words of the dossier by MuPDF."""
    path.write_bytes(dossier("nl"))
    done = subprocess.run([program, "draw", "-q", "-F", "text", str(path)], capture_output=True, check=True)
    return plain(done.stdout.decode())


@pytest.mark.parametrize("language", NARRATIVES)
def test_poppler_finds_every_sentence(language, needs):
    assert plain(NARRATIVES[language]) in by_poppler(needs("pdftotext"))


@pytest.mark.parametrize("language", NARRATIVES)
def test_the_viewer_of_chrome_finds_every_sentence(language, needs):
    assert needs("module:pypdfium2")
    assert plain(NARRATIVES[language]) in by_pdfium()


@pytest.mark.parametrize("language", [language for language in NARRATIVES if language not in FROM_THE_RIGHT])
def test_mupdf_finds_every_sentence_that_runs_from_the_left(language, needs, tmp_path_factory):
    assert plain(NARRATIVES[language]) in by_mupdf(needs("mutool"), tmp_path_factory.getbasetemp() / "dossier.pdf")


@pytest.mark.parametrize("language", FROM_THE_RIGHT)
def test_mupdf_has_every_word_that_runs_from_the_right_in_the_order_in_which_it_is_seen(
        language, needs, tmp_path_factory):
    """MuPDF 1.21 takes letters out as they stand on the page, from the left, whoever made it."""
    seen = MARKS.sub("", by_mupdf(needs("mutool"), tmp_path_factory.getbasetemp() / "dossier.pdf"))
    words = re.findall(r"\w+", MARKS.sub("", plain(NARRATIVES[language])))
    assert " ".join(reversed([word[::-1] for word in words[:4]])) in seen
    assert [word for word in words if word[::-1] not in seen] == []
