"""A legal figure in a Python file is a defect: law is data, with a date and a source."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.house import figures
from tests.house.sources import CODE, ROOT, files, name, python_files

DESCRIBED = [*python_files("financial_models/blocks"), ROOT / "financial_models/plan.py"]
ASSUMED = python_files("financial_models/assumptions")
LAID_OUT = python_files("bizplan/documents")
ELSEWHERE = [path for path in python_files(*CODE) if path not in (*DESCRIBED, *ASSUMED, *LAID_OUT)]
LAW = [path for path in files("financial_models/law") if path.suffix == ".toml"]


def findings(rule: Callable[[str], Iterable[str]], paths: list[Path]) -> list[str]:
    return [f"{name(path)}: {finding}" for path in paths if path.exists() for finding in rule(path.read_text("utf-8"))]


def test_the_business_is_described_without_figures():
    assert findings(figures.unexplained_figures, DESCRIBED) == []


def test_assumptions_are_checked_without_figures_of_the_law():
    assert findings(figures.particular_figures, ASSUMED) == []


def test_no_figure_of_the_law_is_written_in_python():
    law = figures.numbers_of_law(LAW)
    assert findings(lambda text: figures.legal_figures(text, law), ELSEWHERE) == []


FIGURES = ["vat = price * 0.21", "ceiling = 25_000", 'rate = Decimal("0.205")', "tax = -0.0765 * x", "fee = 17_374.08"]
HARMLESS = ["a = b.before(1) / 12", "close = abs(a - b) < 0.005", "december = month.equals(12)", 'account = "6150"']
ENTERED = ['delay = Input("Months of delay", MONTHS, low=0, high=24)', "price = Input(low=-0.9)"]
BOUNDS = ["most = 1e9", "least = -0.9", "months = 480", "first = 2024", "step = 0.15"]


@pytest.mark.parametrize("text", [*FIGURES, "rate = Input(high=0.21)"])
def test_a_figure_is_found(text):
    assert list(figures.unexplained_figures(text)) != []
    assert list(figures.particular_figures(text)) != []


@pytest.mark.parametrize("text", [*HARMLESS, *ENTERED])
def test_a_harmless_number_is_left_alone(text):
    assert list(figures.unexplained_figures(text)) == []


@pytest.mark.parametrize("text", BOUNDS)
def test_a_bound_is_left_alone_where_assumptions_are_checked(text):
    assert list(figures.particular_figures(text)) == []
    assert list(figures.unexplained_figures(text)) != []


def test_a_figure_of_the_law_is_found_wherever_it_stands():
    assert list(figures.legal_figures("limit = 25000.0", {25_000, 0.21})) != []
    assert list(figures.legal_figures("limit = 24", {25_000, 0.21})) == []


def test_figures_are_read_from_the_files_of_the_law(tmp_path):
    law = tmp_path / "vat.toml"
    law.write_text("since = 1996-01-01\nyear = 2026\nshare = 0.5\nok = true\n[vat]\nsteps = [25_000, { to = 0.21 }]\n")
    assert figures.numbers_of_law([law]) == {0.21, 25_000}
