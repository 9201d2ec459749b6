"""A test that misses a tool says so; where nothing may be skipped it fails."""

from pathlib import Path

import pytest

from tests.needs import advice, found

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TESTS = """
    import pytest

    def test_that_needs_a_tool(needs):
        needs("no-such-tool")

    def test_that_is_skipped_for_another_reason():
        pytest.skip("not today")

    @pytest.mark.skip
    def test_that_is_marked():
        pass

    @pytest.mark.xfail
    def test_that_is_expected_to_fail():
        assert 1 == 2

    @pytest.mark.whole
    def test_that_takes_long():
        pass

    def test_that_runs(needs):
        assert needs("python3")
"""


@pytest.fixture
def run(pytester, monkeypatch):
    """Runs a few tests under the project's conftest and the settings given."""
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini("[pytest]\nmarkers = whole: long\n")
    for setting in ("BIZPLAN_NO_SKIPS", "BIZPLAN_WHOLE"):
        monkeypatch.delenv(setting, raising=False)

    def run_with(text: str, **settings: str) -> dict[str, int]:
        for setting, value in settings.items():
            monkeypatch.setenv(setting, value)
        pytester.makepyfile(text)
        return pytester.runpytest_inprocess("-p", "no:cacheprovider", "-rs").parseoutcomes()

    return run_with


def test_a_missing_tool_skips(run):
    assert run(TESTS) == {"passed": 1, "skipped": 3, "xfailed": 1, "deselected": 1}


def test_a_missing_tool_fails_where_nothing_may_be_skipped(run):
    assert run(TESTS, BIZPLAN_NO_SKIPS="1") == {"passed": 1, "failed": 2, "errors": 1, "xfailed": 1, "deselected": 1}


def test_long_runs_are_part_of_the_whole(run):
    assert run(TESTS, BIZPLAN_WHOLE="1") == {"passed": 2, "skipped": 3, "xfailed": 1}


def test_a_whole_file_cannot_be_skipped_either(run):
    text = "import pytest\npytest.importorskip('no_such_module')\ndef test_nothing():\n    pass\n"
    assert run(text) == {"skipped": 1}
    assert run(text, BIZPLAN_NO_SKIPS="1") == {"errors": 1}


@pytest.mark.parametrize("name", ["python3", "module:numpy", str(CONFTEST)])
def test_what_is_there_is_found(name):
    assert found(name)


@pytest.mark.parametrize("name", ["no-such-tool", "module:no_such_module", "/no/such/file"])
def test_what_is_missing_is_not_found(name):
    assert found(name) is None
    assert advice(name).startswith("missing: ")


def test_advice_names_the_package():
    assert advice("pdftotext").endswith("apt-get install poppler-utils")
