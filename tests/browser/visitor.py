"""Somebody in front of a browser: opens pages, presses buttons, and every page that comes is held against the rules."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response

from tests.pages import faults

HEAVIEST = 30 * 1024
"""Bytes of a page with its style sheet, scripts and drawings, as they travel, at a first visit."""

LOADED = """() => {
  const asked = performance.getEntriesByType("resource")
    .filter((each) => !["fetch", "beacon"].includes(each.initiatorType));
  const sizes = [performance.getEntriesByType("navigation")[0], ...asked].map((each) => each.encodedBodySize);
  const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  return { weight: sizes.reduce((one, other) => one + other, 0), wide };
}"""
EXPECTED = re.compile(r"status of (409|422)")


@dataclass
class Visitor:
    """A browser window of its own at an installation; ``faults`` holds what broke a rule on the way."""

    context: BrowserContext
    url: str
    page: Page = field(init=False)
    faults: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    document: Response | None = None
    forgiving: bool = False

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self._broke(f"the script failed: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def open(self, path: str) -> None:
        """Goes to an address of the installation."""
        self.page.goto(path if path.startswith("http") else self.url + path)
        self.arrived()

    def press(self, what: Locator) -> None:
        """Presses what leads to another page, and waits for that page."""
        with self.page.expect_navigation():
            what.click()
        self.arrived()

    def submit(self) -> None:
        """Presses the one primary button of the page."""
        self.press(self.page.locator("main button.btn:not(.alt):not(.low):not(.bad):visible").last)

    @property
    def path(self) -> str:
        """The address of the page, without the installation."""
        return urlsplit(self.page.url).path

    def arrived(self) -> None:
        """Holds the page that is open against the rules."""
        assert self.document is not None
        status = self.document.status
        if status >= 400 and not self.forgiving:
            self._broke(f"it answered {status}")
        if self.document.headers.get("cache-control") != "no-store":
            self._broke(f"it may be kept: {self.document.headers.get('cache-control')}")
        for each in faults(self.document.text()):
            self._broke(each)
        told = self.page.evaluate(LOADED)
        self.weights[self.path] = told["weight"]
        if told["weight"] > HEAVIEST:
            self._broke(f"it weighs {told['weight']} bytes, at most {HEAVIEST}")
        if told["wide"] > 0:
            self._broke(f"it is {told['wide']} pixels wider than the window")

    @contextmanager
    def expecting_refusals(self) -> Iterator[None]:
        """For pages that say what went wrong, which come with the status of that."""
        self.forgiving = True
        yield
        self.forgiving = False

    def _broke(self, rule: str) -> None:
        self.faults.append(f"{self.path}: {rule}")

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not EXPECTED.search(message.text) and not self.forgiving:
            self._broke(f"the console says: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self._broke(f"it asks {request.url}")

    def _answered(self, response: Response) -> None:
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            self.document = response
