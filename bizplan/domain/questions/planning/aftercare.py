"""Who looks along once the business runs, and which figures they follow: part of phase 14."""

from ..asking import amount, calendar_month, choice, choices, date, number, text
from ..question import Option, Period, Vat

AFTER = (
    text(
        "planning.follow_up_by", "Who coaches after the start", feeds="dossier.follow_up", required=True,
        ask="Who coaches you after the start?",
        help="The first year is the hardest. A lender likes to see that somebody looks along.",
        example="Mira: Joke, my coach, and my bookkeeper.",
    ),
    choice(
        "planning.follow_up_every", "How often",
        Option("week", "Every week"), Option("two_weeks", "Every two weeks"), Option("month", "Every month"),
        Option("quarter", "Every quarter", hint="Every three months."),
        feeds="dossier.follow_up", required=True,
        ask="How often do you meet or call?",
        help="Often at first, and less when all goes well.",
    ),
    choices(
        "planning.reported", "Figures reported each month",
        Option("sales", "Sales", hint="For how much you sold."),
        Option("cash", "Cash", hint="What is on the account."),
        Option("orders", "Orders", hint="What customers ordered and you still deliver."),
        Option("debts", "Debts", hint="Bills that you have not paid yet."),
        Option("customers", "Customers", hint="How many bought something."),
        Option("hours", "Hours worked", hint="All hours, also paperwork."),
        Option("margin", "Margin", hint="Sales minus what the goods cost you."),
        feeds="dossier.follow_up",
        ask="Which figures do you give your coach each month?",
        help="Choose a few that you can count easily. Sales and cash are always good.",
    ),
    date(
        "planning.contacts[].date", "Date", feeds="dossier.follow_up",
        ask="When do you meet?",
    ),
    text(
        "planning.contacts[].about", "What about", feeds="dossier.follow_up",
        ask="What do you talk about?",
        example="Mira: the first VAT return, and the prices.",
    ),
    text(
        "planning.warnings[].sign", "Sign", feeds="dossier.follow_up",
        ask="Which sign tells you that something goes wrong?",
        help="Choose a number that you see early.",
        example="Mira: less than € 600 on the account.",
    ),
    text(
        "planning.warnings[].action", "What happens then", feeds="dossier.follow_up",
        ask="What do you do then?",
        example="Mira: I call Joke the same week, and I buy no stock until we talked.",
    ),
    calendar_month(
        "planning.results[].month", "Month, as year and month", feeds="dossier.follow_up",
        ask="Which month is it?",
    ),
    amount(
        "planning.results[].sales", "Sales", period=Period.MONTH, vat=Vat.WITHOUT, feeds="dossier.follow_up",
        ask="For how much did you sell this month?",
        help="Take the amount without VAT. Your till or your bookkeeper knows it.",
        example="Mira: four weeks of € 620, € 580, € 700 and € 640. Together € 2,540.",
        proof="the report of the till, the VAT return",
    ),
    amount(
        "planning.results[].cash", "Money on the account at the end", low=-1e9, feeds="dossier.follow_up",
        ask="How much was on the account at the end?",
        help="On the last day of the month. Below zero: write a minus.",
        example="Mira: the statement of 30 November says € 1,310.",
        proof="a bank statement",
    ),
    amount(
        "planning.results[].orders", "Orders in hand", vat=Vat.WITHOUT, feeds="dossier.follow_up",
        ask="For how much do you have orders?",
        help="What customers ordered and you still deliver. Write 0 if people only buy on the spot.",
        example="Mira: two parties in December, € 240 and € 310: 240 + 310 = € 550.",
        proof="the orders, e-mails of customers",
    ),
    amount(
        "planning.results[].debts", "Bills not paid yet", vat=Vat.WITH, feeds="dossier.follow_up",
        ask="How much do you still pay on bills?",
        help="Add up the bills that you got and have not paid. Loans do not count here.",
        example="Mira: the tea supplier € 180, energy € 190: 180 + 190 = € 370.",
        proof="the bills",
    ),
    number(
        "planning.results[].hours", "Hours worked", high=744, unit="hours", period=Period.MONTH,
        feeds="dossier.follow_up",
        ask="How many hours did you work this month?",
        help="Count everything: selling, buying, cleaning, paperwork.",
        example="Mira: 26 days of 8 hours: 26 × 8 = 208.",
        proof="your diary, a list of hours",
    ),
)
