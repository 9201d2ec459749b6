"""The digital signature of an organisation on a document that leaves it (PAdES B-B, ETSI EN 319 142-1).

It is the last thing that happens to a document: whoever changes a byte afterwards breaks it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

from bizplan.config import BadSetting, Config

FIELD = "Organisation"
"""The name of the signature, the same in every document."""
LARGEST_KEY = 1_000_000


@dataclass(frozen=True)
class Signer:
    """A key with its certificates, as PKCS #12, and what opens it."""

    key: Path
    passphrase: bytes | None = field(repr=False)

    def signed(self, document: bytes) -> bytes:
        """The document with the signature of the organisation, after which nothing may be changed."""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import signers
        from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
        signer = signers.SimpleSigner.load_pkcs12(str(self.key), passphrase=self.passphrase)
        told = signers.PdfSignatureMetadata(
            field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES)
        target = BytesIO()
        signers.PdfSigner(told, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(document)), output=target)
        return target.getvalue()


def signer_of(config: Config) -> Signer | None:
    """The signature of an installation, None where it has none; raises BadSetting where its key cannot be used."""
    if not config.signing_key:
        if config.signing_passphrase:
            raise BadSetting("BIZPLAN_SIGNING_PASSPHRASE is set and BIZPLAN_SIGNING_KEY is not: set both or neither")
        return None
    words = _read("BIZPLAN_SIGNING_PASSPHRASE", config.signing_passphrase) if config.signing_passphrase else b""
    found = Signer(Path(config.signing_key), words.rstrip(b"\r\n") or None)
    _check(found, _read("BIZPLAN_SIGNING_KEY", config.signing_key))
    return found


def _read(setting: str, name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST_KEY)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadSetting(f"{setting} is {name!r}, which cannot be read ({reason}): write the path of a file that this "
                         "user may read") from error


def _check(signer: Signer, content: bytes) -> None:
    try:
        key, certificate, _chain = load_key_and_certificates(content, signer.passphrase)
    except ValueError as error:
        raise BadSetting(f"BIZPLAN_SIGNING_KEY is {str(signer.key)!r}, which cannot be opened: it must be a PKCS #12 "
                         "file (.p12), and the file that BIZPLAN_SIGNING_PASSPHRASE names must hold its "
                         "passphrase") from error
    if key is None or certificate is None:
        raise BadSetting(f"BIZPLAN_SIGNING_KEY is {str(signer.key)!r}, which holds no key with its certificate: export "
                         "both together as PKCS #12")
    now, begins, ends = datetime.now(UTC), certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begins <= now <= ends:
        raise BadSetting(f"the certificate in BIZPLAN_SIGNING_KEY is valid from {begins:%Y-%m-%d} to {ends:%Y-%m-%d}, "
                         f"and today is {now:%Y-%m-%d}: ask for a new one")
