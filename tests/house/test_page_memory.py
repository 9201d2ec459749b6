"""What a page remembers while it is made (``flask.g``) is written by one module, so that it never means two things."""

import re

from tests.house.sources import ROOT, name, python_files

REMEMBERED = re.compile(r"\bg\.(\w+)(?:: [^=\n]+)? = ")
THE_SAME = {"kept"}
"""The plan of a page, which is read again once something in it was saved."""


def writers(texts: dict[str, str]) -> dict[str, list[str]]:
    """Of each thing that is remembered the modules that write it, where there are several."""
    found: dict[str, list[str]] = {}
    for path, text in texts.items():
        for remembered in set(REMEMBERED.findall(text)):
            found.setdefault(remembered, []).append(path)
    return {remembered: paths for remembered, paths in found.items() if len(paths) > 1}


def test_each_thing_that_a_page_remembers_is_written_by_one_module():
    texts = {name(path): path.read_text("utf-8") for path in python_files("bizplan")}
    assert set(writers(texts)) <= THE_SAME


def test_two_modules_that_write_one_thing_are_found():
    found = writers({"one": "told = g.coaches = ids", "two": "g.coaches: int = 3\ng.kept = 1", "three": "g.kept == 1"})
    assert found == {"coaches": ["one", "two"]}
    assert ROOT / "bizplan" / "web" / "access.py" in python_files("bizplan")
