"""What the checks say of a plan, as the dossier prints it: signals with reasons, findings, uses and sources."""

from __future__ import annotations

from dataclasses import dataclass

from bizplan.documents.charts.marks import State


@dataclass(frozen=True)
class Signal:
    """One of the questions that decide, its answer in a word, and the reason."""

    state: State
    question: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """Something that the checks noticed, in words; ``subject`` is the part of the study that it belongs to."""

    state: State
    words: str
    mend: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Part:
    """What money goes to, or where it comes from."""

    words: str
    amount: float


@dataclass(frozen=True)
class Ground:
    """How much of the sales rests on a grade of evidence: 1 a guess, 6 a contract."""

    grade: int
    share: float


@dataclass(frozen=True)
class Review:
    """All of it."""

    signals: tuple[Signal, ...] = ()
    findings: tuple[Finding, ...] = ()
    uses: tuple[Part, ...] = ()
    sources: tuple[Part, ...] = ()
    grounds: tuple[Ground, ...] = ()
    buffer: float = 0.0

    @property
    def needed(self) -> float:
        """All uses together."""
        return sum(part.amount for part in self.uses)
