"""What coach and entrepreneur do at one device, step by step, as the tests ask it of their browsers."""

from bizplan.storage.tables import CONFIRMATIONS
from tests.bizplan.web.opened import opened

NEED, OFFER = "idea.need", "idea.offer"
PIN, WRONG = "7391", "7392"
OLD, NEW = "People travel far for bread.", "People travel an hour for fresh bread."


def begin(browser, home, pin=PIN):
    """The entrepreneur types a PIN on the page of the coach."""
    page = opened(browser, f"{home}/together")
    form = page.tree.xpath("//form[.//input[@name='pin']]")[0]
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), "pin": pin})


def write(browser, home, text):
    """The coach answers why people need it."""
    return opened(browser, f"{home}/study/idea/need").send({NEED: text})


def stop(browser, home):
    """The coach presses the button of the bar."""
    return opened(browser, f"{home}/").press("/end")


def confirmed(storage):
    """The revisions that were confirmed, each with who did."""
    with storage.reading() as tx:
        return {row.sequence: row.person_id for row in tx.execute(CONFIRMATIONS.select())}


def authors(browser, home, question=NEED):
    """Who wrote each step in the history of an answer, with what else is said of it."""
    return opened(browser, f"{home}/history/{question}").of("//ol[contains(@class, 'past')]/li/p[1]")
