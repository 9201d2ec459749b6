"""A rule: a question that a credit officer asks about every plan, and the sentences with which it answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from financial_models.law import NotYetKnown, Rate

from .case import Calculated, Case
from .finding import Figure, Finding, Place, Severity, Skipped
from .sentences import N_, Spoken, Words

BLOCKER, WARNING, REMARK = Severity


@dataclass(frozen=True)
class Noticed:
    """That a rule found something: the values of its sentences, where to mend it and what it rests on.

    ``severity`` is given where this case weighs more or less than the rule usually does, ``subject`` where it
    belongs to another chapter.
    """

    values: Mapping[str, Spoken] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    threshold: Rate | None = None
    severity: Severity | None = None
    subject: str = ""


Found = Iterator[Noticed]


@dataclass(frozen=True)
class Rule:
    """A check with its key, its weight, its chapter and its sentences; ``on_figures``: it needs the figures."""

    key: str
    severity: Severity
    subject: str
    found: str
    means: str
    mend: str
    check: Callable[[Any], Found]
    on_figures: bool

    def findings(self, case: Case) -> Iterator[Finding]:
        """What this rule finds in a plan."""
        for noticed in self.check(case):
            yield Finding(
                self.key, noticed.severity or self.severity, noticed.subject or self.subject,
                self.found, self.means, self.mend,
                noticed.values, noticed.places, noticed.figures, noticed.threshold,
            )


def on_answers(
    severity: Severity, subject: str, *, found: str, means: str = "", mend: str
) -> Callable[[Callable[[Case], Found]], Rule]:
    """Make a rule of a function that looks at the answers; its name is the key."""
    return lambda check: Rule(check.__name__, severity, subject, found, means, mend, check, on_figures=False)


def on_figures(
    severity: Severity, subject: str, *, found: str, means: str = "", mend: str
) -> Callable[[Callable[[Calculated], Found]], Rule]:
    """Make a rule of a function that looks at the figures; its name is the key."""
    return lambda check: Rule(check.__name__, severity, subject, found, means, mend, check, on_figures=True)


def applied(rule: Rule, case: Case) -> tuple[Finding, ...] | Skipped:
    """What a rule finds, or why it could not look: the law of the day is not known."""
    try:
        return tuple(rule.findings(case))
    except NotYetKnown as error:
        reason = Words(str(error).rstrip("."))
        return Skipped(rule.key, N_("The law of that day is not known: {reason}."), {"reason": reason})
