"""Who asks for a credit, in the words in which lenders set their conditions."""

from collections.abc import Callable

from ...readiness.case import Case
from ...readiness.finding import Place

INCOME, REGION, FORM = "applicant.income_source", "household.region", "rules.legal_form"
SETTLEMENT, BELGIUM, NUMBER = (
    "applicant.debts.collective_settlement", "applicant.income_in_belgium", "rules.enterprise_number")
JOBSEEKER = {"unemployment": "yes", "living_wage": "yes", "work": "no", "business": "no"}
YES_NO = {True: "yes", False: "no"}


def said(case: Case, about: str) -> tuple[str, Place]:
    """What the plan answers to something that a condition is about ("" where nobody said), and where."""
    key, answer = ANSWERS[about]
    return answer(case), case.place(key)


def _flag(key: str) -> Callable[[Case], str]:
    def answer(case: Case) -> str:
        value = case.value(key) if case.is_answered(key) else None
        return YES_NO[value] if isinstance(value, bool) else ""

    return answer


def _age(case: Case) -> str:
    """Who has not started yet has a young business; of a business that runs nobody asks since when."""
    runs = case.value(INCOME) == "business" or case.is_answered(NUMBER)
    return "" if runs or not case.is_answered(INCOME) else "under_a_year"


def _jobseeker(case: Case) -> str:
    return JOBSEEKER.get(str(case.value(INCOME)), "")


def _region(case: Case) -> str:
    return str(case.value(REGION)) if case.is_answered(REGION) else ""


def _person(case: Case) -> str:
    return YES_NO[case.value(FORM) != "company"] if case.is_answered(FORM) else ""


ANSWERS: dict[str, tuple[str, Callable[[Case], str]]] = {
    "collective_debt_settlement": (SETTLEMENT, _flag(SETTLEMENT)),
    "business_age": (INCOME, _age),
    "jobseeker": (INCOME, _jobseeker),
    "region": (REGION, _region),
    "natural_person": (FORM, _person),
    "income_in_belgium": (BELGIUM, _flag(BELGIUM)),
}
"""Of each subject of the conditions the question that it is about, and the answer in words of the conditions."""
