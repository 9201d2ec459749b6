"""Rules on the household: what it spends, what it owes, and what happens to its benefits."""

from financial_models.law import Rate

from ...questions import QUESTIONS
from ...recipients import TOTALS
from ..case import Calculated, Case
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Money, Several, Share, Term, Words, several

EXPENSES = tuple(key for key in QUESTIONS if key.startswith("household.expenses."))
EARNED_BEFORE = ("household.own_earned_before", "household.partner_earned_before")
BENEFITS = ("unemployment", "living_wage", "sickness")


def expenses(case: Case) -> float:
    """What the household spends a month, its debts apart."""
    more = case.rows("household.other_expenses")
    own = sum(case.number("household.other_expenses[].amount", row) for row in more)
    return own + sum(map(case.number, EXPENSES))


@on_answers(
    BLOCKER, "household",
    found=N_("No expense of the household is filled in."),
    means=N_("Nobody can see whether the family can live from the business."),
    mend=N_("Write down what you spend in a normal month, line by line."),
)
def no_household_expenses(case: Case) -> Found:
    """The expenses of the household are known."""
    if expenses(case) <= 0:
        yield Noticed({}, (case.place("household.expenses.rent"), case.place("household.expenses.food")))


@on_answers(
    WARNING, "household",
    found=N_("The household spends {spent} a month; the living wage for such a family is {least}."),
    means=N_("Something is probably left out, and the loan would pay for it."),
    mend=N_("Compare with three months of bank statements."),
)
def household_expenses_low(case: Case) -> Found:
    """The household does not live on less than the living wage."""
    spent, law = expenses(case), _living_wage(case)
    persons = 2 if law.key.endswith("cohabitant") else 1
    if 0 < spent < law * persons:
        yield Noticed(
            {"spent": Money(spent), "least": Money(law * persons)},
            tuple(case.place(key) for key in EXPENSES if not case.is_answered(key))[:5], (), law,
        )


def _living_wage(case: Case) -> Rate:
    """The living wage of this kind of family: with children, alone, or of each of two who live together."""
    adults = case.number("household.adults") or 1
    kind = "family" if case.number("household.children") else "cohabitant" if adults > 1 else "single"
    return case.law(f"household.living_wage.{kind}")


@on_answers(
    WARNING, "household",
    found=N_("The household spends {spent} a month; the reference budget says {reference}."),
    means=N_("Who plans to live on less soon takes more from the business."),
    mend=N_("Explain what is cheaper in this family, or add what is missing."),
)
def below_reference_budget(case: Case) -> Found:
    """The expenses reach the reference budget that the coach looked up."""
    spent, reference = expenses(case), case.number("household.reference_budget")
    if 0 < spent < reference:
        place = case.place("household.reference_budget")
        yield Noticed({"spent": Money(spent), "reference": Money(reference)}, (place,))


@on_answers(
    REMARK, "household",
    found=N_("Nothing is said about money sent to family abroad."),
    means=N_("It is often forgotten, and it goes on when business is slow."),
    mend=N_("Fill in what you send in a normal month; 0 is an answer too."),
)
def remittances_not_asked(case: Case) -> Found:
    """Money sent to family abroad was asked."""
    is_asked = case.plan.is_asked(QUESTIONS["household.expenses.remittances"])
    if is_asked and not case.is_answered("household.expenses.remittances"):
        yield Noticed({}, (case.place("household.expenses.remittances"),))


@on_answers(
    WARNING, "household",
    found=N_("{income} goes on unchanged while the business runs."),
    means=N_("A benefit stops or shrinks when somebody becomes self-employed."),
    mend=N_("Ask who pays it what remains after the start, and fill that in."),
)
def benefit_goes_on(case: Case) -> Found:
    """Own benefits change when the business starts."""
    for row in case.rows("household.incomes"):
        benefit = case.value("household.incomes[].kind", row) in BENEFITS
        after = case.number("household.incomes[].after", row)
        others = case.value("household.incomes[].whose", row) == "partner"
        if benefit and not others and 0 < case.number("household.incomes[].before", row) <= after:
            yield Noticed(
                {"income": Words(case.name("household.incomes", row))}, (case.place("household.incomes[].after", row),)
            )


@on_answers(
    WARNING, "household",
    found=N_("{debts}: {amount} is overdue."),
    means=N_("A lender rarely lends beside a debt that is not paid on time."),
    mend=N_("Agree on a plan for the arrears first, and add it here."),
)
def debts_in_arrears(case: Case) -> Found:
    """Debts are paid on time."""
    rows = [row for row in case.rows("household.debts") if case.number("household.debts[].arrears", row) > 0]
    if rows:
        amount = sum(case.number("household.debts[].arrears", row) for row in rows)
        names = several([case.name("household.debts", row) for row in rows])
        if case.plan.is_in_totals:
            names = Several((Term(TOTALS["household.debts"]),))
        yield Noticed(
            {"debts": names, "amount": Money(amount)},
            tuple(case.place("household.debts[].arrears", row) for row in rows),
        )


@on_figures(
    WARNING, "household",
    found=N_("In year {year} all instalments together take {share} of the income."),
    means=N_("Above {limit} little is left to live from."),
    mend=N_("Pay off a debt first, or borrow less."),
)
def household_debt_share(case: Calculated) -> Found:
    """All instalments, private ones too, stay within the limit."""
    limit, line = case.threshold("household_debt_share"), case.engine.statements.year_ratios.debt_share
    shares = case.by_year(line)
    worst = max(range(len(shares)), key=lambda at: shares[at])
    if shares[worst] > limit:
        yield Noticed(
            {"year": Count(worst + 1), "share": Share(shares[worst]), "limit": Share(limit)},
            (case.place("household.debts"), case.place("loans")), (case.figure(line, year=worst + 1),), limit,
        )


@on_answers(
    WARNING, "household",
    found=N_("Debts of the past are named, but no debt is listed."),
    means=N_("The lender looks them up and finds what is missing here."),
    mend=N_("List each debt with what is still owed, also small ones."),
)
def debts_not_listed(case: Case) -> Found:
    """Who had trouble with debts lists them, or says that they are paid."""
    traces = ("mediation", "listed", "collective_settlement")
    if any(case.value(f"applicant.debts.{key}") is True for key in traces) and not case.rows("household.debts"):
        yield Noticed({}, (case.place("household.debts"),))


@on_answers(
    REMARK, "household",
    found=N_("{amount} of own money is brought in; the household has {savings} of savings."),
    means=N_("The rest must come from somewhere."),
    mend=N_("Say where it comes from: a gift, a sale, a loan."),
)
def own_money_above_savings(case: Case) -> Found:
    """Own money does not exceed what was saved."""
    amount = sum(case.number("own_money[].amount", row) for row in case.rows("own_money"))
    if case.is_answered("household.savings") and amount > case.number("household.savings"):
        yield Noticed(
            {"amount": Money(amount), "savings": Money(case.number("household.savings"))},
            (case.place("household.savings"), case.place("own_money")),
        )


@on_answers(
    WARNING, "household",
    found=N_("Now you live from a benefit or a wage, but no such income is filled in."),
    means=N_("What stops when the business starts cannot be seen."),
    mend=N_("Fill in what comes in now, and what remains after the start."),
)
def income_source_not_listed(case: Case) -> Found:
    """The income that somebody lives from stands in the household budget."""
    kinds = {"work": "wage", "unemployment": "unemployment", "living_wage": "living_wage", "sickness": "sickness"}
    wanted = kinds.get(str(case.value("applicant.income_source")))
    listed = [case.value("household.incomes[].kind", row) for row in case.rows("household.incomes")]
    if wanted and wanted not in listed:
        yield Noticed({}, (case.place("household.incomes"), case.place("applicant.income_source")))


@on_answers(
    REMARK, "household",
    found=N_("The household counts one adult, but there is a partner."),
    means=N_("The tax and the living wage depend on who lives there."),
    mend=N_("Count everybody who lives at this address."),
)
def partner_not_counted(case: Case) -> Found:
    """Who is married or lives together counts two adults."""
    together = case.value("household.married") is True or case.value("applicant.civil_status") == "cohabiting"
    if together and case.number("household.adults") == 1:
        yield Noticed({}, (case.place("household.adults"), case.place("applicant.civil_status")))


@on_answers(
    REMARK, "household",
    found=N_("The applicant is married, but the tax is calculated for somebody alone."),
    means=N_("Married people are taxed together, which is often cheaper."),
    mend=N_("Say in the household budget that you are married, or that you live apart."),
)
def marriage_not_counted(case: Case) -> Found:
    """Civil status and tax agree."""
    if case.value("applicant.civil_status") == "married" and case.value("household.married") is not True:
        yield Noticed({}, (case.place("household.married"), case.place("applicant.civil_status")))


@on_answers(
    REMARK, "household",
    found=N_("More children under three are counted than children."),
    means=N_("The tax-free sum depends on it."),
    mend=N_("Count the youngest among all children."),
)
def children_miscounted(case: Case) -> Found:
    """The youngest children are among the children."""
    if case.number("household.children_under_three") > case.number("household.children"):
        yield Noticed({}, (case.place("household.children_under_three"), case.place("household.children")))


@on_answers(
    REMARK, "household",
    found=N_("{amount} was earned in this calendar year before the plan, but the plan begins in January."),
    means=N_("Such a plan has no months before it in its calendar year, so this amount does not count."),
    mend=N_("Leave it empty, or let the plan begin later."),
)
def earned_before_january(case: Case) -> Found:
    """Incomes before the plan fall in its first calendar year."""
    keys = [key for key in EARNED_BEFORE if case.number(key) > 0]
    if keys and case.start.month == 1:
        yield Noticed({"amount": Money(sum(map(case.number, keys)))}, tuple(map(case.place, keys)))
