"""The income tax of the entrepreneur: choices of the coach, what is paid ahead, and when the bill comes."""

from ..asking import amount, whole, yes_no
from ..question import Page, Vat

DEDUCTIONS = (
    yes_no(
        "rules.lump_sum", "Are lump-sum costs chosen instead of the real ones?", feeds="income_tax.lump_sum",
        default=False, coach=True,
        help="A choice for each year. Purchases of goods and social contributions are deducted besides the lump sum.",
    ),
    yes_no(
        "rules.investment_deduction", "Is the investment deduction used?", feeds="income_tax.investment_deduction",
        default=False, coach=True,
        help="Once, for new equipment that is used for the business in Belgium. Second-hand things are left out.",
    ),
)

AHEAD = (
    amount(
        "rules.prepayment", "Income tax paid ahead each quarter", vat=Vat.NONE, feeds="income_tax.prepayment",
        ask="How much income tax do you pay ahead each quarter?",
        help="The tax bill comes late. Paying ahead in four parts spreads it, and later avoids a surcharge. "
        "If you pay nothing ahead, fill in 0.",
        example="Yonas's bookkeeper expects € 2,000 of tax. 2,000 ÷ 4 = € 500 each quarter.",
        proof="the calculation of your bookkeeper",
    ),
)

BILL = (
    whole(
        "rules.assessed_after", "Years until the tax bill arrives", low=1, high=3, feeds="income_tax.assessed_after",
        coach=True, law="personal_income_tax.payment_years_later",
        help="Counted from the year of the income: 1 is the next year.",
    ),
    whole(
        "rules.assessed_month", "Month of the year in which it arrives", low=1, high=12,
        feeds="income_tax.assessed_month", coach=True, law="personal_income_tax.payment_month",
        ask="Month of the year in which the income tax bill arrives",
        help="1 is January. An early month is the careful choice for the cash.",
    ),
)

LOSSES = (
    amount(
        "rules.losses_brought", "Losses of earlier years as self-employed", feeds="income_tax.losses_brought",
        ask="How much did you lose in earlier years as self-employed?",
        help="Losses in Belgium lower the tax on later profits. First time self-employed here? Fill in 0.",
        example="The last tax bill of Oksana shows a loss of € 1,200 still to use. She fills in € 1,200.",
        proof="your last tax bill",
    ),
)

QUESTIONS = DEDUCTIONS + AHEAD + BILL + LOSSES

PAGES = (Page("income_tax", "Your income tax", tuple(each.key for each in AHEAD + LOSSES)),)

COACH_PAGES = (
    Page("tax_choices", "Income tax: choices and moment of the bill", tuple(each.key for each in DEDUCTIONS + BILL)),
)
