"""The loan explorer, on the web: a loan to look at, beside the one in the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import url_for
from markupsafe import Markup

from bizplan.domain.aids.loan_explorer import LONGEST, Explored, Terms, explored, offer, terms_of
from bizplan.domain.aids.slip import DoesNotFit, Slip, Step
from bizplan.domain.living import full_year
from bizplan.domain.plan import Value
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.typed import Echo
from financial_models.appraisal import NotDefined

from .. import display
from ..calculated import calculated
from ..languages import N_
from .asking import Values, amount, like, numeric, share, whole
from .counted import Counted
from .opened import Opened
from .sheet import Sheet

FIELDS = (
    amount("amount", N_("How much do you want to borrow?"), required=True),
    whole("months", N_("In how many months do you pay it back?"), low=1, high=LONGEST, unit="months", required=True),
    whole("grace", N_("How many months at first without paying back?"), N_("You pay only interest then."), low=0,
          high=LONGEST - 1, unit="months"),
    like("profile", "loans[].profile"),
    share("rate", N_("Yearly interest rate"), N_("Leave it empty: we take what the lender publishes, if anything.")),
    share("fee", N_("File fee, as a share of the amount"), N_("Leave it empty: the same.")),
    amount("left", N_("How much is left in a normal month to repay from?"),
           N_("After the family has lived. What your plan says now is filled in, where it is known."), low=-1e9),
)
NOT_PUBLISHED = N_("We do not know the interest of this lender. Ask it, or fill in a guess.")
OF_THE_ROW = ("amount", "months", "grace", "rate", "fee", "profile")


@dataclass(frozen=True)
class Compared:
    """One fact of two loans: of the one that is looked at, and of the plan's own."""

    label: str
    here: Markup
    plan: Markup


def known(opened: Opened) -> Values:
    """The loan of the row as the plan has it, and what is left a month."""
    left, row = left_of(opened), of_the_row(opened)
    published = offer(str(row.get("profile", "other")), opened.today)[1]
    for name, term in (("rate", "rate"), ("fee", "fee_share")):
        if name in row and row[name] == published.term(term):
            del row[name]                       # left open, it follows the lender that is chosen
    return {**row, **({} if left is None else {"left": round(left, 2)})}


def of_the_row(opened: Opened) -> dict[str, Value]:
    """What the plan says of the loan in which the explorer was opened."""
    if not opened.row:
        return {}
    answers = {name: opened.record.plan.answer(f"loans[].{name}", opened.row) for name in OF_THE_ROW}
    return {name: answer.value for name, answer in answers.items() if answer}


def left_of(opened: Opened) -> float | None:
    """What is left in a normal month to repay from, by the figures of the plan; None where there are none yet."""
    found = calculated(opened.kept, opened.record)
    if isinstance(found, NoFigures):
        return None
    year, months = full_year(found)
    return found.by_year(found.engine.statements.year_ratios.after_family)[year - 1] / months


def terms(opened: Opened, values: Values) -> Terms:
    """The loan to look at: what was left open is as the lender publishes it, the rest as the plan says."""
    profile = str(values.get("profile", "other"))
    if "rate" not in values and offer(profile, opened.today)[1].term("rate") is None:
        raise DoesNotFit("rate", NOT_PUBLISHED, {})
    published = terms_of(profile, numeric(values["amount"]), int(numeric(values["months"])), opened.today)
    kind, monthly = opened.value("loans[].kind"), opened.value("loans[].monthly_rate")
    left = values.get("left")
    return replace(
        published, grace=int(numeric(values.get("grace"))), rate=numeric(values.get("rate"), published.rate),
        fee=numeric(values.get("fee"), published.fee), left=None if left is None else numeric(left),
        kind=str(kind) if opened.row else "annuity",
        actuarial=monthly == "actuarial" if opened.row else published.actuarial)


def counted(opened: Opened, values: Values) -> Explored:
    """What the loan costs; its lender belongs to what is proposed."""
    asked = terms(opened, values)
    found = explored(asked, opened.today)
    first, *rest = found.steps
    rate = Step(N_("Yearly interest rate"), Echo(QUESTIONS["loans[].rate"], asked.rate))
    return replace(found, steps=(first, rate, *rest), proposes={**found.proposes, "loans[].profile": asked.profile})


def beside(opened: Opened, sheet: Sheet, slip: Slip | None) -> Mapping[str, object]:
    """The loan that was looked at beside the plan's own, and the way to all credits."""
    return {"credits": url_for("credit.which", plan=opened.kept.id), **beside_own(opened, sheet, slip)}


def beside_own(opened: Opened, sheet: Sheet, slip: Slip | None) -> Mapping[str, object]:
    """Both loans fact by fact, where the plan's own has its amount and its months."""
    own = of_the_row(opened)
    if not isinstance(slip, Explored) or not {"amount", "months"} <= own.keys():
        return {}
    try:
        mine = explored(terms(opened, {**own, "left": sheet.values.get("left", 0.0)}), opened.today)
    except DoesNotFit:
        return {}
    carried = (slip.carried, mine.carried) if "left" in sheet.values else (None, None)
    facts = (
        (N_("You borrow"), (numeric(sheet.values["amount"]), numeric(own["amount"]))),
        (N_("Instalment"), (slip.instalment, mine.instalment)),
        (N_("What the loan costs"), (slip.total_cost, mine.total_cost)),
        (N_("What you can carry"), carried))
    compared = [Compared(label, _money(opened, here), _money(opened, plan)) for label, (here, plan) in facts]
    yearly = Compared(N_("Yearly cost, all in"), _share(opened, slip.yearly_cost), _share(opened, mine.yearly_cost))
    return {"compared": [*compared[:3], yearly, *(compared[3:] if carried != (None, None) else ())]}


def _money(opened: Opened, value: float | None) -> Markup:
    return display.price(value, opened.language)


def _share(opened: Opened, value: float | NotDefined) -> Markup:
    return display.NOTHING if isinstance(value, NotDefined) else display.share(value, opened.language, 1)


AID = Counted(
    "loan_explorer", N_("Which loan can you carry?"),
    N_("Try an amount and a time. Your plan does not change until you choose to."),
    FIELDS, counted, group="loans", known=known, more=beside, template="aids/loan.html", adds=N_("Loan"))
