"""What must be known before a plan can be calculated: one frozen, checked record per thing a business has.

Amounts are in euros, shares between 0 and 1, months counted from 1 in the
first month of the plan.  Numbers may be plain floats, ``Entered`` (with the
evidence behind an answer) or a legal ``Rate``: what a number rests on travels
with it into the workbook, the dossier and every explanation.
"""

from .checks import AssumptionError
from .entered import Entered, Grade
from .financing import Deposit, Grant, Lease, Loan, OwnMoney
from .person import (
    Company,
    Household,
    HouseholdDebt,
    HouseholdExpense,
    HouseholdIncome,
    IncomeTax,
    SelfEmployment,
    TestPhase,
)
from .sales import CustomersServed, HoursBilled, Product, Subscriptions, Supply, UnitsSold
from .spending import CasualWork, Cost, Employee, Equipment
from .whole import Assumptions, Bank, Levers, Timeline, VatChoice

__all__ = [
    "AssumptionError", "Assumptions", "Bank", "CasualWork", "Company", "Cost", "CustomersServed", "Deposit", "Employee",
    "Entered", "Equipment", "Grade", "Grant", "HoursBilled", "Household", "HouseholdDebt", "HouseholdExpense",
    "HouseholdIncome", "IncomeTax", "Lease", "Levers", "Loan", "OwnMoney", "Product", "SelfEmployment", "Subscriptions",
    "Supply", "TestPhase", "Timeline", "UnitsSold", "VatChoice",
]
