"""A figure of law is a number that cannot lose its provenance by accident."""

import copy
import json
import pickle
from datetime import date

import numpy as np
import pytest

from financial_models.law import rate, scale

DAY = date(2026, 1, 1)


def test_copies_and_pickles_keep_the_provenance():
    standard = rate("vat.rates.standard", DAY)
    for twin in (copy.deepcopy(standard), pickle.loads(pickle.dumps(standard))):
        assert twin == standard
        assert twin.provenance == standard.provenance
    steps = scale("personal_income_tax.scale", DAY)
    assert pickle.loads(pickle.dumps(steps)) == steps


def test_a_rate_cannot_be_changed():
    with pytest.raises(AttributeError, match="cannot be changed"):
        rate("vat.rates.standard", DAY).provenance = None


def test_a_rate_is_written_and_calculated_like_any_number():
    standard = rate("vat.rates.standard", DAY)
    assert str(standard) == repr(standard) == json.dumps(standard) == "0.21"
    assert np.array([standard, standard]).dtype == np.float64
    assert type(standard + 0) is float


def test_a_flag_is_one_or_zero():
    assert rate("residence.recognised_refugee.may_be_self_employed", DAY) == 1
    assert rate("residence.recognised_refugee.card_needed", DAY) == 0


def test_the_steps_of_a_scale_carry_their_own_provenance():
    steps = scale("personal_income_tax.tax_free_scale", date(2024, 1, 1))
    assert [step.status for step in steps.rates] == ["secondary", "secondary", "unverified"]


def test_a_scale_taxes_each_part_at_its_own_share():
    steps = scale("personal_income_tax.scale", date(2024, 1, 1))
    first, second = steps.thresholds[1:3]
    assert steps.on(0) == 0
    assert steps.on(first) == pytest.approx(first * steps.rates[0])
    assert steps.on(second) - steps.on(first) == pytest.approx((second - first) * steps.rates[1])


def test_a_label_speaks_three_languages_and_english_otherwise():
    label = rate("vat.rates.standard", DAY).label
    assert label.text("nl") == "Btw, normaal tarief"
    assert label.text("fr") == "TVA, taux normal"
    assert label.text("ar") == label.en
