"""A whole plan's assumptions, and the few that concern all of it."""

from dataclasses import dataclass, field

from .checks import AssumptionError, amount, number, one_of, share, whole
from .financing import Deposit, Grant, Lease, Loan, OwnMoney
from .person import Company, Household, IncomeTax, SelfEmployment, TestPhase
from .sales import Product
from .spending import CasualWork, Cost, Employee, Equipment

FIRST_YEAR, LAST_YEAR = 2024, 2045
LEGAL_FORMS = ("sole_trader", "company")
LARGEST_LIST = 200


@dataclass(frozen=True)
class Timeline:
    """The first month of the plan, and how many months it runs (36 to 60)."""

    year: int
    month: int
    months: int = 36

    def __post_init__(self) -> None:
        whole("first year of the plan", self.year, FIRST_YEAR, LAST_YEAR)
        whole("first month of the plan", self.month, 1, 12)
        whole("months of the plan", self.months, 36, 60)


@dataclass(frozen=True)
class Levers:
    """The four levers of every what-if; neutral unless moved."""

    sales_factor: float = 1.0
    cost_factor: float = 1.0
    delay: int = 0
    credit_share: float = 1.0

    def __post_init__(self) -> None:
        number("sales_factor", self.sales_factor, 0, 10)
        number("cost_factor", self.cost_factor, 0, 10)
        whole("delay", self.delay, 0, 24)
        share("credit_share", self.credit_share)


@dataclass(frozen=True)
class VatChoice:
    """How VAT is declared: "exempt" (small enterprise), "quarterly" or "monthly"; credits carried or refunded."""

    regime: str = "quarterly"
    refunded: bool = False

    def __post_init__(self) -> None:
        one_of("regime", self.regime, ("exempt", "quarterly", "monthly"))


@dataclass(frozen=True)
class Bank:
    """The business account: what stands on it before the plan, and the yearly rate of an overdraft."""

    opening: float = 0.0
    overdraft_rate: float = 0.0
    buffer: float = 0.0

    def __post_init__(self) -> None:
        number("opening", self.opening, -1e9, 1e9)
        share("overdraft_rate", self.overdraft_rate)
        amount("buffer", self.buffer)


@dataclass(frozen=True)
class Assumptions:
    """Everything that a plan is calculated from.  Empty lists make empty rows: half-filled plans build."""

    timeline: Timeline
    legal_form: str = "sole_trader"
    levers: Levers = field(default_factory=Levers)
    products: tuple[Product, ...] = ()
    costs: tuple[Cost, ...] = ()
    employees: tuple[Employee, ...] = ()
    casual_work: tuple[CasualWork, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    own_money: tuple[OwnMoney, ...] = ()
    loans: tuple[Loan, ...] = ()
    leases: tuple[Lease, ...] = ()
    grants: tuple[Grant, ...] = ()
    vat: VatChoice = field(default_factory=VatChoice)
    self_employment: SelfEmployment = field(default_factory=SelfEmployment)
    income_tax: IncomeTax = field(default_factory=IncomeTax)
    company: Company = field(default_factory=Company)
    household: Household = field(default_factory=Household)
    test_phase: TestPhase | None = None
    bank: Bank = field(default_factory=Bank)

    def __post_init__(self) -> None:
        one_of("legal_form", self.legal_form, LEGAL_FORMS)
        for name in ("products", "costs", "employees", "casual_work", "equipment", "deposits", "own_money", "loans",
                     "leases", "grants"):
            self._check_list(name)
        things = {thing.id for thing in self.equipment}
        for grant in self.grants:
            if grant.equipment and grant.equipment not in things:
                raise AssumptionError(f"grants.{grant.id}.equipment", grant.equipment,
                                      "name a piece of equipment of this plan, or leave it empty")

    def _check_list(self, name: str) -> None:
        items = getattr(self, name)
        if len(items) > LARGEST_LIST:
            raise AssumptionError(name, len(items), f"at most {LARGEST_LIST} rows")
        ids = [item.id for item in items]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice is not None:
            raise AssumptionError(f"{name}.id", twice, "two rows have the same id: give each its own")
