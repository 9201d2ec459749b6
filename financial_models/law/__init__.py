"""The law as dated figures: `rate("vat.rates.standard", on=date(2026, 1, 1))`.

The figures stand in TOML files, a topic a file (`belgium/`) and a lender a file (`lenders/`), written to be read
by somebody who knows the law and not Python. A key begins with the name of its file. `since` is the first day
for which a value was looked up; amounts tied to an income year say `yearly = true` and are carried forward, and
marked so, past their last known year. Values of a reform that is still pending count only where it is asked for.
"""
from financial_models.law.bibliography import Source, sources
from financial_models.law.checking import LawFileError
from financial_models.law.doubts import CarriedForward, DueForRecheck, PendingReform, Reason, Unverified, caution
from financial_models.law.facts import Condition, Contact, Fact, Named, Worded
from financial_models.law.figures import Provenance, Rate, Scale, Status, Step, Text
from financial_models.law.lending import ANY_LENDER, Lender, Product, lender, lenders
from financial_models.law.lookup import NotYetKnown, UnknownKey, first_known, keys, months, rate, scale, scales, years

__all__ = [
    "ANY_LENDER", "CarriedForward", "Condition", "Contact", "DueForRecheck", "Fact", "LawFileError", "Lender", "Named",
    "NotYetKnown", "PendingReform", "Product", "Provenance", "Rate", "Reason", "Scale", "Source", "Status", "Step",
    "Text", "UnknownKey", "Unverified", "Worded", "caution", "first_known", "keys", "lender", "lenders", "months",
    "rate", "scale", "scales", "sources", "years",
]
