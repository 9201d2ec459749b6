"""Every address, and who may enter: an address that is not in this list fails, and no GET changes anything."""

import re
from collections import deque

import pytest

from bizplan import demonstration
from bizplan.config import BadSetting, Config
from bizplan.storage import Storage
from bizplan.storage.tables import METADATA
from bizplan.web.access import Entry
from bizplan.web.application import application
from tests.bizplan.web.addresses import ROUTES

LINK = re.compile(r'href="(/nl/[^"#]*)"')
ID = re.compile(r"[0-9a-f]{32}")
ALIKE = re.compile(r"(why/|history/|aid/\w+|texts/text/|study/\w+/\w+/ID|talk/new|paper/).*")
"""Pages that are alike: it is enough to open one of them."""
MOST_ALIKE = 1
SEEN = {"readings": None, "openings": None, "sessions": {"seen_at"}, "people": {"seen_at"}}
"""What a GET may write: the logs of who read which plan or what was handed in, and when somebody was last seen."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    storage = demonstration.furnish(folder)
    yield folder, storage, application(Config(folder, demo=True), storage, ask=lambda _job: None)
    storage.database.dispose()


def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def told(rule) -> str:
    return f"{rule.endpoint}: {' '.join(sorted(rule.methods - {'HEAD', 'OPTIONS'}))} {rule.rule}"


def test_every_address_is_in_the_list_under_those_who_may_enter(demo):
    _folder, _storage, app = demo
    found: dict[Entry, set[str]] = {}
    for rule in rules(app):
        found.setdefault(app.view_functions[rule.endpoint].entry, set()).add(told(rule))
    assert found == ROUTES


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in_page_or_finds_nothing(demo):
    _folder, _storage, app = demo
    for rule in rules(app):
        entry = app.view_functions[rule.endpoint].entry
        if "GET" in rule.methods and entry not in (Entry.ANYONE, Entry.DEMO, Entry.API):
            answer = app.test_client().get(filled(rule), base_url="http://localhost:8000")
            assert (answer.status_code, answer.headers["Location"]) == (302, "/nl/sign-in"), rule.rule


def test_a_plan_of_somebody_else_is_not_there(demo):
    folder, storage, app = demo
    doors = demonstration.doors(folder)
    client = enter(app, "entrepreneur")
    own = doors["entrepreneur"].values["plan"]
    others = {row.id for row in rows(storage, "plans")} - {own}
    assert others
    for rule in rules(app):
        if "<plan>" in rule.rule and "GET" in rule.methods:
            answer = client.get(filled(rule, min(others)), base_url="http://localhost:8000")
            assert answer.status_code == 404, rule.rule


@pytest.mark.parametrize(("who", "pages"), [("entrepreneur", 40), ("coach", 40), ("manager", 6)])
def test_no_get_changes_anything_but_the_log_and_when_somebody_was_seen(demo, who, pages):
    _folder, storage, app = demo
    client = enter(app, who)
    before = content(storage)
    assert walked(client, "/nl/") > pages
    assert content(storage) == before


def test_the_doors_of_a_demo_stand_only_in_demo_folders_on_loopback(tmp_path, demo):
    folder, storage, _app = demo
    plain = application(Config(folder), storage, ask=lambda _job: None)
    client = plain.test_client()
    assert client.post("/nl/demo/enter", base_url="http://localhost:8000").status_code in (400, 404)
    assert "demo/enter" not in client.get("/nl/sign-in", base_url="http://localhost:8000").text
    with pytest.raises(BadSetting, match="on this machine only"):
        Config(tmp_path, url="https://plan.example.org", demo=True)


def filled(rule, plan: str = "0" * 32) -> str:
    """An address with something in each of its places."""
    given = {"language": "nl", "plan": plan, "part": "idea", "page": "name", "row": "a", "question": "idea.need",
             "statement": "cash", "line": "bank.cash", "when": "1", "job": "0" * 32,
             "aid": "capacity", "gate": "profile", "suggestion": "0" * 32, "sitting": "0" * 32, "which": "open"}
    return re.sub(r"<(?:int:)?(\w+)>", lambda place: given.get(place[1], "1"), rule.rule)


def enter(app, who: str):
    """A browser that went through a door of the demo."""
    client = app.test_client()
    page = client.get("/nl/", base_url="http://localhost:8000").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    client.post("/nl/demo/enter", data={"persona": who, "csrf_token": token}, base_url="http://localhost:8000")
    return client


def walked(client, start: str) -> int:
    """How many pages were opened, following every link, a few of each kind."""
    waiting, seen, kinds, opened = deque([start, "/nl/plans?all=1"]), set(), {}, 0
    while waiting:
        address = waiting.popleft()
        kind = ALIKE.sub(r"\1", ID.sub("ID", address))
        if address in seen or kinds.get(kind, 0) >= MOST_ALIKE:
            continue
        seen.add(address)
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = client.get(address, base_url="http://localhost:8000", follow_redirects=True)
        assert answer.status_code == 200, address
        opened += 1
        links = LINK.findall(answer.text) if answer.mimetype == "text/html" else []
        waiting += [link.replace("&amp;", "&") for link in links]
    return opened


def rows(storage: Storage, table: str):
    with storage.reading() as tx:
        return tx.execute(METADATA.tables[table].select()).all()


def content(storage: Storage) -> dict[str, list[tuple]]:
    """Everything in the database but what a GET may write."""
    found = {}
    for name, table in METADATA.tables.items():
        left_out = SEEN.get(name, set())
        if left_out is not None:
            kept = [column.name for column in table.columns if column.name not in left_out]
            found[name] = sorted(tuple(str(row._mapping[column]) for column in kept) for row in rows(storage, name))
    return found
