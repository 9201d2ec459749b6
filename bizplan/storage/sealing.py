"""What people write is kept sealed: AES-GCM, with a key that is never in the database.

Every sealed text is bound to its place (table, row, column), so that it cannot be moved to another row
unseen.  Addresses and codes that must be found again are kept as digests under the same key.
"""

import hashlib
import hmac
import json
import secrets
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bizplan.config import BadSetting

KEY_LENGTH = 32
NONCE_LENGTH = 12
VERSION = b"\x01"


class SealBroken(Exception):
    """What is kept cannot be opened: another key, another place, or it was changed."""


class Seal:
    """Seals and opens what is kept under one key of 32 bytes."""

    def __init__(self, key: bytes):
        if len(key) != KEY_LENGTH:
            raise ValueError(f"the key has {len(key)} bytes: it needs {KEY_LENGTH}")
        self._cipher = AESGCM(_derived(key, b"bizplan payloads"))
        self._digesting = _derived(key, b"bizplan digests")

    def sealed(self, content: Any, *place: object) -> bytes:
        """JSON content, sealed for one place."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        return VERSION + nonce + self._cipher.encrypt(nonce, _written(content), _bound(place))

    def opened(self, kept: bytes, *place: object) -> Any:
        """The content that was sealed for this place; raises SealBroken."""
        return json.loads(self.opened_bytes(kept, *place))

    def sealed_bytes(self, content: bytes, *place: object) -> bytes:
        """A file, sealed for one place."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        return VERSION + nonce + self._cipher.encrypt(nonce, content, _bound(place))

    def opened_bytes(self, kept: bytes, *place: object) -> bytes:
        """The file that was sealed for this place; raises SealBroken."""
        if kept[:1] != VERSION:
            raise SealBroken(f"sealed in an unknown way: {kept[:1]!r}")
        nonce, rest = kept[1:1 + NONCE_LENGTH], kept[1 + NONCE_LENGTH:]
        try:
            return self._cipher.decrypt(nonce, rest, _bound(place))
        except InvalidTag as error:
            raise SealBroken(f"{'/'.join(map(str, place))} cannot be opened with this key") from error

    def digest(self, text: str, purpose: str) -> str:
        """What stands in the database for a text that is looked up but never shown."""
        return hmac.new(self._digesting, f"{purpose}\x00{text}".encode(), hashlib.sha256).hexdigest()


def key_in(folder: Path) -> bytes:
    """The key of an installation, made on first need, readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(KEY_LENGTH) + "\n", "ascii")
    return key_of(path.read_text("ascii").strip())


def key_of(text: str) -> bytes:
    """A key as it is written: 64 hexadecimal digits; raises BadSetting."""
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_LENGTH:
        raise BadSetting("the key of the installation is not 64 hexadecimal digits: restore its file, or BIZPLAN_KEY")
    return key


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_LENGTH, salt=None, info=purpose).derive(key)


def _written(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _bound(place: tuple[object, ...]) -> bytes:
    return "/".join(map(str, place)).encode()
