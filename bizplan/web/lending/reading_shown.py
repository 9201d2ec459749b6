"""The summary of what was handed in, in the words and figures of the first page of its dossier."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import g
from markupsafe import Markup

from bizplan.documents.dossier.answers import said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.limits import written
from bizplan.documents.dossier.review import Part, Review, Signal
from bizplan.documents.dossier.scenarios import state
from bizplan.documents.dossier.signed import STATES, approved_words, signature
from bizplan.documents.dossier.summary import guarantee, subtitle
from bizplan.documents.dossier.summary_figures import asked, full_payment, instalment, own_money, term
from bizplan.documents.dossier.wording import Wording
from bizplan.documents.setbacks import scenario_name
from bizplan.domain.profile import Gate
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.translated import printed
from financial_models import Outcome, Scenario

from .. import display
from ..display import fill
from ..findings_shown import why_address
from ..languages import N_
from ..languages import say as _
from ..places import figure_address, question_address
from .handed import Handed

OUTCOMES = {Gate.GO: N_("yes"), Gate.GO_IF: N_("yes, if"), Gate.NOT_YET: N_("not yet")}


@dataclass(frozen=True)
class Headline:
    """A figure that decides: its name, the figure, a remark, and the address of its explanation."""

    label: str
    amount: Markup | str
    note: str = ""
    url: str = ""
    about: str = ""


@dataclass(frozen=True)
class Setback:
    """The plan as it is or with one thing gone wrong: whether it stands, and its figures."""

    state: str
    name: str
    figures: tuple[Markup, ...]
    month: Markup
    is_plan: bool


@dataclass(frozen=True)
class Opinion:
    """What the coach thinks, with the advice, and who gave it when."""

    words: str
    advice: str
    signed: str
    approved: str
    decisions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Summary:
    """All that the summary says, in the language of the page."""

    name: str
    subtitle: str
    headlines: tuple[Headline, ...]
    words: tuple[str, ...]
    signals: tuple[tuple[Signal, str], ...]
    setbacks: tuple[Setback, ...]
    uses: tuple[Part, ...]
    sources: tuple[Part, ...]
    opinion: Opinion


def summary_of(handed: Handed) -> Summary | None:
    """The summary; None where nothing can be calculated from the version any more."""
    if not isinstance(handed.found, Calculated) or handed.ready is None:
        return None
    case = case_of(handed, handed.found)
    return Summary(
        case.name, subtitle(case), (*_asked(case), lowest(handed, handed.found)), tuple(_words(case)),
        tuple((signal, why_address(each.figures, "")) for signal, each in zip(
            case.review.signals, handed.ready.signals, strict=True)),
        tuple(setback(case, *each) for each in ((Scenario("base"), handed.outcome), *handed.found.stressed)),
        (*case.review.uses, *case.review.reserve), (*case.review.sources, *case.review.missing), _opinion(case))


def lowest(handed: Handed, found: Calculated) -> Headline:
    """The lowest amount on the account to the cent, as it was frozen, and in which month."""
    outcome, line = handed.outcome, found.engine.statements.position.cash
    when = display.month(found.month(outcome.lowest_month).first_day, g.language).striptags()
    return Headline(_("Lowest on the account"), display.money(outcome.lowest_cash, g.language, cents=True), when,
                    figure_address(line.key, str(outcome.lowest_month), ""))


def case_of(handed: Handed, found: Calculated) -> Case:
    """What the dossier is written from, in the language of the page."""
    assert handed.ready is not None
    wording, study = Wording(g.language), printed(found.plan, g.language)
    return Case(study, found.engine, found.values, wording, handed.day, Review(found, handed.ready, wording),
                found.plan, sign_off=handed.signed)


def _asked(case: Case) -> Iterator[Headline]:
    """What is asked, for how long, what a month costs, and the own money: each led to where it was answered."""
    wanted, by_key = next(iter(_loans(case)), ""), case.engine.model.by_key
    payment = full_payment(case.schedules) if case.asked else None
    addresses = (
        question_address("loans[].amount", wanted, "") if wanted else "",
        question_address("loans[].months", wanted, "") if wanted else "",
        figure_address(line, str(payment[0]), "") if payment and (line := f"loan.{wanted}.service") in by_key else "",
        question_address("own_money[].amount", "", ""))
    for (label, amount, note), url in zip((each(case) for each in (asked, term, instalment, own_money)), addresses,
                                          strict=True):
        yield Headline(label, display.left_to_right(amount), note, url)


def _words(case: Case) -> Iterator[str]:
    """The business in words: the idea, the person, what the money is for, who stands surety."""
    places = [("inform.idea", ""), ("competences.experience_in_trade", ""),
              *(("loans[].purpose", row) for row in _loans(case))]
    yield from filter(None, (said(case, *place) for place in places))
    yield from guarantee(case)


def _loans(case: Case) -> list[str]:
    """The rows of the loans that are asked for, the largest first."""
    rows = [row for row in case.study.row_ids("loans") if case.study.value("loans[].asked", row)]
    return sorted(rows, key=lambda row: -float(case.study.value("loans[].amount", row) or 0))   # type: ignore[arg-type]


def setback(case: Case, scenario: Scenario, outcome: Outcome, name: str = "") -> Setback:
    """A scenario with the figures that decide; without a name of its own it is called as in the dossier."""
    figures = (display.figure(outcome.lowest_cash, g.language, 2),
               display.left_to_right(written(case, True, round(outcome.worst_family, 2))),
               display.left_to_right(written(case, False, outcome.worst_dscr)))
    when = display.month(case.review.judged.month(outcome.lowest_month).first_day, g.language)
    return Setback(state(case, outcome), name or scenario_name(scenario, g.language, _), figures, when,
                   scenario.name == "base")


def _opinion(case: Case) -> Opinion:
    on = case.study.value("planning.coach.date")
    signed = filter(None, (said(case, "planning.coach.name"), said(case, "planning.coach.date") if on else ""))
    return Opinion(said(case, "planning.coach.opinion"), said(case, "planning.coach.advice"), ", ".join(signed),
                   approved_words(case, case.sign_off) if case.sign_off else "", tuple(_decisions(case)))


def _decisions(case: Case) -> Iterator[tuple[str, str, str]]:
    """What was decided at each of the four gates: its state, its title with the outcome, and who decided when."""
    for gate in case.sign_off.gates if case.sign_off else ():
        if gate.outcome is not None and gate.signed is not None:
            words = fill("{title}: {outcome}", title=_(gate.title), outcome=_(OUTCOMES[gate.outcome]))
            yield STATES[gate.outcome], words.striptags(), signature(case, gate.signed)
