"""What must hold of every page, read from its source: one heading, names that are unique, labels, nothing inline."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
FIELDS = frozenset({"input", "select", "textarea"})
BUTTONS = frozenset({"hidden", "submit", "button", "reset", "image"})
LABELS = frozenset({"btn", "tag", "back"})
"""What sets its parts in a row: words and an amount or a name in them are one part, or they are set apart."""
UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202c"))
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcset", "poster", "data"})

Attributes = dict[str, str]


@dataclass
class Found:
    """What stands on a page, as far as a rule asks for it."""

    root: Attributes = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    ids: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    fields: list[tuple[Attributes, bool]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Reading(HTMLParser):
    """Reads a page strictly: what is opened is closed, in the order of opening."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found, self.open = Found(), list[str]()
        self.labels = list[tuple[int, set[str]]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes down what the rules ask for."""
        given = {name: value or "" for name, value in attrs}
        if len(given) != len(attrs):
            self.found.faults.append(f"<{tag}> has an attribute twice")
        self._take(tag, given)
        if tag == "h1":
            self.found.headings.append("")
        if "vh" not in given.get("class", ""):
            self._part(tag)
        if tag not in EMPTY:
            self.open.append(tag)
        if tag == "summary" or LABELS & {*given.get("class", "").split()}:
            self.labels.append((len(self.open), set()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A shape of a drawing closes itself; nothing else does."""
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()
            if "svg" not in self.open:
                self.found.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        """Closes what was opened last."""
        if not self.open or self.open[-1] != tag:
            self.found.faults.append(f"</{tag}> closes {self.open[-1:] or 'nothing'} (line {self.getpos()[0]})")
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        while self.labels and self.labels[-1][0] > len(self.open):
            parts = self.labels.pop()[1] - {"svg"}
            if "words" in parts and len(parts) > 1:
                self.found.faults.append(f"a label tears {' and '.join(sorted(parts))} apart (line {self.getpos()[0]})")

    def handle_data(self, data: str) -> None:
        """Text of the heading and of the title, and of nothing else."""
        if "h1" in self.open:
            self.found.headings[-1] += data
        elif self.open[-1:] == ["title"] and "svg" not in self.open:
            self.found.title += data
        if data.strip():
            self._part("words")

    def _part(self, part: str) -> None:
        """Takes down a part of the label that is being read."""
        if self.labels and self.labels[-1][0] == len(self.open):
            self.labels[-1][1].add(part)

    def _take(self, tag: str, given: Attributes) -> None:
        found = self.found
        if tag == "html":
            found.root = given
        if tag == "label" and "for" in given:
            found.labelled.add(given["for"])
        if "id" in given:
            found.ids.append(given["id"])
        for name in ("aria-describedby", "aria-labelledby", "for"):
            found.described.extend(given.get(name, "").split())
        if tag in FIELDS and given.get("type", "text") not in BUTTONS:
            found.fields.append((given, "label" in self.open))
        if tag == "style" or (tag == "script" and "src" not in given) or "style" in given:
            found.faults.append(f"<{tag}> holds a script or a style of its own")
        found.faults.extend(f"<{tag} {name}> acts by itself" for name in given if name.startswith("on"))
        found.addresses.extend(value for name, value in given.items() if name in ADDRESSES)


def faults(source: str, host: str = "localhost") -> list[str]:
    """What is wrong with a page; nothing where every rule holds."""
    reading = Reading()
    reading.feed(source)
    reading.close()
    found = reading.found
    told = [*found.faults, *(f"<{tag}> is not closed" for tag in reading.open)]
    if not source.lstrip().lower().startswith("<!doctype html>"):
        told.append("it does not begin with <!doctype html>")
    told += _names(found) + _heading(found)
    elsewhere = {urlsplit(each).hostname for each in found.addresses} - {None, host}
    told += [f"it leads to {each}" for each in sorted(map(str, elsewhere))]
    return told


def plain(text: str) -> str:
    """A text with one space between words and without the marks of direction, which nobody sees."""
    return " ".join(text.translate(UNSEEN).split())


def _names(found: Found) -> list[str]:
    told = [f"the id {name} stands {count} times" for name, count in Counter(found.ids).items() if count > 1]
    told += [f"something points to the id {name}, which is not there" for name in set(found.described) - {*found.ids}]
    for given, inside in found.fields:
        named = inside or given.get("id") in found.labelled or given.get("aria-label") or given.get("aria-labelledby")
        if not named:
            told.append(f"the field {given.get('name') or given.get('id')} has no label")
    return told


def _heading(found: Found) -> list[str]:
    told = []
    if len(found.headings) != 1:
        told.append(f"it has {len(found.headings)} h1")
    elif not plain(found.title).startswith(plain(found.headings[0])):
        told.append(f"its title {plain(found.title)!r} does not begin with its h1 {plain(found.headings[0])!r}")
    if found.root.get("dir") != ("rtl" if found.root.get("lang") == "ar" else "ltr") or not found.root.get("lang"):
        told.append(f"its language is {found.root.get('lang')!r}, its direction {found.root.get('dir')!r}")
    return told
