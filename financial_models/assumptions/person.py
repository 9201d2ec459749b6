"""The person behind the business: contributions, tax, the household, the company, the test phase."""

from dataclasses import dataclass

from .checks import amount, growth, number, one_of, share, whole

CATEGORIES = ("main", "secondary", "student")
REGIONS = ("flanders", "wallonia", "brussels")


@dataclass(frozen=True)
class SelfEmployment:
    """Social contributions: the category, the fund's fee, and when the bill of a year is settled.

    ``primostarter`` asks the reduced minimum of the first four quarters.  ``settled_after`` is the
    number of years (1 to 3) after which the fund bills the difference.  ``income_index`` multiplies
    the income of three years ago, on which later provisional contributions are based.
    """

    category: str = "main"
    primostarter: bool = False
    fee: float = 0.0
    settled_after: int = 2
    settled_month: int = 6
    income_index: float = 1.0

    def __post_init__(self) -> None:
        one_of("category", self.category, CATEGORIES)
        share("fee", self.fee)
        whole("settled_after", self.settled_after, 1, 3)
        whole("settled_month", self.settled_month, 1, 12)
        number("income_index", self.income_index, 0.5, 2)


@dataclass(frozen=True)
class IncomeTax:
    """What the income tax of the household depends on.

    ``lump_sum`` chooses the lump-sum costs instead of the real ones.  ``prepayment`` is what is paid
    ahead in each of the four quarters.  The assessment arrives ``assessed_after`` years later in
    ``assessed_month``.  ``earned_before`` is what own and partner's taxable incomes were in the
    calendar year of the start, before the plan begins: it counts for nothing in a plan that begins in January.
    """

    region: str = "flanders"
    municipal_rate: float = 0.0
    married: bool = False
    children: int = 0
    children_under_three: int = 0
    single_parent: bool = False
    disabled: bool = False
    other_dependants: int = 0
    lump_sum: bool = False
    investment_deduction: bool = False
    prepayment: float = 0.0
    assessed_after: int = 1
    assessed_month: int = 12
    own_earned_before: float = 0.0
    partner_earned_before: float = 0.0
    losses_brought: float = 0.0

    def __post_init__(self) -> None:
        one_of("region", self.region, REGIONS)
        number("municipal_rate", self.municipal_rate, 0, 0.2)
        for place in ("children", "children_under_three", "other_dependants"):
            whole(place, getattr(self, place), 0, 20)
        for place in ("prepayment", "own_earned_before", "partner_earned_before", "losses_brought"):
            amount(place, getattr(self, place))
        whole("assessed_after", self.assessed_after, 1, 3)
        whole("assessed_month", self.assessed_month, 1, 12)


@dataclass(frozen=True)
class Company:
    """A BV: what its own taxes depend on.

    ``reduced_rate`` says that the other conditions of the reduced rate are met (shares held by persons,
    no financial company); the minimum pay of the director is calculated.  ``years_before`` counts earlier
    financial years (and earlier self-employment), which use up the starters' exemption.
    """

    reduced_rate: bool = True
    years_before: int = 0
    contribution_exempt: bool = False
    prepayment: float = 0.0
    assessed_after: int = 1
    assessed_month: int = 12
    losses_brought: float = 0.0

    def __post_init__(self) -> None:
        whole("years_before", self.years_before, 0, 50)
        amount("prepayment", self.prepayment)
        whole("assessed_after", self.assessed_after, 1, 3)
        whole("assessed_month", self.assessed_month, 1, 12)
        amount("losses_brought", self.losses_brought)


@dataclass(frozen=True)
class TestPhase:
    """Months in an activity cooperative before the own start, and the share of the margin that it keeps."""

    __test__ = False
    months: int
    cooperative_share: float = 0.0

    def __post_init__(self) -> None:
        whole("months", self.months, 1, 18)
        share("cooperative_share", self.cooperative_share)


@dataclass(frozen=True)
class HouseholdIncome:
    """A net monthly income of the household, before and after the own start of the business.

    ``whose`` is "own", "partner" or "family".  ``taxable_before`` and ``taxable_after`` are what the
    tax scale sees of it a month (0 where it is not taxed).  The name of an ``asked`` one is ours and is translated.
    """

    id: str
    name: str
    before: float
    after: float
    whose: str = "family"
    taxable_before: float = 0.0
    taxable_after: float = 0.0
    asked: bool = False

    def __post_init__(self) -> None:
        one_of("whose", self.whose, ("own", "partner", "family"))
        for place in ("before", "after", "taxable_before", "taxable_after"):
            amount(place, getattr(self, place))


@dataclass(frozen=True)
class HouseholdExpense:
    """A monthly expense of the household; the name of an ``asked`` one is ours and is translated."""

    id: str
    name: str
    amount: float
    asked: bool = False

    def __post_init__(self) -> None:
        amount("amount", self.amount)


@dataclass(frozen=True)
class HouseholdDebt:
    """A private debt: what is paid each month, and what is owed.

    ``until_month`` is the last month of the plan in which it is paid (0: past the horizon).  The name of an ``asked``
    one is ours and is translated.
    """

    id: str
    name: str
    instalment: float
    until_month: int = 0
    balance: float = 0.0
    asked: bool = False

    def __post_init__(self) -> None:
        amount("instalment", self.instalment)
        amount("balance", self.balance)
        whole("until_month", self.until_month, 0, 480)


@dataclass(frozen=True)
class Household:
    """What the family earns, spends and owes; what is missing must come from the business."""

    incomes: tuple[HouseholdIncome, ...] = ()
    expenses: tuple[HouseholdExpense, ...] = ()
    debts: tuple[HouseholdDebt, ...] = ()
    expense_growth: float = 0.0

    def __post_init__(self) -> None:
        growth("expense_growth", self.expense_growth)
