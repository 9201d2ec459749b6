"""What must be paid, item by item, and whose money pays for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable, Spacer

from bizplan.documents.charts import ShareBar, shares
from bizplan.documents.dossier.answers import feeding, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import (
    Beside,
    Heading,
    answers,
    by_entrepreneur,
    calculated,
    chapter,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.review import Part
from bizplan.documents.dossier.tables import Column, Row, Table


def money_chapter(case: Case) -> list[Flowable]:
    """Uses and sources, the things to buy, the loans and the own money."""
    _ = case.translate
    return [
        *chapter(case, "money", _("Uses and sources of the money"), conclusion(case)),
        *uses_and_sources(case),
        *investments(case),
        *rows_of(case, "deposits", "name", "amount", "month", heading=_("Guarantees that come back")),
        *loans_and_own_money(case),
        *answers(case, _("Reserve and plan for less credit"), feeding("financing")),
    ]


def loans_and_own_money(case: Case) -> list[Flowable]:
    """Who brings money, as it was entered."""
    _ = case.translate
    return [
        *rows_of(case, "own_money", "name", "amount", "month", "proof", heading=_("Own money and gifts")),
        *rows_of(case, "loans", "name", "source", "amount", "rate", "months", "agreement", heading=_("Loans")),
        *rows_of(case, "leases", "name", "price", "months", "rate", heading=_("Leasing")),
        *rows_of(case, "grants", "name", "amount", "month", "status", heading=_("Grants")),
    ]


def conclusion(case: Case) -> str:
    """Whether what comes in pays for what is needed."""
    _, funding = case.translate, case.review.ready.funding
    if funding is None or not funding.needed:
        return ""
    euro = case.wording.euro
    if funding.left < -1:
        words = _("{needed} is needed and {available} is found: {short} is missing.")
        return words.format(needed=euro(funding.needed), available=euro(funding.available), short=euro(-funding.left))
    words = _("{needed} is needed and {available} is found. Own means: {share} of what is needed.")
    return words.format(
        needed=euro(funding.needed), available=euro(funding.available), share=case.wording.percent(funding.own_share)
    )


def uses_and_sources(case: Case) -> list[Flowable]:
    """The two columns, and the bar of shares."""
    _, review = case.translate, case.review
    if not review.uses and not review.sources:
        return [*section(case, _("Uses and sources"), calculated(case)), *not_filled_in(case)]
    uses = parts_table(case, review.uses, _("Needed"), review.reserve)
    sources = parts_table(case, review.sources, _("Found"), review.missing)
    columns = (
        (1, 6, [Heading(case, _("Uses"), calculated(case)), uses]),
        (7, 12, [Heading(case, _("Sources"), calculated(case)), sources]),
    )
    pieces = [[(f"{p.words} {case.wording.euro(p.amount)}", p.amount) for p in parts] for parts in
              (review.sources, review.missing)]
    bar = ShareBar(shares(pieces[0], lacking=pieces[1]))
    whole = (1, 12, [Beside(*columns), bar, Spacer(1, 4), *counted(case)])
    return [Beside(whole)]


def counted(case: Case) -> list[Flowable]:
    """Until when uses and sources are counted, and what the working capital is."""
    _, funding = case.translate, case.review.ready.funding
    if funding is None:
        return []
    words = [_("Listed is what is bought and what comes in until the end of {until}.")]
    if funding.source("trade"):
        words.append(_("Sales and credit of suppliers: what the business itself brings in until the lowest month."))
    elif funding.use("working_capital"):
        words.append(_("Working capital: what else business and family use until the lowest month."))
    words.append(_("The account is at its lowest at the end of {month}, at {lowest}."))
    lowest = case.wording.euro(case.outcome.lowest_cash)
    months = {"until": case.month(funding.until), "month": case.month(funding.month)}
    return [note(case, " ".join(words).format(**months, lowest=lowest))]


def parts_table(case: Case, parts: Sequence[Part], total: str, balance: Sequence[Part]) -> Table:
    """Parts with their amounts and what they come to; and with what makes both sides equal, where that is needed."""
    _, amount = case.translate, sum(part.amount for part in parts)
    rows = [Row((part.words, case.wording.figure(part.amount))) for part in parts]
    rows.append(Row((total, case.wording.euro(amount)), "total"))
    rows += [Row((part.words, case.wording.figure(part.amount))) for part in balance]
    if balance:
        whole = amount + sum(part.amount for part in balance)
        rows.append(Row((_("Together"), case.wording.euro(whole)), "total"))
    return Table([Column(), Column(figures=True)], rows, case.styles)


def _quote(case: Case, row: str) -> str:
    """Who sells a thing, and until when that price holds."""
    _, supplier = case.translate, said(case, "equipment[].supplier", row)
    until = case.study.value("equipment[].quote_until", row)
    holds = _("valid until {day}").format(day=case.wording.day(until)) if isinstance(until, date) else ""
    return ", ".join(part for part in (supplier, holds) if part) or "–"


def investments(case: Case) -> list[Flowable]:
    """The things to buy, each with its price and VAT, when, and where the quote is from."""
    _, wording = case.translate, case.wording
    things = case.assumptions.equipment
    heading = section(case, _("Things to buy or bring in"), by_entrepreneur(case))
    if not things:
        return [*heading, *not_filled_in(case)]
    columns = [
        Column(_("What"), weight=2),
        Column(_("Supplier and quote"), weight=2),
        Column(_("When"), weight=1.2),
        Column(_("Without VAT"), figures=True, least=58),
        Column(_("VAT"), figures=True, least=50),
        Column(_("With VAT"), figures=True, least=58),
    ]
    rows, sums = [], [0.0, 0.0]
    for thing in things:
        net = thing.price / (1 + thing.vat_rate) if thing.includes_vat else thing.price
        tax = 0.0 if thing.in_kind else net * thing.vat_rate
        when = _("brought in") if thing.in_kind else case.month_and_year(int(thing.month))
        quote = _quote(case, thing.id)
        rows.append(Row([thing.name, quote, when, wording.figure(net), wording.figure(tax), wording.figure(net + tax)]))
        sums = [sums[0] + net, sums[1] + tax]
    rows.append(Row([_("Together"), "", "", *(wording.figure(amount) for amount in (*sums, sum(sums)))], "total"))
    return [*heading, Table(columns, rows, case.styles)]
