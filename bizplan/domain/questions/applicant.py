"""Who applies: identity, how to reach them, and the residence status on which the right to start depends."""

from .asking import choice, date, long_text, text, when_is, yes_no
from .question import Option

IDENTITY = (
    text("applicant.name", "Name", feeds="dossier.applicant", quick=True, required=True),
    date("applicant.born", "Date of birth", feeds="dossier.applicant", required=True),
    text("applicant.nationality", "Nationality", feeds="dossier.applicant", required=True),
    text("applicant.address", "Address", feeds="dossier.applicant", required=True),
    text(
        "applicant.municipality", "Municipality in which you are registered", feeds="dossier.applicant",
        required=True,
    ),
    text("applicant.phone", "Telephone", feeds="dossier.applicant", required=True),
    text("applicant.email", "E-mail", feeds="dossier.applicant"),
    choice(
        "applicant.civil_status", "Civil status",
        Option("single", "Single"), Option("married", "Married"), Option("cohabiting", "Legally living together"),
        Option("separated", "Separated or divorced"), Option("widowed", "Widowed"),
        feeds="dossier.applicant", required=True,
    ),
    choice(
        "applicant.dossier_language", "Language of the dossier",
        Option("nl", "Dutch"), Option("fr", "French"), Option("en", "English"),
        feeds="dossier.summary", default="nl",
    ),
)

RESIDENCE = (
    choice(
        "applicant.residence.status", "Residence status",
        Option("belgian", "Belgian"), Option("eea_or_swiss", "Citizen of the European Economic Area or Switzerland"),
        Option("family_of_belgian", "Family of a Belgian or European citizen"),
        Option("recognised_refugee", "Recognised refugee"), Option("subsidiary_protection", "Subsidiary protection"),
        Option("temporary_protection", "Temporary protection"), Option("asylum_seeker", "Asylum procedure is running"),
        Option("other", "Other"),
        feeds="dossier.admissibility", quick=True, required=True,
    ),
    choice(
        "applicant.residence.card", "Residence card",
        Option("a", "A card"), Option("b", "B card"), Option("c", "C card"), Option("d", "D card"),
        Option("e", "E card"),
        Option("f", "F card"), Option("f_plus", "F+ card"), Option("k", "K card"), Option("l", "L card"),
        Option("m", "M card"), Option("certificate", "Certificate of registration (orange card)"),
        Option("identity_card", "Belgian identity card"), Option("none", "None yet"),
        feeds="dossier.admissibility", quick=True, required=True,
    ),
    date("applicant.residence.until", "Card valid until", feeds="dossier.admissibility", quick=True, required=True),
    choice(
        "applicant.residence.renewal", "If the card ends during the plan: what is known about its renewal?",
        Option("usual", "It is renewed as usual"), Option("asked", "Renewal is asked for"),
        Option("uncertain", "Uncertain"), Option("unlimited", "The stay is unlimited"),
        feeds="dossier.admissibility",
    ),
    choice(
        "applicant.residence.professional_card", "Professional card",
        Option("exempt", "Not needed"), Option("held", "In hand"), Option("asked", "Asked for"),
        Option("needed", "Needed, not asked for yet"), Option("unknown", "Not known yet"),
        feeds="dossier.admissibility", coach=True, required=True,
    ),
    date(
        "applicant.residence.professional_card_until", "Professional card valid until",
        when=when_is("applicant.residence.professional_card", "held"), feeds="dossier.admissibility",
    ),
    yes_no("applicant.integration_track", "Are you in an integration track?", feeds="dossier.applicant"),
)

ADMISSIBILITY = (
    choice(
        "applicant.income_source", "What do you live on now?",
        Option("work", "Work"), Option("unemployment", "Unemployment benefit"), Option("living_wage", "Living wage"),
        Option("sickness", "Sickness benefit"), Option("partner", "The partner's income"),
        Option("business", "The business"), Option("none", "No income"),
        feeds="dossier.household", quick=True, required=True,
    ),
    yes_no(
        "applicant.debts.collective_settlement", "Are you in a collective debt settlement?",
        feeds="dossier.admissibility", quick=True, required=True,
    ),
    yes_no("applicant.debts.mediation", "Are you in debt mediation?", feeds="dossier.admissibility"),
    yes_no("applicant.debts.listed", "Are arrears registered at the National Bank?", feeds="dossier.admissibility"),
    yes_no("applicant.debts.bankruptcy", "Were you ever bankrupt?", feeds="dossier.admissibility"),
    long_text("applicant.debts.story", "What happened with earlier debts?", feeds="dossier.admissibility"),
    yes_no("applicant.income_in_belgium", "Will the income be earned in Belgium?", feeds="dossier.admissibility"),
)

QUESTIONS = IDENTITY + RESIDENCE + ADMISSIBILITY
