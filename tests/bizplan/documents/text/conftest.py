"""Pages with text, and what a reader takes out of them."""

import subprocess
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.platypus import Flowable, SimpleDocTemplate

from bizplan.documents.text import initial_font

Needs = Callable[[str], str]


@pytest.fixture
def built() -> Callable[[Sequence[Flowable]], bytes]:
    """Builds a document from flowables and answers with its bytes."""

    def build(story: Sequence[Flowable]) -> bytes:
        target = BytesIO()
        SimpleDocTemplate(target, initialFontName=initial_font(), invariant=1).build(list(story))
        return target.getvalue()

    return build


@pytest.fixture
def read(needs: Needs, tmp_path: Path) -> Callable[[bytes], str]:
    """Reads the words of a PDF as a viewer that searches or copies does."""

    def words(pdf: bytes) -> str:
        (tmp_path / "page.pdf").write_bytes(pdf)
        command = [needs("pdftotext"), str(tmp_path / "page.pdf"), "-"]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    return words


@pytest.fixture
def fonts_of(needs: Needs, tmp_path: Path) -> Callable[[bytes], str]:
    """Lists the fonts of a PDF."""

    def names(pdf: bytes) -> str:
        (tmp_path / "fonts.pdf").write_bytes(pdf)
        command = [needs("pdffonts"), str(tmp_path / "fonts.pdf")]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    return names
