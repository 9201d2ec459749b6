"""What every test may use, and when a test may be left out."""

import gc
import os
from collections.abc import Callable, Generator

import hypothesis
import pytest

from tests.needs import NO_SKIPS, WHOLE, is_on
from tests.needs import needs as find_what_is_needed

pytest_plugins = ["pytester"]

hypothesis.settings.register_profile("fast", deadline=None, max_examples=25)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=200)
hypothesis.settings.register_profile("fast repeatable", deadline=None, max_examples=25, derandomize=True)
hypothesis.settings.register_profile("thorough repeatable", deadline=None, max_examples=200, derandomize=True)


def profile() -> str:
    """How long Hypothesis looks for a counter-example, and whether each run looks at the same ones."""
    pace = "thorough" if is_on(WHOLE) else "fast"
    return f"{pace} repeatable" if is_on(NO_SKIPS) or "CI" in os.environ else pace


hypothesis.settings.load_profile(profile())


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """Finds what a test needs: `needs("soffice")` answers where it is, or leaves the test out and says why."""
    return find_what_is_needed


def pytest_report_header() -> str:
    """Says at the top of a run which tests are part of it."""
    long_runs = "with the long runs" if is_on(WHOLE) else f"without the long runs ({WHOLE}=1 adds them)"
    return f"bizplan: {long_runs}; a skipped test {'fails' if is_on(NO_SKIPS) else 'says what is missing'}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long runs out unless they are asked for."""
    if is_on(WHOLE):
        return
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("whole")])
    items[:] = [item for item in items if not item.get_closest_marker("whole")]


def pytest_collection_finish() -> None:
    """Lets Python look for garbage among what tests make, not again and again among all modules and tests.

    Plans are built by the thousand: with the thresholds of Python, looking for garbage takes half of that time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure where nothing may be skipped; an expected failure stays one."""
    if report.skipped and is_on(NO_SKIPS) and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\n{NO_SKIPS} is set, so a test that cannot run fails."


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Looks at every finished test for a skip."""
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Looks at every collected file for a skip of the whole file."""
    report = yield
    refuse_skip(report)
    return report
