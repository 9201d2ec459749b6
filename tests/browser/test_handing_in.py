"""A version is handed in on two devices: the entrepreneur on a phone, from right to left, and the coach at a desk."""

import pytest
from playwright.sync_api import expect

from bizplan.storage import applications
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK
from tests.browser.tour import Tour

PARTS = ("competences", "household", "test_phase")
A_WORKER_MAKES_IT = 180_000
"""Milliseconds, on a machine that does much else."""


@pytest.fixture(scope="module")
def tour(demo):
    return Tour.of(demo)


def checked(visitor) -> None:
    """No violation of accessibility on the page that is open."""
    assert violations(visitor.page) == [], visitor.path


def made_ready(owner, tour) -> str:
    """The entrepreneur chooses a lender, makes a version ready and reads it; its address."""
    owner.open(f"/ar/plan/{tour.plan}/lenders/")
    checked(owner)
    owner.press(owner.page.locator(".next a"))
    checked(owner)
    owner.page.locator("select[name=lender]").select_option("lender:microstart")
    owner.submit()
    checked(owner)
    owner.page.locator("input[name=more][value=household]").check()
    owner.submit()
    version = owner.path
    checked(owner)
    for part in PARTS:
        owner.open(f"{version}/{part}")
        checked(owner)
    return version


def signed(owner, tour, version) -> None:
    """The entrepreneur signs, first without the tick, and waits until it is made."""
    owner.open(f"/ar/plan/{tour.plan}/")
    owner.press(owner.page.locator(f"a[href='{version}']").first)
    with owner.expecting_refusals():
        owner.submit()
        checked(owner)
    owner.page.locator("#f-agree").check()
    owner.submit()
    checked(owner)
    there = owner.page.locator("[data-job-done] a")
    expect(there).to_be_visible(timeout=A_WORKER_MAKES_IT)
    owner.press(there)
    checked(owner)


def test_a_version_is_made_ready_read_signed_by_both_and_taken_back(visit_demo, tour, demo):
    owner, coach = visit_demo(tour.owner), visit_demo(tour.coach, staff=True, size=DESK)
    version = made_ready(owner, tour)
    coach.open(version.replace("/ar/", "/nl/"))
    checked(coach)
    coach.submit()
    checked(coach)
    signed(owner, tour, version)
    with demo.storage.reading() as tx:
        assert applications.applications_of(tx, tour.plan)[0].newest.more == ("household",)
    owner.press(owner.page.locator("a[href$='/take-back']"))
    checked(owner)
    owner.press(owner.page.locator("form[action$='/take-back'] button"))
    with demo.storage.reading() as tx:
        assert applications.applications_of(tx, tour.plan)[0].newest is None
