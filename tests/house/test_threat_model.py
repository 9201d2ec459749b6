"""The threat model names the tests that show what it says: they must be there."""

import re

from tests.house.sources import ROOT

PAGE = (ROOT / "docs/threat-model.md").read_text("utf-8")
FILE = re.compile(r"`(tests/[\w/]+\.py)`")
SHOWN = re.compile(r"`(tests/[\w/]+\.py)`:((?:,?\s+`test_\w+`)+)")


def test_every_file_that_is_named_is_there():
    assert [path for path in FILE.findall(PAGE) if not (ROOT / path).exists()] == []


def test_every_test_that_is_named_is_in_its_file():
    named = [(path, test) for path, tests in SHOWN.findall(PAGE) for test in re.findall(r"test_\w+", tests)]
    assert [test for path, test in named if f"def {test}(" not in (ROOT / path).read_text("utf-8")] == []
    assert len(named) == len(re.findall(r"`test_\w+`", PAGE))


def test_every_protection_names_a_test():
    table = PAGE.partition("## How\n")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    assert [row for row in rows if not FILE.search(row)] == []
