"""What the checks say of a plan, in the words of the dossier: signals, findings, uses and sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.wording import Wording
from bizplan.domain import readiness
from bizplan.domain.questions import PHASES, QUESTIONS
from bizplan.domain.readiness import Light, Readiness, Severity, phrase, sentence
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.readiness.funding import MISSING, RESERVE, Entry
from bizplan.domain.readiness.signals import cash_buffer


@dataclass(frozen=True)
class Signal:
    """One of the questions that decide, its answer in a word, and the reason."""

    key: str
    state: State
    question: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """Something that the checks noticed; ``subject`` is the part of the study that it belongs to."""

    severity: Severity
    found: str
    means: str
    mend: str
    subject: str


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
    """All that the checks say, in a language."""

    judged: Calculated
    ready: Readiness
    wording: Wording

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """The five signals."""
        return tuple(self.signal(signal) for signal in self.ready.signals)

    def signal(self, signal: readiness.Signal) -> Signal:
        """One signal in words."""
        _ = self.wording.translate
        reason = sentence(signal, self.wording.language, _)
        if signal.key == "papers" and signal.light is not Light.OK:
            reason = self.papers_to_come()
        return Signal(signal.key, signal.light.value, self.question(signal), self.answer(signal), reason)

    def papers_to_come(self) -> str:
        """How many papers are in hand, and which are not."""
        _, papers = self.wording.translate, self.ready.papers
        wanted = [key for key in QUESTIONS if key in (*papers.asked, *papers.missing)]
        names = ", ".join(_(QUESTIONS[key].label) for key in wanted)
        text = _("{in_hand} of {needed} papers are in hand. Still to come: {names}.")
        return text.format(in_hand=len(papers.in_hand), needed=papers.needed, names=names)

    def question(self, signal: readiness.Signal) -> str:
        """The question of a signal, short enough for its column."""
        _ = self.wording.translate
        return _("When do sales cover the costs?") if signal.key == "break_even" else _(signal.question)

    def answer(self, signal: readiness.Signal) -> str:
        """The answer to a signal's question in a word or two."""
        _, values = self.wording.translate, signal.values
        if signal.light is Light.WARN and not values:
            return _("Not known yet")
        if signal.key == "break_even" and "month" in values:
            month = values["month"].said(self.wording.language, _)
            return month[:1].upper() + month[1:]
        if signal.light is Light.OK:
            return _("Yes")
        if signal.key == "papers":
            return _("Not yet")
        if signal.light is Light.STOP:
            return _("No")
        return _("Not every year") if signal.key == "household" else _("Yes, narrowly")

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, the worst first."""
        titles = {phase.key: phase.title for phase in PHASES}
        language, _ = self.wording.language, self.wording.translate

        def said(text: str, finding: readiness.Finding) -> str:
            return phrase(text, finding.values, language, _) if text else ""

        return tuple(
            Finding(
                finding.severity,
                said(finding.found, finding),
                said(finding.means, finding),
                said(finding.mend, finding),
                _(titles.get(finding.subject, "")),
            )
            for finding in self.ready.findings
        )

    @cached_property
    def uses(self) -> tuple[Part, ...]:
        """What the money is for."""
        return self.parts(self.ready.funding.uses) if self.ready.funding else ()

    @cached_property
    def sources(self) -> tuple[Part, ...]:
        """Where it comes from."""
        return self.parts(self.ready.funding.sources) if self.ready.funding else ()

    @property
    def reserve(self) -> tuple[Part, ...]:
        """What the sources leave over, beside the uses."""
        return self.balancing(RESERVE, self.ready.funding.reserve if self.ready.funding else 0.0)

    @property
    def missing(self) -> tuple[Part, ...]:
        """What nobody brings yet, beside the sources."""
        return self.balancing(MISSING, self.ready.funding.missing if self.ready.funding else 0.0)

    def balancing(self, label: str, amount: float) -> tuple[Part, ...]:
        """The line that makes both sides equal, where one is needed."""
        return (Part(self.wording.translate(label), amount),) if round(amount) else ()

    def parts(self, entries: Sequence[Entry]) -> tuple[Part, ...]:
        """Lines of the table of uses and sources in words."""
        return tuple(Part(self.wording.translate(entry.label), entry.amount) for entry in entries)

    @property
    def needed(self) -> float:
        """All uses together."""
        return self.ready.funding.needed if self.ready.funding else 0.0

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """What the sales rest on."""
        return tuple(Ground(int(grade), share) for grade, share in self.ready.evidence.shares)

    @cached_property
    def buffer(self) -> float:
        """What should stay on the account."""
        return cash_buffer(self.judged) if self.ready.funding else 0.0
