"""What was handed in as its readers see it: the figures that were frozen, explained down to what was said."""

import re
from collections import deque

from tests.bizplan.web.lending.conftest import hand_in, text_of

LINK = re.compile(r'href="(/en/lending/[^"#]*)"')


def walked(browser, start):
    """Every page of what was handed in that its links lead to, by address."""
    waiting, seen = deque([start]), {}
    while waiting:
        address = waiting.popleft()
        if address not in seen:
            seen[address] = browser.get(address)
            assert seen[address].status_code == 200, address
            found = LINK.findall(seen[address].text) if seen[address].mimetype == "text/html" else []
            waiting += [each.replace("&amp;", "&") for each in found if "/why/" not in each or len(seen) < 60]
    return seen


def test_every_link_of_the_reading_pages_leads_somewhere(visitor, storage, handed_in, address, frozen):
    hand_in(storage, handed_in, frozen.second)
    seen = walked(visitor, address)
    kinds = {each.removeprefix(address).partition("/")[0].partition("?")[0] for each in seen}
    assert kinds == {"", "answers", "figures", "why", "documents", "compare"}
    open("/tmp/links_pages.txt","w").write("\n".join(f"=== {a}\n{text_of(p)}" for a,p in seen.items() if p.mimetype=="text/html"))
