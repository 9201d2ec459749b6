"""Who belongs to the household, and what the income tax looks at: part of phase 10."""

from ..asking import amount, choice, share, when_above, when_is, whole, yes_no
from ..question import Option

MEMBERS = (
    whole(
        "household.adults", "Adults", low=1, high=20, feeds="dossier.household", quick=True, required=True,
        ask="How many adults live in your household, with you?",
        help="Count everybody of 18 or older who shares the rent and the meals with you. Count yourself too.",
        example="Amal, her husband and her mother: 3.",
        proof="the paper from the town hall that says who lives with you",
    ),
    whole(
        "household.children", "Children who depend on you", high=20, feeds="income_tax.children", quick=True,
        required=True,
        ask="How many children depend on you?",
        help="Count the children for whom you pay the living costs. With children you pay less income tax.",
        example="Amal has a son of 9 and a daughter of 2: 2.",
        proof="the paper from the town hall that says who lives with you",
    ),
    whole(
        "household.children_under_three", "Of whom younger than three", high=20,
        when=when_above("household.children"), feeds="income_tax.children_under_three",
        ask="How many of them are younger than three?",
        help="The income tax counts small children apart.",
        example="Amal's daughter is 2, her son is 9: 1.",
        proof="the paper from the town hall that says who lives with you",
    ),
    whole(
        "household.other_dependants", "Other people who depend on you", high=20, feeds="income_tax.other_dependants",
        ask="How many other people depend on you?",
        help="Somebody who lives with you and has little or no income, such as a parent. "
             "Money for family abroad is asked on the page about expenses.",
        example="Amal's mother lives with her and has no income: 1.",
        proof="the paper from the town hall that says who lives with you",
    ),
    yes_no(
        "household.married", "Are you married or legally living together?", feeds="income_tax.married", default=False,
        required=True,
        help="Legally living together: you both signed a declaration at the town hall. "
             "The two incomes then stand on one tax letter.",
    ),
    yes_no(
        "household.single_parent", "Are you a single parent?", feeds="income_tax.single_parent", default=False,
        help="Say yes if you live with your children and without a partner. You then pay less income tax.",
    ),
    yes_no(
        "household.disabled", "Do you have a recognised disability?", feeds="income_tax.disabled", default=False,
        help="Recognised means: you have an official letter that says so. You then pay less income tax. "
             "You may leave this open.",
    ),
    choice(
        "household.region", "Region in which you live",
        Option("flanders", "Flanders"), Option("wallonia", "Wallonia"), Option("brussels", "Brussels"),
        feeds="income_tax.region", default="flanders",
        ask="In which region do you live?",
        help="A part of the income tax differs by region. What counts is where you live, not where you work.",
    ),
    share(
        "household.municipal_rate", "Surcharge of the municipality on the income tax", high=0.2,
        feeds="income_tax.municipal_rate", law="personal_income_tax.municipal_rate.default",
        ask="Which part does your municipality add to the income tax?",
        help="It is a percentage of your income tax. It stands on your last tax letter or on the town's website. "
             "Leave it open and we take a usual one.",
        example="The website of Amal's town says: 7 %. On a tax of € 1,000 that is € 70 more.",
        proof="your last tax letter, the website of the town",
    ),
    amount(
        "household.own_earned_before", "Own taxable income this calendar year before the plan begins",
        feeds="income_tax.own_earned_before",
        ask="What did you earn this year before the plan begins?",
        help="Add up your taxable income from January until your plan begins. Your payslip names the taxable amount. "
             "Write 0 if the plan begins in January.",
        example="Amal's plan begins in April. Her payslips say € 1,600 taxable: 3 × 1,600 = € 4,800.",
        proof="payslips, a letter about your benefit",
    ),
    amount(
        "household.partner_earned_before", "Partner's taxable income this calendar year before the plan begins",
        when=when_is("household.married", True), feeds="income_tax.partner_earned_before",
        ask="What did your partner earn this year before the plan begins?",
        help="Add it up in the same way: the taxable amounts from January until your plan begins.",
        example="Amal's husband has € 2,050 taxable a month: 3 × 2,050 = € 6,150.",
        proof="payslips, a letter about a benefit",
    ),
)
