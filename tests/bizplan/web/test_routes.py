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

ROUTES = {
    Entry.ANYONE: {
        "start.begin: GET /",
        "start.home: GET /<language>/",
        "account.card: GET POST /<language>/card",
        "account.scanned_card: GET /<language>/card/<code>",
        "account.erased: GET /<language>/erased",
        "account.sign_in: GET POST /<language>/sign-in",
        "account.code: GET POST /<language>/sign-in/code",
        "account.code_app: GET POST /<language>/sign-in/code-app",
        "account.link: GET POST /<language>/sign-in/link/<token>",
        "account.passkey: GET POST /<language>/sign-in/passkey",
        "account.password: GET POST /<language>/sign-in/password",
        "account.second_factor: GET POST /<language>/sign-in/second-factor",
        "account.sign_out: POST /<language>/sign-out",
        "welcome.enter: GET POST /<language>/welcome/<token>",
        "start.health: GET /health",
    },
    Entry.DEMO: {
        "demo.enter: POST /<language>/demo/enter",
    },
    Entry.PERSON: {
        "account.consent: GET POST /<language>/consent",
        "invitations.answer: GET POST /<language>/invitation/<token>",
        "account.parked: GET POST /<language>/kept",
        "account.me: GET /<language>/me",
        "welcome.come_back: GET /<language>/me/come-back",
        "account.data: GET /<language>/me/data.json",
        "account.erase: GET POST /<language>/me/erase",
        "account.language: POST /<language>/me/language",
        "account.readers: GET /<language>/me/readers",
        "account.end_other_sessions: POST /<language>/me/sessions/end",
        "news.list: GET /<language>/news/",
        "news.open: POST /<language>/news/<notice>/open",
        "news.choose_mail: POST /<language>/news/mail",
        "news.see_all: POST /<language>/news/seen",
        "plans.mine: GET /<language>/plans",
        "plans.from_file: POST /<language>/plans/from-file",
        "plans.new: POST /<language>/plans/new",
        "words.glossary: GET /<language>/words",
    },
    Entry.ADMINISTRATOR: {
        "people.staff: GET /<language>/people",
        "people.close: GET POST /<language>/people/<who>/close",
        "people.take_role: GET POST /<language>/people/<who>/roles/<given>/take",
        "people.add: GET POST /<language>/people/add",
        "people.add_organisation: GET POST /<language>/people/organisations/add",
    },
    Entry.STAFF: {
        "account.remove_passkey: POST /<language>/me/passkeys/<key>/remove",
        "account.new_password: GET POST /<language>/me/password",
        "account.recovery_codes: POST /<language>/me/recovery-codes",
    },
    Entry.COACH: {
        "account.cards: GET /<language>/coaching/cards",
        "account.new_card: GET POST /<language>/coaching/cards/<entrepreneur>",
        "account.revoke_card: POST /<language>/coaching/cards/<entrepreneur>/revoke",
        "desk.overview: GET /<language>/coaching/desk",
        "welcome.make: GET POST /<language>/coaching/entrepreneurs/<entrepreneur>/link",
        "welcome.end: POST /<language>/coaching/entrepreneurs/<entrepreneur>/link/end",
        "entrepreneurs.add: GET POST /<language>/coaching/entrepreneurs/add",
    },
    Entry.MANAGER: {
        "team.overview: GET /<language>/team",
        "team.leave: GET POST /<language>/team/<organisation>/coach/<who>/leave",
        "team.replace: GET POST /<language>/team/<organisation>/coach/<who>/replace",
        "team.assign: GET POST /<language>/team/<organisation>/plan/<plan>",
    },
    Entry.OWNER: {
        "company.end: GET POST /<language>/plan/<plan>/people/<who>/end",
        "invitations.end: POST /<language>/plan/<plan>/people/invitations/<invitation>/end",
        "invitations.invite: GET POST /<language>/plan/<plan>/people/invite",
        "company.say_who_writes: POST /<language>/plan/<plan>/people/writing",
        "reviews.send: POST /<language>/plan/<plan>/review/<part>/send",
        "reviews.take_back: POST /<language>/plan/<plan>/review/<part>/take-back",
        "suggestions.decide: POST /<language>/plan/<plan>/suggestions/<suggestion>/decide",
        "sittings.agree: POST /<language>/plan/<plan>/together/<sitting>/agree",
        "sittings.back: POST /<language>/plan/<plan>/together/<sitting>/back",
    },
    Entry.ITS_COACH: {
        "archive.ask: GET /<language>/plan/<plan>/archive",
        "archive.put_away: POST /<language>/plan/<plan>/archive/in",
        "archive.take_out: POST /<language>/plan/<plan>/archive/out",
        "contacts.correct: GET POST /<language>/plan/<plan>/contacts/<contact>",
        "contacts.remove: POST /<language>/plan/<plan>/contacts/<contact>/remove",
        "contacts.add: GET POST /<language>/plan/<plan>/contacts/add",
        "gates.decide: POST /<language>/plan/<plan>/gates/<gate>/decide",
        "company.leave: GET POST /<language>/plan/<plan>/people/leave",
        "reviews.approve: POST /<language>/plan/<plan>/review/<part>/approve",
        "reviews.give_back: POST /<language>/plan/<plan>/review/<part>/return",
        "suggestions.withdraw: POST /<language>/plan/<plan>/suggestions/<suggestion>/withdraw",
        "threads.day: POST /<language>/plan/<plan>/talk/<thread>/day",
        "sittings.state: GET /<language>/plan/<plan>/together/<sitting>/state",
        "sittings.begin: POST /<language>/plan/<plan>/together/begin",
    },
    Entry.PARTICIPANT: {
        "study.tasks: GET /<language>/plan/<plan>/",
        "aids.aid: GET POST /<language>/plan/<plan>/aid/<aid>",
        "aids.use: POST /<language>/plan/<plan>/aid/<aid>/use",
        "appointments.every: GET /<language>/plan/<plan>/appointments",
        "appointments.one: GET /<language>/plan/<plan>/appointments/<appointment>",
        "appointments.calendar: GET /<language>/plan/<plan>/appointments/<appointment>.ics",
        "appointments.call_off: POST /<language>/plan/<plan>/appointments/<appointment>/call-off",
        "appointments.change: GET POST /<language>/plan/<plan>/appointments/<appointment>/change",
        "appointments.minutes: GET POST /<language>/plan/<plan>/appointments/<appointment>/minutes",
        "appointments.new: GET POST /<language>/plan/<plan>/appointments/new",
        "history.changes: GET /<language>/plan/<plan>/changes",
        "history.check: GET /<language>/plan/<plan>/check/<part>",
        "history.clash: GET POST /<language>/plan/<plan>/clash/<int:sequence>",
        "competences.side_by_side: GET /<language>/plan/<plan>/competences/",
        "contacts.every: GET /<language>/plan/<plan>/contacts",
        "downloads.shelf: GET /<language>/plan/<plan>/dossier/",
        "downloads.job: GET /<language>/plan/<plan>/dossier/<job>",
        "downloads.file: GET /<language>/plan/<plan>/dossier/<job>/file",
        "downloads.state: GET /<language>/plan/<plan>/dossier/<job>/state",
        "downloads.ask: POST /<language>/plan/<plan>/dossier/ask",
        "evidence.save: POST /<language>/plan/<plan>/evidence/",
        "evidence.strongest: GET /<language>/plan/<plan>/evidence/",
        "figures.overview: GET /<language>/plan/<plan>/figures/",
        "figures.table: GET /<language>/plan/<plan>/figures/<statement>",
        "figures.table: GET /<language>/plan/<plan>/figures/<statement>/<int:year>",
        "figures.living: GET /<language>/plan/<plan>/figures/living",
        "figures.first_verdict: GET /<language>/plan/<plan>/figures/verdict",
        "plans.file: GET /<language>/plan/<plan>/file",
        "gates.overview: GET /<language>/plan/<plan>/gates/",
        "gates.gate: GET /<language>/plan/<plan>/gates/<gate>",
        "history.answer: GET /<language>/plan/<plan>/history/<question>",
        "history.answer: GET /<language>/plan/<plan>/history/<question>/<row>",
        "history.restore: POST /<language>/plan/<plan>/history/<question>/<row>/restore",
        "history.restore: POST /<language>/plan/<plan>/history/<question>/restore",
        "paper.choose: GET /<language>/plan/<plan>/paper",
        "paper.printed: GET /<language>/plan/<plan>/paper/<part>.pdf",
        "paper.enter: GET POST /<language>/plan/<plan>/paper/<part>/enter",
        "paper.summary: GET /<language>/plan/<plan>/paper/summary",
        "company.people: GET /<language>/plan/<plan>/people",
        "reviews.overview: GET /<language>/plan/<plan>/review/",
        "reviews.part: GET /<language>/plan/<plan>/review/<part>",
        "study.save: POST /<language>/plan/<plan>/save",
        "study.first_things: GET /<language>/plan/<plan>/stops",
        "study.page: GET POST /<language>/plan/<plan>/study/<part>/<page>",
        "study.row: GET POST /<language>/plan/<plan>/study/<part>/<page>/<row>",
        "groups.copy: POST /<language>/plan/<plan>/study/<part>/<page>/rows/<row>/copy",
        "groups.down: POST /<language>/plan/<plan>/study/<part>/<page>/rows/<row>/down",
        "groups.remove: POST /<language>/plan/<plan>/study/<part>/<page>/rows/<row>/remove",
        "groups.restore: POST /<language>/plan/<plan>/study/<part>/<page>/rows/<row>/restore",
        "groups.up: POST /<language>/plan/<plan>/study/<part>/<page>/rows/<row>/up",
        "groups.add: POST /<language>/plan/<plan>/study/<part>/<page>/rows/add",
        "suggestions.every: GET /<language>/plan/<plan>/suggestions",
        "suggestions.one: GET /<language>/plan/<plan>/suggestions/<suggestion>",
        "threads.talk: GET /<language>/plan/<plan>/talk/",
        "threads.one: GET /<language>/plan/<plan>/talk/<thread>",
        "threads.answer: POST /<language>/plan/<plan>/talk/<thread>/answer",
        "threads.reopen: POST /<language>/plan/<plan>/talk/<thread>/reopen",
        "threads.settle: POST /<language>/plan/<plan>/talk/<thread>/settle",
        "threads.new: GET POST /<language>/plan/<plan>/talk/new",
        "translating.texts: GET /<language>/plan/<plan>/texts/",
        "translating.clash: GET POST /<language>/plan/<plan>/texts/clash/<int:sequence>",
        "bilingual.back: POST /<language>/plan/<plan>/texts/list/",
        "bilingual.out: GET /<language>/plan/<plan>/texts/list/<which>",
        "bilingual.save: POST /<language>/plan/<plan>/texts/list/save",
        "translating.same: POST /<language>/plan/<plan>/texts/same",
        "translating.text: GET POST /<language>/plan/<plan>/texts/text/<question>",
        "translating.text: GET POST /<language>/plan/<plan>/texts/text/<question>/<row>",
        "sittings.together: GET /<language>/plan/<plan>/together",
        "sittings.one: GET /<language>/plan/<plan>/together/<sitting>",
        "sittings.confirm: POST /<language>/plan/<plan>/together/<sitting>/confirm",
        "sittings.end: POST /<language>/plan/<plan>/together/<sitting>/end",
        "versions.list: GET /<language>/plan/<plan>/versions/",
        "versions.back: GET POST /<language>/plan/<plan>/versions/<int:sequence>/back",
        "versions.rename: GET POST /<language>/plan/<plan>/versions/<version>/rename",
        "versions.take_away: POST /<language>/plan/<plan>/versions/<version>/take-away",
        "versions.compare: GET /<language>/plan/<plan>/versions/compare",
        "versions.name: POST /<language>/plan/<plan>/versions/name",
        "explanations.why: GET /<language>/plan/<plan>/why/<line>/<when>",
    },
}
LINK = re.compile(r'href="(/nl/[^"#]*)"')
ID = re.compile(r"[0-9a-f]{32}")
ALIKE = re.compile(r"(why/|history/|aid/\w+|texts/text/|study/\w+/\w+/ID|talk/new|paper/).*")
"""Pages that are alike: it is enough to open one of them."""
MOST_ALIKE = 1
SEEN = {"readings": None, "sessions": {"seen_at"}, "people": {"seen_at"}}
"""What a GET may write: the log of who read which plan, and when somebody was last seen."""


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
        if "GET" in rule.methods and entry not in (Entry.ANYONE, Entry.DEMO):
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
