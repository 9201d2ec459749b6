"""What tests need from outside Python, how it is installed, and what happens where it is missing."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

NO_SKIPS = "BIZPLAN_NO_SKIPS"
WHOLE = "BIZPLAN_WHOLE"

INSTALLED_BY = {
    "chromium": ("chromium",),
    "libreoffice-calc": ("localc", "soffice"),
    "mupdf-tools": ("mutool",),
    "poppler-utils": ("pdfdetach", "pdffonts", "pdfinfo", "pdfsig", "pdftoppm", "pdftotext"),
    "qpdf": ("qpdf",),
    "unicode-data": ("/usr/share/unicode/BidiCharacterTest.txt",),
    "zbar-tools": ("zbarimg",),
}


def is_on(setting: str) -> bool:
    """Whether this setting of the environment is switched on."""
    return os.environ.get(setting, "") not in ("", "0")


def found(name: str) -> str | None:
    """Where a program, a file (a path) or a module (`module:psycopg`) is, or None where it is not on this machine."""
    if name.startswith("module:"):
        module = name.removeprefix("module:")
        return module if importlib.util.find_spec(module) else None
    if "/" in name:
        return name if Path(name).exists() else None
    return shutil.which(name)


def advice(name: str) -> str:
    """What is missing and how to install it."""
    if name.startswith("module:"):
        module = name.removeprefix("module:")
        return f"missing: the module {module}; install it: python -m pip install -c constraints.txt {module}"
    for package, provided in INSTALLED_BY.items():
        if name in provided:
            return f"missing: {name}; install it on Debian or Ubuntu: sudo apt-get install {package}"
    return f"missing: {name}; no package is known for it: install it by hand and name its package in tests/needs.py"


def needs(name: str) -> str:
    """Where what a test needs is; the test is skipped where it is missing, and fails where nothing may be skipped."""
    place = found(name)
    if place is None:
        pytest.skip(advice(name), allow_module_level=True)
    return place
