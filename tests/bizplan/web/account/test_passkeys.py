"""Passkeys: a device signs what it was asked, once, for this address only."""

import hashlib
import html
import json
import re
import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from bizplan.storage import passkeys
from tests.bizplan.web.conftest import LIEN, Browser

HERE = "http://localhost:8000"
SECOND = "/en/sign-in/second-factor"
PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


def text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass
class Device:
    """A phone that keeps one key, as a browser would speak for it."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    uses: int = 0

    def made(self, wish: dict, origin: str = HERE) -> str:
        """The answer to a wish for a new passkey."""
        public = self.key.public_key().public_numbers()
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: public.x.to_bytes(32, "big"), -3: public.y.to_bytes(32, "big")})
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cose
        data = self._data(wish["rp"]["id"], PRESENT | VERIFIED | WITH_KEY) + attested
        return self._answer({
            "clientDataJSON": text(self._said("webauthn.create", wish, origin)),
            "attestationObject": text(cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data}))})

    def used(self, wish: dict, origin: str = HERE) -> str:
        """The answer to a wish to sign in."""
        self.uses += 1
        data, said = self._data(wish["rpId"], PRESENT | VERIFIED), self._said("webauthn.get", wish, origin)
        signature = self.key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {"clientDataJSON": text(said), "authenticatorData": text(data), "signature": text(signature)})

    def _data(self, host: str, flags: int) -> bytes:
        return hashlib.sha256(host.encode()).digest() + bytes([flags]) + struct.pack(">I", self.uses)

    def _said(self, kind: str, wish: dict, origin: str) -> bytes:
        return json.dumps({"type": kind, "challenge": wish["challenge"], "origin": origin}).encode()

    def _answer(self, response: dict) -> str:
        return json.dumps({"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response})


def wish(browser, page) -> dict:
    found = re.search(r'data-wish="([^"]+)"', browser.get(page).text)
    return json.loads(html.unescape(found[1]))


def halfway(browser, letters):
    browser.post("/en/sign-in", {"email": LIEN})
    browser.post("/en/sign-in/code", {"code": letters()[0].code})


@pytest.fixture
def phone(liens):
    """A phone of which the passkey was added to the account of the coach."""
    device = Device()
    answer = liens.post("/en/sign-in/passkey", {"passkey": device.made(wish(liens, "/en/sign-in/passkey"))})
    assert answer.status_code == 200 and "recovery codes" in answer.text
    return device


def test_a_passkey_is_the_second_factor(browser, letters, phone):
    halfway(browser, letters)
    asked = wish(browser, SECOND)
    assert asked["rpId"] == "localhost" and [each["id"] for each in asked["allowCredentials"]] == [text(phone.id)]
    assert browser.post(SECOND, {"passkey": phone.used(asked)}).status_code == 302
    assert browser.get("/en/me").status_code == 200


def test_an_answer_is_good_once_and_in_one_session(app, browser, letters, phone):
    halfway(browser, letters)
    answer = phone.used(wish(browser, SECOND))
    other = Browser(app.test_client())
    halfway(other, letters)
    assert other.post(SECOND, {"passkey": answer}).status_code == 200 and other.get("/en/me").status_code == 302


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:8001", "http://localhost"])
def test_an_answer_given_to_another_site_is_nothing(browser, letters, phone, origin):
    halfway(browser, letters)
    assert browser.post(SECOND, {"passkey": phone.used(wish(browser, SECOND), origin)}).status_code == 200
    assert browser.get("/en/me").status_code == 302


def test_a_device_that_counts_backwards_is_a_copy(browser, letters, phone, storage, lien):
    with storage.writing() as tx:
        known, = passkeys.passkeys_of(tx, lien)
        passkeys.write_down_use(tx, known.id, 9)
    halfway(browser, letters)
    assert browser.post(SECOND, {"passkey": phone.used(wish(browser, SECOND))}).status_code == 200


@pytest.mark.parametrize("nonsense", ["x", "{}", "[]", "null", '{"id": 1}', "é" * 30_000,
                                      '{"id":"AA","rawId":"AA","type":"public-key","response":{}}'])
def test_nonsense_is_no_passkey(browser, letters, phone, nonsense):
    halfway(browser, letters)
    assert browser.post(SECOND, {"passkey": nonsense}).status_code == 200


@pytest.mark.parametrize("nonsense", ["", "x", "{}", '{"id":"AA","rawId":"AA","type":"public-key","response":{}}'])
def test_nonsense_adds_no_passkey(liens, storage, lien, nonsense):
    page = liens.post("/en/sign-in/passkey", {"passkey": nonsense})
    assert page.status_code == 200 and "made no passkey" in page.text
    with storage.reading() as tx:
        assert passkeys.passkeys_of(tx, lien) == ()


def test_the_passkey_of_another_is_nothing(browser, letters, phone):
    halfway(browser, letters)
    asked = wish(browser, SECOND)
    assert browser.post(SECOND, {"passkey": Device(id=phone.id).used(asked)}).status_code == 200
    assert browser.post(SECOND, {"passkey": Device().used(asked)}).status_code == 200


def test_the_wish_of_another_session_adds_nothing(app, letters, liens, browser):
    halfway(browser, letters)
    made = Device().made(wish(browser, "/en/sign-in/passkey"))
    assert "made no passkey" in liens.post("/en/sign-in/passkey", {"passkey": made}).text
    assert len(urlsafe_b64decode(wish(liens, "/en/sign-in/passkey")["challenge"] + "==")) == 32
