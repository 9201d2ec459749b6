"""The people around the entrepreneur: partners, the family, who steps in and who gives advice."""

from ..asking import choice, long_text, share, text, yes_no
from ..question import Option

PARTNERS = (
    text(
        "team.partners[].name", "Name", feeds="dossier.team",
        ask="Who owns a part of the business with you?",
        help="Somebody who shares in the profit and decides with you. Not an employee, not a lender.",
        example="Nadia R., sister of Zahra.",
    ),
    text(
        "team.partners[].role", "Role", feeds="dossier.team",
        ask="What does this person do in the business?",
        example="Customers, orders and the till. Zahra sews.",
    ),
    share(
        "team.partners[].share", "Share in the business", feeds="dossier.team",
        ask="Which part of the business does this person own?",
        help="In a company it is the part of the shares. Otherwise it is what you agree on paper.",
        example="Zahra puts in € 3,000 and Nadia € 2,000. Nadia's part: 2,000 ÷ 5,000 = 40 %.",
        proof="the written agreement, the deed of the company",
    ),
    yes_no(
        "team.partners[].agreement", "Is there a written agreement?", feeds="dossier.team",
        help="Who decides, who works how much, and what happens if one stops. "
        "Put it on paper while you agree, with family too.",
    ),
)

AROUND = (
    choice(
        "team.spouse", "Does the spouse help?",
        Option("no", "No"),
        Option("assisting", "As assisting spouse", hint="Helps without a wage, with a social status of its own"),
        Option("employee", "As an employee", hint="Has a contract and a wage"),
        Option("partner", "As a partner", hint="Owns a part of the business"),
        feeds="dossier.team",
        ask="Does your husband, wife or partner help in the business?",
        help="Who helps often needs a status of their own, also for illness and pension. "
        "Your social insurance fund explains it.",
    ),
    long_text(
        "team.missing_skills", "Which skills are missing, and how is that solved?", feeds="dossier.team",
        ask="Which skills are missing, and what do you do about it?",
        help="Nobody can do everything. Name it, and say who helps or what you will learn.",
        example="Samira: letters in Dutch. My husband reads them with me, and I follow a course until June.",
    ),
    long_text(
        "team.replacement", "Who takes over when you are ill?", feeds="dossier.team", required=True,
        help="For a day, and for a month. Say what the person can do, and what stands still.",
        example="Samira: my sister can run the shop. A baker in Hasselt bakes for me for two weeks, at cost price.",
    ),
    text(
        "team.helpers[].name", "Name", feeds="dossier.team",
        ask="Who helps you with advice?",
        help="A coach, a mentor, an accountant, or somebody in the trade whom you can call.",
        example="Marc P., baker in Hasselt.",
    ),
    choice(
        "team.helpers[].role", "Role",
        Option("coach", "Coach", hint="Guides you through the study and the start"),
        Option("mentor", "Mentor", hint="Runs a business, and shares experience"),
        Option("accountant", "Accountant"), Option("lawyer", "Lawyer"), Option("other", "Other"),
        feeds="dossier.team",
        ask="What is this person for you?",
    ),
)

QUESTIONS = PARTNERS + AROUND
