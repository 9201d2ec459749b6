"""In a whole plan no two lines share a key, and in no language do two lines share a label."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.translations import translator
from financial_models import build
from financial_models.assumptions.whole import LEGAL_FORMS
from financial_models.language import Model
from financial_models.readers.labels import clashes

TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "nl", "fr", "ar")
PLANS = [(name, form) for name in examples.names() for form in LEGAL_FORMS]


@pytest.fixture(scope="module", params=PLANS, ids=" as ".join)
def model(request) -> Model:
    name, form = request.param
    taken = assumptions(plan_file.read(examples.text(name)), TODAY)
    return build(replace(taken, legal_form=form)).model


def test_no_two_lines_share_a_key(model):
    assert [key for key, times in Counter(line.key for line in model.lines).items() if times > 1] == []


def test_no_two_lines_share_a_label_in_any_language(model):
    found = {language: clashes(model, translator(language)) for language in LANGUAGES}
    assert found == {language: [] for language in LANGUAGES}
