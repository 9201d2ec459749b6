"""The dossier lists the texts that its figures rest on."""

from datetime import date

from financial_models.law import keys, rate, scale, sources


def test_every_key_rests_on_at_least_one_text():
    assert {key for source in sources() for key in source.keys} == set(keys())


def test_a_plan_lists_only_the_texts_behind_its_own_figures():
    figures = [rate("vat.exemption.threshold", date(2026, 1, 1)), rate("vat.rates.standard", date(2026, 1, 1))]
    found = sources(figures)
    assert {source.keys for source in found} == {("vat.exemption.threshold",), ("vat.rates.standard",)}
    assert {source.status for source in found} == {"official", "secondary"}


def test_a_scale_lists_the_texts_of_its_steps():
    found = sources([scale("personal_income_tax.tax_free_scale", date(2024, 1, 1))])
    assert {source.status for source in found} == {"secondary", "unverified"}
