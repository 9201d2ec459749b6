"""Who takes part: people, and the roles in which they act."""

from dataclasses import dataclass
from enum import Enum

CONSENT = "study-1"
"""The text to which an entrepreneur agrees before the first personal question; a new text has a new name."""


class Role(Enum):
    """What somebody does here; a person may have several roles and acts in one at a time."""

    ENTREPRENEUR = "entrepreneur"
    COACH = "coach"
    OFFICER = "officer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"

    @property
    def is_staff(self) -> bool:
        """Whether others' plans are the work of this role: it signs in with two factors and for a shorter time."""
        return self is not Role.ENTREPRENEUR


@dataclass(frozen=True)
class Person:
    """Somebody with an account; ``organisation`` is that of the role."""

    id: str
    name: str
    email: str
    language: str
    roles: tuple[Role, ...] = ()
    organisation: str | None = None

    @property
    def role(self) -> Role:
        """The first role, in the order of the house; whoever has none is an entrepreneur."""
        return self.roles[0] if self.roles else Role.ENTREPRENEUR

    @property
    def is_staff(self) -> bool:
        """Whether any of the roles is one of staff."""
        return any(role.is_staff for role in self.roles)
