"""How the business becomes known, and who buys first."""

from ..asking import amount, plan_month, text
from ..question import Group, Vat

ACTIONS = Group("marketing.actions", "Marketing actions")
FIRST_CUSTOMERS = Group("marketing.first_customers", "First customers")

QUESTIONS = (
    text(
        "marketing.actions[].name", "Action", feeds="dossier.marketing",
        ask="What will you do so that people know you?",
        help="One action at a time. Telling people yourself is an action too.",
        example="1,500 flyers in the letterboxes of the neighbourhood.",
    ),
    plan_month(
        "marketing.actions[].month", "Month of the plan in which it begins", feeds="dossier.marketing",
        ask="In which month of the plan does it begin?",
        help="1 is the first month of the plan.",
        example="The plan begins in March. The flyers come in April: month 2.",
        proof="an agreement with the printer or the website",
    ),
    amount(
        "marketing.actions[].cost", "What it costs (enter it among the costs too)", vat=Vat.WITHOUT,
        feeds="dossier.marketing",
        ask="What does it cost, without VAT?",
        help="This is for the dossier only. Enter the same amount among the costs too, so that it is counted.",
        example="Printing € 95 and somebody to hand them out € 60: 95 + 60 = € 155.",
        proof="a quote, a price on a website",
    ),
    text(
        "marketing.actions[].result", "What it should bring", feeds="dossier.marketing",
        ask="What do you expect from it?",
        help="Name a number that you can count later.",
        example="30 new customers in the first two weeks.",
    ),
    text(
        "marketing.first_customers[].name", "Name", feeds="dossier.marketing",
        ask="Who will be one of your first customers?",
        help="A real person or business. A first name is enough.",
        example="Café De Koers in Genk.",
    ),
    text(
        "marketing.first_customers[].why", "Why they will buy", feeds="dossier.marketing",
        ask="Why will they buy from you?",
        example="They tasted the bread on the market, and their supplier stops in June.",
    ),
)
