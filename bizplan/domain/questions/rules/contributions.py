"""The social contributions of a self-employed person, and the fund to which they are paid."""

from ..asking import choice, number, share, text, whole, yes_no
from ..question import Option, Page

STATUS = (
    choice(
        "rules.category", "Social status as self-employed",
        Option("main", "Main occupation", hint="This business is your main work"),
        Option("secondary", "Secondary occupation", hint="You also have a job as an employee, or certain benefits"),
        Option("student", "Student", hint="You study, and you asked for the status of student-entrepreneur"),
        feeds="self_employment.category", default="main", required=True,
        ask="Is this business your main work?",
        help="Self-employed people pay social contributions each quarter: for pension, illness and children. "
        "How much depends on this choice. For “secondary” your job has to be large enough: your fund tells you.",
    ),
    yes_no(
        "rules.primostarter", "Is the reduction for first-time starters asked for?",
        feeds="self_employment.primostarter", default=False,
        ask="Do you ask for the lower contribution for first-time starters?",
        help="Who was not self-employed in the years before can pay less at the start. "
        "It is for people whose business is their main work. You ask your fund for it.",
    ),
    text(
        "rules.fund", "Social insurance fund", feeds="dossier.admissibility",
        ask="Which social insurance fund do you choose?",
        help="You pay your social contributions to such a fund. You join one before you start. "
        "The law is the same everywhere; the service and the fee differ.",
        example="Samira chose the fund of her enterprise counter, in the same building.",
    ),
    share(
        "rules.fund_fee", "Fee of the fund, on top of the contributions",
        feeds="self_employment.fee", law="social_contributions.fund_fee",
        ask="Which fee does the fund add to your contributions?",
        help="Each fund adds a small part for its work. It stands on its website. "
        "Leave it open, and the plan takes a careful figure.",
        example="On a contribution of € 900 the fund adds € 36. 36 ÷ 900 = 4 %.",
        proof="the website or a letter of the fund",
    ),
)

SETTLEMENT = (
    whole(
        "rules.settled_after", "Years until the fund settles a year", low=1, high=3,
        feeds="self_employment.settled_after", coach=True, law="social_contributions.regularisation_years",
        help="Starters pay provisional contributions. Once the real income is known, the fund bills or refunds the "
        "difference. 1 is the next year.",
    ),
    whole(
        "rules.settled_month", "Month of the year in which it is settled", low=1, high=12,
        feeds="self_employment.settled_month", coach=True,
        ask="Month of the year in which the fund settles it",
        help="1 is January.",
    ),
    number(
        "rules.income_index", "Index of the income of three years ago", low=0.5, high=2,
        feeds="self_employment.income_index", coach=True, law="social_contributions.provisional_income_index",
        help="Multiplies the income of three years ago, on which later provisional contributions are based.",
    ),
)

QUESTIONS = STATUS + SETTLEMENT

PAGES = (
    Page(
        "contributions", "Social contributions", tuple(each.key for each in STATUS),
        intro="They come back four times a year, also in a bad quarter. The plan counts them for you.",
    ),
)

COACH_PAGES = (
    Page("settlement", "Contributions: provisional and settled", tuple(each.key for each in SETTLEMENT)),
)
