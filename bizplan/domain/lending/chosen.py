"""A credit that fits, as answers about a loan of the plan: what its lender says takes the place of what stands there.

The plan stays whole by itself: of a product that the study knows the choice is enough, and its figures follow; what a
lender says only here becomes answers, each with its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bizplan.translations import called, translator
from financial_models.assumptions import Grade
from financial_models.law import Lender, NotYetKnown, Product, Rate, rate
from financial_models.readers import numerals

from ..aids.loan_explorer import on_terms
from ..assumptions.lender import lender_figure, lender_product
from ..plan import Value
from ..questions import QUESTIONS
from ..readiness.lending import asked_loans
from ..readiness.sentences import N_
from ..revisions import NOTHING_SAID, Record, Said
from ..written_values import LONGEST_NOTE
from .compared import Compared, with_answers
from .fit.cost import profile_of
from .fit.need import Need

SAYS_ITSELF = N_("{lender} says so itself, since {day}.")
READ = N_("{source}. Read on {day}.")
NOT_READ = N_("{source}.")
NEEDED = N_("So much your plan needs, to the hundred above.")
HIDES = N_("Your own answer counts before what the lender publishes. Here it is replaced.")
STAYS = N_("This lender says nothing of it. What your plan says stays: ask the lender.")
GOES = N_("What your plan says is of another lender. This lender says nothing of it: ask.")
OTHER = "other"
KINDS = {"startlening": "startlening", "winwinlening": "winwin", "family": "family"}
"""Lenders that are a kind of lender of their own."""
ANY_KIND = ("bank", "other")
PRIVATE = ("family", "winwin", "winwinlening")
FIRM = ("signed", "promised", "said")
"""How sure a loan of another lender was; this one is not asked yet."""
NAMES = ("name", "source", "profile", "asked", "amount", "rate", "months", "grace", "fee", "fee_cap", "monthly_rate",
         "agreement")


@dataclass(frozen=True)
class Credit:
    """A product of a lender for what a plan needs; ``said_itself`` names the terms that the lender says itself here.

    ``start`` is the first day of the plan, ``language`` that in which it is noted where each answer comes from.
    """

    lender: Lender
    product: Product
    need: Need
    start: date
    language: str
    said_itself: frozenset[str] = frozenset()


def loans_asked(record: Record) -> tuple[str, ...]:
    """The loans that a credit can take the place of: those that are asked for with the plan, and not owed already."""
    return tuple(row for row in asked_loans(record.plan) if record.plan.value("loans[].existing", row) is not True)


def compared(record: Record, credit: Credit, row: str) -> tuple[Compared, ...]:
    """What would become of each answer about a loan, or of a new loan where the plan has no such row."""
    loan = _Loan(record, credit, row)
    found = (loan.compared(name) for name in NAMES)
    return tuple(each for each in found if not (each.now.is_empty and each.becomes.is_empty))


@dataclass(frozen=True)
class _Loan:
    """A loan of the plan that becomes a credit."""

    record: Record
    credit: Credit
    row: str

    def compared(self, name: str) -> Compared:
        """One answer as it stands beside what it would be."""
        key = _key(name)
        now, after = self._counted(self.record, key), self._counted(self._with_profile, key)
        wanted, is_answered = self._wanted.get(name), not self.record.said(key, self.row).is_empty
        figure = self._figure(self._with_profile, key)
        if wanted is None or (not is_answered and wanted.value == (figure.value if figure is not None else None)):
            stays = name == "rate" and wanted is None and is_answered and self._is_silent_on_rate()
            return Compared(QUESTIONS[key], self.row, now, after, follows=True, remark=STAYS if stays else "")
        if is_answered and self._is_firmer(now, wanted):
            return Compared(QUESTIONS[key], self.row, now, now, follows=True)
        remark = HIDES if is_answered and figure is not None else GOES if wanted.is_empty else ""
        found = Compared(QUESTIONS[key], self.row, now, wanted, remark=remark)
        return replace(found, remark="") if found.is_same else found

    @cached_property
    def _profile(self) -> str:
        """The choice of the study for the product."""
        return profile_of(self.credit.lender, self.credit.product) or OTHER

    @cached_property
    def _with_profile(self) -> Record:
        """The plan with nothing but that choice."""
        return with_answers(self.record, {(_key("profile"), self.row): Said.of(_key("profile"), self._profile)})

    @cached_property
    def _wanted(self) -> dict[str, Said]:
        """What is to be said, by the name of the question."""
        return {**dict(self._lender()), **dict(self._asked()), **dict(self._terms()), **dict(self._fees())}

    def _lender(self) -> Iterator[tuple[str, Said]]:
        lender, name = self.credit.lender, str(self._value("name") or "")
        title = called(lender.title, self.credit.language)
        if title.casefold() not in name.casefold() and not (lender.kind == "private" and name and self._is_private()):
            yield "name", Said.of(_key("name"), title)
        yield "source", Said.of(_key("source"), self._kind())
        yield "profile", Said.of(_key("profile"), self._profile)
        if self._is_another() and self._value("agreement") in FIRM:
            yield "agreement", Said.of(_key("agreement"), "none")

    def _kind(self) -> str:
        """What kind of lender it is; what the plan says stays where nothing speaks against it."""
        lender, now = self.credit.lender, self.record.said(_key("source"), self.row).value
        if lender.name in KINDS:
            return KINDS[lender.name]
        if lender.kind == "microcredit":
            return "microcredit"
        return str(now) if now in ANY_KIND else OTHER

    def _is_another(self) -> bool:
        """Whether the plan has asked somebody else until now."""
        title = called(self.credit.lender.title, self.credit.language).casefold()
        return self._value("profile") != self._profile or (
            self._profile == OTHER and title not in str(self._value("name") or "").casefold())

    def _is_private(self) -> bool:
        """Whether somebody whom the person knows lends, as the plan says now: the loan is called after them."""
        return self._value("profile") in PRIVATE or self._value("source") in PRIVATE

    def _is_firmer(self, now: Said, wanted: Said) -> bool:
        """Whether the plan knows it better of the same credit: from a quote, say, where this was only looked up."""
        return not self._is_another() and (now.evidence or Grade.GUESS) > (wanted.evidence or Grade.GUESS)

    def _is_silent_on_rate(self) -> bool:
        """Whether the rate in the plan is that of somebody else, and this lender says nothing of it."""
        return self._is_another() and self._term("rate_min") is None

    def _asked(self) -> Iterator[tuple[str, Said]]:
        need = self.credit.need
        if self._value("asked") is not True:
            yield "asked", Said.of(_key("asked"), True)
        if self._number("amount") is None and not need.asked:
            yield "amount", self._said("amount", need.amount, Grade.GUESS, translator(self.credit.language)(NEEDED))

    def _terms(self) -> Iterator[tuple[str, Said]]:
        """Interest and time: what the lender says, else what the plan says as far as the lender allows it."""
        known = self._term("rate")
        rated = self._of("rate", float(known), known) if known is not None else self._within(
            "rate", self._term("rate_min"), self._term("rate_max"), None)
        months = self._within("months", self._term("months_min"), self._term("months_max"), self.credit.need.months)
        yield from ((name, said) for name, said in (("rate", rated), ("months", months)) if said)
        longest, grace = self._term("grace_max"), self._number("grace") or 0
        most = min(grace if longest is None else int(longest), self._months(months) - 1)
        if grace > most:
            yield "grace", self._of("grace", most, longest)
        twelfth = self._term("nominal_twelfth")
        word = "twelfth" if twelfth else "actuarial"
        is_settled = not self._is_another() and self._value("monthly_rate") is not None
        if twelfth is not None and not is_settled and word != self._counted_monthly():
            yield "monthly_rate", Said.of(_key("monthly_rate"), word)

    def _fees(self) -> Iterator[tuple[str, Said]]:
        """The file fee, where the lender says one; what another lender asked does not stay."""
        share, least, cap = (self._term(name) for name in ("fee_share", "fee_min", "fee_cap"))
        term = least if share is None else share
        if term is None:
            if self._is_another():
                yield from (("fee", NOTHING_SAID), ("fee_cap", NOTHING_SAID))
            return
        amount = self._number("amount") or self.credit.need.amount
        fee = on_terms(self.credit.product, amount, 1).fee
        yield "fee", self._of("fee", fee, term)
        yield "fee_cap", NOTHING_SAID if cap is None else self._of("fee_cap", float(cap), cap)

    def _within(self, name: str, low: Rate | None, high: Rate | None, otherwise: int | None) -> Said | None:
        """The nearest that the lender allows, where the plan says nothing or something else; None where it can stay."""
        now = self._number(name)
        if now is None and otherwise is None:
            return None if low is None else self._of(name, float(low), low)
        number = now if now is not None else float(otherwise or 0)
        if low is not None and number < low:
            return self._of(name, float(low), low)
        if high is not None and number > high:
            return self._of(name, float(high), high)
        return self._said(name, number, Grade.GUESS) if now is None else None

    def _months(self, said: Said | None) -> int:
        return int(said.value) if said else int(self._number("months") or self.credit.need.months)

    def _counted_monthly(self) -> str:
        """How the monthly rate would be found with nothing but the choice of the product."""
        said = self.record.plan.answer(_key("monthly_rate"), self.row)
        figure = self._law(f"{lender_product(self._with_profile.plan, self.row)}.nominal_twelfth")
        return str(said.value) if said else "actuarial" if figure is not None and not figure else "twelfth"

    def _counted(self, record: Record, key: str) -> Said:
        """What stands under a question, or what its lender publishes where nobody answered."""
        said, figure = record.said(key, self.row), self._figure(record, key)
        return said if figure is None or not said.is_empty else self._of(key.rpartition(".")[2], float(figure), figure)

    def _figure(self, record: Record, key: str) -> Rate | None:
        found = lender_figure(record.plan, QUESTIONS[key], self.row)
        return self._law(found) if found else None

    def _law(self, key: str) -> Rate | None:
        """A published figure as the plan counts with it; None where it was not known yet when the plan begins."""
        try:
            return rate(key, self.credit.start)
        except NotYetKnown:
            return None

    def _term(self, name: str) -> Rate | None:
        return self.credit.product.term(name)

    def _value(self, name: str) -> Value | None:
        return self.record.plan.value(_key(name), self.row)

    def _number(self, name: str) -> float | None:
        found = self.record.plan.answer(_key(name), self.row)
        return float(found.value) if found and isinstance(found.value, int | float) else None

    def _of(self, name: str, value: float, term: Rate | None) -> Said:
        """A figure of the lender as an answer, with what it rests on."""
        if term is None:
            return self._said(name, value, Grade.GUESS)
        say, language = translator(self.credit.language), self.credit.language
        if term.key.rpartition(".")[2] in self.credit.said_itself and term.key.startswith(
                f"lenders.{self.credit.lender.name}."):
            note = say(SAYS_ITSELF).format(lender=called(self.credit.lender.title, language),
                                           day=numerals.day(term.since, language))
        else:
            text = READ if term.status != "unverified" else NOT_READ
            note = say(text).format(source=term.source.text(language), day=numerals.day(term.checked_on, language))
        return self._said(name, value, Grade.GUESS if term.status == "unverified" else Grade.DESK, note)

    def _said(self, name: str, value: float, grade: Grade, note: str = "") -> Said:
        whole = int(value) if float(value).is_integer() else value
        return Said.of(_key(name), whole, grade, note[:LONGEST_NOTE])


def _key(name: str) -> str:
    return f"loans[].{name}"
