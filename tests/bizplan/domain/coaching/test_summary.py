"""A plan at a glance: how far it is, what blocks it, its cash and its deadlines."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching.summary import LONGEST_TITLE, Deadline, Due, Summary, nearest, summary
from bizplan.domain.course import PARTS
from bizplan.domain.importing import imported
from bizplan.domain.living import living
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.readiness import readiness
from bizplan.domain.revisions import Record

DAY = date(2026, 11, 23)


def glance(study: Plan) -> Summary:
    """What is seen of a plan on the day of the examples."""
    record = Record.of(study.language, imported(study))
    return summary(record, readiness(record.plan, today=DAY))


def example(name: str) -> Plan:
    return plan_file.read(examples.text(name))


def with_answers(study: Plan, **answers: object) -> Plan:
    """The plan with other answers; two underscores stand for a dot."""
    given = {(key.replace("__", "."), ""): Answer(value) for key, value in answers.items()}
    return Plan(study.language, {**study.answers, **given}, study.rows)


def test_a_plan_that_nobody_began_blocks_nothing_and_has_no_figure_and_no_deadline():
    made = glance(Plan("nl", {}, {}))
    assert made == Summary("", "nl", 1, "stops", 0, len(PARTS))
    assert not made.is_complete


@pytest.mark.parametrize("name", examples.names())
def test_it_agrees_with_the_figures_and_the_checks_of_each_example(name):
    study = example(name)
    made, ready = glance(study), readiness(study, today=DAY)
    assert made.lowest_cash == pytest.approx(living(study, DAY).lowest_cash.value)
    assert made.blockers == len(ready.blockers)
    assert made.blocked_in == (ready.blockers[0].subject if ready.blockers else "")
    assert made.title == study.value("idea.business_name") and 0 < made.done <= made.of == 15


def test_where_too_little_is_known_for_figures_their_findings_do_not_block_yet():
    study = example("food_truck")
    assert glance(study).blockers == 4
    priceless = {at: each for at, each in study.answers.items() if at[0] != "products[].price"}
    made = glance(Plan(study.language, priceless, study.rows))
    assert (made.blockers, made.lowest_cash) == (0, None)


def test_what_no_figure_has_to_do_with_blocks_from_the_start():
    debts = {"applicant__debts__collective_settlement": True, "applicant__residence__status": "refugee"}
    made = glance(with_answers(Plan("nl", {}, {}), **debts))
    assert made.blockers == 1 and made.lowest_cash is None


def test_answers_that_contradict_each_other_block_although_there_are_no_figures():
    study = example("bakery")
    place = ("loans[].grace", study.row_ids("loans")[0])
    made = glance(Plan(study.language, {**study.answers, place: Answer(90)}, study.rows))
    assert (made.blockers, made.lowest_cash) == (glance(study).blockers + 1, None)
    assert not made.is_complete


def test_a_plan_is_complete_where_every_part_is_done_and_nothing_blocks():
    made = Summary("", "nl", 0, "", 15, 15)
    assert made.is_complete
    assert not replace(made, done=14).is_complete and not replace(made, blockers=1).is_complete


def test_the_study_knows_until_when_papers_are_valid_and_when_the_test_phase_ends():
    study = with_answers(
        example("bicycle_repair"), applicant__residence__until=date(2027, 3, 31), inform__start=date(2027, 1, 1),
        test_phase__planned=True, test_phase__months=6)
    thing = study.row_ids("equipment")[0]
    study = replace(study, answers={**study.answers, ("equipment[].quote_until", thing): Answer(date(2026, 12, 15))})
    found = {each.due: each.on for each in glance(study).deadlines}
    assert found[Due.RESIDENCE] == date(2027, 3, 31)
    assert found[Due.QUOTE] == date(2026, 12, 15)
    assert found[Due.TEST_PHASE] == date(2027, 6, 30), "the last day of the sixth month"
    assert found[Due.PERMIT] in {study.value("rules.permits[].until", row) for row in study.row_ids("rules.permits")}


def test_without_a_test_phase_none_ends():
    plain = with_answers(example("bakery"), test_phase__planned=False, test_phase__months=6)
    assert Due.TEST_PHASE not in {each.due for each in glance(plain).deadlines}


def test_the_nearest_deadline_may_have_passed_but_a_test_phase_that_is_over_counts_no_more():
    over, late, soon = (Deadline(Due.TEST_PHASE, date(2026, 1, 1)), Deadline(Due.RESIDENCE, date(2026, 11, 1)),
                        Deadline(Due.PERMIT, date(2026, 12, 1)))
    assert nearest((soon, over, late), DAY) == late
    assert nearest((soon, over), DAY) == soon
    assert nearest((over,), DAY) is None
    assert nearest((Deadline(Due.TEST_PHASE, DAY),), DAY) == Deadline(Due.TEST_PHASE, DAY)


def test_a_long_idea_is_no_title_of_a_thousand_letters():
    made = glance(with_answers(Plan("nl", {}, {}), inform__idea="  " + "ሰላም " * 1000))
    assert len(made.title) == LONGEST_TITLE and made.title.startswith("ሰላም")


def test_it_comes_back_as_it_was_kept_and_one_of_another_version_is_unknown():
    made = glance(example("bakery"))
    assert made.deadlines
    assert Summary.from_document(made.as_document()) == made
    assert Summary.from_document({**made.as_document(), "format": 0}) is None
    assert Summary.from_document({}) is None
