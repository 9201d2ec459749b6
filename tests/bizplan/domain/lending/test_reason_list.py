"""A lender's own list of reasons, and what was told, whatever becomes of the list."""

from datetime import UTC, datetime

from bizplan.domain.lending.reason_list import Change, ReasonList, Worded
from bizplan.domain.lending.reasons import OTHER, REASONS, Reason
from bizplan.domain.lending.verdicts import NO_REASON, Given, Kind, Outcome, missing

LEASE = Worded("own_lease", "Huur te kort", "Uw huurcontract eindigt voor de lening.", "planning")


def listed(*said):
    """A list of which this was said, in this order."""
    return ReasonList(tuple(Change(number, each, "noor", datetime(2026, 11, number, 12, tzinfo=UTC))
                            for number, each in enumerate(said, 1)))


def keys(found):
    return [each.key for each in found]


def declined(*reasons, **more):
    return Given(Kind.DECISION, Outcome.DECLINED, reasons=reasons, **more)


def test_a_lender_that_said_nothing_has_the_reasons_that_ship():
    assert keys(listed().offered) == list(REASONS) and listed().newest == 0 and listed().own == ()


def test_an_own_reason_stands_behind_those_that_ship_with_the_part_to_look_at():
    found = listed(LEASE).offered[-1]
    assert found == Reason("own_lease", "Huur te kort", "Uw huurcontract eindigt voor de lening.", "", ("planning",))
    assert found.is_own and not REASONS["cash"].is_own


def test_what_was_said_last_of_a_reason_holds_and_all_of_it_stays():
    reworded = Worded("own_lease", "Huur", "Verleng eerst uw huur.")
    found = listed(LEASE, Worded("own_market", "Markt", "Te veel bakkers."), reworded)
    assert [each.told for each in found.own] == ["Verleng eerst uw huur.", "Te veel bakkers."], "in their first order"
    assert [each.worded.told for each in found.of("own_lease")] == [
        "Verleng eerst uw huur.", "Uw huurcontract eindigt voor de lening."]
    assert found.own[0].parts == () and found.newest == 3


def test_reasons_are_left_out_and_put_back_but_another_one_can_always_be_said():
    out = [Worded(key, is_offered=False) for key in REASONS]
    assert keys(listed(*out).offered) == [OTHER]
    assert keys(listed(*out, Worded("cash")).offered) == ["cash", OTHER]
    left = listed(LEASE, Worded("own_lease", "Huur te kort", LEASE.told, "planning", is_offered=False))
    assert "own_lease" not in keys(left.offered) and keys(left.own) == ["own_lease"]


def test_what_somebody_was_told_are_the_words_of_that_day():
    first = listed(LEASE)
    given = declined("surplus", "own_lease", worded=(REASONS["surplus"], first.own[0]))
    assert [each.told for each in given.why] == [REASONS["surplus"].told, "Uw huurcontract eindigt voor de lening."]
    older = Reason("surplus", "Older", "Said in other words then.", "Ask.")
    assert declined("surplus", worded=(older,)).why == (older,), "those that ship may be reworded as well"


def test_without_kept_words_a_reason_is_told_as_the_list_has_it_and_an_unknown_one_as_another():
    assert declined("surplus", "gone", "other").why == (REASONS["surplus"], REASONS[OTHER])


def test_an_own_reason_is_reason_enough_and_an_unknown_key_is_none():
    assert missing(declined("own_lease", worded=listed(LEASE).own)) == {}
    assert missing(declined("own_gone")) == {"reasons": NO_REASON}
