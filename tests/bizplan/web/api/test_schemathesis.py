"""The description is taken at its word: requests that fit it and requests that do not, walked by its links as well."""

import re
import secrets
from datetime import timedelta

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig

from bizplan.domain.lending.questions import Asked
from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms
from bizplan.storage import api_tokens, applications, lender_questions
from bizplan.storage.attempts import Limit
from bizplan.web.api import door
from bizplan.web.api.applications import DESCRIPTION

EXAMPLES, WALKS, STEPS = 20, 12, 6
ID = re.compile(r"[0-9a-f]{32}")
BOUNDED = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
                   phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck))
LETTERS = "s" * 43
GRANTED = Given(Kind.DECISION, Outcome.GRANTED, "Veel succes.", terms=Terms(12_000.0, 0.0995, 48))
SENT = {"Authorization": f"Bearer bp1_{LETTERS}", "Accept-Encoding": "identity"}
SCHEMA = schemathesis.openapi.from_path(DESCRIPTION, config=schemathesis.Config(projects=ProjectsConfig(
    default=ProjectConfig(base_url="http://localhost/api/v1", headers=SENT,
                          generation=GenerationConfig(max_examples=EXAMPLES, deterministic=True)))))
NOW: list[Flask] = []
"""The application of the test that runs."""
KNOWN: list[str] = []
"""Applications for a credit that are there in it: one that is decided, one that cannot be read yet."""
FILES: list[str] = []
"""The file of a paper of the first of them."""


READ: set[str] = set()
"""Of what came an answer with content: the ends of addresses."""


def served(environ, start_response):
    """Whatever is asked goes to the application of the test that runs."""
    def start(status, *more):
        if status.startswith("200"):
            READ.add(environ["PATH_INFO"].rpartition("/")[2])
        return start_response(status, *more)
    return NOW[0](environ, start)


SCHEMA.app = served


@pytest.fixture(autouse=True)
def lender(app, storage, krediet, lien, hand_in, give, send_paper, monkeypatch) -> None:
    """The application, a token, and what was handed in; there are no limits, as those have a test of their own."""
    for name in ("OF_TOKEN", "OF_NETWORK", "WRONG_TOKENS"):
        monkeypatch.setattr(door, name, Limit(name.lower(), 1_000_000, timedelta(minutes=10)))
    with monkeypatch.context() as known, storage.writing() as tx:
        known.setattr(secrets, "token_urlsafe", lambda _length: LETTERS)
        api_tokens.make(tx, krediet, lien, "credit system")
    NOW[:] = [app]
    READ.clear()
    KNOWN[:] = [hand_in(krediet, more=("residence",)), hand_in(krediet, freeze=False)]
    FILES[:] = [send_paper(KNOWN[0], "identity")]
    give(KNOWN[0], GRANTED)
    with storage.writing() as tx:
        lender_questions.ask(tx, applications.application(tx, KNOWN[0]), Asked("Welke oven koop je?"))


@SCHEMA.hook
def map_path_parameters(_context, path_parameters):
    """Every other id is one that is there: what nobody has is soon asked for enough."""
    drawn = (path_parameters or {}).get("application")
    if isinstance(drawn, str) and ID.fullmatch(drawn) and int(drawn[0], 16) % 2:
        first = {"number": 1} if isinstance(path_parameters.get("number"), int) else {}
        file = {"file": FILES[0]} if ID.fullmatch(str(path_parameters.get("file"))) else {}
        return {**path_parameters, "application": KNOWN[int(drawn[1], 16) % 2], **first, **file}
    return path_parameters


@SCHEMA.parametrize()
@BOUNDED
def test_every_answer_is_one_that_the_description_knows(case):
    case.call_and_validate()


def test_whoever_follows_its_links_finds_what_it_says():
    run_state_machine_as_test(SCHEMA.as_state_machine(), settings=settings(
        BOUNDED, max_examples=WALKS, stateful_step_count=STEPS))
    assert {"applications", KNOWN[0]} <= READ and READ & {"1", "dossier.pdf", "model.xlsx"}
    assert {"papers", "questions"} & READ
