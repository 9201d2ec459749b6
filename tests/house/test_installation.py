"""The wheel and the editable tree, each in an empty environment."""

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from setuptools import find_packages

from tests.house.sources import CODE, ROOT

OPEN_A_PAGE = """
import sys, tempfile
from pathlib import Path
from bizplan.config import Config
from bizplan.web.application import application
client = application(Config(Path(tempfile.mkdtemp()))).test_client()
answer = client.get("/nl/sign-in", base_url="http://localhost:8000")
style = client.get("/static/style.css", base_url="http://localhost:8000")
sys.exit(answer.status_code != 200 or "<h1" not in answer.text or style.status_code != 200)
"""
LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")
IMPORT_ALL = f"""
import importlib, pkgutil
for top in {CODE}:
    for module in pkgutil.walk_packages(importlib.import_module(top).__path__, top + "."):
        importlib.import_module(module.name)
"""


@pytest.fixture
def tree(tmp_path):
    """A copy of the project, so that building leaves nothing behind in it."""
    return Path(shutil.copytree(ROOT, tmp_path / "tree", ignore=LEFT_BEHIND))


@pytest.fixture
def python(tmp_path):
    """The Python of an empty environment."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "empty"], check=True)
    return tmp_path / "empty/bin/python"


def install(python: Path, *words: object) -> None:
    """Installs into an environment, at the versions that were tested."""
    subprocess.run([python, "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", *words], check=True)


def data_files(top: Path) -> set[str]:
    """The files under a place that are no Python, as they are named from there."""
    found = (path for folder in CODE for path in (top / folder).rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix() for path in found if path.suffix not in (".py", ".pyc")}


def test_every_package_is_declared():
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    declared = settings["options"]["packages"].split()
    assert sorted(declared) == sorted([*find_packages(ROOT, include=[f"{top}*" for top in CODE]), "bizplan.templates"])


def templates(top: Path) -> set[str]:
    """The templates, as they are named from the top: they stand beside the package and are installed inside it."""
    return {path.relative_to(top).as_posix() for path in (top / "templates").rglob("*.html")}


@pytest.mark.whole
def test_the_wheel_works_in_an_empty_environment(tree, python, tmp_path):
    subprocess.run([python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, tree], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    install(python, wheel)
    subprocess.run([python, "-P", "-c", IMPORT_ALL], cwd=tmp_path, check=True)
    subprocess.run([python.with_name("bizplan"), "--help"], cwd=tmp_path, check=True)
    subprocess.run([python, "-P", "-c", OPEN_A_PAGE], cwd=tmp_path, check=True)
    (installed,) = (tmp_path / "empty/lib").glob("python*/site-packages")
    assert data_files(installed) == data_files(tree) | {f"bizplan/{name}" for name in templates(tree)}


@pytest.mark.whole
def test_the_editable_tree_works_in_an_empty_environment(tree, python, tmp_path):
    install(python, "-e", tree)
    subprocess.run([python, "-P", "-c", IMPORT_ALL], cwd=tmp_path, check=True)
    subprocess.run([python.with_name("bizplan"), "--help"], cwd=tmp_path, check=True)
    subprocess.run([python, "-P", "-c", OPEN_A_PAGE], cwd=tmp_path, check=True)
