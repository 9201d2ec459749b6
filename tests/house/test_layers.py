"""Arrows only go down; the contracts and their reasons stand in setup.cfg."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.sources import CODE, ROOT, name, python_files

NUMBERS_MAY_USE = {"financial_models", "numpy", *sys.stdlib_module_names}


def program(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs a program of this Python's environment and keeps what it says."""
    place = Path(sys.executable).parent / words[0]
    return subprocess.run([place, *words[1:]], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [("lint-imports", "--no-cache"), ("ruff", "check", "--no-cache", "."), ("mypy",)],
    ids=["the layers are kept", "ruff is clean", "mypy is clean"],
)
def test_the_project_is_clean(command):
    done = program(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_numbers_know_numpy_and_the_standard_library():
    texts = {name(path): path.read_text("utf-8") for path in python_files("financial_models")}
    assert {path: more for path, text in texts.items() if (more := rules.imports(text) - NUMBERS_MAY_USE)} == {}


def test_an_import_is_found_wherever_it_hides():
    text = "import os.path\nfrom . import plan\ndef late():\n    from openpyxl.styles import Font\n    import flask\n"
    assert rules.imports(text) == {"os", "openpyxl", "flask"}


def test_the_contracts_can_break(tmp_path):
    for package in (*CODE, "bizplan/domain", "bizplan/documents"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "bizplan/cli.py").touch()
    (tmp_path / "setup.cfg").write_text((ROOT / "setup.cfg").read_text("utf-8"))
    assert "0 broken" in broken(tmp_path)
    (tmp_path / "bizplan/domain/__init__.py").write_text("import flask\nfrom bizplan import cli\n")
    (tmp_path / "financial_models/__init__.py").write_text("import bizplan\n")
    assert "3 broken" in broken(tmp_path)


def broken(folder: Path) -> str:
    """What the contracts say about another tree."""
    done = program("lint-imports", "--no-cache", folder=folder)
    return done.stdout + done.stderr
