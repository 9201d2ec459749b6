"""What axe finds on the page that is open."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that see a difference between light and dark."""
FOUND = """async (options) => (await axe.run({ resultTypes: ["violations"], ...options })).violations
  .flatMap((each) => each.nodes.map((node) => `${each.id} ${node.html.slice(0, 160)}`))"""


def violations(page: Page, options: dict[str, list[str]] | None = None) -> list[str]:
    """Each violation of accessibility with what stands there; axe comes onto a page once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(FOUND, options or {})
    return found
