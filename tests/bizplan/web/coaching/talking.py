"""What the tests of threads do on pages: begin one, call one solved, and look what is kept of it."""

from bizplan.domain.coaching import Step
from bizplan.storage import notices
from tests.bizplan.web.opened import opened


def texts(thread):
    """What was said in a thread."""
    return [each.text for each in thread.comments if each.step is Step.SAID]


def news(storage, person):
    """The kinds of news that somebody has."""
    with storage.reading() as tx:
        return {each.kind.value for each in notices.notices_of(tx, person)}


def sent(browser, address, **fields):
    """Sends the form of a page that begins a thread."""
    page = opened(browser, address)
    form = page.tree.xpath("//form[contains(@action, '/talk/new')]")[0]
    given = {name: value for name, value in form.form_values() if value}
    return browser.client.post(form.get("action"), data={**given, **fields})


def settle(browser, home, made, **fields):
    """Presses the button that calls a thread solved, beside whatever stands in its field."""
    assert f"{home}/talk/{made}/settle" in opened(browser, f"{home}/talk/{made}").of("//button/@formaction")
    return browser.post(f"{home}/talk/{made}/settle", fields, form=f"{home}/talk/{made}")
