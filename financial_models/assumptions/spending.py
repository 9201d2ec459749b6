"""What the business pays for: costs by line, people, and things that last."""

from dataclasses import dataclass

from .checks import AssumptionError, amount, growth, number, one_of, share, whole


@dataclass(frozen=True)
class Cost:
    """A cost line: an amount, how often it is paid, and three different shares.

    ``every`` is the number of months between payments (1, 3 or 12; 0: paid once).  ``waits`` says
    that it begins with the business and so shifts when the start is delayed.  ``vat_deductible`` is
    the share of the VAT that may be deducted, ``tax_deductible`` the share that lowers the taxable
    profit, ``private_share`` the part that is used by the household and is not a cost at all.
    ``account`` is the heading of the Belgian chart of accounts.
    """

    id: str
    name: str
    amount: float
    includes_vat: bool = False
    every: int = 1
    from_month: int = 1
    waits: bool = False
    growth: float = 0.0
    vat_rate: float = 0.0
    vat_deductible: float = 1.0
    tax_deductible: float = 1.0
    private_share: float = 0.0
    account: str = "61"

    def __post_init__(self) -> None:
        amount("amount", self.amount)
        one_of("every", self.every, (0, 1, 3, 12))
        whole("from_month", self.from_month, 1, 60)
        growth("growth", self.growth)
        for place in ("vat_rate", "vat_deductible", "tax_deductible", "private_share"):
            share(place, getattr(self, place))
        one_of("account", self.account, ("61", "64"))


@dataclass(frozen=True)
class Employee:
    """An employee: gross monthly wage for full time, and the share of full time worked.

    ``until_month`` 0 means that the employee stays.  ``withholding`` is the share of the taxable wage
    that is withheld as income tax (an estimate, which moves money by a month and costs nothing),
    ``insurance`` the premium for work accidents as a share of the gross wage, ``hire`` the rank of this
    hire in the business (1: the first; 0: no reduction asked).
    """

    id: str
    name: str
    gross: float
    time_share: float = 1.0
    from_month: int = 1
    until_month: int = 0
    growth: float = 0.0
    withholding: float = 0.2
    insurance: float = 0.0
    thirteenth_month: bool = True
    hire: int = 0

    def __post_init__(self) -> None:
        amount("gross", self.gross)
        for place in ("time_share", "withholding", "insurance"):
            share(place, getattr(self, place))
        whole("from_month", self.from_month, 1, 60)
        whole("until_month", self.until_month, 0, 60)
        growth("growth", self.growth)
        whole("hire", self.hire, 0, 50)


@dataclass(frozen=True)
class CasualWork:
    """Work by students or flexi-jobs: hours a month at an all-in cost per hour."""

    id: str
    name: str
    hours: float
    cost_per_hour: float
    from_month: int = 1
    growth: float = 0.0

    def __post_init__(self) -> None:
        number("hours", self.hours, 0, 10_000)
        amount("cost_per_hour", self.cost_per_hour)
        whole("from_month", self.from_month, 1, 60)
        growth("growth", self.growth)


@dataclass(frozen=True)
class Equipment:
    """A thing that lasts: bought in a month of the plan, written off in equal parts over its life in years.

    ``in_kind`` means that the entrepreneur already owns it and brings it in; ``sale_month`` 0 means
    that it is not sold.  ``vat_deductible`` and ``tax_deductible`` are below 1 for cars.
    """

    id: str
    name: str
    price: float
    includes_vat: bool = False
    month: int = 1
    life_years: float = 5.0
    second_hand: bool = False
    vat_rate: float = 0.0
    vat_deductible: float = 1.0
    tax_deductible: float = 1.0
    residual: float = 0.0
    sale_month: int = 0
    sale_price: float = 0.0
    in_kind: bool = False
    account: str = "23"

    def __post_init__(self) -> None:
        for place in ("price", "residual", "sale_price"):
            amount(place, getattr(self, place))
        whole("month", self.month, 1, 60)
        whole("sale_month", self.sale_month, 0, 60)
        if 0 < self.sale_month <= self.month:
            raise AssumptionError("sale_month", self.sale_month,
                                  f"it is bought in month {self.month:g}: sell it later, or write 0")
        number("life_years", self.life_years, 1, 50)
        for place in ("vat_rate", "vat_deductible", "tax_deductible"):
            share(place, getattr(self, place))
        one_of("account", self.account, ("20", "21", "22", "23", "24"))
