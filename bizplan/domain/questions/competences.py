"""Phase 2, the person: where they come from, what they know and can, what they want, and what the coach concludes."""

from . import applicant, entrecomp
from .asking import amount, choice, choices, date, long_text, number, text, whole, yes_no
from .question import Group, Option, Period, Phase

GROUPS = (
    Group("competences.studies", "Diplomas and certificates"),
    Group("competences.work", "Work history"),
    Group("competences.businesses", "Earlier businesses"),
    Group("competences.languages", "Languages"),
    Group("competences.training", "Training followed or wanted"),
    Group("competences.references", "References"),
    Group("competences.network", "Network"),
    Group("competences.actions", "Agreed actions"),
)

LEVELS = (
    Option("none", "Not at all"), Option("a1", "A1"), Option("a2", "A2"), Option("b1", "B1"), Option("b2", "B2"),
    Option("c1", "C1 or better"),
)

EXPERIENCE = (
    text("competences.studies[].name", "Diploma or certificate", feeds="dossier.person"),
    text("competences.studies[].country", "Country", feeds="dossier.person"),
    whole("competences.studies[].year", "Year", low=1940, high=2100, feeds="dossier.person"),
    choice(
        "competences.studies[].recognition", "Recognised in Flanders?",
        Option("recognised", "Recognised"), Option("asked", "Asked for"), Option("not_asked", "Not asked for"),
        Option("not_needed", "Not needed"),
        feeds="dossier.person",
    ),
    yes_no("competences.studies[].at_hand", "Do you have the paper?", feeds="dossier.person"),
    text("competences.work[].job", "Job", feeds="dossier.person", required=True),
    text("competences.work[].where", "Employer and country", feeds="dossier.person"),
    text("competences.work[].period", "From when until when", feeds="dossier.person"),
    number("competences.work[].years", "Years", high=80, unit="years", feeds="dossier.person"),
    long_text("competences.work[].tasks", "What you did", feeds="dossier.person"),
    text("competences.work[].proof", "Proof", feeds="dossier.person"),
    text("competences.businesses[].what", "Business", feeds="dossier.person"),
    text("competences.businesses[].where", "Country and place", feeds="dossier.person"),
    number("competences.businesses[].years", "Years", high=80, unit="years", feeds="dossier.person"),
    text("competences.businesses[].size", "How large was it (sales, people)?", feeds="dossier.person"),
    text("competences.businesses[].ended", "Why did it end?", feeds="dossier.person"),
    long_text("competences.family_business", "Is there a business in your family?", feeds="dossier.person"),
    long_text("competences.experience_in_trade", "Experience in this trade", feeds="dossier.person", required=True),
)

SKILLS = (
    text("competences.languages[].name", "Language", feeds="dossier.person"),
    choice("competences.languages[].understands", "Understands", *LEVELS, feeds="dossier.person"),
    choice("competences.languages[].speaks", "Speaks", *LEVELS, feeds="dossier.person"),
    choice("competences.languages[].reads", "Reads", *LEVELS, feeds="dossier.person"),
    choice("competences.languages[].writes", "Writes", *LEVELS, feeds="dossier.person"),
    choices(
        "competences.digital", "What do you use?",
        Option("phone", "Smartphone"), Option("computer", "Computer"), Option("email", "E-mail"),
        Option("electronic_identity", "Electronic identity card or itsme"), Option("online_bank", "Online bank"),
        Option("spreadsheet", "Spreadsheets"),
        feeds="dossier.person",
    ),
    yes_no(
        "competences.driving_licence", "Do you have a driving licence that is valid in Belgium?",
        feeds="dossier.person",
    ),
    text("competences.vehicle", "Vehicle that you can use", feeds="dossier.person"),
    text("competences.training[].name", "Training or days beside another entrepreneur", feeds="dossier.person"),
    choice(
        "competences.training[].status", "How far is it?",
        Option("done", "Done"), Option("running", "Running"), Option("wanted", "Wanted"),
        feeds="dossier.person",
    ),
    text("competences.references[].name", "Name", feeds="dossier.person"),
    text("competences.references[].relation", "Relation", feeds="dossier.person"),
    text("competences.references[].contact", "Telephone or e-mail", feeds="dossier.person"),
    text("competences.network[].name", "Name", feeds="dossier.person"),
    choice(
        "competences.network[].role", "What can they be for the business?",
        Option("customer", "Customer"), Option("supplier", "Supplier"), Option("adviser", "Adviser"),
        Option("helper", "Helping hand"),
        feeds="dossier.person",
    ),
)

WISHES = (
    long_text("competences.achievement", "Tell about something that you made work", feeds="dossier.person"),
    long_text("competences.motivation", "Why a business of your own?", feeds="dossier.person", required=True),
    choice(
        "competences.push_or_pull", "Is it a wish, or for want of a job?",
        Option("wish", "A wish"), Option("both", "Both"), Option("need", "For want of a job"),
        feeds="dossier.person",
    ),
    long_text("competences.dream", "Where do you want to be in three years?", feeds="dossier.person"),
    amount(
        "competences.income_hoped_for", "Net income that you hope for", period=Period.MONTH,
        feeds="dossier.household",
    ),
    number(
        "competences.hours_a_week", "Hours a week for the business", high=168, unit="hours", period=Period.WEEK,
        feeds="dossier.person", required=True,
    ),
    text("competences.childcare", "Who looks after the children?", feeds="dossier.person"),
    long_text("competences.limits", "Limits of health or otherwise, if you wish to say", feeds="dossier.person"),
    long_text("competences.family_opinion", "What does the family think of it?", feeds="dossier.person"),
    yes_no("competences.keeps_records", "Do you write down what comes in and goes out?", feeds="dossier.person"),
    choice(
        "competences.interest", "Is a loan with interest acceptable to you?",
        Option("yes", "Yes"), Option("rather_not", "Rather not"), Option("no", "No"),
        feeds="dossier.financing",
    ),
)

CONCLUSION = (
    choice(
        "competences.conclusion", "Conclusion about the person",
        Option("ready", "Ready"), Option("first_training", "First training"), Option("other_route", "Another route"),
        feeds="dossier.person", coach=True,
    ),
    long_text("competences.conclusion_reasons", "Reasons for that conclusion", feeds="dossier.person", coach=True),
    text("competences.actions[].what", "What", feeds="dossier.person", coach=True),
    text("competences.actions[].who", "Who", feeds="dossier.person", coach=True),
    date("competences.actions[].by", "By when", feeds="dossier.person", coach=True),
)

PHASE = Phase(
    2, "competences", "Competences and aspirations",
    applicant.QUESTIONS + EXPERIENCE + SKILLS + WISHES + entrecomp.QUESTIONS + CONCLUSION,
    GROUPS,
)
