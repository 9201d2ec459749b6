"""The work itself: its steps, its time and its limits, the care that it takes, and the books."""

from ..asking import long_text, number, text
from ..question import Period

QUESTIONS = (
    long_text(
        "operations.steps", "The steps from order to payment", feeds="dossier.operations", required=True,
        ask="What happens, step by step, from order to payment?",
        help="Follow one sale: who does what, where and when. You will see what you still need.",
        example="Yonas: the customer calls. He collects the bicycle, tells the price, repairs it, brings it back. "
        "The customer pays by card.",
    ),
    number(
        "operations.minutes_a_unit", "Minutes of work for one sale", high=100_000, unit="minutes",
        feeds="dossier.operations",
        ask="How many minutes of work does one sale take?",
        help="Count everything: preparing, doing, cleaning up, bringing. Measure a few times and take the average.",
        example="Yonas timed 60 repairs: 2,880 minutes in all. 2,880 ÷ 60 = 48 minutes.",
        proof="your notes of the times, a job book",
    ),
    number(
        "products[].capacity", "The most that can be made or served in a month",
        unit="units", period=Period.MONTH, feeds="products[].capacity", quick=True,
        ask="How many can you make or serve in a month, at most?",
        help="Your hours, your machine or your room set the limit. "
        "Count pieces, customers or hours, as for your sales. The plan never sells more than this.",
        example="Yonas has 36 hours a week for repairs: 2,160 minutes ÷ 48 = 45 repairs. 45 × 4 weeks = 180 a month.",
        proof="a test day, your notes of the times, the manual of the machine",
    ),
    long_text(
        "operations.quality", "Quality, hygiene and safety", feeds="dossier.operations",
        ask="How do you keep quality, hygiene and safety in order?",
        help="Say what you check, how often and who does it. With food, the food agency (FAVV) asks for this.",
        example="Yonas: a list of 14 points and a test ride after each repair.",
    ),
    long_text(
        "operations.waste", "Waste and the environment", feeds="dossier.operations",
        ask="What waste do you have, and where does it go?",
        help="A business has its own contract for waste. The bins of your home are not for it.",
        example="Yonas: old tyres and batteries go to a recognised collector, four times a year.",
    ),
    long_text(
        "operations.transport", "Transport and deliveries", feeds="dossier.operations",
        ask="How do goods, customers and you get there?",
        help="Buying, bringing to customers, and your own way to the work. Who drives, and with what?",
        example="Zahra: a cargo bicycle on Monday and Thursday. Large cloth is delivered by the wholesaler.",
    ),
    long_text(
        "operations.software", "Software and cash register", feeds="dossier.operations",
        ask="Which software and which till do you use?",
        help="For invoices, appointments, stock and payments. "
        "In Belgium, businesses send each other electronic invoices through a network called Peppol.",
        example="Shirin: a booking page that also is the till, and an invoice programme with Peppol.",
    ),
    text(
        "operations.bookkeeper", "Who keeps the books", feeds="dossier.operations", required=True,
        ask="Who keeps your books?",
        help="Yourself, an accountant, or both. An accountant also helps with VAT and taxes: ask two for their price.",
        example="Shirin collects the receipts each week. An accountant in Aalst makes the declarations.",
    ),
)
