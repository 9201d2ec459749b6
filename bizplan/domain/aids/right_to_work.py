"""The right to be self-employed by residence status: what we read, what it may mean, and whom to ask.

It asks, explains and warns; the verdict is for the office that gives the card.  The rules and their sentences are
those that judge the plan, so that aid and findings cannot disagree.  That no card is needed is never proposed as an
answer: the coach fills that in, with the card in hand.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from financial_models.law import NotYetKnown, Rate

from ..plan import Answer, Plan, Value
from ..questions import QUESTIONS
from ..readiness.case import Case
from ..readiness.finding import Finding, Severity
from ..readiness.rule import applied
from ..readiness.rules import status
from ..readiness.sentences import N_, Day, Legal, Spoken, Term
from .notes import STATUS_WORDS
from .slip import Remark, Slip, Step

RULES = (status.status_without_self_employment, status.residence_expired, status.professional_card_lacking,
         status.professional_card_unknown)
FIELDS = {"status": status.STATUS, "card": "applicant.residence.card", "until": status.UNTIL,
          "renewal": status.RENEWAL, "professional_card": status.CARD}
YES, NO = N_("Yes"), N_("No")
OFFICE = N_("We say what we read; the office that gives the card decides. Show it at an enterprise counter.")
NOTHING_FOUND = N_("In what we read, nothing stands in the way of this status.")
NOT_SAID = N_("Choose your status and your card first.")
HOW_SURE = N_("“{figure}”: {answer}. {status}.")


class Standing(Enum):
    """What follows for the way through the study: a hint, never a verdict."""

    UNANSWERED = "unanswered"
    NOTHING_FOUND = "nothing found"
    ASK = "ask"
    CARD_FIRST = "card first"
    WAIT = "wait"


@dataclass(frozen=True)
class Residence:
    """What somebody says about the right to stay: the choices of the questions on residence."""

    status: str = ""
    card: str = ""
    until: date | None = None
    renewal: str = ""
    professional_card: str = ""

    def __post_init__(self) -> None:
        for name, key in FIELDS.items():
            given, question = getattr(self, name), QUESTIONS[key]
            if question.options and given and question.option(given) is None:
                known = ", ".join(option.key for option in question.options)
                raise LookupError(f"{key} has no choice {given!r}; there are {known}")

    @property
    def plan(self) -> Plan:
        """A plan with these answers alone."""
        given = {key: getattr(self, name) for name, key in FIELDS.items()}
        return Plan("en", {(key, ""): Answer(value) for key, value in given.items() if value})


@dataclass(frozen=True, kw_only=True)
class RightToWork(Slip):
    """What was found about a status: the findings of the rules, and the figures of law with their status."""

    standing: Standing
    findings: tuple[Finding, ...]
    figures: tuple[Rate, ...]


def residence_of(plan: Plan) -> Residence:
    """What a plan already says about the right to stay."""
    said = {name: plan.value(key) for name, key in FIELDS.items()}
    until = said.pop("until")
    texts = {name: str(value) for name, value in said.items() if value}
    return Residence(until=until if isinstance(until, date) else None, **texts)


def right_to_work(residence: Residence, today: date) -> RightToWork:
    """What we read about this status, on a day; never more than a hint of what to ask."""
    case = Case(residence.plan, today)
    answers = [applied(rule, case) for rule in RULES]
    findings = tuple(finding for found in answers if isinstance(found, tuple) for finding in found)
    figures = _figures(case)
    standing = _standing(residence, findings)
    proposes: dict[str, Value] = {}
    if standing is Standing.CARD_FIRST and residence.professional_card in ("", "unknown"):
        proposes[status.CARD] = "needed"
    return RightToWork(standing=standing, findings=findings, figures=figures, steps=_steps(residence, figures),
                       proposes=proposes, remarks=_remarks(standing, findings, figures))


def _figures(case: Case) -> tuple[Rate, ...]:
    """The figures of law on this status: whether somebody may, and whether a card is needed."""
    try:
        needed = status.card_needed(case)
        if case.value(status.STATUS) == "asylum_seeker":
            needed = case.law("residence.asylum_seeker.card_needed")
        if needed is None:
            return ()
        return (case.law(needed.key.replace("card_needed", "may_be_self_employed")), needed)
    except NotYetKnown:
        return ()


def _standing(residence: Residence, findings: tuple[Finding, ...]) -> Standing:
    found = {finding.rule: finding for finding in findings}
    if not residence.status:
        return Standing.UNANSWERED
    if status.status_without_self_employment.key in found:
        return Standing.WAIT
    lacking = found.get(status.professional_card_lacking.key)
    if lacking is not None and lacking.severity is Severity.BLOCKER:
        return Standing.CARD_FIRST
    return Standing.ASK if found else Standing.NOTHING_FOUND


def _steps(residence: Residence, figures: tuple[Rate, ...]) -> tuple[Step, ...]:
    steps = []
    for name, key in FIELDS.items():
        given = getattr(residence, name)
        if given:
            option = QUESTIONS[key].option(given)
            said: Spoken = Day(given) if isinstance(given, date) else Term(option.label if option else given)
            steps.append(Step(QUESTIONS[key].label, said))
    return (*steps, *(Step(figure.label.en, Term(YES if figure else NO), result=True) for figure in figures))


def _remarks(standing: Standing, findings: tuple[Finding, ...], figures: tuple[Rate, ...]) -> tuple[Remark, ...]:
    if standing is Standing.UNANSWERED:
        return (Remark(NOT_SAID), Remark(OFFICE))
    remarks = [Remark(text, finding.values, (finding.threshold,) if finding.threshold is not None else ())
               for finding in findings for text in finding.texts]
    if not findings:
        remarks.append(Remark(NOTHING_FOUND))
    for figure in figures:
        sure: dict[str, Spoken] = {
            "figure": Legal(figure.label), "answer": Term(YES if figure else NO),
            "status": Term(STATUS_WORDS[figure.status]),
        }
        remarks.append(Remark(HOW_SURE, sure, (figure,)))
    return (*remarks, Remark(OFFICE))
