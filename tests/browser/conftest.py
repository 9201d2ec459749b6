"""A real server, a real browser, and people before it: on a phone or at a desk, with scripts or without."""

from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import installation as installations
from tests.browser.gallery import Played, Server
from tests.browser.installation import Installation
from tests.browser.visitor import Visitor
from tests.needs import needs as find_what_is_needed

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def installation(tmp_path_factory) -> Iterator[Installation]:
    """An installation without anybody in it."""
    with installations.served(tmp_path_factory.mktemp("installation") / "data") as made:
        yield made


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Iterator[Installation]:
    """A demo."""
    with installations.served(tmp_path_factory.mktemp("demo") / "data", demo=True) as made:
        yield made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the machine."""
    place = find_what_is_needed("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, installation) -> Iterator[Visit]:
    """Opens a window for somebody new, or for the ``person`` given; at the end no page has broken a rule."""
    yield from visits(chromium, installation)


@pytest.fixture
def visit_demo(chromium, demo) -> Iterator[Visit]:
    """The same in the demo."""
    yield from visits(chromium, demo)


def visits(chromium: Browser, at: Installation) -> Iterator[Visit]:
    """Windows at an installation, closed in the end, with what broke a rule in them."""
    opened: list[Visitor] = []

    def visit(person: str = "", *, staff: bool = False, size: dict[str, int] = PHONE, scripts: bool = True,
              **more: Any) -> Visitor:
        context = chromium.new_context(viewport=size, java_script_enabled=scripts, **more)
        if person:
            token = at.session(person, staff=staff)
            context.add_cookies([{"name": "bizplan", "value": token, "url": at.url, "httpOnly": True,
                                  "sameSite": "Lax"}])
        opened.append(Visitor(context, at.url))
        return opened[-1]

    yield visit
    broken = [fault for each in opened for fault in each.faults]
    for each in opened:
        each.context.close()
    assert not broken, "\n".join(dict.fromkeys(broken))


@pytest.fixture(scope="session")
def served() -> Iterator[Server]:
    """The gallery of components, served."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def played(served) -> Played:
    """What the server of the gallery is told to answer, anew for each test."""
    served.played = Played()
    return served.played


@pytest.fixture
def page(chromium, served):
    """A page of the gallery on a phone that fails the test where a script fails or the policy refuses something."""
    context = chromium.new_context(viewport=PHONE, base_url=served.address)
    opened, complaints = context.new_page(), []
    opened.set_default_timeout(8000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert complaints == []
