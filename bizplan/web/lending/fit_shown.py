"""Credits in the words of the page: each with its reasons, what it costs, and how sure that is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import g, url_for
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.lending.fit import Combination, Cost, Ground, Need, Offer, Verdict
from bizplan.domain.lending.fit.grounds import Rest
from bizplan.domain.revisions import Record
from bizplan.translations import called
from financial_models.appraisal import NotDefined
from financial_models.law import ANY_LENDER, Condition, Contact, Lender, Named, Product, Rate, Status, Text
from financial_models.law.facts import PAPER

from .. import display
from ..access import kept
from ..aids.told import SURE, Line
from ..findings_shown import Told, reason_told
from ..languages import N_
from ..languages import say as _

WORDS = {
    Verdict.FITS: ("ok", N_("Fits")), Verdict.FITS_IF: ("warn", N_("Fits if …")),
    Verdict.DOES_NOT_FIT: ("stop", N_("Does not fit")),
}
READ = {
    "official": N_("Read at the lender or an authority on {day}"), "secondary": N_("Read elsewhere on {day}"),
    "unverified": N_("Not checked yet: ask before you count on it"),
}
PURPOSES, PAPERS = N_("What the money may be used for"), N_("Which papers the lender takes")
WORD = re.compile(r"\w{4,}")
WORST_FIRST = ("stop", "warn", "ok", "none")


@dataclass(frozen=True)
class Source:
    """A text that was read of a lender: what rests on it, how sure that is, where it stands, what else to know."""

    names: tuple[str, ...]
    state: str
    sure: Markup
    title: str
    link: str
    notes: tuple[str, ...]
    is_due: bool


@dataclass(frozen=True)
class Shown:
    """A product of a lender: its verdict, what it costs, what is open, what is fine, and what to ask the lender.

    ``into`` is where it is put into the plan, "" where it cannot be.
    """

    id: str
    title: str
    state: str
    word: str
    facts: tuple[tuple[str, Markup], ...]
    reasons: tuple[Told, ...]
    fine: tuple[Told, ...]
    to_ask: tuple[Told, ...]
    sources: tuple[Source, ...]
    found: str
    cost: Cost | None
    remark: str
    said_itself: Markup
    into: str


@dataclass(frozen=True)
class Together:
    """Several credits that close the gap: a slip of who brings what, the cost of all, and what is to be settled."""

    state: str
    word: str
    lines: tuple[Line, ...]
    facts: tuple[tuple[str, Markup], ...]
    reasons: tuple[Told, ...]


def needed_lines(need: Need) -> list[Line]:
    """What is needed and who brings it, as a slip of the till."""
    pairs = [(N_("What the start costs, until the business carries itself"), need.needed),
             (N_("You bring in"), -need.own), (N_("Others bring: family, loans, leasing, grants, sales"), -need.others)]
    lines = [Line(_(label), _money(amount)) for label, amount in pairs if round(amount, 2)]
    lines.append(Line(_("Credit has to bring"), _money(need.gap), total=True))
    if need.asked:
        lines.append(Line(_("You ask for"), _money(need.asked)))
        last = (N_("Still missing"), need.missing) if need.missing else (N_("Stays on your account"), need.spare)
        lines.append(Line(_(last[0]), _money(last[1]), total=True))
    return lines


def shown(offer: Offer, plan: str, record: Record) -> Shown:
    """A product as a page shows it, what speaks against it first."""
    state, word = WORDS[offer.verdict]
    told = sorted((reason_told(each, plan, record) for each in offer.grounds if each.light),
                  key=lambda each: WORST_FIRST.index(each.state))
    return Shown(
        f"credit-{offer.lender.name}-{offer.product.name}", title_of(offer.lender, offer.product), state, _(word),
        tuple(cost_facts(offer.cost)) if offer.cost else (), tuple(each for each in told if each.state != "ok"),
        tuple(each for each in told if each.state == "ok"),
        tuple(reason_told(each, plan, record) for each in offer.grounds if not each.light),
        sources(offer.rests), found_at(offer.lender.contact), offer.cost, remark(offer),
        said_itself(offer.product.said_since), into_plan(offer, plan))


def into_plan(offer: Offer, plan: str) -> str:
    """Where a credit is put into the plan; nothing where it does not fit, or nobody knows whose it is."""
    if offer.verdict is Verdict.DOES_NOT_FIT or offer.lender.name == ANY_LENDER or kept().archived_at is not None:
        return ""
    return url_for("chosen_credit.beside", plan=plan, lender=offer.lender.name, product=offer.product.name)


def found_at(contact: Contact | None) -> str:
    """Where a lender is found: on the web, or as it says itself."""
    return (contact.web or contact.words) if contact else ""


def said_itself(since: date | None) -> Markup:
    """That a lender of this installation says it itself, and since when; nothing where it was read elsewhere."""
    if since is None:
        return Markup()
    return display.fill(_("As the lender says itself, since {day}."), day=display.day(since, g.language))


def title_of(lender: Lender, product: Product) -> str:
    """A product by its own name where that says whose it is, else its lender's; both where that says so itself."""
    title, name = in_language(product.title), in_language(lender.title)
    if product.said_since:
        return title if name.casefold() in title.casefold() else f"{name} · {title}"
    named = any(word in title for word in WORD.findall(name))
    return title if named and title not in name else name


def remark(offer: Offer) -> str:
    """On which terms the cost was counted."""
    if offer.cost is None:
        return _("Its cost cannot be said: the interest is not known.")
    if offer.cost.is_of_plan:
        return _("Counted on the terms in your plan.")
    if offer.cost.is_least:
        return _("Counted at the lowest interest that the law allows.")
    if offer.product.said_since:
        return _("Counted on what the lender says itself, with the time of your plan.")
    return _("Counted on what the lender publishes, with the time of your plan.")


def cost_facts(cost: Cost) -> list[tuple[str, Markup]]:
    """What a credit costs."""
    return [(_("Each month"), _money(cost.instalment)), (_("Costs in all"), _money(cost.total)),
            (_("Interest"), _money(cost.interest)), (_("File fee"), _money(cost.fee)),
            (_("Yearly cost, all in"), yearly(cost.yearly)),
            (_("Months"), display.number(cost.loan.months, g.language))]


def yearly(rate: float | NotDefined) -> Markup:
    """An effective yearly rate."""
    return display.NOTHING if isinstance(rate, NotDefined) else display.share(rate, g.language, 2)


def together(combination: Combination, plan: str, record: Record) -> Together:
    """Several credits as a page shows them."""
    state, word = WORDS[combination.verdict]
    lines = [Line(_("You bring in"), _money(combination.own))]
    lines += [Line(title_of(part.lender, part.product), _money(part.amount)) for part in combination.parts]
    lines.append(Line(_("Credits together"), _money(combination.amount), total=True))
    facts = ((_("Each month, together"), _money(combination.instalment)),
             (_("Costs in all"), _money(combination.total)), (_("Yearly cost, all in"), yearly(combination.yearly)))
    open_ = [each for part in combination.parts for each in part.grounds]
    told = [reason_told(each, plan, record) for each in (combination.carried, *open_) if each.light]
    settle = {each.sentence: each for each in told if each.state != "ok"}
    return Together(state, _(word), tuple(lines), facts, tuple(settle.values()))


def sources(rests: Iterable[Rest]) -> tuple[Source, ...]:
    """The texts that were read of a lender, each once, those that nobody has read yet first."""
    found: dict[tuple[Text, Status, date], list[Rest]] = {}
    for rest in rests:
        found.setdefault((rest.source, rest.status, rest.checked_on), []).append(rest)
    return tuple(sorted(map(_source, found.values()), key=lambda each: WORST_FIRST.index(each.state)))


def _source(rests: list[Rest]) -> Source:
    """What is known of a text, and what rests on it."""
    first = rests[0]
    sure = display.fill(_(READ[first.status]), day=display.day(first.checked_on, g.language))
    notes = (in_language(rest.note) for rest in rests if rest.note)
    return Source(tuple(dict.fromkeys(map(_name, rests))), SURE[first.status], sure, first.source.text(str(g.language)),
                  first.link or "", tuple(dict.fromkeys(notes)), any(rest.due_for_recheck(today()) for rest in rests))


def _name(rest: Rest) -> str:
    """What a figure or a rule of a lender is called."""
    if isinstance(rest, Rate):
        return in_language(rest.label)
    if isinstance(rest, Condition):
        return in_language(rest.text)
    return _(PAPERS if isinstance(rest, Named) and rest.names[0].startswith(PAPER) else PURPOSES)


def grounds_told(grounds: Iterable[Ground], plan: str, record: Record) -> list[Told]:
    """Facts beside the credits."""
    return [reason_told(each, plan, record) for each in grounds]


def in_language(text: Text) -> str:
    """What lenders say: their files speak the languages of the documents, the catalogue the others."""
    return called(text, str(g.language))


def _money(amount: float) -> Markup:
    return display.price(amount, g.language)
