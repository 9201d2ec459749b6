"""Every component in a real browser: no violation of accessibility, no scrolling sideways, in every language."""

import pytest

from tests.bizplan.web.pages import NAMES, PAGES
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SMALL_TARGETS = """[...document.querySelectorAll('a[href], button, summary, input, select, textarea, [role=slider]')]
  .filter((each) => each.checkVisibility() && !each.closest('p, dd, small, td, li > span, .skip, .pick, .check'))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => Math.min(box.width, box.height) < 43.5 && !each.matches('[role=slider], .tasks a'))
  .map(([each, box]) => `${each.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize(("language", "scheme"), [*((each, "light") for each in NAMES), ("en", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page, name, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/{name}.{language}.html")
    assert violations(page) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("language", NAMES)
def test_nothing_scrolls_sideways_and_targets_are_large(page, language, size):
    page.set_viewport_size(size)
    for name in PAGES:
        page.goto(f"/{name}.{language}.html")
        assert page.evaluate(SIDEWAYS) <= 0, name
        assert page.evaluate(SMALL_TARGETS) == [], name


def test_at_twice_the_size_nothing_is_lost(page):
    page.set_viewport_size({"width": 640, "height": 450})
    for name in PAGES:
        page.goto(f"/{name}.ar.html")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(SIDEWAYS) <= 0, name


def test_axe_finds_what_is_wrong(page):
    page.goto("/overview.en.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [each.split()[0] for each in violations(page)] == ["image-alt"]
