"""How and when customers pay, and what of it goes to a card company or a platform, or never comes."""

from ..asking import choices, share, yes_no
from ..question import Option, Page

QUESTIONS = (
    choices(
        "marketing.payment_means", "How can customers pay?",
        Option("cash", "Cash"), Option("card", "Card"), Option("phone", "Phone or QR code"),
        Option("transfer", "Transfer after an invoice", hint="The money comes later: the next pages ask when"),
        feeds="dossier.marketing",
        help="In Belgium a business that sells to private customers offers at least one way besides cash.",
    ),
    share(
        "products[].commission", "Share of the price that goes to the card company or platform",
        feeds="products[].commission",
        ask="Which part of your sales goes to the card company or platform?",
        help="They keep a part of what customers pay. Divide what they keep by all your sales of this product. "
        "With only cash and transfers it is 0.",
        example="Samira sells for € 8,000, half of it by card. The card company keeps € 60. 60 ÷ 8,000 = 0.75 %.",
        proof="the price list of the card company or the platform, a statement",
    ),
    yes_no(
        "products[].commission_has_vat", "Is there VAT on that commission?", feeds="products[].commission_vat_rate",
        default=False,
        ask="Do they add VAT to what they keep?",
        help="Look at their price list or invoice. A delivery platform often adds VAT, a card company often does not.",
    ),
    share(
        "products[].paid_after_1", "Share that customers pay one month later", feeds="products[].paid_after_1",
        ask="Which part is paid one month later?",
        help="Businesses often pay an invoice after 30 days. Until then you pay your own costs first.",
        example="Oksana sells for € 4,000 a month. Offices that pay after 30 days buy for € 3,000. "
        "3,000 ÷ 4,000 = 75 %.",
        proof="invoices and bank statements, the terms of a contract",
    ),
    share(
        "products[].paid_after_2", "Share that customers pay two months later", feeds="products[].paid_after_2",
        ask="Which part is paid two months later?",
        help="Think of customers who pay after 60 days, or pay late. Nobody? Fill in 0.",
        example="One hotel buys for € 400 of Oksana's € 4,000 and pays after 60 days. 400 ÷ 4,000 = 10 %.",
        proof="invoices and bank statements, the terms of a contract",
    ),
    share(
        "products[].paid_after_3", "Share that customers pay three months later", feeds="products[].paid_after_3",
        ask="Which part is paid three months later?",
        help="Some large customers pay this late; if nobody does, fill in 0. "
        "What is left of the 100 % is paid at once.",
        example="A school buys for € 200 of Oksana's € 4,000 and pays after three months. 200 ÷ 4,000 = 5 %.",
        proof="invoices and bank statements, the terms of a contract",
    ),
    share(
        "products[].never_paid", "Share that is never paid", feeds="products[].never_paid",
        ask="Which part is never paid?",
        help="With invoices there is always somebody who does not pay. With cash or card it is 0.",
        example="Omar sent invoices for € 20,000 in a year. € 400 never came. 400 ÷ 20,000 = 2 %.",
        proof="your own books, a talk with somebody in the trade",
    ),
)

PAGES = (
    Page("payment", "How customers pay", ("marketing.payment_means",)),
    Page("commission", "What card and platform cost", ("products[].commission", "products[].commission_has_vat")),
    Page(
        "late_payment", "Customers who pay later",
        ("products[].paid_after_1", "products[].paid_after_2", "products[].paid_after_3", "products[].never_paid"),
        intro="Do all customers pay at once? Fill in 0 everywhere.",
    ),
)
