"""The income tax of a household year by year in plain loops: losses, quotient, tax-free sums, surcharge."""

from dataclasses import dataclass

from financial_models import Assumptions
from tests.financial_models.blocks.year_oracle import TAX, Year, by_scale, cents, figure

DUE = (4, 7, 10, 12)


@dataclass
class Household:
    """The tax that the business causes, with what is carried from year to year."""

    a: Assumptions
    losses: float
    allowance: float = 0.0

    def add(self, now: Year, started: int) -> None:
        """The tax of the next year."""
        positive = max(now.income, 0.0)
        used = min(self.losses, positive)
        self.allowance += now.granted
        deducted = min(self.allowance, positive - used)
        loss = max(-now.income, 0.0)
        own = now.own_other + positive - used - deducted - (loss if now.trading else 0.0)
        shortage = max(-own, 0.0)
        taken = min(shortage, now.partner) if self.a.income_tax.married else 0.0
        with_it = self.tax(now.year, max(own, 0.0), now.partner - taken)
        without = self.tax(now.year, now.own_other, now.partner)
        surcharge = self.surcharge(now, with_it[0] - without[0], started)
        now.tax = with_it[1] - without[1] + surcharge
        self.losses += shortage - taken - used + (0.0 if now.trading else loss)
        self.allowance -= deducted

    def tax(self, year: int, own: float, partner: float) -> tuple[float, float]:
        """Tax of state and region, and all of it with the municipality."""
        t, married = self.a.income_tax, self.a.income_tax.married
        if married:
            room = min(0.3 * (own + partner), figure(f"{TAX}.marital_quotient_cap", year))
            shifted = max(room - min(own, partner), 0.0)
            towards_partner = shifted if own >= partner - 0.005 else -shifted
            own, partner = own - towards_partner, partner + towards_partner
        own_tax, partner_tax = by_scale(f"{TAX}.scale", year, own), by_scale(f"{TAX}.scale", year, partner)
        basic = figure(f"{TAX}.tax_free_sum", year)
        own_free = by_scale(f"{TAX}.tax_free_scale", year, basic + self.supplements(year))
        partner_free = by_scale(f"{TAX}.tax_free_scale", year, basic)
        base = max(own_tax - own_free - (max(partner_free - partner_tax, 0.0) if married else 0.0), 0.0)
        base += max(partner_tax - partner_free - max(own_free - own_tax, 0.0), 0.0) if married else 0.0
        state = base * (1 - figure(f"{TAX}.autonomy_factor", year))
        both = state * (1 + figure(f"{TAX}.regional_rate.{t.region}", year))
        return both, cents(both * (1 + t.municipal_rate))

    def of_a_director(self, year: int, pay: float) -> float:
        """The tax that a director's pay alone gives over a year, after lump-sum costs and without rounding."""
        share, cap = (figure(f"{TAX}.lump_sum_director_{what}", year) for what in ("rate", "cap"))
        taxable = pay - min(pay * share, cap)
        free = by_scale(f"{TAX}.tax_free_scale", year, figure(f"{TAX}.tax_free_sum", year) + self.supplements(year))
        state = max(by_scale(f"{TAX}.scale", year, taxable) - free, 0.0) * (1 - figure(f"{TAX}.autonomy_factor", year))
        regional = figure(f"{TAX}.regional_rate.{self.a.income_tax.region}", year)
        return state * (1 + regional) * (1 + self.a.income_tax.municipal_rate)

    def supplements(self, year: int) -> float:
        """What dependants add to the tax-free sum."""
        t = self.a.income_tax
        whole = figure(f"{TAX}.children_{min(t.children, 4)}", year) if t.children else 0.0
        whole += max(t.children - 4, 0) * figure(f"{TAX}.child_further", year)
        whole += t.children_under_three * figure(f"{TAX}.child_under_three", year)
        whole += t.other_dependants * figure(f"{TAX}.other_dependant", year)
        whole += figure(f"{TAX}.single_parent", year) if t.single_parent and t.children else 0.0
        return whole + (figure(f"{TAX}.disabled_taxpayer", year) if t.disabled else 0.0)

    def surcharge(self, now: Year, tax: float, started: int) -> float:
        """For too little paid ahead; starters in main occupation owe none in three calendar years."""
        if self.a.self_employment.category == "main" and started <= 3:
            return 0.0
        return surcharge(now, tax, self.a.income_tax.prepayment, "natural_person", 0.9)


@dataclass
class Company:
    """The tax of a company, with the losses and the deduction that it carries."""

    a: Assumptions
    losses: float
    allowance: float = 0.0

    def add(self, now: Year, pay: float, started: int) -> None:
        """The tax of the next year; ``now.income`` is its result after the director's pay."""
        used = min(self.losses, max(now.income, 0.0))
        self.allowance += now.granted
        deducted = min(self.allowance, max(now.income, 0.0) - used)
        taxable = max(now.income, 0.0) - used - deducted
        self.losses += max(-now.income, 0.0) - used
        self.allowance -= deducted
        tax = cents(self._tax(now.year, taxable, pay, started))
        late = started + self.a.company.years_before > 3
        now.tax = tax + (surcharge(now, tax, self.a.company.prepayment, "company", 1.0) if late else 0.0)

    def _tax(self, year: int, taxable: float, pay: float, started: int) -> float:
        exempt = started + self.a.company.years_before <= figure("company.minimum_director_pay_exempt_years", year)
        enough = pay >= min(figure("company.minimum_director_pay", year), taxable) - 0.005
        reduced = min(taxable, 100_000.0) if self.a.company.reduced_rate and (exempt or enough) else 0.0
        return reduced * 0.20 + (taxable - reduced) * 0.25


def surcharge(now: Year, tax: float, each: float, who: str, part: float) -> float:
    """6 % more than the tax, at the rate of the year, less the credit of each instalment that could still be paid."""
    base, begun = max(tax, 0.0) * 1.06, 13 - now.trading
    kind = "company_credit" if who == "company" else "credit"
    credit = sum(figure(f"prepayments.{kind}.{n}", now.year) for n, due in enumerate(DUE, 1) if due >= begun)
    missing = max(base * figure(f"prepayments.surcharge_rate.{who}", now.year) - each * credit, 0.0) * part
    enough = cents(missing - base * 0.005) >= 0 and cents(missing - figure("prepayments.tolerance", now.year)) >= 0
    return cents(missing) if enough else 0.0
