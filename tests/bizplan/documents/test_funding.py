"""Uses and sources in print: what is lost is a cost, and both sides come to the same amount."""

from dataclasses import replace

import pytest

from bizplan import examples
from bizplan.documents.funding import balanced
from bizplan.domain.readiness import readiness
from tests.bizplan.documents.dossier.conftest import AS_OF, calculated, changed

CENT = 0.005


def printed(text):
    """The table as the checks make it, and as it is printed."""
    ready = readiness(*calculated(text), AS_OF)
    return ready.funding, balanced(ready.case, ready.funding)


def amounts(table):
    """What each use comes to."""
    return {entry.key: entry.amount for entry in table.uses}


@pytest.mark.parametrize("name", examples.names())
def test_uses_and_sources_come_to_the_same(name):
    made, table = printed(examples.text(name))
    uses, sources = (sum(entry.amount for entry in side) for side in (table.uses, table.sources))
    assert uses == pytest.approx(made.needed)
    assert uses + table.reserve == pytest.approx(sources + table.missing, abs=CENT)
    assert min(table.reserve, table.missing) == 0


@pytest.mark.parametrize("name", ["hairdresser", "it_service"])
def test_a_business_under_the_exemption_pays_no_vat_in_advance(name):
    """What the exempt hairdresser pays for chair, hood and tablet is 5,430 euro with VAT: that is what they cost."""
    made, table = printed(examples.text(name))
    assert made.use("vat") > 0 and "vat" not in amounts(table)
    paid = sum(
        thing.price if thing.includes_vat or thing.in_kind else thing.price * (1 + thing.vat_rate)
        for thing in calculated(examples.text(name))[1].assumptions.equipment
    )
    assert amounts(table)["equipment"] == pytest.approx(paid, abs=0.02)


def test_of_a_van_only_the_vat_that_comes_back_is_paid_in_advance():
    """The grocer's van costs 11,200 euro and 2,352 euro of VAT, of which 85 % is deducted."""
    made, table = printed(examples.text("grocery"))
    lost = 2352 * 0.15
    assert amounts(table)["equipment"] == pytest.approx(made.use("equipment") + lost, abs=CENT)
    assert amounts(table)["vat"] == pytest.approx(made.use("vat") - lost, abs=CENT)


def test_vat_that_is_deducted_in_full_stays_a_line_of_its_own():
    made, table = printed(examples.text("tailor"))
    assert table.uses == made.uses


def test_a_table_without_vat_that_is_lost_is_printed_as_it_is():
    ready = readiness(*calculated(examples.text("hairdresser")), AS_OF)
    without = replace(ready.funding, uses=tuple(entry for entry in ready.funding.uses if entry.key != "vat"))
    assert balanced(ready.case, without).uses == without.uses


def test_both_sides_agree_where_the_account_is_lowest_before_the_start():
    """Own money and loans come with the start, after two months of trial: until then there is nothing."""

    def late(document):
        for group in ("own_money", "loans"):
            for row in document[group]:
                row["month"]["value"] = 3

    made, table = printed(changed("bakery", late))
    assert made.month < 3 and table.missing == pytest.approx(-made.left, abs=CENT) and table.missing > 0
