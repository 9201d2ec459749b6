"""Every address × everybody × every plan: who gets in, who finds nothing, and what the archive refuses.

The pages themselves are replaced by one that says "inside", so that what is tested is the door, and posting changes
nothing.  An address that is new is tested by itself: what its Entry means stands in one table here.
"""

from functools import wraps

import pytest

from bizplan.domain.people import Role
from bizplan.storage import api_tokens, people
from bizplan.web.access import Entry
from tests.bizplan.web.everybody import COACHED_BY, NOBODY, PLANS, ROLES, UNDECIDED, VISITOR, address, everybody

STAFF = {role for role in Role if role is not Role.ENTREPRENEUR}
NEEDS_ROLE = {Entry.ADMINISTRATOR: {Role.ADMINISTRATOR}, Entry.STAFF: STAFF, Entry.COACH: {Role.COACH},
              Entry.MANAGER: {Role.MANAGER}, Entry.OFFICER: {Role.OFFICER}, Entry.ITS_OFFICER: {Role.OFFICER},
              Entry.READER: {Role.OFFICER}}
NEEDS_PART = {Entry.OWNER: {"owner"}, Entry.ITS_COACH: {"coach"}, Entry.PARTICIPANT: {"owner", "coach"}}
"""What each Entry means: which roles it opens for, or which parts in the plan of the address."""
OF_AN_APPLICATION = {Entry.ITS_OFFICER: {"officer"}, Entry.READER: {"officer", VISITOR}}
"""Who of those may open the application of the address: not who works elsewhere."""
BY_MANAGER = "/<language>/team/<organisation>/plan/<plan>"
"""Where a manager gives a plan of their organisation a coach: they take no part in it and read nothing of it."""
OPEN = {Entry.ANYONE, Entry.PERSON}
INSIDE, NOT_THERE, SIGN_IN, CONSENT, PUT_AWAY, NO_TOKEN = (
    (200, ""), (404, ""), (302, "/en/sign-in"), (302, "/en/consent"), (409, ""), (401, ""))


@pytest.fixture(scope="module")
def all_of_them(tmp_path_factory):
    """Everybody, before doors behind which stands nothing."""
    made = everybody(tmp_path_factory.mktemp("matrix") / "data")
    for endpoint, view in made.app.view_functions.items():
        if endpoint != "static":
            made.app.view_functions[endpoint] = empty(view)
    yield made
    made.storage.database.dispose()


def empty(view):
    """The same door with nothing behind it."""
    @wraps(view)
    def inside(**_places):
        return "inside"
    return inside


def part_in(who: str, plan: str) -> str:
    """What somebody is in a plan."""
    return "owner" if PLANS[plan] == who else "coach" if COACHED_BY[plan] == who else ""


def expected(view, who: str, plan: str, method: str) -> tuple[int, str]:
    """What the door answers."""
    entry = view.entry
    if entry is Entry.DEMO:
        return NOT_THERE
    if entry is Entry.ANYONE:
        return INSIDE
    if entry is Entry.API:
        return NO_TOKEN                                     # nobody is a system, whoever is signed in
    if who == VISITOR and entry is Entry.READER:
        return INSIDE
    if who in (NOBODY, VISITOR):
        return SIGN_IN
    if ROLES[who] not in NEEDS_ROLE.get(entry, Role):
        return NOT_THERE
    if who not in OF_AN_APPLICATION.get(entry, {who}):
        return NOT_THERE
    if entry in NEEDS_PART:
        part = part_in(who, plan)
        if part not in NEEDS_PART[entry] or (plan == "unagreed" and part == "coach"):
            return NOT_THERE
    if who == UNDECIDED and not view.before_consent:
        return CONSENT
    if entry in NEEDS_PART and plan == "archived" and method == "POST" and not view.in_archive:
        return PUT_AWAY
    return INSIDE


def rules(app, *, of_plan: bool):
    """The addresses, those of a plan or all others, each with a way to ask for it."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static" and ("plan" in rule.arguments) is of_plan:
            yield from ((rule, method) for method in sorted(rule.methods & {"GET", "POST"}))


def answer(made, rule, who: str, plan: str, method: str) -> tuple[int, str]:
    """What the door answered."""
    known = {"language": "en", "plan": made.plans[plan], "application": made.applications[plan], "sequence": "1",
             "part": "idea", "page": "name"}
    data = {"csrf_token": made.tokens[who]} if method == "POST" else None
    given = made.browsers[who].open(address(rule, known), method=method, data=data)
    return given.status_code, given.headers.get("Location", "")


def test_the_table_says_what_every_entry_means():
    assert {*OPEN, Entry.DEMO, Entry.API, *NEEDS_ROLE, *NEEDS_PART} == set(Entry)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("who", [NOBODY, *ROLES])
def test_every_address_of_a_plan_opens_for_those_who_may_enter_and_for_nobody_else(all_of_them, who, plan):
    views, asked = all_of_them.app.view_functions, list(rules(all_of_them.app, of_plan=True))
    assert len(asked) > 40
    wrong = [(method, rule.rule, found, wanted) for rule, method in asked
             if (found := answer(all_of_them, rule, who, plan, method)) != (
                 wanted := expected(views[rule.endpoint], who, plan, method))]
    assert wrong == []


@pytest.mark.parametrize("who", [NOBODY, VISITOR, *ROLES])
def test_every_other_address_opens_for_those_who_may_enter_and_for_nobody_else(all_of_them, who):
    views, asked = all_of_them.app.view_functions, list(rules(all_of_them.app, of_plan=False))
    assert len(asked) > 30
    wrong = [(method, rule.rule, found, wanted) for rule, method in asked
             if (found := answer(all_of_them, rule, who, "own", method)) != (
                 wanted := expected(views[rule.endpoint], who, "own", method))]
    assert wrong == []


def test_a_system_enters_with_a_token_of_its_organisation_where_systems_may_and_nowhere_else(all_of_them):
    made, client = all_of_them, all_of_them.app.test_client()
    with made.storage.writing() as tx:
        lender = people.add_organisation(tx, "lending", "Krediet")
        token = api_tokens.make(tx, lender, made.ids["manager"], "credit system")
    shown = {"Authorization": f"Bearer {token}"}
    for rule, method in (*rules(made.app, of_plan=False), *rules(made.app, of_plan=True)):
        entry = made.app.view_functions[rule.endpoint].entry
        known = {"language": "en", "plan": made.plans["own"], "sequence": "1", "part": "idea", "page": "name"}
        given = client.open(address(rule, known), method=method, headers=shown)
        wanted = {200} if entry in (Entry.API, Entry.ANYONE) else {302, 404}
        assert given.status_code in ({400} if method == "POST" else wanted), f"{method} {rule.rule}"
    with made.storage.writing() as tx:
        api_tokens.end(tx, lender, api_tokens.found(tx, token).id)
    assert client.get("/api/v1/applications", headers=shown).status_code == 401


def test_a_plan_that_never_was_is_not_there_for_anybody(all_of_them):
    made = all_of_them
    for rule, method in rules(made.app, of_plan=True):
        if made.app.view_functions[rule.endpoint].entry in NEEDS_PART:
            for who in ROLES:
                data = {"csrf_token": made.tokens[who]} if method == "POST" else None
                given = made.browsers[who].open(address(rule, {"language": "en"}), method=method, data=data)
                assert given.status_code == 404, f"{who}: {method} {rule.rule}"


@pytest.mark.parametrize("application", ["archived", "other's", "never was"])
def test_a_link_opens_one_application_and_no_other(all_of_them, application):
    made = all_of_them
    known = {"language": "en", "application": made.applications.get(application, "0" * 32)}
    asked = [rule for rule, method in rules(made.app, of_plan=False)
             if made.app.view_functions[rule.endpoint].entry is Entry.READER and method == "GET"]
    assert len(asked) > 10
    assert {made.browsers[VISITOR].get(address(rule, known)).status_code for rule in asked} == {404}


def test_an_officer_opens_what_was_handed_in_where_they_work_and_its_owner_agrees(all_of_them):
    made = all_of_them
    opened = {name: made.browsers["officer"].get(f"/en/lending/{application}/dossier/").status_code
              for name, application in made.applications.items()}
    assert opened == {"own": 200, "archived": 200, "approved": 200, "other's": 200, "unagreed": 404}


def test_a_plan_can_be_addressed_only_where_a_part_in_it_is_asked_for(all_of_them):
    views = all_of_them.app.view_functions
    open_to_all = {rule.rule for rule, _method in rules(all_of_them.app, of_plan=True)
                   if views[rule.endpoint].entry not in NEEDS_PART}
    assert open_to_all == {BY_MANAGER}
