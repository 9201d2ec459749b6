"""A coach comes in with a passkey of the device, and says goodbye."""

import re

import pytest

from bizplan.domain.people import Role
from tests.browser.conftest import DESK
from tests.browser.installation import address

DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
          "isUserVerified": True, "automaticPresenceSimulation": True}


@pytest.fixture
def coach(installation):
    """The first name of a coach who comes in for the first time."""
    installation.person("Noor", "en", Role.COACH)
    return "Noor"


def by_mail(visitor, installation, name):
    visitor.open("/en/sign-in")
    visitor.page.get_by_label("Your e-mail address").fill(address(name))
    visitor.submit()
    visitor.page.get_by_label("The six digits").fill(installation.code(name))
    visitor.submit()


def test_a_passkey_is_made_at_first_and_asked_for_from_then_on(visit, installation, coach):
    visitor = visit(size=DESK)
    devices = visitor.context.new_cdp_session(visitor.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    by_mail(visitor, installation, coach)
    assert visitor.path == "/en/sign-in/code-app"
    visitor.press(visitor.page.get_by_role("link", name=re.compile("passkey")))
    visitor.press(visitor.page.get_by_role("button", name="Make a passkey"))
    assert visitor.page.get_by_role("heading", name="Your recovery codes").is_visible()
    assert visitor.page.locator("main ol li").count() == 10
    visitor.open("/en/me")
    visitor.press(visitor.page.get_by_role("button", name="Sign out here"))
    by_mail(visitor, installation, coach)
    assert visitor.path == "/en/sign-in/second-factor"
    visitor.press(visitor.page.get_by_role("button", name="Use my passkey"))
    visitor.open("/en/me")
    assert visitor.path == "/en/me"
