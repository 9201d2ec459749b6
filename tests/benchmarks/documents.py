"""The workbook and the dossier, against plain writes of as many cells, and a whole build in a fresh process."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl

import bizplan
from bizplan import examples
from bizplan.domain.assumptions import assumptions
from financial_models import build as build_plan
from financial_models import evaluate
from tests.benchmarks.businesses import AS_OF, largest_example
from tests.benchmarks.measure import Figure, peak_megabytes, seconds
from tests.bizplan.documents.four_scripts import four_scripts

FORMULAS, PAGES = 15_000, 25                             # what the wanted times are said for
ROW = 72
HOME = Path(bizplan.__file__).parents[1]


def workbook() -> Iterator[Figure]:
    """The workbook with values and formats, against as many bare formulas by openpyxl."""
    from bizplan.documents.model import model_workbook
    name, study, plan = largest_example()
    values = evaluate(plan.model)

    def made() -> bytes:
        return model_workbook(study, plan, values, language="en", as_of=AS_OF)
    count = formulas(made())
    time, floor = seconds(made, 2), seconds(lambda: bare_workbook(count), 2)
    yield Figure(f"workbook of {name}, {count:,} formulas", time, "s", floor)
    yield Figure(f"  for each {FORMULAS:,} formulas", time * FORMULAS / count, "s", floor * FORMULAS / count, "1.5 s")
    yield Figure("  peak memory", peak_megabytes(made), "MB")


def formulas(content: bytes) -> int:
    """How many formulas a workbook has."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    return sum(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def bare_workbook(count: int) -> bytes:
    """So many formulas and nothing else."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Formulas")
    for row in range(1, count // ROW + 2):
        sheet.append([f"=A{row + 1}+B{row + 1}*2"] * ROW)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def dossier() -> Iterator[Figure]:
    """The dossier, in pages a second."""
    import pikepdf

    from bizplan.documents.dossier import write_dossier
    name, study, plan = largest_example()
    values = evaluate(plan.model)

    def made() -> bytes:
        content: bytes = write_dossier(study, plan, values, language="en", as_of=AS_OF)
        return content
    with pikepdf.open(BytesIO(made())) as pdf:
        pages = len(pdf.pages)
    time = seconds(made, 2)
    yield Figure(f"dossier of {name}, {pages} pages", time, "s")
    yield Figure(f"  for each {PAGES} pages", time * PAGES / pages, "s", wanted="1.5 s")
    yield Figure("  pages a second", pages / time, "pages")


def four_scripts_in_one() -> Iterator[Figure]:
    """A dossier whose texts stand in Latin, Arabic, Ethiopic and Cyrillic letters, for each 25 pages."""
    import pikepdf

    from bizplan.documents.dossier import write_dossier
    study = four_scripts()
    plan = build_plan(assumptions(study, AS_OF))
    values = evaluate(plan.model)

    def made() -> bytes:
        return write_dossier(study, plan, values, language="nl", as_of=AS_OF)
    with pikepdf.open(BytesIO(made())) as pdf:
        pages = len(pdf.pages)
    time = seconds(made, 3)
    yield Figure(f"dossier in four scripts, {pages} pages", time, "s")
    yield Figure(f"  for each {PAGES} pages", time * PAGES / pages, "s", wanted="1.5 s")


def from_cold() -> Iterator[Figure]:
    """``bizplan build`` in a process of its own: the first time after it was installed, and again."""
    name, _, _ = largest_example()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for package in ("bizplan", "financial_models"):
            shutil.copytree(HOME / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "plan.json").write_text(examples.text(name), encoding="utf-8")
        for when, times in (("the first time", 1), ("again", 3)):
            time = seconds(lambda: build(folder), times)
            yield Figure(f"bizplan build {name} from cold, {when}", time, "s", wanted="5 s")


def build(folder: Path) -> None:
    """The documents of a plan, as the command line makes them from the packages in a folder."""
    setting = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-m", "bizplan.cli", "build", "plan.json", "--out", "out"],
        cwd=folder, env={**setting, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
