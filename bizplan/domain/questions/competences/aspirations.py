"""What the entrepreneur wants and can give, and what the coach concludes from it."""

from ..asking import amount, choice, date, long_text, number, text, yes_no
from ..question import Option, Period

WISHES = (
    long_text(
        "competences.achievement", "Tell about something that you made work", feeds="dossier.person",
        ask="What did you make work that you are proud of?",
        help="Large or small, at work, at home or on your way here. What did you do yourself?",
        example="Our building had no power at night. I found an old generator and repaired it for twelve families.",
    ),
    long_text(
        "competences.motivation", "Why a business of your own?", feeds="dossier.person", required=True,
        ask="Why do you want a business of your own?",
        help="Be honest, in your own words. A lender reads this to get to know you.",
        example="I know the work and people ask for me. I want to decide myself and show my children how it is done.",
    ),
    choice(
        "competences.push_or_pull", "Is it a wish, or for want of a job?",
        Option("wish", "A wish"), Option("both", "Both"), Option("need", "For want of a job"),
        feeds="dossier.person",
        ask="Is it a wish, or is there no other work?",
        help="Both are good reasons. It helps your coach to think along.",
    ),
    long_text(
        "competences.dream", "Where do you want to be in three years?", feeds="dossier.person",
        help="Think of the business, the work, the place and your family.",
        example="A van of my own, one young colleague, and work for ten regular customers.",
    ),
    amount(
        "competences.income_hoped_for", "Net income that you hope for", period=Period.MONTH,
        feeds="dossier.household",
        ask="How much do you hope to earn for yourself each month?",
        help="Count what is left after costs, social contributions and taxes. Think of a business that runs well.",
        example="Rent € 800 + food € 500 + other € 500 + savings € 100 = € 1,900 a month.",
        proof="your household budget, or a pay slip of a job that you could have",
    ),
    number(
        "competences.hours_a_week", "Hours a week for the business", high=168, unit="hours", period=Period.WEEK,
        feeds="dossier.person", required=True,
        ask="How many hours a week can you give to the business?",
        help="Count what is left after school, another job, care and rest. Paperwork is part of it.",
        example="School days from 8.30 to 15.30 is 7 hours × 5 = 35. Saturday 5 hours. 35 + 5 = 40 hours.",
        proof="your week on paper: work, care, lessons",
    ),
    text(
        "competences.childcare", "Who looks after the children?", feeds="dossier.person",
        ask="Who looks after the children while you work?",
        help="Think also of Wednesday afternoon, holidays and sick days. No children? Leave it open.",
        example="School until 15.30, my sister until 18.00. In July the playground of the town.",
    ),
    long_text(
        "competences.limits", "Limits of health or otherwise, if you wish to say", feeds="dossier.person",
        ask="Is there something that limits you at work?",
        help="You choose whether you say it, and how much. It helps to plan work that you can keep up.",
        example="My back: I lift no more than 15 kg. My brother helps with heavy things.",
    ),
    long_text(
        "competences.family_opinion", "What does the family think of it?", feeds="dossier.person",
        ask="What does your family think of your plan?",
        help="A start takes time and money of the whole family. Talk about it with them.",
        example="My wife is for it. She asks that I keep Sunday free, and I promised it.",
    ),
    yes_no(
        "competences.keeps_records", "Do you write down what comes in and goes out?", feeds="dossier.person",
        help="In a notebook, on your phone or on a computer: all are fine. A business needs it every week.",
    ),
    choice(
        "competences.interest", "Is a loan with interest acceptable to you?",
        Option("yes", "Yes"), Option("rather_not", "Rather not", hint="Only if there is no other way"),
        Option("no", "No", hint="Your coach looks with you for other ways"),
        feeds="dossier.financing",
        ask="Is a loan with interest fine for you?",
        help="Interest is what you pay on top of what you borrow. Some people do not want it, "
        "for example because of their faith. Both answers are fine.",
    ),
)

CONCLUSION = (
    choice(
        "competences.conclusion", "Conclusion about the person",
        Option("ready", "Ready", hint="Go on with the study"),
        Option("first_training", "First training", hint="Agree below which training, and by when"),
        Option("other_route", "Another route", hint="A job or a study fits better now"),
        feeds="dossier.person", coach=True,
        ask="What do you conclude about the entrepreneur?",
        help="Weigh experience, language, time, health and the two ratings of competences. "
        "The entrepreneur reads your conclusion: discuss it first.",
    ),
    long_text(
        "competences.conclusion_reasons", "Reasons for that conclusion", feeds="dossier.person", coach=True,
        ask="On what do you base that conclusion?",
        help="Name what you saw or read, the strengths first.",
        example="Eight years in the trade, two of them here. Plans well. Bookkeeping is new: a course is booked.",
    ),
    text(
        "competences.actions[].what", "What", feeds="dossier.person", coach=True,
        ask="Which action did you agree on?",
        help="One action a row, so that anybody can see whether it is done.",
        example="Ask three wholesalers for their price list",
    ),
    text(
        "competences.actions[].who", "Who", feeds="dossier.person", coach=True,
        ask="Who does it?",
        example="Hana",
    ),
    date(
        "competences.actions[].by", "By when", feeds="dossier.person", coach=True,
        ask="By when is it done?",
    ),
)
