"""The three stops before anything else: the right to be self-employed, collective debt settlement, benefits at stake.

Each stop asks a few questions of the study and says where somebody stands, why, and what to do next.  A stop never
ends the way: whoever cannot begin yet can still prepare, and finds whom to talk to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from financial_models.law import NotYetKnown, Rate

from .aids.notes import Note, source, spoken
from .aids.right_to_work import FIELDS, OFFICE, Standing, residence_of, right_to_work
from .plan import Plan
from .readiness.case import Case
from .readiness.finding import Finding
from .readiness.rule import Rule, applied
from .readiness.rules import status
from .readiness.rules.household import BENEFITS
from .readiness.sentences import N_, Spoken

SETTLEMENT = "applicant.debts.collective_settlement"
MEDIATION, LISTED, STORY = "applicant.debts.mediation", "applicant.debts.listed", "applicant.debts.story"
INCOME, CHANGES, KIND = "applicant.income_source", "household.changes", "household.incomes[].kind"
KEEPS_BENEFIT = {"months": "test_phase.months"}
SPRINGPLANK = {"months": "household.springplank_months"}
INTEGRATION = {"years": "household.integration_exemption_years", "amount": "household.integration_exemption"}


class State(Enum):
    """Where somebody stands at a stop, from the worst to the best that is known."""

    STOP_AND_TALK = "stop here and talk"
    GO_ON_BUT_FIRST = "go on, but first"
    NOT_ANSWERED = "not answered"
    GO_ON = "go on"

    @property
    def words(self) -> str:
        """The state in plain words."""
        return STATE_WORDS[self]


STATE_WORDS = {
    State.STOP_AND_TALK: N_("Stop here and talk"), State.GO_ON_BUT_FIRST: N_("Go on, but first do this"),
    State.NOT_ANSWERED: N_("Not answered yet"), State.GO_ON: N_("Go on"),
}


@dataclass(frozen=True)
class Saying:
    """A sentence at a stop, with the figures of law and the text that it rests on."""

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    figures: tuple[Rate, ...] = ()
    source: Note | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


@dataclass(frozen=True)
class Stop:
    """A stop: its questions, where somebody stands, the explanation, and the way on, which is never empty."""

    key: str
    title: str
    questions: tuple[str, ...]
    state: State
    explanation: tuple[Saying, ...]
    way_on: tuple[Saying, ...]


def stops(plan: Plan, today: date) -> tuple[Stop, ...]:
    """The three stops of a plan on a day, in the order in which they are asked."""
    case = Case(plan, today)
    return (_self_employment(case), _debts(case), _benefits(case))


STANDINGS = {
    Standing.UNANSWERED: State.NOT_ANSWERED, Standing.NOTHING_FOUND: State.GO_ON, Standing.ASK: State.GO_ON_BUT_FIRST,
    Standing.CARD_FIRST: State.GO_ON_BUT_FIRST, Standing.WAIT: State.STOP_AND_TALK,
}
RESIDENCE_WHY = N_("Not everybody who may live here may have a business. It depends on your status and your card.")
RESIDENCE_NOTHING = N_("In what we read, nothing stands in your way.")
SHOW_CARD = N_("Show your card at an enterprise counter before you sign or pay anything.")
PREPARE = N_("You can go on with this study now. Nothing that you write here is lost.")
LAWYER = N_("Ask free legal help, or Agii: they know the rules on residence and work.")


def _self_employment(case: Case) -> Stop:
    """The right to be self-employed: what the aid on it finds, and whom to ask."""
    found = right_to_work(residence_of(case.plan), case.today)
    state = STANDINGS[found.standing]
    if any(finding.rule == status.residence_expired.key for finding in found.findings):
        state = min(state, State.GO_ON_BUT_FIRST, key=list(State).index)
    said = [Saying(RESIDENCE_WHY), *_sayings(found.findings)]
    if state is State.GO_ON:
        said.append(Saying(RESIDENCE_NOTHING, figures=found.figures))
    said.append(Saying(OFFICE))
    way_on = [*_mending(found.findings), Saying(SHOW_CARD)]
    if state is State.STOP_AND_TALK:
        way_on = [*_mending(found.findings), Saying(LAWYER), Saying(PREPARE)]
    return Stop("self_employment", N_("The right to have a business"), tuple(FIELDS.values()), state,
                tuple(said), tuple(way_on))


DEBTS_WHY = N_("In a collective debt settlement a judge and a mediator watch over your money.")
LENDERS = N_("microStart does not lend while a collective debt settlement runs.")
OTHER_DEBTS = N_("Debt mediation or old debts do not close the door. A lender asks what happened.")
NO_SETTLEMENT = N_("You are in no collective debt settlement: nothing stops you here.")
ASK_MEDIATOR = N_("Ask your mediator whether the judge can agree, and when the settlement ends.")
ASK_CENTRE = N_("Do you not know? Ask the public centre for social welfare (OCMW) or your coach.")
LIST_DEBTS = N_("List all debts in your household budget, also small ones.")


def _debts(case: Case) -> Stop:
    """Collective debt settlement stops a loan; other debts are to be told."""
    settled = case.value(SETTLEMENT)
    found = _found(status.collective_debt_settlement, case)
    traces = _found(status.debts_of_the_past, case)
    said = [Saying(DEBTS_WHY), Saying(LENDERS, source=source("microstart"))]
    if settled is True:
        state, way_on = State.STOP_AND_TALK, [*_mending(found), Saying(ASK_MEDIATOR), Saying(PREPARE)]
        said += _sayings(found)
    elif settled is None:
        state, way_on = State.NOT_ANSWERED, [Saying(ASK_CENTRE)]
    else:
        state = State.GO_ON_BUT_FIRST if traces else State.GO_ON
        said.append(Saying(NO_SETTLEMENT))
        way_on = [*_mending(traces), Saying(LIST_DEBTS)]
    if traces:
        said += [*_sayings(traces), Saying(OTHER_DEBTS, source=source("microstart"))]
    return Stop("debts", N_("Collective debt settlement"), (SETTLEMENT, MEDIATION, LISTED, STORY), state,
                tuple(said), tuple(way_on))


BENEFITS_WHY = N_("A benefit can stop or shrink when you become self-employed, sometimes from the first day.")
NO_BENEFIT = N_("You live on no benefit that stops when you begin.")
SOCIAL_RIGHTS = N_("Child benefit, rent and social tariffs can change as well. Ask before you begin.")
WRITE_CHANGES = N_("Write in your household budget what changes, and who told you so.")
BENEFIT_WORDS = {
    "unemployment": N_("With unemployment benefit you may begin beside it for {months} months, if you say so first."),
    "living_wage": N_("With a living wage part of what you earn may not count: {amount} a month, for {years} years. "
                      "The amount is an old one."),
    "sickness": N_("With sickness benefit the doctor of your health fund says yes first, before you work at all."),
}
LIMITED = N_("Since 2026 unemployment benefit stops after some time. Ask when yours ends.")
BENEFIT_LAW: dict[str, dict[str, str]] = {"unemployment": SPRINGPLANK, "living_wage": INTEGRATION, "sickness": {}}
BENEFIT_SOURCE = {"unemployment": "springplank", "living_wage": "integration", "sickness": "not_read"}
BENEFIT_WAY = {
    "unemployment": N_("Go to your union or the HVW, and ask for the papers before the first day."),
    "living_wage": N_("Ask the OCMW in writing what you keep, and let your social worker read your plan."),
    "sickness": N_("Ask the doctor of your health fund for a written yes, before the first day."),
}
COOPERATIVE = N_("In an activity cooperative you can try your business for {months} months and keep your benefit.")


def _benefits(case: Case) -> Stop:
    """What may stop when the business begins; who lives on a benefit asks first."""
    kinds = _benefit_kinds(case)
    answered = case.is_answered(INCOME)
    if kinds:
        state = State.GO_ON if case.is_answered(CHANGES) else State.GO_ON_BUT_FIRST
        way_on = [*(Saying(BENEFIT_WAY[kind]) for kind in kinds), _legal(COOPERATIVE, KEEPS_BENEFIT, case),
                  Saying(WRITE_CHANGES)]
    else:
        state = State.GO_ON if answered else State.NOT_ANSWERED
        way_on = [Saying(SOCIAL_RIGHTS), Saying(WRITE_CHANGES)]
    said = [Saying(BENEFITS_WHY), *(
        _legal(BENEFIT_WORDS[kind], BENEFIT_LAW[kind], case, source(BENEFIT_SOURCE[kind])) for kind in kinds)]
    if "unemployment" in kinds:
        said.append(Saying(LIMITED, source=source("not_read")))
    if answered and not kinds:
        said.append(Saying(NO_BENEFIT))
    return Stop("benefits", N_("Benefits at stake"), (INCOME, KIND, CHANGES), state, tuple(said), tuple(way_on))


def _benefit_kinds(case: Case) -> tuple[str, ...]:
    """The benefits that the household lives on, from the income that is named and from the budget."""
    listed = [case.value(KIND, row) for row in case.rows("household.incomes")]
    named = {case.value(INCOME), *listed}
    return tuple(kind for kind in BENEFITS if kind in named)


def _legal(text: str, keys: Mapping[str, str], case: Case, said_by: Note | None = None) -> Saying:
    """A sentence with figures of law in it, of the first day of the plan, or the first that is known."""
    law = {name: _figure(key, case) for name, key in keys.items()}
    return Saying(text, {name: spoken(figure) for name, figure in law.items()}, tuple(law.values()), said_by)


def _figure(key: str, case: Case) -> Rate:
    try:
        return case.law(key)
    except NotYetKnown as error:
        return case.law(key, error.since)


def _found(rule: Rule, case: Case) -> tuple[Finding, ...]:
    found = applied(rule, case)
    return found if isinstance(found, tuple) else ()


def _sayings(findings: tuple[Finding, ...]) -> list[Saying]:
    """What was found and what it means, in the sentences of the rules."""
    return [Saying(text, finding.values, _figures(finding)) for finding in findings
            for text in (finding.found, finding.means) if text]


def _mending(findings: tuple[Finding, ...]) -> list[Saying]:
    """What would mend it, in the sentences of the rules."""
    return [Saying(finding.mend, finding.values, _figures(finding)) for finding in findings if finding.mend]


def _figures(finding: Finding) -> tuple[Rate, ...]:
    return () if finding.threshold is None else (finding.threshold,)
