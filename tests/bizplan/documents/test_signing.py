"""The signature of an organisation: set up or refused at the start, and found whole by a tool that is not ours."""

import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

from bizplan.config import BadSetting, Config, environment, from_environment
from bizplan.documents.attaching import JSON, Attachment, with_attachments
from bizplan.documents.signing import FIELD, Signer, signer_of

NOW = datetime.now(UTC)
PASSPHRASE = b"three blind mice"


def certificate(key, begins=NOW - timedelta(days=1), ends=NOW + timedelta(days=30)):
    """A certificate of an organisation, vouched for by itself."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "De Kade vzw")])
    usage = x509.KeyUsage(**{each: each in ("digital_signature", "content_commitment") for each in (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")})
    return (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(7).not_valid_before(begins).not_valid_after(ends).add_extension(usage, critical=True)
            .sign(key, hashes.SHA256()))


@pytest.fixture(scope="session")
def private_key():
    """A key of an organisation."""
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
def key_file(tmp_path, private_key):
    """Its key and its certificate in one file, and a file with what opens it."""
    def written(**more):
        content = serialize_key_and_certificates(b"De Kade", private_key, certificate(private_key, **more), None,
                                                 BestAvailableEncryption(PASSPHRASE))
        (tmp_path / "key.p12").write_bytes(content)
        (tmp_path / "words").write_bytes(PASSPHRASE + b"\n")
        return Config(tmp_path, signing_key=str(tmp_path / "key.p12"), signing_passphrase=str(tmp_path / "words"))
    return written


def a_document() -> bytes:
    """A page with a file inside."""
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    file = Attachment("plan.json", b"{}", JSON, "Data", "The answers")
    return with_attachments(target.getvalue(), (file,), NOW.date(), "A" * 30)


def test_poppler_finds_the_signature_whole_over_the_whole_document(key_file, needs, tmp_path):
    signed = signer_of(key_file()).signed(a_document())
    (tmp_path / "signed.pdf").write_bytes(signed)
    said = subprocess.run([needs("pdfsig"), "-nocert", tmp_path / "signed.pdf"], capture_output=True, text=True)
    assert "Signature is Valid." in said.stdout
    assert "Signer Certificate Common Name: De Kade vzw" in said.stdout
    assert "Signing Hash Algorithm: SHA-256" in said.stdout
    assert "ETSI.CAdES.detached" in said.stdout
    assert f"Signature Field Name: {FIELD}" in said.stdout
    assert "Total document signed" in said.stdout
    assert subprocess.run([needs("qpdf"), "--check", tmp_path / "signed.pdf"], check=False).returncode == 0


def test_a_byte_that_is_changed_afterwards_breaks_it(key_file, needs, tmp_path):
    signed = bytearray(signer_of(key_file()).signed(a_document()))
    place = signed.index(b"bizplan AAAA") + len("bizplan ")
    signed[place:place + 1] = b"B"
    (tmp_path / "changed.pdf").write_bytes(signed)
    said = subprocess.run([needs("pdfsig"), "-nocert", tmp_path / "changed.pdf"], capture_output=True, text=True)
    assert "Signature is Valid." not in said.stdout
    assert "Digest Mismatch" in said.stdout


def test_it_says_that_nothing_may_be_changed_any_more(key_file):
    with pikepdf.open(BytesIO(signer_of(key_file()).signed(a_document()))) as pdf:
        reference = pdf.Root.Perms.DocMDP.Reference[0]
        assert (reference.TransformMethod, reference.TransformParams.P) == ("/DocMDP", 1)
        assert list(pdf.attachments) == ["plan.json"]


def test_an_installation_without_a_key_signs_nothing(tmp_path):
    assert signer_of(Config(tmp_path)) is None


def test_the_settings_reach_the_worker(key_file):
    config = key_file()
    assert from_environment(environment(config)) == Config(config.folder, signing_key=config.signing_key,
                                                           signing_passphrase=config.signing_passphrase)


def refusal(config) -> str:
    """What is said at the start."""
    with pytest.raises(BadSetting) as refused:
        signer_of(config)
    return str(refused.value)


def test_a_key_that_is_not_there_or_does_not_open_is_told_at_the_start(key_file, tmp_path):
    good = key_file()
    missing = Config(tmp_path, signing_key=str(tmp_path / "gone.p12"))
    assert "gone.p12', which cannot be read (No such file or directory)" in refusal(missing)
    (tmp_path / "words").write_text("wrong")
    assert "cannot be opened" in refusal(good)
    (tmp_path / "key.p12").write_bytes(b"no key at all")
    assert "it must be a PKCS #12 file" in refusal(good)
    assert "set both or neither" in refusal(Config(tmp_path, signing_passphrase=str(tmp_path / "words")))
    assert "wrong" not in refusal(good), "what opens a key is told to nobody"


def test_a_file_with_a_certificate_and_no_key_is_refused(tmp_path, private_key):
    content = serialize_key_and_certificates(b"x", None, None, [certificate(private_key)],
                                             BestAvailableEncryption(PASSPHRASE))
    (tmp_path / "key.p12").write_bytes(content)
    (tmp_path / "words").write_bytes(PASSPHRASE)
    told = Config(tmp_path, signing_key=str(tmp_path / "key.p12"), signing_passphrase=str(tmp_path / "words"))
    assert "holds no key with its certificate" in refusal(told)


@pytest.mark.parametrize(("begins", "ends"), [(-30, -1), (1, 30)])
def test_a_certificate_that_is_not_valid_today_is_refused(key_file, begins, ends):
    config = key_file(begins=NOW + timedelta(days=begins), ends=NOW + timedelta(days=ends))
    assert "ask for a new one" in refusal(config)


def test_a_signer_holds_where_its_key_is_and_not_the_key(key_file):
    signer = signer_of(key_file())
    assert isinstance(signer, Signer) and PASSPHRASE.decode() not in repr(signer)
