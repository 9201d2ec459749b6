"""What stands at the head of every page that an organisation gives away."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Letterhead:
    """The name of an organisation, and its logo as PNG where it has one."""

    name: str
    logo: bytes | None = None
