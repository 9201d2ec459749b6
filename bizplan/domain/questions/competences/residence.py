"""The residence status on which the right to start a business depends, and the papers for it."""

from ..asking import choice, date, when_is, yes_no
from ..question import Option

QUESTIONS = (
    choice(
        "applicant.residence.status", "Residence status",
        Option("belgian", "Belgian"),
        Option("eea_or_swiss", "Citizen of the European Economic Area or Switzerland",
               hint="The European Union, Iceland, Liechtenstein, Norway or Switzerland"),
        Option("family_of_belgian", "Family of a Belgian or European citizen"),
        Option("recognised_refugee", "Recognised refugee"),
        Option("subsidiary_protection", "Subsidiary protection"),
        Option("temporary_protection", "Temporary protection", hint="For people who left Ukraine because of the war"),
        Option("asylum_seeker", "Asylum procedure is running", hint="You wait for the decision"),
        Option("other", "Other", hint="For example family of somebody who is not Belgian, study or work"),
        feeds="dossier.admissibility", quick=True, required=True,
        ask="On what ground may you stay in Belgium?",
        help="It stands in the letter with your decision. It tells which papers you need to start. "
        "Not sure? Show the letter to your coach.",
    ),
    choice(
        "applicant.residence.card", "Residence card",
        Option("a", "A card", hint="Stay for a limited time"), Option("b", "B card", hint="Stay without limit"),
        Option("c", "C card", hint="Settled, an older card"),
        Option("d", "D card", hint="Long-term resident, an older card"),
        Option("e", "E card", hint="Citizen of the European Union"),
        Option("f", "F card", hint="Family of a European or Belgian citizen"),
        Option("f_plus", "F+ card", hint="Family too, to stay for good"),
        Option("k", "K card", hint="Settled"), Option("l", "L card", hint="Long-term resident"),
        Option("m", "M card", hint="British citizens and their family, after Brexit"),
        Option("certificate", "Certificate of registration (orange card)",
               hint="While your request is being decided"),
        Option("identity_card", "Belgian identity card"), Option("none", "None yet"),
        feeds="dossier.admissibility", quick=True, required=True,
        ask="Which card do you have?",
        help="The letter stands on the front of your card.",
    ),
    date(
        "applicant.residence.until", "Card valid until", feeds="dossier.admissibility", quick=True, required=True,
        ask="Until which day is your card valid?",
        help="The date stands on the front of your card. A lender compares it with the term of the loan.",
    ),
    choice(
        "applicant.residence.renewal", "If the card ends during the plan: what is known about its renewal?",
        Option("usual", "It is renewed as usual", hint="As last time"),
        Option("asked", "Renewal is asked for", hint="You have a paper of the town hall"),
        Option("uncertain", "Uncertain"),
        Option("unlimited", "The stay is unlimited", hint="Only the card ends, not your right to stay"),
        feeds="dossier.admissibility",
        ask="What happens when your card ends?",
        help="Your plan looks three years ahead or more. Ask for a new card at the town hall, "
        "some weeks before the old one ends.",
    ),
    choice(
        "applicant.residence.professional_card", "Professional card",
        Option("exempt", "Not needed"), Option("held", "In hand"), Option("asked", "Asked for"),
        Option("needed", "Needed, not asked for yet"), Option("unknown", "Not known yet"),
        feeds="dossier.admissibility", coach=True, required=True,
        ask="Does the entrepreneur need a professional card, and how far is it?",
        help="Check status and card against the official list of exemptions on the day itself. The list changes.",
    ),
    date(
        "applicant.residence.professional_card_until", "Professional card valid until",
        when=when_is("applicant.residence.professional_card", "held"), feeds="dossier.admissibility",
        ask="Until which day is your professional card valid?",
        help="The date stands on the card. Ask for a new one well before that day.",
    ),
    yes_no(
        "applicant.integration_track", "Are you in an integration track?", feeds="dossier.applicant",
        ask="Are you following an integration track now?",
        help="Those are lessons in Dutch and about living in Belgium (inburgering).",
    ),
)
