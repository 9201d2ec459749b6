"""What was handed in, as a record of answers and as figures that are known."""

from bizplan.domain.coaching.differences import difference
from bizplan.domain.coaching.moved_figures import standing, standing_of
from bizplan.domain.importing import as_it_stands
from bizplan.domain.readiness.case import Calculated
from tests.bizplan.domain.lending.made import DAY, bakery


def test_a_cut_becomes_a_record_in_the_rows_that_it_has():
    cut = bakery().study
    record = as_it_stands(cut)
    assert {group: ids for group, ids in cut.rows.items() if ids} == record.rows
    assert all(record.plan.answers[place].value == answer.value for place, answer in cut.answers.items())
    assert record.plan.translations == cut.translations
    assert difference(record, as_it_stands(cut), coach=True) == ()


def test_figures_of_a_cut_are_known_although_it_does_not_show_all_that_they_rest_on():
    work = bakery()
    case = Calculated(work.study, DAY, work.engine, work.values)
    of_cut, of_whole = standing(work.study, DAY), standing_of(case)
    assert of_cut.living.lowest_cash.value is None, "the rent of the home is not in the cut"
    assert round(of_whole.living.lowest_cash.value, 2) == round(case.outcome.lowest_cash, 2) == 2967.40
    assert not any(each.missing for each in of_whole.living.figures.values())
    assert of_whole.living.sales.value == of_cut.living.sales.value and of_whole.covers == of_cut.covers
