"""What the activity needs before it begins: its code, permits, registration, bank account and insurances."""

from ..asking import choice, date, text, when_is, yes_no
from ..question import Group, Option, Page

PERMITS = Group("rules.permits", "Permits and registrations")
INSURANCES = Group("rules.insurances", "Insurances")

ACTIVITY = (
    text(
        "rules.activity_code", "Activity code (NACE) and its description", feeds="dossier.admissibility",
        required=True,
        ask="Under which activity code will you register?",
        help="Each kind of work has a number, the NACE code. The enterprise counter looks it up with you. "
        "The code decides which permits you need.",
        example="Samira: 10.71, making of bread and fresh pastry.",
    ),
    yes_no(
        "rules.regulated_profession", "Is it a regulated profession?", feeds="dossier.admissibility",
        ask="Does the law ask a diploma or recognition for this work?",
        help="It does for nurses, architects or accountants, for example. "
        "In Flanders it does not for most trades, such as baker, hairdresser or builder.",
    ),
    text(
        "rules.qualification", "Which qualification is shown for it",
        when=when_is("rules.regulated_profession", True), feeds="dossier.admissibility",
        ask="With which diploma or recognition do you show it?",
        help="A diploma from another country can often be recognised. In Flanders you ask NARIC.",
        example="Diploma of nursing, recognised by NARIC in 2025.",
    ),
    yes_no(
        "rules.registered_till", "Is a registered till needed (meals eaten on the spot)?",
        feeds="dossier.admissibility",
        ask="Do you need a registered till?",
        help="It is a till that the tax office can check. "
        "You need one if you sell many meals that people eat on the spot. Ask your accountant from which amount.",
    ),
)

PAPERS = (
    text(
        "rules.permits[].name", "Permit, licence or registration", feeds="dossier.admissibility",
        ask="Which permit, licence or registration do you need?",
        help="For example from the food agency (FAVV) or the town, or to sell on markets. "
        "With some residence papers you need a professional card: permission to be self-employed.",
        example="Grâce: permission of the food agency for her truck.",
    ),
    choice(
        "rules.permits[].status", "How far is it?",
        Option("held", "In hand", icon="ok", hint="You have the paper"),
        Option("asked", "Asked for", icon="busy", hint="You asked and wait for the answer"),
        Option("to_ask", "Still to ask", icon="none", hint="Plan a date: some answers take months"),
        Option("not_needed", "Not needed", hint="Somebody who knows told you so"),
        feeds="dossier.admissibility",
        ask="How far are you with it?",
    ),
    date(
        "rules.permits[].until", "Valid until", feeds="dossier.admissibility",
        ask="Until when does it hold?",
        help="The date on the paper. Leave it open if there is none.",
    ),
)

REGISTRATION = (
    text(
        "rules.enterprise_number", "Enterprise number, if there is one", feeds="dossier.applicant",
        ask="What is your enterprise number, if you have one?",
        help="The number of your business in the register of the country (KBO). You get it from an enterprise counter. "
        "Leave it open if you have none yet.",
        example="0000.000.097",
    ),
    text(
        "rules.enterprise_counter", "Enterprise counter, and date of the appointment", feeds="dossier.planning",
        ask="Which enterprise counter do you go to, and when?",
        help="An enterprise counter (ondernemingsloket) registers your business and checks your permits. "
        "There are several, and you may choose. Go shortly before you start.",
        example="The counter in Genk, on 15 February 2027 at 10 o'clock.",
    ),
    choice(
        "rules.bank_account", "Is there a separate bank account for the business?",
        Option("open", "Yes", icon="ok"), Option("asked", "Asked for", icon="busy"),
        Option("refused", "Refused", icon="stop"), Option("not_yet", "Not yet", icon="none"),
        feeds="dossier.admissibility",
        ask="Do you have a separate bank account for the business?",
        help="It keeps the money of the business apart from that of your home. "
        "Refused? Ask for the reason on paper, and ask your coach about the basic banking service.",
    ),
)

COVER = (
    text(
        "rules.insurances[].name", "Insurance (enter its price among the costs)", feeds="dossier.admissibility",
        ask="Which insurance do you take?",
        help="Think of damage to others (liability), fire, your vehicle, and your income when you are ill. "
        "Enter its price among the costs.",
        example="Liability of the business, with product liability.",
    ),
    choice(
        "rules.insurances[].status", "How far is it?",
        Option("signed", "Signed", icon="ok"), Option("offer", "Offer received", icon="busy"),
        Option("to_ask", "Still to ask", icon="none"),
        feeds="dossier.admissibility",
        ask="How far are you with it?",
    ),
)

QUESTIONS = ACTIVITY + PAPERS + REGISTRATION + COVER

PAGES = (
    Page("activity", "Your kind of work", tuple(each.key for each in ACTIVITY)),
    Page(
        "permits", "Permits and registrations", tuple(each.key for each in PAPERS),
        intro="Your coach and the enterprise counter know which ones belong to your work.",
    ),
    Page(
        "registration", "Registration and bank account",
        ("rules.bank_account", "rules.enterprise_counter", "rules.enterprise_number"),
    ),
    Page("insurances", "Insurances", tuple(each.key for each in COVER)),
)
