"""Permits by trade: what is usually asked, where to ask, and how sure we are of it; never a verdict."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from financial_models.law import NotYetKnown, Rate, rate

from ..questions import QUESTIONS
from ..readiness.sentences import N_, Count, Term
from .notes import Note, source, table
from .slip import Remark, Row, Slip, Step

EVERY_TRADE = "all"
ASK = N_("This list is what is usual. Show your plan to an enterprise counter and ask what is missing.")
NOT_READ = N_("{count} lines were not read in a source yet. Ask about those first.")
NO_TRADE = N_("For another kind of business we know only what everybody needs.")


class Usual(Enum):
    """How often something is asked of a trade; ``NEVER`` names what people expect and nobody asks any more."""

    ALWAYS = "always"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    NEVER = "never"

    @property
    def words(self) -> str:
        """How often, in plain words."""
        return USUAL_WORDS[self]


USUAL_WORDS = {
    Usual.ALWAYS: N_("Always asked"), Usual.OFTEN: N_("Often asked"), Usual.SOMETIMES: N_("Sometimes asked"),
    Usual.NEVER: N_("No longer asked"),
}


@dataclass(frozen=True)
class Permit:
    """A permit or registration: how often it is asked of the trade, where to ask, and what that rests on."""

    key: str
    name: str
    usual: Usual
    office: str
    note: str
    source: Note
    figure: Rate | None = None


@dataclass(frozen=True, kw_only=True)
class Permits(Slip):
    """The permits of a trade, those that are always asked first; the rows are proposed for the plan's permits."""

    permits: tuple[Permit, ...]


def permits(sector: str, on: date) -> Permits:
    """What is usually asked of a trade (a choice of ``idea.sector``), with the law of a day."""
    trade = QUESTIONS["idea.sector"].option(sector)
    if trade is None:
        raise LookupError(f"no trade is called {sector!r}; see the choices of idea.sector")
    entries = [entry for entry in table("permits")["permit"] if is_for(entry, sector)]
    found = sorted((_permit(entry, on) for entry in entries), key=lambda permit: list(Usual).index(permit.usual))
    asked = [permit for permit in found if permit.usual is not Usual.NEVER]
    return Permits(
        permits=tuple(found), rows=tuple(row(permit) for permit in asked if permit.usual is not Usual.SOMETIMES),
        steps=(Step(N_("Kind of business"), Term(trade.label)),
               *(Step(permit.name, Term(permit.usual.words)) for permit in found)),
        remarks=_remarks(sector, asked),
    )


def is_for(entry: dict[str, Any], sector: str) -> bool:
    """Whether an entry of a checklist holds for a trade."""
    return entry["sectors"] == EVERY_TRADE or sector in entry["sectors"]


def row(permit: Permit) -> Row:
    """The row of the plan in which a permit is still to be asked."""
    return Row("rules.permits", {"rules.permits[].status": "to_ask"}, {"rules.permits[].name": permit.name})


def _permit(entry: dict[str, Any], on: date) -> Permit:
    return Permit(entry["key"], entry["name"], Usual(entry["usual"]), entry["office"], entry.get("note", ""),
                  source(entry["source"]), _figure(entry.get("law", ""), on))


def _figure(key: str, on: date) -> Rate | None:
    """The figure of law that belongs to a permit, where it is known for that day."""
    try:
        return rate(key, on) if key else None
    except NotYetKnown:
        return None


def _remarks(sector: str, asked: list[Permit]) -> tuple[Remark, ...]:
    unread = sum(permit.source.status == "unverified" for permit in asked)
    remarks = [Remark(ASK)]
    if unread:
        remarks.append(Remark(NOT_READ, {"count": Count(unread)}))
    if sector == "other":
        remarks.append(Remark(NO_TRADE))
    return tuple(remarks)
