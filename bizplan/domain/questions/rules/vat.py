"""How VAT is settled, and which rate is on what is sold."""

from ..asking import choice, yes_no
from ..question import Option
from ..vat_rates import ON_SALES

QUESTIONS = (
    choice(
        "rules.vat_regime", "How is VAT declared?",
        Option("exempt", "Exempt as a small enterprise", hint="You add no VAT to your prices, and you get none back"),
        Option("quarterly", "Every quarter", hint="You add VAT, and settle it with the tax office four times a year"),
        Option("monthly", "Every month", hint="The same twelve times a year: good if you often get VAT back"),
        feeds="vat.regime", default="quarterly", required=True,
        ask="How will you pay VAT to the tax office?",
        help="VAT is the tax that customers pay on top of your price. You keep it for the tax office. "
        "Small enterprises may be exempt, but not in every trade: ask your accountant.",
    ),
    yes_no(
        "rules.vat_refunded", "Is VAT that is owed to you refunded (not carried forward)?", feeds="vat.refunded",
        default=False,
        ask="Do you ask the tax office to pay VAT back to you?",
        help="After large purchases you may have paid more VAT than you received. "
        "“Yes”: it comes to your account. “No”: it lowers your next VAT bills.",
    ),
    choice(
        "products[].vat", "VAT rate", *ON_SALES, feeds="products[].vat_rate", default="standard", required=True,
        ask="Which VAT rate is on what you sell?",
        help="The rate depends on what it is, not on who sells it. "
        "If you are not sure, ask your accountant. A rate that is too low can cost you much later.",
    ),
)
