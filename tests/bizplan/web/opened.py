"""A page that somebody opened: its words, its links, its fields as the browser sends them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import html
from werkzeug.test import TestResponse

from bizplan.domain.revisions import Record, Said
from bizplan.storage import Storage, plans
from tests.bizplan.web.conftest import Browser
from tests.pages import faults, plain

Sent = dict[str, str | list[str]]
JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Opened:
    """A page in somebody's browser."""

    browser: Browser
    address: str
    status: int
    tree: html.HtmlElement

    @property
    def heading(self) -> str:
        """The text of its h1."""
        return words(self.tree.findall(".//h1")[0])

    @property
    def text(self) -> str:
        """All that stands between its head and its foot."""
        return words(self.tree.get_element_by_id("main"))

    def of(self, path: str) -> list[str]:
        """The texts of the elements under an XPath."""
        return [words(each) if isinstance(each, html.HtmlElement) else str(each) for each in self.tree.xpath(path)]

    def beside(self, name: str) -> list[str]:
        """What stands beside a field where something is wrong with it."""
        shown = self.tree.xpath("//p[@data-problem-for=$name and not(@hidden)]", name=name)
        return [words(each) for each in shown]

    def readings(self, name: str) -> list[str]:
        """The readings of a number that one can choose from."""
        buttons = self.tree.xpath("//p[@data-readings-for=$name and not(@hidden)]/button", name=name)
        return [each.get("value") for each in buttons]

    def echo(self, name: str) -> str:
        """How a number was understood."""
        return " ".join(map(words, self.tree.xpath("//p[@data-echo-for=$name and not(@hidden)]", name=name)))

    @property
    def fields(self) -> Sent:
        """What the browser sends of the form of answers as it stands."""
        sent: dict[str, list[str]] = {}
        for name, value in self._form().form_values():
            sent.setdefault(name, []).append(value)
        return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}

    def send(self, answers: Sent | None = None, **more: object) -> TestResponse:
        """Sends the form as it stands, but for these answers."""
        return self.browser.client.post(self._form().get("action"), data={**self.fields, **(answers or {})}, **more)

    def press(self, action: str, **answers: str) -> TestResponse:
        """Presses the button that posts to an address that ends so."""
        form = next(each for each in self.tree.forms if urlless(each.get("action")).endswith(action))
        named = {each.get("name"): each.get("value") for each in form.xpath(".//button[@name]")}
        return self.browser.client.post(form.get("action"), data={**dict(form.form_values()), **named, **answers})

    def autosave(self, field: str, value: str | list[str], base: int | None = None, key: str = "",
                 **more: object) -> TestResponse:
        """Saves one field as the script does while somebody types."""
        sent = {"csrf_token": self.fields["csrf_token"], "field": field, "value": value, "key": key,
                "base": self.fields["base"] if base is None else str(base)}
        return self.browser.client.post(self._form().get("data-save"), data=sent, headers=JSON, **more)

    def _form(self) -> html.FormElement:
        return next(each for each in self.tree.forms if each.xpath(".//input[@name='base']"))


def opened(browser: Browser, address: str, status: int = 200) -> Opened:
    """Opens an address, whatever it leads to; the page keeps the rules of all pages."""
    answer = browser.get(address, follow_redirects=True)
    return shown(browser, answer, status)


def shown(browser: Browser, answer: TestResponse, status: int = 200) -> Opened:
    """The page that an answer holds."""
    assert answer.status_code == status, f"{answer.request.path} answers {answer.status_code}: {answer.text[:2000]}"
    assert not faults(answer.text), f"{answer.request.path}: {faults(answer.text)}"
    return Opened(browser, answer.request.path, answer.status_code, html.document_fromstring(answer.get_data()))


def words(element: html.HtmlElement) -> str:
    """The text of an element on one line, without marks of direction."""
    return plain("".join(element.itertext()))


def urlless(address: str | None) -> str:
    """An address without what follows its question mark."""
    return (address or "").partition("?")[0]


def record(storage: Storage, plan: str) -> Record:
    """The plan as it stands."""
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        assert kept
        return plans.record(tx, kept)


def said(storage: Storage, plan: str, question: str, row: str = "") -> Said:
    """What stands under a question, but for how it was typed."""
    return replace(record(storage, plan).said(question, row), text=())
