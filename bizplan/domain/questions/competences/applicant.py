"""Who applies: identity, how to reach them, and on what they live now."""

from ..asking import choice, date, long_text, text, yes_no
from ..question import Option

IDENTITY = (
    text(
        "applicant.name", "Name", feeds="dossier.applicant", quick=True, required=True,
        ask="What is your name?",
        help="Write it as it stands on your card, in Latin letters.",
        example="Hana Tesfay",
    ),
    date(
        "applicant.born", "Date of birth", feeds="dossier.applicant", required=True,
        ask="When were you born?",
        help="Take the date on your card, even if your real birthday is another day.",
    ),
    text(
        "applicant.nationality", "Nationality", feeds="dossier.applicant", required=True,
        ask="What is your nationality?",
        help="Take the one on your card. “Stateless” or “not known” is an answer too.",
        example="Eritrean",
    ),
    text(
        "applicant.address", "Address", feeds="dossier.applicant", required=True,
        ask="What is your address?",
        help="Street, number, box, postcode and town. Do you move soon? Give the address of today.",
        example="Voorbeeldstraat 12 bus 2, 2800 Mechelen",
    ),
    text(
        "applicant.municipality", "Municipality in which you are registered", feeds="dossier.applicant",
        required=True,
        ask="In which municipality are you registered?",
        help="The town hall where you got your card. It can be another place than where you sleep now.",
        example="Mechelen",
    ),
    text(
        "applicant.phone", "Telephone", feeds="dossier.applicant", required=True,
        ask="On which telephone number can we reach you?",
        help="Give the number that you use most. WhatsApp is fine.",
        example="0470 00 00 00",
    ),
    text(
        "applicant.email", "E-mail", feeds="dossier.applicant",
        ask="What is your e-mail address?",
        help="Leave it open if you have none. Your coach can help you make one.",
        example="hana@example.org",
    ),
    choice(
        "applicant.civil_status", "Civil status",
        Option("single", "Single"), Option("married", "Married", hint="Here or abroad"),
        Option("cohabiting", "Legally living together", hint="You declared it at the town hall"),
        Option("separated", "Separated or divorced"), Option("widowed", "Widowed"),
        feeds="dossier.applicant", required=True,
        ask="Are you married, single or living together?",
        help="Take what the town hall knows. A lender asks because a partner can share in a loan.",
    ),
    choice(
        "applicant.dossier_language", "Language of the dossier",
        Option("nl", "Dutch", hint="Most lenders in Flanders read Dutch"), Option("fr", "French"),
        Option("en", "English"),
        feeds="dossier.summary", default="nl",
        ask="In which language do you want your dossier?",
        help="The dossier is what a lender reads. It can be another language than the one on your screen.",
    ),
    choice(
        "applicant.dossier_originals", "Original texts in the dossier",
        Option("annex", "At the end of the dossier"), Option("beside", "Below each translation"),
        feeds="dossier.summary", default="annex",
        ask="Where do your own words stand, beside the translation?",
        help="You can write in your own language. The dossier then prints a translation, and keeps your words too.",
    ),
)

ADMISSIBILITY = (
    choice(
        "applicant.income_source", "What do you live on now?",
        Option("work", "Work", hint="An employer pays you"),
        Option("unemployment", "Unemployment benefit", hint="Paid by a union or the HVW"),
        Option("living_wage", "Living wage", hint="Paid by the OCMW (leefloon)"),
        Option("sickness", "Sickness benefit", hint="Paid by your health insurance fund"),
        Option("partner", "The partner's income"),
        Option("business", "The business", hint="You are self-employed already"), Option("none", "No income"),
        feeds="dossier.household", quick=True, required=True,
        help="Choose the largest. Some benefits change or stop when you start. "
        "There are ways to start without losing them at once: ask your coach first.",
    ),
    yes_no(
        "applicant.debts.collective_settlement", "Are you in a collective debt settlement?",
        feeds="dossier.admissibility", quick=True, required=True,
        help="A judge then named somebody who manages your money (collectieve schuldenregeling). "
        "If so, talk with that person before you start or borrow.",
    ),
    yes_no(
        "applicant.debts.mediation", "Are you in debt mediation?", feeds="dossier.admissibility",
        help="A service, such as the OCMW, then helps you pay your debts step by step. No judge is needed for it.",
    ),
    yes_no(
        "applicant.debts.listed", "Are arrears registered at the National Bank?", feeds="dossier.admissibility",
        ask="Are late payments of yours listed at the National Bank?",
        help="The National Bank keeps a list of loans to people, and of late payments. Lenders look at it. "
        "You can see your own lines for free.",
    ),
    yes_no(
        "applicant.debts.bankruptcy", "Were you ever bankrupt?", feeds="dossier.admissibility",
        ask="Did a court ever declare you or your business bankrupt?",
        help="In Belgium or elsewhere. It need not stop your plan. A lender prefers to hear it from you.",
    ),
    long_text(
        "applicant.debts.story", "What happened with earlier debts?", feeds="dossier.admissibility",
        help="Say what it was for, what went wrong and what is paid now. Leave it open if you had none.",
        example="In 2022 I could not pay the energy bill of € 900. I paid € 75 a month. 75 × 12 = 900: all is paid.",
    ),
    yes_no(
        "applicant.income_in_belgium", "Will the income be earned in Belgium?", feeds="dossier.admissibility",
        ask="Will you earn your income in Belgium?",
        help="Think of where you do the work. Customers may live in another country. Lenders ask for this.",
    ),
)
