"""Whose money it is: own money, loans, leases, grants, and deposits that come back."""

from dataclasses import dataclass

from .checks import AssumptionError, amount, number, one_of, share, whole

LOAN_KINDS = ("annuity", "linear", "interest_only", "bullet", "flat")


@dataclass(frozen=True)
class OwnMoney:
    """Cash that the entrepreneur (or the family, as a gift) brings in."""

    id: str
    name: str
    amount: float
    month: int = 1

    def __post_init__(self) -> None:
        amount("amount", self.amount)
        whole("month", self.month, 1, 60)


@dataclass(frozen=True)
class Loan:
    """A loan: drawn in one or more months, repaid in arrears.

    ``kind`` says how: "annuity" (equal instalments), "linear" (equal capital), "interest_only"
    (interest each month, capital at the end), "bullet" (capital and interest at the end), "flat"
    (interest on the first amount throughout).  ``rate`` is yearly; ``actuarial`` chooses
    (1 + rate)^(1/12) − 1 a month instead of rate / 12.  ``months`` runs from the first drawing to the
    last instalment and includes ``grace`` months with interest only.  ``drawings`` are (month, share of
    the amount).  ``fee`` is a share of the amount, at most ``fee_cap`` (0: no cap).  ``asked`` marks the
    credit that is asked for with this plan.  ``existing`` marks a debt that is already there: ``amount``
    is what is still owed, ``months`` what is left.  ``decimals`` is the rounding of the instalment.
    """

    id: str
    name: str
    amount: float
    rate: float
    months: int
    kind: str = "annuity"
    source: str = "bank"
    month: int = 1
    drawings: tuple[tuple[int, float], ...] = ()
    grace: int = 0
    actuarial: bool = False
    fee: float = 0.0
    fee_cap: float = 0.0
    asked: bool = False
    existing: bool = False
    subordinated: bool = False
    decimals: int = 2

    def __post_init__(self) -> None:
        amount("amount", self.amount)
        number("rate", self.rate, 0, 1)
        whole("months", self.months, 1, 480)
        one_of("kind", self.kind, LOAN_KINDS)
        one_of("source", self.source, ("microcredit", "startlening", "winwin", "bank", "family", "other"))
        whole("grace", self.grace, 0, 480)
        if self.grace >= self.months:
            raise AssumptionError("grace", self.grace, "the months without repayment must be fewer than "
                                  f"the {self.months:g} months of the loan")
        whole("month", self.month, 1, 60)
        share("fee", self.fee)
        amount("fee_cap", self.fee_cap)
        whole("decimals", self.decimals, 0, 2)
        first = min((month for month, _ in self.drawings), default=self.month)
        for month, part in self.drawings:
            whole("drawings", month, self.month, min(60, first + self.months - 1))
            share("drawings", part)
        if self.drawings and abs(sum(part for _, part in self.drawings) - 1) > 1e-9:
            raise AssumptionError("drawings", self.drawings, "the shares of the drawings must add up to 1")


@dataclass(frozen=True)
class Lease:
    """A finance lease: the thing is used and written off, its price is paid in terms, each with VAT."""

    id: str
    name: str
    price: float
    months: int
    rate: float
    month: int = 1
    down_payment: float = 0.0
    purchase_option: float = 0.0
    life_years: float = 5.0
    vat_rate: float = 0.0
    vat_deductible: float = 1.0

    def __post_init__(self) -> None:
        for place in ("price", "down_payment", "purchase_option"):
            amount(place, getattr(self, place))
        if self.down_payment + self.purchase_option > self.price + 1e-9:
            place = "purchase_option" if self.purchase_option else "down_payment"
            raise AssumptionError(place, getattr(self, place), "what is paid at once and at the end must not be more "
                                  f"than the price of {self.price:.12g}")
        whole("months", self.months, 1, 120)
        number("rate", self.rate, 0, 1)
        whole("month", self.month, 1, 60)
        number("life_years", self.life_years, 1, 50)
        share("vat_rate", self.vat_rate)
        share("vat_deductible", self.vat_deductible)


@dataclass(frozen=True)
class Grant:
    """Money that is not paid back: for a piece of equipment (``equipment`` is its id) or for running costs ("")."""

    id: str
    name: str
    amount: float
    month: int = 1
    equipment: str = ""

    def __post_init__(self) -> None:
        amount("amount", self.amount)
        whole("month", self.month, 1, 60)


@dataclass(frozen=True)
class Deposit:
    """A guarantee that comes back, such as for rent; ``returned_month`` 0 means after the plan."""

    id: str
    name: str
    amount: float
    month: int = 1
    returned_month: int = 0

    def __post_init__(self) -> None:
        amount("amount", self.amount)
        whole("month", self.month, 1, 60)
        whole("returned_month", self.returned_month, 0, 60)
