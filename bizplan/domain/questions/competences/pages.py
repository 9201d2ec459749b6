"""The pages of phase 2: first who applies and under which papers, then the person, last what the coach fills in."""

from ..question import Page

APPLICANT = (
    Page("who", "Who you are", (
        "applicant.name", "applicant.born", "applicant.nationality", "applicant.civil_status",
    )),
    Page("contact", "How to reach you", (
        "applicant.address", "applicant.municipality", "applicant.phone", "applicant.email",
    )),
    Page("dossier_language", "The language of your dossier", (
        "applicant.dossier_language", "applicant.dossier_originals",
    )),
    Page(
        "stay", "Your stay in Belgium", ("applicant.residence.status", "applicant.integration_track"),
        "Some people can start at once, others need a paper first. Your answers show which.",
    ),
    Page("card", "Your card", (
        "applicant.residence.card", "applicant.residence.until", "applicant.residence.renewal",
    )),
    Page("income", "What you live on", ("applicant.income_source", "applicant.income_in_belgium")),
    Page(
        "debts", "Debts now",
        ("applicant.debts.collective_settlement", "applicant.debts.mediation", "applicant.debts.listed"),
        "Many people have debts. With them in the open, your coach can look for a way.",
    ),
    Page("earlier_debts", "Earlier debts", ("applicant.debts.bankruptcy", "applicant.debts.story")),
)

EXPERIENCE = (
    Page("trade", "Your trade", ("competences.experience_in_trade", "competences.family_business")),
    Page(
        "businesses", "Businesses that you had",
        (
            "competences.businesses[].what", "competences.businesses[].where", "competences.businesses[].years",
            "competences.businesses[].size", "competences.businesses[].ended",
        ),
        "Here or in another country. None? Go on to the next page.",
    ),
    Page(
        "work", "Jobs that you did",
        (
            "competences.work[].job", "competences.work[].where", "competences.work[].period",
            "competences.work[].years", "competences.work[].tasks", "competences.work[].proof",
        ),
        "Begin with the job that helps your business most.",
    ),
    Page("studies", "What you studied", (
        "competences.studies[].name", "competences.studies[].country", "competences.studies[].year",
        "competences.studies[].recognition", "competences.studies[].at_hand",
    )),
)

SKILLS = (
    Page("languages", "Languages that you know", (
        "competences.languages[].name", "competences.languages[].understands", "competences.languages[].speaks",
        "competences.languages[].reads", "competences.languages[].writes",
    )),
    Page("tools", "What you can use", ("competences.digital", "competences.driving_licence", "competences.vehicle")),
    Page(
        "training", "What you want to learn", ("competences.training[].name", "competences.training[].status"),
        "Courses, and days beside another entrepreneur. Name also what you learned already.",
    ),
    Page("network", "People who can help", ("competences.network[].name", "competences.network[].role")),
    Page(
        "references", "People who speak for you",
        (
            "competences.references[].name", "competences.references[].relation", "competences.references[].contact",
        ),
        "A lender may call them.",
    ),
)

WISHES = (
    Page("achievement", "What you are proud of", ("competences.achievement",)),
    Page("motivation", "Why a business", ("competences.motivation", "competences.push_or_pull")),
    Page("dream", "What you hope for", ("competences.dream", "competences.income_hoped_for")),
    Page("time", "Your time", ("competences.hours_a_week", "competences.childcare", "competences.limits")),
    Page("family", "Your family", ("competences.family_opinion",)),
    Page("money", "You and money", ("competences.keeps_records", "competences.interest")),
)

RATED = (
    ("chances", "Chances and ideas", ("spotting_opportunities", "creativity")),
    ("values", "Vision and values", ("vision", "valuing_ideas", "ethical_and_sustainable_thinking")),
    ("strength", "Trust and staying power", ("self_awareness", "perseverance")),
    ("means", "Means, money and people", ("mobilising_resources", "financial_literacy", "mobilising_others")),
    ("doing", "Beginning and planning", ("taking_the_initiative", "planning_and_management")),
    ("learning", "Trying, together and learning", (
        "coping_with_uncertainty", "working_with_others", "learning_through_experience",
    )),
)
"""The fifteen competences in six pages, two for each of the three areas of the framework."""

SELF_ASSESSMENT = tuple(
    Page(
        key, title,
        tuple(f"competences.entrecomp.{each}.{statement}" for each in rated for statement in ("first", "second")),
        "How far is this true for you? Nobody is good at everything.",
    )
    for key, title, rated in RATED
)

PROFESSIONAL_CARD = Page(
    "professional_card", "The professional card",
    ("applicant.residence.professional_card", "applicant.residence.professional_card_until"),
    "Your coach looks up whether you need one.",
)

COACH = (
    *(
        Page(
            f"coach_{key}", f"{title}: the coach's view",
            tuple(
                f"competences.entrecomp.{each}.{statement}_coach"
                for each in rated for statement in ("first", "second")
            ),
            "How far can the entrepreneur say this? Rate it apart, then compare and talk about it.",
        )
        for key, title, rated in RATED
    ),
    Page("conclusion", "Conclusion of the coach", ("competences.conclusion", "competences.conclusion_reasons")),
    Page("actions", "What you agreed", (
        "competences.actions[].what", "competences.actions[].who", "competences.actions[].by",
    )),
)

PAGES = APPLICANT + EXPERIENCE + SKILLS + WISHES + SELF_ASSESSMENT + (PROFESSIONAL_CARD,) + COACH
