"""A term of the trade: as it stands in Dutch letters and forms, in French, and what it means in plain words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A term; ``english`` and ``meaning`` are translated where they are said.

    ``also`` are other English words for it in our own texts.  A term that everybody meets all the time is only
    ``listed``: no page points it out.
    """

    dutch: str
    french: str
    english: str
    meaning: str
    also: tuple[str, ...] = ()
    listed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The words by which our texts call it: the Dutch, the English and all others."""
        return self.dutch, self.english, *self.also
