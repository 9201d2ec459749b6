"""Two people with one plan: an entrepreneur who reads Arabic on a phone, and a coach who reads Dutch at a desk."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from playwright.sync_api import Locator, Page, expect

from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.plan import Plan, Value
from bizplan.domain.revisions import Deed
from bizplan.storage import Transaction, plans
from bizplan.storage.plans import Change, Kept
from tests.browser.installation import Installation
from tests.browser.visitor import Visitor

NEED, PRICE = "idea.need", "products[].price"
LINK = re.compile(r"https?://\S+/welcome/\S+")
PLAN = re.compile(r"/plan/(\w+)/$")


@dataclass
class Two:
    """Both people, each with a window and a name; the plan and its first product are there once they made them."""

    installation: Installation
    phone: Visitor
    desk: Visitor
    owner: str
    adviser: str
    scripts: bool = True
    plan: str = ""
    product: str = ""

    def begin(self, owner: str, study: Plan, coach: str) -> None:
        """The entrepreneur has a plan already, with one product in it."""
        self.plan = self.installation.plan(owner, plan_file.write(study), coach)
        with self.installation.storage.reading() as tx:
            self.product, = plans.record(tx, self._kept(tx)).rows["products"]

    def on_phone(self, page: str = "") -> Page:
        """The entrepreneur opens a page of the plan."""
        self.phone.open(f"/ar/plan/{self.plan}/{page}")
        return self.phone.page

    def at_desk(self, page: str = "") -> Page:
        """The coach opens a page of the plan."""
        self.desk.open(f"/nl/plan/{self.plan}/{page}")
        return self.desk.page

    def seen_from_desk(self) -> Locator:
        """The plan as a row of the coach's desk."""
        self.desk.open("/nl/coaching/desk")
        return self.desk.page.locator("table.desk tbody tr:not(.grp)")

    def answer(self, page: str, key: str, text: str) -> None:
        """The entrepreneur answers a question, which saves itself where there are scripts, and goes on."""
        self.on_phone(f"study/{page}").fill(f'[name="{key}"]', text)
        if self.scripts:
            words = self.phone.page.locator(f'[data-saved-for="{key}"] [data-words]')
            expect(words).to_contain_text(re.compile(r"\d\d:\d\d"))
        self.phone.submit()

    def said(self, key: str, row: str = "") -> Value | None:
        """What the plan says now."""
        with self.installation.storage.reading() as tx:
            return plans.record(tx, self._kept(tx)).plan.value(key, row)

    def fill(self, study: Plan) -> None:
        """The entrepreneur answers all that is not answered yet as in a complete plan; its first product is theirs."""
        with self.installation.storage.writing() as tx:
            kept, mine = self._kept(tx), {}
            now = plans.record(tx, kept)
            for each in imported(study):
                if each.deed is Deed.ADD and each.question == "products" and not mine:
                    mine[each.row] = self.product
                elif each.deed is Deed.ADD or now.said(each.question, mine.get(each.row, each.row)).is_empty:
                    change = Change.of(replace(each, row=mine.get(each.row, each.row)))
                    plans.save(tx, kept.id, kept.owner, change)

    def _kept(self, tx: Transaction) -> Kept:
        found = plans.plan(tx, self.plan)
        assert found
        return found


def press(visitor: Visitor, selector: str) -> None:
    """Presses what stands first on the page of all that the selector finds."""
    visitor.press(visitor.page.locator(selector).first)

