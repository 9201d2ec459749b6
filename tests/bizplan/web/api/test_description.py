"""The description of the API agrees with its addresses, and every real answer agrees with the description."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bizplan.domain.coaching import About
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.lending.standing import Standing
from bizplan.domain.lending.verdicts import DECISIONS, Given, Kind, Outcome, Terms
from bizplan.domain.lending.webhooks import Event, News, body
from bizplan.storage import applications, lender_questions
from bizplan.translations import LANGUAGES
from bizplan.web.access import Entry
from bizplan.web.api import applications as api
from bizplan.web.api import asking
from bizplan.web.lending import paper_files

DESCRIPTION = json.loads(Path(api.DESCRIPTION).read_text("utf-8"))
OPERATIONS = {each["get"]["operationId"]: (path, each["get"]) for path, each in DESCRIPTION["paths"].items()}
HERE = "https://bizplan.example/openapi.json"
GRANTED_IF = Given(Kind.DECISION, Outcome.GRANTED_IF, "", (), Terms(12_000.0, 0.0995, 48),
                   (Condition("Het huurcontract is getekend", date(2026, 12, 31)),))
DECLINED = Given(Kind.DECISION, Outcome.DECLINED, "", ("surplus", "other"))


def errors(schema, instance) -> list[str]:
    """What of an instance does not agree with a schema of the description."""
    registry = Registry().with_resource(HERE, Resource.from_contents(
        {"$schema": DESCRIPTION["jsonSchemaDialect"], **DESCRIPTION}))
    absolute = json.loads(json.dumps(schema).replace('"#/', f'"{HERE}#/'))
    found = Draft202012Validator(absolute, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [each.message[:200] for each in found.iter_errors(instance)]


def agrees(operation: str, answer) -> bool:
    """Whether an answer is one that the description of an operation knows, in kind, headers and content."""
    told = OPERATIONS[operation][1]["responses"].get(str(answer.status_code))
    assert told, f"{operation} is not said to answer {answer.status_code}"
    told = _named(told)
    assert answer.mimetype in told["content"], answer.mimetype
    assert [name for name in told.get("headers", {}) if name not in answer.headers] == []
    if answer.mimetype.endswith("json"):
        assert errors(told["content"][answer.mimetype]["schema"], answer.json) == []
    return True


def _named(thing):
    """A thing, or the one that it refers to."""
    found = thing
    if "$ref" in thing:
        found = DESCRIPTION
        for each in thing["$ref"].removeprefix("#/").split("/"):
            found = found[each]
    return found


def test_every_address_is_described_and_every_described_address_is_there(app):
    rules = {rule.endpoint.removeprefix("api."): re.sub(r"<(\w+)>", r"{\1}", rule.rule)
             for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    base, = (each["url"] for each in DESCRIPTION["servers"])
    assert rules == {name: f"{base}{path}" for name, (path, _told) in OPERATIONS.items()}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api"):
            assert rule.methods == {"GET", "HEAD"}


def test_it_says_of_each_address_whether_a_token_is_needed(app):
    for name, (_path, told) in OPERATIONS.items():
        is_open = told.get("security", DESCRIPTION["security"]) == []
        assert app.view_functions[f"api.{name}"].entry is (Entry.ANYONE if is_open else Entry.API)
        assert is_open or {"401", "429"} <= set(told["responses"])


def test_its_parameters_are_those_that_are_understood():
    parameters = {each["name"]: each["schema"] for each in OPERATIONS["every"][1]["parameters"]}
    assert set(parameters) == {"state", "since", "limit", "cursor"}
    assert (parameters["limit"]["default"], parameters["limit"]["maximum"]) == (asking.USUAL, asking.MOST)
    numbers = ("token", api.door.OF_TOKEN.most), ("network", api.door.OF_NETWORK.most)
    assert all(f"{most}" in DESCRIPTION["components"]["responses"]["TooMany"]["description"] for _of, most in numbers)


def test_its_words_are_those_of_the_house():
    schemas = DESCRIPTION["components"]["schemas"]
    told = {"State": Standing, "Outcome": (*DECISIONS, Outcome.WITHDRAWN), "Side": Side}
    for name, words in told.items():
        assert schemas[name]["enum"] == [each.value for each in words]
    for name, field, words in (("News", "event", Event), ("Question", "kind", Asks), ("Subject", "what", About)):
        assert schemas[name]["properties"][field]["enum"] == [each.value for each in words]
    assert schemas["Word"]["properties"]["language"]["enum"] == list(LANGUAGES)
    assert schemas["File"]["properties"]["kind"]["enum"] == list(paper_files.MIMES)
    assert list(OPERATIONS["paper"][1]["responses"]["200"]["content"]) == list(paper_files.MIMES.values())


@pytest.mark.parametrize("name", DESCRIPTION["components"]["schemas"])
def test_every_field_is_described_in_words_with_an_example_that_is_one(name):
    schema = DESCRIPTION["components"]["schemas"][name]
    fields = {name: schema, **{f"{name}.{field}": told for field, told in schema.get("properties", {}).items()}}
    for place, told in fields.items():
        found = {**_named(told), **told}
        assert found.get("description", "").endswith("."), place
        is_whole = place == name and schema.get("type") == "object"
        assert is_whole or found.get("examples"), place
        assert [errors(told, each) for each in found.get("examples", ()) if errors(told, each)] == [], place


def test_every_schema_of_it_is_one_and_is_used():
    text = json.dumps(DESCRIPTION)
    places = [f"#/components/{kind}/{each}" for kind, things in DESCRIPTION["components"].items() for each in things
              if kind != "securitySchemes"]
    assert [place for place in places if f'"{place}"' not in text] == []
    for schema in DESCRIPTION["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_anyone_may_read_it(browser):
    answer = browser.client.get("/api/v1/openapi.json")
    assert answer.json == DESCRIPTION and agrees("description", answer)
    assert agrees("description", browser.client.get("/api/v1/openapi.json", headers={"Accept": "text/html"}))


def test_real_answers_agree_with_it(system, krediet, hand_in, withdraw, storage, give, send_paper):
    application, pending = hand_in(krediet, more=("household", "residence")), hand_in(krediet, freeze=False)
    ended = hand_in_two(hand_in, krediet, withdraw)
    decided = hand_in(krediet)
    give(decided, GRANTED_IF)
    papers = [send_paper(application, "quotes", kind=kind) for kind in paper_files.MIMES]
    with storage.writing() as tx:
        applications.end(tx, ended)
        lender_questions.ask(tx, applications.application(tx, application), Asked("Welke oven koop je?"))
    one, content = f"/applications/{application}", f"/applications/{application}/submissions/1"
    asked = {"every": ["/applications", "/applications?limit=1"],
             "one": [one, *(f"/applications/{each}" for each in (pending, ended, decided))],
             "submission": [content], "dossier": [f"{content}/dossier.pdf"], "workbook": [f"{content}/model.xlsx"],
             "papers": [f"{one}/papers"], "paper": [f"{one}/papers/{each}" for each in papers],
             "questions": [f"{one}/questions", f"/applications/{pending}/questions"]}
    for operation, addresses in asked.items():
        for address in addresses:
            answer = system.get(address)
            assert answer.status_code == 200 and agrees(operation, answer)
    assert {each["state"] for each in system.get("/applications").json["applications"]} == {
        each.value for each in Standing}


@pytest.mark.parametrize("given", [GRANTED_IF, DECLINED])
def test_every_kind_of_decision_agrees_with_it(system, krediet, hand_in, give, given):
    application = hand_in(krediet)
    give(application, given)
    answer = system.get(f"/applications/{application}")
    assert answer.json["decision"]["outcome"] == given.outcome.value and agrees("one", answer)


def hand_in_two(hand_in, lender, withdraw) -> str:
    """An application of which one of two versions was taken back."""
    application = hand_in(lender)
    hand_in(lender, application=application)
    withdraw(application, 1)
    return application


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each != "description"])
def test_refusals_agree_with_it(system, operation):
    address = OPERATIONS[operation][0].format(application="0" * 32, number=1, file="0" * 32)
    wrong = {"Authorization": "Bearer bp1_none"}, {"Accept": "text/html"}, {}
    answers = [system.get(address, headers=headers) for headers in wrong] + [system.get(f"{address}?x=1")]
    assert [each.status_code for each in answers] == [401, 406, 200 if operation == "every" else 404, 400]
    assert all(agrees(operation, each) for each in answers)


def test_a_message_agrees_with_it(storage):
    schema = DESCRIPTION["webhooks"]["news"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    with storage.reading() as tx:
        now = tx.now
    for event, number in ((Event.FROZEN, 1), (Event.DECIDED, None)):
        assert errors(schema, json.loads(body(News("d" * 32, event, "a" * 32, number, now)))) == []
    assert errors(schema, {"delivery": "d"})
