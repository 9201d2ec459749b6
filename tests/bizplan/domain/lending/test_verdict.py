"""What a verdict needs before a person can give it, and the reasons in plain words."""

from datetime import UTC, date, datetime

import pytest

from bizplan.domain.coaching.gates import Condition
from bizplan.domain.course import PARTS
from bizplan.domain.lending.reasons import OTHER, REASONS, known
from bizplan.domain.lending.verdicts import (
    DECISIONS,
    NO_CONDITION,
    NO_REASON,
    NO_WORDS,
    Given,
    Judged,
    Kind,
    Outcome,
    Terms,
    Verdict,
    missing,
)

TEN, RENT = Terms(10_000.0, 0.08, 36), Condition("Huur", date(2027, 1, 10))


@pytest.mark.parametrize(("given", "wanted"), [
    (Given(Kind.ADVICE, Outcome.POSITIVE), {"words": NO_WORDS}),
    (Given(Kind.ADVICE, Outcome.POSITIVE_IF, "Goed."), {"condition-0": NO_CONDITION}),
    (Given(Kind.ADVICE, Outcome.NEGATIVE, "Te krap."), {}),
    (Given(Kind.DECISION, Outcome.GRANTED, terms=TEN), {}),
    (Given(Kind.DECISION, Outcome.GRANTED_IF, terms=TEN), {"condition-0": NO_CONDITION}),
    (Given(Kind.DECISION, Outcome.GRANTED_IF, terms=TEN, conditions=(RENT,)), {}),
    (Given(Kind.DECISION, Outcome.DECLINED), {"reasons": NO_REASON}),
    (Given(Kind.DECISION, Outcome.DECLINED, reasons=("no such reason",)), {"reasons": NO_REASON}),
    (Given(Kind.DECISION, Outcome.NOT_YET, reasons=(OTHER,)), {"words": NO_WORDS}),
    (Given(Kind.DECISION, Outcome.NOT_YET, reasons=("papers",)), {}),
])
def test_what_is_missing_is_named_by_its_field(given, wanted):
    assert missing(given) == wanted


@pytest.mark.parametrize(("terms", "fields"), [
    (None, {"amount", "rate", "months"}), (Terms(10_000.0, 0.08, 36, 36), {"grace"}), (Terms(1.0, 0.0, 1), set())])
def test_granted_needs_terms_that_can_be_paid_back(terms, fields):
    assert set(missing(Given(Kind.DECISION, Outcome.GRANTED, terms=terms))) == fields


def test_there_is_no_outcome_by_default_and_none_that_an_officer_says_for_the_applicant():
    assert Given(Kind.DECISION).outcome is None
    assert Outcome.WITHDRAWN not in DECISIONS


def test_each_reason_says_what_was_seen_what_to_do_and_where_to_look():
    for each in REASONS.values():
        assert each.label and each.told.endswith(".") and each.next[-1] in ".?"
        assert set(each.parts) <= set(PARTS), f"{each.key} leads to a part that the study does not have"
    assert {"surplus", "cash", "household", "papers", "debts", "market", "permits", "amount", OTHER} <= set(REASONS)


def test_a_reason_that_the_list_no_longer_has_is_told_as_another_one_and_only_once():
    assert known(("surplus", "gone", "gone too")) == (REASONS["surplus"], REASONS[OTHER])


def test_the_newest_of_each_kind_counts():
    def said(number, given):
        return Verdict(str(number), "a", given, "omar", "Omar", datetime(2026, 12, number, tzinfo=UTC))
    later, earlier = (said(4, Given(Kind.DECISION, Outcome.GRANTED, terms=TEN)),
                      said(3, Given(Kind.DECISION, Outcome.NOT_YET, reasons=("papers",))))
    judged = Judged((later, earlier, said(2, Given(Kind.COMMITTEE, meets_on=date(2026, 12, 3)))))
    assert (judged.decision, judged.advice, judged.meets_on) == (later, None, date(2026, 12, 3))
    assert list(judged.of(Kind.DECISION)) == [later, earlier]
