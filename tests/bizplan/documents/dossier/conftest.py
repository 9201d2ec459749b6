"""Dossiers of plans, and what a reader finds in them."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bizplan import examples
from bizplan.documents.dossier import write_dossier
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.plan import Plan as Study
from financial_models import Plan, Values, build, evaluate

AS_OF = date(2027, 1, 18)
HALF_FILLED = '{"format": 1, "language": "ar"}'
Read = Callable[..., list[str]]


@cache
def calculated(text: str) -> tuple[Study, Plan, Values]:
    """A plan file as it was written, as the engine sees it, and its figures."""
    study = plan_file.read(text)
    engine = build(assumptions(study, AS_OF))
    return study, engine, evaluate(engine.model)


@cache
def dossier(text: str, language: str) -> bytes:
    """The dossier of a plan file."""
    return write_dossier(*calculated(text), language=language, as_of=AS_OF)


def changed(name: str, change: Callable[[dict[str, Any]], None]) -> str:
    """The plan file of an example after a change."""
    document = json.loads(examples.text(name))
    change(document)
    return json.dumps(document, ensure_ascii=False)


@pytest.fixture
def pages(needs: Callable[[str], str], tmp_path: Path) -> Callable[[bytes], list[str]]:
    """The words of each page, as a viewer that searches or copies takes them out."""

    def read(pdf: bytes) -> list[str]:
        (tmp_path / "dossier.pdf").write_bytes(pdf)
        command = [needs("pdftotext"), "-layout", str(tmp_path / "dossier.pdf"), "-"]
        words = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
        return words.split("\f")[:-1]

    return read
