"""The VAT rates as choices: the same four everywhere, each standing for a dated legal figure."""

from .question import Option

STANDARD = Option(
    "standard", "Standard rate", law="vat.rates.standard", hint="Most goods and services",
)
INTERMEDIATE = Option(
    "intermediate", "Intermediate rate", law="vat.rates.intermediate", hint="For example a meal in a restaurant",
)
REDUCED = Option(
    "reduced", "Reduced rate", law="vat.rates.reduced", hint="For example most food, medicines and books",
)
ZERO = Option("zero", "Zero rate (export, newspapers)", law="vat.rates.zero")
NONE = Option(
    "none", "No VAT on it", value=0.0, hint="For example an insurance, or a thing bought from a private person",
)
EXEMPT = Option("exempt", "Exempt activity (care, teaching, ...)", value=0.0)

ON_SALES = (STANDARD, INTERMEDIATE, REDUCED, ZERO, EXEMPT)
ON_PURCHASES = (STANDARD, INTERMEDIATE, REDUCED, NONE)
