"""Where an application stands follows from its versions, and whose signature is missing from the plan's people."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.handing_in import Stage, is_stuck, last_submitted, same_as_made_ready, standing, unsigned
from bizplan.domain.people import Role

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
BOTH = {Role.COACH, Role.ENTREPRENEUR}


def version(number=1, **more):
    """A version that is made ready, but for what is said of it."""
    return Submission(f"s{number}", "a", "p", number, 10 + number, "nl", (), "lien", NOON, **more)


def submitted(number=1, **more):
    """A version that both signed."""
    return version(number, coach="lien", coach_at=NOON, owner_at=NOON, submitted_at=NOON, **more)


def application(*versions, **more):
    """An application with these versions."""
    return Application("a", "p", "microstart", "", "", "amal", NOON, submissions=versions, **more)


@pytest.mark.parametrize(("versions", "stage", "number"), [
    ((), Stage.BEGUN, None),
    ((version(),), Stage.READY, 1),
    ((submitted(),), Stage.BEING_MADE, 1),
    ((submitted(frozen_at=NOON),), Stage.READ, 1),
    ((submitted(frozen_at=NOON), version(2)), Stage.READY, 2),
    ((submitted(frozen_at=NOON), submitted(2)), Stage.BEING_MADE, 2),
    ((submitted(frozen_at=NOON, withdrawn_at=NOON),), Stage.TAKEN_BACK, 1),
    ((submitted(withdrawn_at=NOON), version(2, withdrawn_at=NOON)), Stage.TAKEN_BACK, 1),
])
def test_the_stage_follows_from_the_versions(versions, stage, number):
    found = standing(application(*versions))
    assert found.stage is stage and (found.submission.number if found.submission else None) == number


def test_what_could_not_be_made_failed_only_where_nothing_is_made_ready_after_it():
    assert standing(application(submitted()), failed=True).stage is Stage.FAILED
    assert standing(application(submitted(), version(2)), failed=True).stage is Stage.READY
    assert standing(application(submitted(frozen_at=NOON)), failed=True).stage is Stage.READ


def test_what_ended_has_ended_whatever_was_handed_in():
    ended = application(submitted(frozen_at=NOON), version(2), ended_at=NOON)
    assert standing(ended).stage is Stage.ENDED and not standing(ended).waits_for(Role.COACH, coached=True)


@pytest.mark.parametrize(("signed", "coached", "waits"), [
    ({}, True, BOTH), ({}, False, {Role.ENTREPRENEUR}),
    ({"coach_at": NOON}, True, {Role.ENTREPRENEUR}), ({"owner_at": NOON}, True, {Role.COACH}),
    ({"owner_at": NOON}, False, set()),
])
def test_a_version_waits_for_its_owner_and_where_there_are_coaches_for_one(signed, coached, waits):
    made = version(**signed)
    assert unsigned(made, coached=coached) == waits
    assert is_stuck(made, coached=coached) is (not waits), "nobody is left to sign what its owner signed alone"
    for role in BOTH:
        assert standing(application(made)).waits_for(role, coached=coached) is (role in waits)


def test_what_is_ready_already_stays_with_its_signatures_unless_it_would_be_another_or_is_stuck():
    ready = version(owner_at=NOON)
    asked = application(ready)
    assert same_as_made_ready(asked, 11, "nl", (), coached=True) == ready
    for other in ((12, "nl", ()), (11, "fr", ()), (11, "nl", ("household",))):
        assert same_as_made_ready(asked, *other, coached=True) is None
    assert same_as_made_ready(asked, 11, "nl", (), coached=False) is None
    assert same_as_made_ready(application(submitted()), 11, "nl", (), coached=True) is None


def test_the_version_handed_in_last_is_the_one_with_the_highest_number():
    second = replace(submitted(2), frozen_at=NOON)
    assert last_submitted(application(second, submitted(1), version(3))) == second
