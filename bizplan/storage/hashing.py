"""Passwords and PINs are kept as argon2id hashes of a digest under the installation's key.

The database alone is therefore not enough to try PINs at home.  Where there is nothing to compare with, the
same work is done.
"""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from .sealing import Seal

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""The least that the OWASP Password Storage Cheat Sheet asks of argon2id: 19 MiB, two rounds, one lane."""


def hashed(seal: Seal, secret: str) -> str:
    """What is kept of a secret."""
    return HASHER.hash(seal.digest(secret, "secret"))


def fits(seal: Seal, kept: str | None, secret: str) -> bool:
    """Whether a secret is the one of which this was kept; where nothing was kept it takes as long to say no."""
    try:
        return HASHER.verify(kept or _of_nobody(seal), seal.digest(secret, "secret")) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _of_nobody(seal: Seal) -> str:
    return hashed(seal, "")
