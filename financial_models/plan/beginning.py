"""What everything else reads: the levers, the calendar, and the law of each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import law
from ..assumptions import Assumptions
from ..blocks.legal import LegalAmount, LegalNumber, LegalShare
from ..blocks.timeline import Levers, Timeline
from ..language import Block, Line, Span

UNITS: dict[str, type[Block]] = {"EUR": LegalAmount, "share": LegalShare}
STEPS = 5


@dataclass
class Beginning:
    """Levers, calendar and law of a plan; a figure of law becomes rows the first time it is asked for."""

    span: Span
    levers: Levers
    timeline: Timeline
    reforms: frozenset[str]
    legal: dict[str, Block] = field(default_factory=dict)

    def law(self, key: str) -> Line:
        """The figure of law that holds in each month."""
        figures = law.years(key, self.span.year, self.last_year, reforms=self.reforms)
        return self.figure(key, UNITS.get(figures[0].unit, LegalNumber), figures, figures[0].label.en)

    def figure(self, key: str, kind: type[Block], by_year: Sequence[float], heading: str) -> Line:
        """Rows for a figure by calendar year."""
        if key not in self.legal:
            self.legal[key] = kind(f"law.{key}", heading=heading, by_year=list(by_year), year=self.timeline.year)
        line: Line = self.legal[key].now                        # type: ignore[attr-defined]
        return line

    def scale(self, key: str) -> dict[str, Any]:
        """The steps of a scale as the inputs of a ``Scale`` block; a shorter scale repeats its last step."""
        scales = law.scales(key, self.span.year, self.last_year, reforms=self.reforms)
        lines: dict[str, Any] = {}
        heading = scales[0].label.en
        for n in range(1, STEPS + 1):
            steps = [scale.steps[min(n, len(scale.steps)) - 1] for scale in scales]
            lines[f"rate_{n}"] = self.figure(f"{key}.rate_{n}", LegalShare, [s.rate for s in steps],
                                             f"{heading}: rate {n}")
            if n > 1:
                tops = [s.threshold for s in steps]
                lines[f"up_to_{n - 1}"] = self.figure(f"{key}.up_to_{n - 1}", LegalAmount, tops,
                                                      f"{heading}: up to {n - 1}")
        return lines

    @property
    def last_year(self) -> int:
        """The last calendar year that is calculated."""
        return self.span.calendar_year(self.span.length)

    @property
    def blocks(self) -> list[Block]:
        """Levers and calendar, then the law."""
        return [self.levers, self.timeline, *self.legal.values()]


def beginning(a: Assumptions, reforms: frozenset[str]) -> Beginning:
    """The levers, the calendar and an empty book of law."""
    span = Span(int(a.timeline.year), int(a.timeline.month), int(a.timeline.months))
    moved = a.levers
    levers = Levers("levers", sales_factor=moved.sales_factor, cost_factor=moved.cost_factor, delay=moved.delay,
                    credit_share=moved.credit_share)
    timeline = Timeline("timeline", first_month=a.timeline.month, horizon=a.timeline.months, delay=levers.delay,
                        test_months=a.test_phase.months if a.test_phase else 0)
    return Beginning(span, levers, timeline, reforms)
