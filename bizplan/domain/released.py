"""The cut of a plan for one reader: what leaves the house is built from it alone.

A lender gets a plan that calculates to the same figures, with the household in totals: what comes in, what is spent,
and what is paid on private debts until when.  The cut is a plan like any other: it can be written, read and built, and
cutting it again changes nothing.  Where the lender asks for the lines of the household and the person agreed, they
stand in it as they are, without remarks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from math import fsum

from .coaching.competences import is_shared
from .plan import Answer, Plan, Release
from .questions import QUESTIONS, fields
from .recipients import HOUSEHOLD, MORE, Recipient, withheld

Places = Mapping[tuple[str, str], Answer]
Rows = Mapping[str, tuple[str, ...]]

INCOMES, OTHERS, DEBTS = "household.incomes", "household.other_expenses", "household.debts"
ALL = "total"
"""The row in which a whole group is added up."""
PARTNER, OPEN = "partner", "open"
EXPENSES = tuple(key for key in QUESTIONS if key.startswith("household.expenses."))
DISABLED = "household.disabled"
"""It lowers the income tax, so the figures need it where it is so; nobody needs to read that it is not."""
HOME_LEASE = "planning.papers.home_lease"
RATED_BY_COACH = tuple(key for key in QUESTIONS if key.startswith("competences.entrecomp.") and key.endswith("_coach"))


def released(plan: Plan, recipient: Recipient, more: Iterable[str] = ()) -> Plan:
    """What this reader may see of a plan; its own people see all of it, once it is shown to them at all.

    ``more`` names what a lender is shown beside the usual cut.  What was cut for a lender stays so: nobody can put
    back what is not in it.
    """
    recipient = Recipient.LENDER if plan.is_for_a_lender else recipient
    shown = _more(plan, recipient, more)
    hidden = withheld(recipient, shown) | {key for key in RATED_BY_COACH if not is_shared(plan, key)}
    answers: Places = {place: answer for place, answer in plan.answers.items() if place[0] not in hidden}
    rows: Rows = {group: ids for group, ids in plan.rows.items()
                  if any(each.key not in hidden for each in fields(group))}
    if recipient is Recipient.LENDER:
        answers = _needed(plan, answers)
        if HOUSEHOLD not in shown:
            answers, rows = _in_totals(plan, answers, rows)
    texts = {place: said for place, said in plan.translations.items() if place[:2] in answers}
    return Plan(plan.language, _in_order(answers), rows, texts, Release(recipient, more=shown))


def _more(plan: Plan, recipient: Recipient, wanted: Iterable[str]) -> tuple[str, ...]:
    """What the reader is shown beside the usual cut, in the order of the house; of a cut that was made, what it has."""
    if recipient is not Recipient.LENDER:
        return ()
    names = plan.release.more if plan.is_for_a_lender and plan.release else frozenset(wanted)
    return tuple(each for each in MORE if each in names)


def _in_totals(plan: Plan, answers: Places, rows: Rows) -> tuple[Places, Rows]:
    """The answers and rows of the cut, with those of the household added up."""
    kept = {place: answer for place, answer in answers.items() if not place[0].startswith((INCOMES, OTHERS, DEBTS))}
    totals = {**_incomes(plan), **_expenses(plan), **_debts(plan)}
    rows = {**rows, **{group: _rows_in(totals, group) for group in (INCOMES, OTHERS, DEBTS)}}
    return {**_papers(plan), **kept, **totals}, {
        group: ids for group, ids in rows.items() if ids or group in plan.rows}


def _in_order(answers: Places) -> Places:
    """The answers in the order of the study, so that equal cuts are written alike."""
    place_of = {key: place for place, key in enumerate(QUESTIONS)}
    return dict(sorted(answers.items(), key=lambda each: place_of[each[0][0]]))


def _needed(plan: Plan, answers: Places) -> Places:
    """What the plan still asks, without notes on the household."""
    wanted = {place: answer for place, answer in answers.items() if plan.is_asked(QUESTIONS[place[0]], place[1])
              and (place[0] != DISABLED or answer.value is True)}
    return {place: replace(answer, note="") if place[0].startswith("household.") else answer
            for place, answer in wanted.items()}


def _incomes(plan: Plan) -> Places:
    """What comes in, in one row; the taxable income of a partner, whom the tax sees apart, in another."""
    rows = plan.row_ids(INCOMES)
    partners = [row for row in rows if plan.value(f"{INCOMES}[].whose", row) == "partner"]
    own = [row for row in rows if plan.value(f"{INCOMES}[].whose", row) == "own"]
    told: dict[tuple[str, str], Answer] = {}
    for name in ("before", "after"):
        told |= _total(plan, f"{INCOMES}[].{name}", rows, ALL)
        told |= _total(plan, f"{INCOMES}[].taxable_{name}", own, ALL)
        told |= _total(plan, f"{INCOMES}[].taxable_{name}", partners, PARTNER)
    if PARTNER in _rows_in(told, INCOMES):
        told |= {(f"{INCOMES}[].{name}", PARTNER): Answer(0.0) for name in ("before", "after")}
    whose = {ALL: "own", PARTNER: "partner"}
    return {**told, **{(f"{INCOMES}[].whose", row): Answer(whose[row]) for row in _rows_in(told, INCOMES)}}


def _expenses(plan: Plan) -> Places:
    """What is spent, in one row."""
    more = ((f"{OTHERS}[].amount", row) for row in plan.row_ids(OTHERS))
    return _sum(plan, chain(((key, "") for key in EXPENSES), more), (f"{OTHERS}[].amount", ALL))


def _debts(plan: Plan) -> Places:
    """What is paid on private debts, in a row for each month in which some of it ends."""
    ends: dict[object, list[str]] = {}
    for row in plan.row_ids(DEBTS):
        ends.setdefault(plan.value(f"{DEBTS}[].until", row), []).append(row)
    told: dict[tuple[str, str], Answer] = {}
    for until, those in sorted(ends.items(), key=lambda each: str(each[0])):
        row = f"until_{until:%Y_%m}" if isinstance(until, date) else OPEN
        for name in ("instalment", "balance", "arrears"):
            told |= _total(plan, f"{DEBTS}[].{name}", those, row)
        if isinstance(until, date):
            told[f"{DEBTS}[].until", row] = Answer(until)
    return told


def _papers(plan: Plan) -> Places:
    """The lease of the home is missing where rent is paid: who does not see the rent could not tell."""
    rent = plan.answer("household.expenses.rent")
    is_rented = rent is not None and isinstance(rent.value, (int, float)) and rent.value > 0
    return {(HOME_LEASE, ""): Answer("missing")} if is_rented and plan.answer(HOME_LEASE) is None else {}


def _total(plan: Plan, key: str, rows: Iterable[str], row: str) -> Places:
    """The answers of some rows to one question, added up in a row of their own."""
    return _sum(plan, ((key, each) for each in rows), (key, row))


def _sum(plan: Plan, places: Iterable[tuple[str, str]], place: tuple[str, str]) -> Places:
    """What these answers come to, resting on the weakest of them; nothing where nobody answered any."""
    found = [answer for each in places if (answer := plan.answer(*each)) is not None]
    if not found:
        return {}
    amounts = [float(each.value) for each in found if isinstance(each.value, (int, float))]
    grades = [each.evidence for each in found if each.evidence is not None and each.value]
    return {place: Answer(round(fsum(amounts), 4), min(grades, default=None))}


def _rows_in(answers: Places, group: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row for key, row in answers if key.startswith(f"{group}[]")))


