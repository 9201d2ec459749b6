"""What a lender is shown beside the usual cut where the person agreed: the household line by line, no word else."""

import json
from dataclasses import replace
from datetime import date
from functools import cache

import jsonschema
import numpy as np
import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.fingerprint import dated, fingerprint
from bizplan.domain.plan import Answer
from bizplan.domain.plan_file import PlanFileError
from bizplan.domain.readiness import readiness
from bizplan.domain.recipients import HOUSEHOLD, MORE, NOT_FOR_A_LENDER, RESIDENCE, SHOWN_WITH, Recipient, withheld
from bizplan.domain.released import released
from bizplan.domain.schema import schema
from financial_models import evaluate
from financial_models.assumptions import Grade
from financial_models.language import Input

DAY = date(2026, 11, 28)
LENDER = Recipient.LENDER
HALF_A_CENT = 0.005
CHOICES = [(), (HOUSEHOLD,), (RESIDENCE,), MORE]


@cache
def whole(name):
    """An example as its people see it."""
    return plan_file.read(examples.text(name))


@cache
def cut(name, more=()):
    """The same as a lender gets it."""
    return released(whole(name), LENDER, more)


@pytest.mark.parametrize("name", examples.names())
@pytest.mark.parametrize("more", CHOICES)
def test_it_reads_back_as_itself_and_cutting_again_changes_nothing_whatever_is_asked(name, more):
    made = cut(name, more)
    text = plan_file.write(made)
    assert plan_file.read(text) == made
    jsonschema.validate(json.loads(text), schema())
    for again in CHOICES:
        assert released(made, LENDER, again) == made, "nobody can put back what is not in it"
    assert released(made, Recipient.SELF) == made


@pytest.mark.parametrize("name", examples.names())
def test_without_more_nothing_is_said_of_it(name):
    assert cut(name).release.more == ()
    assert '"more"' not in plan_file.write(cut(name)).partition("inform")[0]
    assert released(whole(name), Recipient.SELF, MORE).release.more == (), "one's own plan is whole anyway"


@pytest.mark.parametrize("name", examples.names())
def test_every_figure_of_the_whole_plan_is_the_same_with_its_lines(name):
    made, plan = cut(name, (HOUSEHOLD,)), whole(name)
    engine, other = (built(each, DAY) for each in (plan, made))
    values, others = evaluate(engine.model), evaluate(other.model)
    assert [line.key for line in engine.model.lines] == [line.key for line in other.model.lines]
    for line in engine.model.lines:
        if not isinstance(line, Input):
            there = others.series(other.model.by_key[line.key])
            gap = np.abs(np.nan_to_num(values.series(line)) - np.nan_to_num(there))
            assert float(gap.max()) < HALF_A_CENT, line.key


@pytest.mark.parametrize("name", ["bakery", "food_truck"])
def test_the_signals_are_the_same_with_and_without(name):
    lights = []
    for more in ((), (HOUSEHOLD,)):
        engine = built(cut(name, more), DAY)
        ready = readiness(cut(name, more), engine, evaluate(engine.model), DAY)
        lights.append([(each.key, each.light) for each in ready.signals])
    assert lights[0] == lights[1]


@pytest.mark.parametrize("name", examples.names())
def test_the_household_stands_line_by_line_without_remarks_and_nothing_else_comes_with_it(name):
    made, plan = cut(name, (HOUSEHOLD,)), whole(name)
    rows = [group for group in plan.rows if group.startswith("household.")]
    assert {group: made.row_ids(group) for group in rows} == {group: plan.row_ids(group) for group in rows}
    assert not made.is_in_totals and made.is_for_a_lender
    shown = {key for key, _row in made.answers}
    assert not shown & withheld(LENDER, (HOUSEHOLD,))
    beside_the_household = {key for key in shown if not key.startswith("household.")}
    assert beside_the_household == {key for key, _row in cut(name).answers if not key.startswith("household.")}
    assert not any(answer.note for (key, _row), answer in made.answers.items() if key.startswith("household."))


def test_the_lines_of_the_bakery_keep_their_names_and_amounts():
    made, plan = cut("bakery", (HOUSEHOLD,)), whole("bakery")
    row = plan.row_ids("household.incomes")[0]
    for key, place in (("household.incomes[].name", row), ("household.incomes[].kind", row),
                       ("household.expenses.food", ""), ("household.expenses.remittances", "")):
        assert made.answer(key, place) is not None and made.value(key, place) == plan.value(key, place), key
    spoken = replace(plan, answers={**plan.answers, ("household.changes", ""): Answer("My aunt moves in"),
                                    ("household.expenses.food", ""): Answer(600, Grade.GUESS, "Amal guessed it")})
    told = plan_file.write(released(spoken, LENDER, (HOUSEHOLD,)))
    assert "aunt" not in told and "guessed it" not in told


def test_residence_documents_change_no_answer_but_are_part_of_what_was_agreed():
    usual, agreed = cut("bakery"), cut("bakery", (RESIDENCE,))
    assert (agreed.answers, agreed.rows, agreed.translations) == (usual.answers, usual.rows, usual.translations)
    assert agreed.release.more == (RESIDENCE,)
    withheld_ones = {key for key in withheld(LENDER) if key.startswith("applicant.residence.")}
    assert not withheld_ones, "the usual cut shows what was answered about residence"


def test_the_fingerprint_covers_what_more_is_shown():
    marks = {fingerprint(dated(cut("bakery", more), DAY)) for more in CHOICES}
    assert len(marks) == len(CHOICES)
    assert fingerprint(dated(released(whole("bakery"), LENDER, tuple(reversed(MORE))), DAY)) in marks


def test_what_is_shown_with_more_was_withheld_before():
    assert set(SHOWN_WITH) <= set(MORE)
    assert {each for places in SHOWN_WITH.values() for each in places} <= set(NOT_FOR_A_LENDER)


@pytest.mark.parametrize(("more", "sentence"), [
    ('"household"', 'released.more is "household": write what is shown beside the usual cut between square brackets.'),
    ('["all"]', 'released.more[0] is "all": choose from household, residence.'),
    ('["household", "household"]', 'released.more[1] is "household": it stands here already, write it once.'),
])
def test_a_file_that_says_wrongly_what_more_is_shown_is_refused(more, sentence):
    text = f'{{"format": 1, "language": "nl", "released": {{"for": "lender", "more": {more}}}}}'
    with pytest.raises(PlanFileError) as caught:
        plan_file.read(text)
    assert str(caught.value) == sentence
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(text), schema())
