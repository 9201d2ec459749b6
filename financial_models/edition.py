"""Which engine and which law figures were calculated with, as a digest of each: equal ones calculate alike."""

from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
LENGTH = 16


@cache
def engine() -> str:
    """A digest of the formulas."""
    return _digest("*.py")


@cache
def law() -> str:
    """A digest of the dated figures of law and of lenders."""
    return _digest("*.toml")


def _digest(pattern: str) -> str:
    told = sha256()
    for path in sorted(HERE.rglob(pattern)):
        told.update(f"{path.relative_to(HERE).as_posix()}\n".encode())
        told.update(sha256(path.read_bytes()).digest())
    return told.hexdigest()[:LENGTH]
