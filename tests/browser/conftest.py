"""One browser for all tests that look at pages, and the gallery that they look at."""

from collections.abc import Iterator
from threading import Thread

import pytest

from tests.browser.gallery import Played, Server
from tests.needs import needs

PHONE, DESK = {"width": 360, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium."""
    place = needs("chromium")
    needs("module:playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served() -> Iterator[Server]:
    """The gallery, served."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def played(served) -> Played:
    """What the server is told to answer, anew for each test."""
    served.played = Played()
    return served.played


@pytest.fixture
def page(chromium, served):
    """A page on a telephone that fails the test where a script fails or the policy refuses something."""
    context = chromium.new_context(viewport=PHONE, base_url=served.address)
    opened, complaints = context.new_page(), []
    opened.set_default_timeout(8000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert complaints == []
