"""What is sold to whom, how it is made, under which rules, and how it was tried."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import DOT, answered, feeding, filled_rows, said, unanswered
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import (
    answers,
    answers_to,
    by_coach,
    by_entrepreneur,
    chapter,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.dossier.versions import graded
from bizplan.domain.questions import QUESTIONS


def project_chapter(case: Case) -> list[Flowable]:
    """Offer, market, marketing, operations, rules, team, test phase and planning."""
    _ = case.translate
    return [
        *chapter(case, "project", _("The project")),
        *answers(case, _("The offer"), feeding("project")),
        *products(case),
        *market(case),
        *answers(case, _("Marketing"), feeding("marketing")),
        *rows_of(case, "marketing.actions", "name", "month", "cost", "result"),
        *rows_of(case, "marketing.first_customers", "name", "why"),
        *answers(case, _("Operations"), feeding("operations")),
        *rows_of(case, "operations.suppliers", "name", "goods", "minimum", "terms", heading=_("Suppliers")),
        *rules(case),
        *answers(case, _("Team"), feeding("team")),
        *rows_of(case, "team.partners", "name", "role", "share", "agreement"),
        *rows_of(case, "team.helpers", "name", "role"),
        *test_phase(case),
        *answers(case, _("Planning"), feeding("planning")),
        *rows_of(case, "planning.milestones", "date", "name", "who", "cost", "status"),
    ]


def products(case: Case) -> list[Flowable]:
    """The price list: what is sold, how much in a normal month, at which price and cost."""
    _, rows = case.translate, filled_rows(case, "products")
    if not rows:
        return [*section(case, _("Products and prices"), by_entrepreneur(case)), *not_filled_in(case)]
    columns = [
        Column(_("Product or service"), weight=2.2),
        Column(_("In a normal month"), weight=1.8),
        Column(_("Price"), weight=1.3),
        Column(_("Cost of one"), weight=1.1),
        Column(_("VAT"), weight=0.9),
        Column(_("How the price was set"), weight=1.4),
    ]
    lines = [
        Row(
            [
                product_name(case, row),
                quantity(case, row),
                price(case, row),
                cost(case, row),
                said(case, "products[].vat", row),
                said(case, "products[].price_method", row) or "–",
            ]
        )
        for row in rows
    ]
    table = Table(columns, lines, case.styles)
    return [
        *section(case, _("Products and prices"), by_entrepreneur(case)),
        table,
        note(case, _("Cost: what is paid to buy or make one, without VAT.")),
    ]


def product_name(case: Case, row: str) -> str:
    """What a product is called."""
    return str(case.study.value("products[].name", row) or row)


def quantity(case: Case, row: str) -> str:
    """How much of a product is sold in a normal month, in its own count."""
    names = (
        "units",
        "customers_a_day",
        "open_days",
        "hours",
        "billed_share",
        "subscribers",
        "new_subscribers",
        "churn",
    )
    return DOT.join(filter(None, (entered(case, name, row) for name in names))) or "–"


def entered(case: Case, name: str, row: str) -> str:
    """A figure of a product, and whether it is a guess."""
    key = f"products[].{name}"
    return graded(case, key, row, said(case, key, row))


def price(case: Case, row: str) -> str:
    """The price, with or without VAT."""
    _, words = case.translate, entered(case, "price", row)
    if not words:
        return "–"
    included = case.study.value("products[].price_includes_vat", row)
    return f"{words} " + (_("with VAT") if included else _("without VAT"))


def cost(case: Case, row: str) -> str:
    """The cost of one, as an amount or as a share of the price."""
    return entered(case, "cost_per_unit", row) or entered(case, "cost_share", row) or "–"


def market(case: Case) -> list[Flowable]:
    """The market, who was asked, who ordered, and who else sells."""
    _ = case.translate
    return [
        *answers(case, _("Market"), feeding("market")),
        *rows_of(case, "market.interviews", "who", "date", "said", "would_buy", "would_pay"),
        *rows_of(case, "market.orders", "customer", "amount", "proof"),
        *answers(case, _("Competition"), feeding("competitors")),
        *rows_of(case, "market.competitors", "name", "price", "strength", "weakness", "visited"),
    ]


def rules(case: Case) -> list[Flowable]:
    """Permits, access to the profession, legal form, insurance."""
    _ = case.translate
    own = [q.key for q in feeding("admissibility") if q.key.startswith("rules.")]
    keys = ["rules.legal_form", *own, "rules.vat_regime", "rules.category", "rules.enterprise_number"]
    return [
        *answers_to(case, _("Rules, permits and legal form"), *dict.fromkeys(keys)),
        *rows_of(case, "rules.permits", "name", "status", "until"),
        *rows_of(case, "rules.insurances", "name", "status", heading=_("Insurance")),
    ]


def test_phase(case: Case) -> list[Flowable]:
    """How the business was tried before the own start, and what came out."""
    _ = case.translate
    if not case.study.value("test_phase.planned"):
        return []
    asked = [q for q in feeding("test_phase") if not q.coach]
    decision = [q for q in feeding("test_phase") if q.coach]
    keys = [QUESTIONS[key] for key in ("test_phase.months", "test_phase.cooperative_share")]
    return [
        *answers(case, _("Test phase in an activity cooperative"), [*asked, *keys]),
        *rows_of(
            case, "test_phase.hypotheses", "claim", "success", "deadline", "outcome", heading=_("What was tested")
        ),
        *rows_of(
            case,
            "test_phase.log",
            "week",
            "customers",
            "sales",
            "costs",
            "hours",
            "learnt",
            heading=_("Log of the trial"),
        ),
        *(
            answers(case, _("Decision after the trial"), decision, by_coach(case))
            if answered(case, decision) or unanswered(case, decision)
            else []
        ),
    ]
