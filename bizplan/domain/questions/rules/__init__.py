"""Phase 7, rules: permits, legal form, VAT, social contributions and the taxes of business and person."""

from ..question import Page, Phase
from . import contributions, income_tax, legal_form, permits, vat

PAGES = (
    *permits.PAGES,
    *legal_form.PAGES,
    Page("vat", "VAT of your business", ("rules.vat_regime", "rules.vat_refunded")),
    Page(
        "vat_rates", "VAT on what you sell", ("products[].vat",),
        intro="Exempt as a small enterprise? Answer this too. It counts once you grow out of the exemption.",
    ),
    *contributions.PAGES,
    *income_tax.PAGES,
    *legal_form.COACH_PAGES,
    *contributions.COACH_PAGES,
    *income_tax.COACH_PAGES,
)

PHASE = Phase(
    7, "rules", "Rules, permits and legal form",
    permits.QUESTIONS + legal_form.QUESTIONS + vat.QUESTIONS + contributions.QUESTIONS + income_tax.QUESTIONS,
    (permits.PERMITS, permits.INSURANCES),
    PAGES,
)
