"""News goes to a lender's system over a real connection: signed, once more where it failed, and never inwards."""

import hashlib
import hmac
import json
import socket
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bizplan import webhooks
from bizplan.config import Config
from bizplan.domain.lending.applications import Frozen
from bizplan.jobs import queue
from bizplan.storage import applications, opened, people, plans, submissions
from bizplan.storage import webhooks as kept
from bizplan.storage.submissions import Agreed
from bizplan.storage.tables import DELIVERIES
from tests.bizplan.lender_system import HERE, running

MADE = Frozen(date(2026, 11, 28), "A" * 30, b"plan", b"figures", b"dossier", b"workbook")
FIVE_MINUTES = 300


@pytest.fixture
def config(tmp_path):
    """An installation that trusts its own network."""
    return Config(tmp_path / "data", private_webhooks=True)


@pytest.fixture
def storage(config):
    """Its storage."""
    made = opened(config.folder, bytes(32))
    yield made
    made.database.dispose()


@pytest.fixture
def system():
    """A lender's system."""
    with running() as found:
        yield found


@pytest.fixture
def listens(storage):
    """News of a lender goes to an address; the answer is the id of the lender and the secret."""
    def add(url: str, lender: str = "") -> tuple[str, str]:
        with storage.writing() as tx:
            lender = lender or people.add_organisation(tx, "lending", "Krediet")
            return lender, kept.add(tx, lender, people.add_person(tx, "Mila", "nl"), url)
    return add


@pytest.fixture
def freeze(storage):
    """Something is handed in at a lender and frozen; the id of the application."""
    def make(lender: str) -> str:
        with storage.writing() as tx:
            amal = people.add_person(tx, "Amal", "nl")
            plan = plans.make(tx, amal, "nl")
            application = applications.begin(tx, plan, amal, "microstart", lender)
            made = submissions.prepare(tx, application, plan, amal, 1, "nl")
            submissions.sign_as_owner(tx, made, Agreed("lender-1", "nl"))
            submissions.freeze(tx, made, MADE)
        return application
    return make


def last(storage, lender):
    """What became of the only message."""
    with storage.reading() as tx:
        told, = kept.deliveries_of(tx, lender)
    return told


def later(storage):
    """A day passes."""
    with storage.writing() as tx:
        tx.execute(DELIVERIES.update().values(next_at=tx.now - timedelta(seconds=1)))


def holds(secret: str, header: str, body: bytes) -> bool:
    """How a lender's system checks a message, written anew from the description."""
    parts = dict(each.split("=", 1) for each in header.split(","))
    expected = hmac.new(secret.encode(), parts["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, parts["v1"]) and abs(time.time() - int(parts["t"])) < FIVE_MINUTES


def test_a_message_arrives_once_signed_and_says_nothing_about_anybody(config, storage, system, listens, freeze):
    lender, secret = listens(system.url())
    application = freeze(lender)
    assert webhooks.deliver(config, storage) == 1 and webhooks.deliver(config, storage) == 0
    (path, headers, body), = system.received
    told = json.loads(body)
    assert path == "/news?for=bizplan" and headers["Content-Type"] == "application/json"
    assert set(told) == {"delivery", "event", "application", "submission", "time"}
    assert (told["event"], told["application"], told["submission"]) == ("submission.frozen", application, 1)
    assert told["delivery"] == last(storage, lender).id and last(storage, lender).answer == "204"
    assert holds(secret, headers["Bizplan-Signature"], body)


def test_a_forged_message_does_not_hold(config, storage, system, listens, freeze):
    lender, secret = listens(system.url())
    freeze(lender)
    webhooks.deliver(config, storage)
    (_path, headers, body), = system.received
    sent = headers["Bizplan-Signature"]
    old = sent.replace(sent[2:12], str(int(time.time()) - FIVE_MINUTES - 1), 1)
    assert not holds(secret, sent, body.replace(b"frozen", b"forged"))
    assert not holds(secret, old, body)
    assert not holds("bps1_" + "a" * 43, sent, body)


@pytest.mark.parametrize("status", [500, 404, 410, 301, 307, 100])
def test_a_system_that_does_not_take_it_gets_it_again_under_the_same_id(
        config, storage, system, listens, freeze, status):
    lender, secret = listens(system.url())
    freeze(lender)
    system.answers = status
    assert webhooks.deliver(config, storage) == 0
    failed = last(storage, lender)
    assert failed.done_at is None and failed.given_up_at is None and failed.tries == 1
    assert 50 < (failed.next_at - datetime.now(UTC)).total_seconds() < 61
    assert webhooks.deliver(config, storage) == 0 and len(system.received) == 1
    system.answers = 200
    later(storage)
    assert webhooks.deliver(config, storage) == 1
    first, second = (body for _path, _headers, body in system.received)
    assert first == second and [path for path, *_more in system.received] == ["/news?for=bizplan"] * 2
    assert holds(secret, system.received[1][1]["Bizplan-Signature"], second)


@pytest.mark.parametrize(("how", "answer"), [
    ("hangs", webhooks.NO_ANSWER), ("drips", webhooks.NO_ANSWER), ("nonsense", webhooks.NO_ANSWER), ("huge", "200"),
])
def test_no_system_holds_the_worker_up(config, storage, system, listens, freeze, monkeypatch, how, answer):
    monkeypatch.setattr(webhooks, "PATIENCE", 0.5)
    lender, _secret = listens(system.url())
    freeze(lender)
    system.answers = how
    began = time.monotonic()
    webhooks.deliver(config, storage)
    assert last(storage, lender).answer == answer
    assert time.monotonic() - began < 20, "it waited for a system that has a minute of nothing to say"


def test_a_system_that_is_away_or_has_no_name_gets_it_later(config, storage, listens, freeze):
    with socket.socket() as closed:
        closed.bind((HERE, 0))
        lender, _secret = listens(f"http://{HERE}:{closed.getsockname()[1]}/")
        nameless, _secret = listens("http://nobody.invalid/")
        freeze(lender), freeze(nameless)
        assert webhooks.deliver(config, storage) == 0
    assert last(storage, lender).answer == webhooks.NO_ANSWER
    assert last(storage, nameless).answer == webhooks.NO_NAME


def test_one_silent_system_is_asked_once_in_a_round_and_others_get_their_news(
        config, storage, system, listens, freeze):
    with running() as silent:
        silent.answers = 503
        lender, _secret = listens(silent.url())
        for _ in range(3):
            freeze(lender)
        other, _secret = listens(system.url())
        freeze(other)
        assert webhooks.deliver(config, storage) == 1
        assert (len(silent.received), len(system.received)) == (1, 1)


def test_nothing_goes_inwards_whatever_name_leads_there(config, storage, system, listens, freeze, monkeypatch):
    """The address was one of the internet when it was added; since then its name leads to this machine."""
    lender, _secret = listens(f"http://credit.example.org:{system.port}/news")
    freeze(lender)

    def leads_here(_host, port, **_more):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("93.184.215.14", HERE)]
    monkeypatch.setattr(socket, "getaddrinfo", leads_here)
    strict = Config(config.folder)
    assert webhooks.deliver(strict, storage) == 0
    assert last(storage, lender).answer == webhooks.INWARDS and system.received == []


def test_a_message_that_a_killed_worker_was_sending_goes_out_again(config, storage, system, listens, freeze):
    lender, _secret = listens(system.url())
    freeze(lender)
    with storage.writing() as tx:
        taken = kept.take(tx)                               # and here its process ended
    assert webhooks.deliver(config, storage) == 0
    later(storage)
    assert webhooks.deliver(config, storage) == 1
    assert json.loads(system.received[0][2])["delivery"] == taken.news.delivery


def test_the_worker_delivers_in_its_sweep(config, storage, system, listens, freeze):
    lender, _secret = listens(system.url())
    freeze(lender)
    queue(config, storage).sweep.call_local()
    assert len(system.received) == 1 and last(storage, lender).done_at


@pytest.fixture
def certificate(tmp_path):
    """A certificate for localhost that signed itself, with its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Krediet")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(
        x509.random_serial_number()).not_valid_before(now - timedelta(days=1)).not_valid_after(
        now + timedelta(days=1)).add_extension(
        x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(key, hashes.SHA256())
    path = tmp_path / "certificate.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return path


def test_it_goes_encrypted_to_whoever_can_show_that_the_name_is_theirs(
        config, storage, listens, freeze, certificate, monkeypatch):
    with running(certificate) as safe:
        lender, _secret = listens(safe.url("https", "localhost"))
        freeze(lender)
        assert webhooks.deliver(config, storage) == 0
        assert last(storage, lender).answer == webhooks.UNSAFE and safe.received == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        later(storage)
        assert webhooks.deliver(config, storage) == 1
        (_path, headers, _body), = safe.received
    assert headers["Host"] == f"localhost:{safe.port}"


def test_a_certificate_for_another_name_does_not_hold(config, storage, listens, freeze, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with running(certificate) as safe:
        lender, _secret = listens(safe.url("https", HERE))
        freeze(lender)
        assert webhooks.deliver(config, storage) == 0 and safe.received == []
    assert last(storage, lender).answer == webhooks.UNSAFE
