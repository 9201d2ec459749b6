"""Examples with parts cut out, doubled and put at their limits: calculated and judged, or refused with a place."""

import json
import math
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.figures import figures
from bizplan.domain.living import living
from bizplan.domain.plan_file import PlanFileError
from bizplan.domain.profile import verdict
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness import sentence
from bizplan.workshop import Workshop, findings
from financial_models import evaluate

TODAY = date(2027, 1, 18)
BROKEN = [None, True, -1, 0, 1, 1e-320, 1e308, float("nan"), float("inf"), "", "=1+1", "\u202eabc", "\ud800", [], {}]


def places(part):
    """Every place in a document: what it stands in, and its key or position there."""
    keys = list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else []
    for key in keys:
        yield part, key
        yield from places(part[key])


def answered_at_a_limit(document, question, upper):
    """Put the answers to a question, where the document has its section, at the largest or smallest allowed."""
    *sections, name = question.key.replace("[]", "").split(".")
    homes = [document]
    for section in sections:
        found = [home[section] for home in homes if isinstance(home, dict) and section in home]
        homes = [row for part in found for row in (part if isinstance(part, list) else [part])]
    for home in homes:
        if isinstance(home, dict):
            home[name] = question.high if upper else question.low


@st.composite
def mutilated(draw):
    """An example after a few accidents."""
    document = json.loads(examples.text(draw(st.sampled_from(["hairdresser", "it_service", "bicycle_repair"]))))
    numbers = [question for question in QUESTIONS.values() if question.high is not None]
    for question in draw(st.lists(st.sampled_from(numbers), max_size=8)):
        answered_at_a_limit(document, question, draw(st.booleans()))
    for accident in draw(st.lists(st.sampled_from(["lost", "lost", "doubled", "broken"]), max_size=3)):
        body = [(home, key) for home, key in places(document) if key not in ("format", "language")]
        home, key = draw(st.sampled_from(body))
        if accident == "lost":
            del home[key]
        elif accident == "doubled" and isinstance(home, list):
            home.append(home[key])
        elif accident == "broken":
            home[key] = draw(st.sampled_from(BROKEN))
    return json.dumps(document)


def calculated(text):
    """The plan and its lines, or the error with which it is refused; any other error fails the test."""
    try:
        study = plan_file.read(text)
        return study, built(study, TODAY), None
    except PlanFileError as error:
        return None, None, error


@settings(max_examples=10, deadline=None)
@given(mutilated())
def test_a_mutilated_plan_is_calculated_and_judged_or_refused_with_its_place(text):
    study, engine, refusal = calculated(text)
    if refusal:
        assert refusal.place and "\n" not in str(refusal)
        return
    work = Workshop(study, engine, evaluate(engine.model))
    json.dumps(figures(engine, work.values, scenario="base", today=TODAY), allow_nan=False)
    assert all(sentence for _, sentence, _ in findings(work, "nl", TODAY))


@settings(max_examples=10, deadline=None)
@given(mutilated())
def test_a_mutilated_plan_has_living_figures_and_a_verdict_or_says_what_is_missing(text):
    study, _, refusal = calculated(text)
    try:
        study = study or plan_file.read(text)
    except PlanFileError:
        return                                              # no answers that anybody could have given
    found = living(study, TODAY)
    assert (refusal is None) or found.reason or found.sales.missing
    for figure in found.figures.values():
        assert figure.value is None or math.isfinite(figure.value)
    said = verdict(study, TODAY)
    assert said.reasons
    assert all(sentence(reason, "nl", str) for reason in (*said.reasons, *said.conditions))
