"""The data of the aids: every source is described, every text is gathered for the translators."""

from datetime import date

import pytest

from bizplan.domain.aids.notes import HOME, figures, source, spoken, table, texts
from tests.bizplan.messages import messages

DAY = date(2026, 12, 1)


def named(part):
    """Every source that an entry names."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from [value] if name == "source" else named(value)
    elif isinstance(part, list):
        for value in part:
            yield from named(value)


def test_every_source_that_is_named_is_described_and_can_be_said():
    files = [path.stem for path in HOME.glob("*.toml") if path.stem != "sources"]
    assert sorted(files) == ["legal_form", "permits", "start_up_costs", "vat_regime"]
    for key in {key for name in files for key in named(table(name))}:
        assert source(key).title and source(key).warning
        assert source(key).checked_on <= DAY


def test_an_unknown_source_is_refused():
    with pytest.raises(LookupError, match=r"no source is called 'rumour'; sources.toml has not_read"):
        source("rumour")


def test_texts_of_the_data_are_gathered_for_the_translators():
    wanted = messages("nl")
    assert {text for text, _ in texts()} <= wanted.keys()
    assert "bizplan/domain/aids/permits.toml" in wanted["Music rights"]


def test_figures_are_said_as_what_they_are():
    law = figures({"limit": "vat.exemption.threshold", "share": "vat.exemption.overshoot_share",
                   "months": "test_phase.months"}, DAY)
    assert [spoken(figure).said("en", str) for figure in law.values()] == ["€\u00a025,000", "10%", "18"]
