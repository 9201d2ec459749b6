"""The VAT rates as choices: the same four everywhere, each standing for a dated legal figure."""

from .question import Option

STANDARD = Option("standard", "Standard rate", law="vat.rates.standard")
INTERMEDIATE = Option("intermediate", "Intermediate rate", law="vat.rates.intermediate")
REDUCED = Option("reduced", "Reduced rate", law="vat.rates.reduced")
ZERO = Option("zero", "Zero rate (export, newspapers)", law="vat.rates.zero")
NONE = Option("none", "No VAT on it", value=0.0)
EXEMPT = Option("exempt", "Exempt activity (care, teaching, ...)", value=0.0)

ON_SALES = (STANDARD, INTERMEDIATE, REDUCED, ZERO, EXEMPT)
ON_PURCHASES = (STANDARD, INTERMEDIATE, REDUCED, NONE)
