"""What the coach thinks of the plan, and advises: part of phase 14."""

from ..asking import choice, date, long_text, text
from ..question import Option

OPINION = (
    text(
        "planning.coach.name", "Name of the coach", feeds="dossier.summary", coach=True, required=True,
        ask="What is your name, as coach?",
        help="It stands under your opinion on the first page of the dossier.",
    ),
    text(
        "planning.coach.organisation", "Organisation of the coach", feeds="dossier.summary", coach=True,
        ask="For which organisation do you coach?",
    ),
    long_text(
        "planning.coach.opinion", "Opinion of the coach", feeds="dossier.summary", coach=True, required=True,
        ask="What is your opinion of this plan?",
        help="An officer reads this first: what convinces you, what worries you, what you saw yourself. "
             "The entrepreneur reads it too.",
        example="She tested her price for six weeks and kept careful records. "
                "Sales in winter are still a guess. Her reserve covers two bad months.",
    ),
    choice(
        "planning.coach.advice", "Advice of the coach",
        Option("go", "Go", icon="ok", hint="Ready to start, and to borrow."),
        Option("go_if", "Go, on conditions", icon="warn", hint="Ready once the conditions below are met."),
        Option("not_yet", "Not yet", icon="stop", hint="Something else comes first. Say what."),
        feeds="dossier.summary", coach=True, required=True,
        ask="What do you advise?",
    ),
    long_text(
        "planning.coach.conditions", "Conditions of the coach", feeds="dossier.summary", coach=True,
        ask="On which conditions?",
        help="Make each one something that can be checked: what, by whom, by when.",
        example="The signed lease before the loan is paid out. A monthly talk in the first year.",
    ),
    date(
        "planning.coach.date", "Date of the opinion", feeds="dossier.summary", coach=True, required=True,
        ask="On which date do you give this opinion?",
    ),
)
