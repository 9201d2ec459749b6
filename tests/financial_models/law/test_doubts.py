"""A figure that is not sure says why."""

from datetime import date

from financial_models.law import CarriedForward, DueForRecheck, PendingReform, Unverified, caution, rate, scale

TODAY = date(2026, 11, 24)


def test_a_figure_that_was_read_and_is_fresh_gives_no_reason_for_care():
    assert caution(rate("vat.rates.standard", TODAY), TODAY) is None


def test_a_figure_that_nobody_read_in_a_source_says_so():
    reasons = caution(rate("employment.nsso_employer_base", TODAY), TODAY)
    assert reasons == (Unverified(None),)


def test_a_figure_carried_forward_says_from_which_year():
    reasons = caution(rate("social_contributions.floor_main", date(2030, 1, 1)), TODAY)
    assert reasons == (CarriedForward(2026),)


def test_a_figure_whose_day_has_passed_wants_checking_again():
    floor = rate("social_contributions.floor_main", TODAY)
    assert not floor.due_for_recheck(floor.recheck_after)
    assert caution(floor, date(2027, 6, 1)) == (DueForRecheck(floor.recheck_after),)


def test_a_figure_of_a_pending_reform_says_which():
    pay = rate("company.minimum_director_pay", TODAY, reforms=frozenset({"56K1243"}))
    assert caution(pay, TODAY) == (PendingReform("56K1243"),)


def test_one_unread_step_makes_a_whole_scale_want_care():
    reasons = caution(scale("personal_income_tax.tax_free_scale", date(2024, 1, 1)), TODAY)
    assert reasons is not None
    assert isinstance(reasons[0], Unverified)


def test_several_reasons_stand_together():
    reasons = caution(rate("formalities.food_levy.starter", TODAY), date(2027, 1, 1))
    assert reasons == (CarriedForward(2012), DueForRecheck(date(2026, 12, 15)))
