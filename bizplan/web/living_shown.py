"""The living figures as a page shows them: amounts in words of the language, or what to answer first."""

from dataclasses import dataclass
from datetime import date

from flask import g, render_template, url_for
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.living import Living, LivingFigure
from bizplan.domain.readiness.signals import Light
from bizplan.domain.revisions import Record
from bizplan.storage.plans import Kept

from . import charts, display
from .languages import N_
from .languages import say as _
from .living import before, current, remembered
from .places import address_of
from .wording import spoken

LABELS = {
    "sales": N_("You sell in a normal month"), "left": N_("Left for your family and the loan, a month"),
    "lowest_cash": N_("Lowest on your account"), "instalment": N_("Is the loan repaid?"),
    "family": N_("Is the family covered?"),
}
WORDS = {Light.OK: N_("yes"), Light.WARN: N_("only just"), Light.STOP: N_("not yet")}
A_YEAR = 12
NOT_SAID = Markup("")


@dataclass(frozen=True)
class Shown:
    """One living figure on a page."""

    label: str
    amount: Markup = NOT_SAID
    note: Markup | str = ""
    missing: str = ""
    url: str = ""
    change: Markup = NOT_SAID
    down: bool = False


def living_aside(kept: Kept, record: Record) -> str:
    """The figures with their small chart, as the frame beside a question holds them."""
    found, earlier = current(kept, record), before(kept)
    shown = [_shown(name, figure, earlier, kept.id, record) for name, figure in found.figures.items()]
    return render_template("figures/living.html", shown=shown, chart=_chart(found, record), plan=kept.id,
                           reason=spoken(found.reason) if found.reason else "")


def shown_if_known(kept: Kept, record: Record) -> str:
    """The same where the figures are known already: a page never waits for them."""
    return living_aside(kept, record) if remembered(kept) else ""


def _shown(name: str, figure: LivingFigure, earlier: Living | None, plan: str, record: Record) -> Shown:
    label = _(LABELS[name])
    if figure.value is None:
        asked = (address_of(place, plan, record) for place in figure.missing)
        place = next((each for each in asked if each), None)
        return Shown(label, missing=place[0], url=place[1]) if place else Shown(label, display.NOTHING)
    if name in ("instalment", "family"):
        return _judged(label, figure, plan, as_share=name == "family")
    note = _("in {month}").format(month=figure.month.said(g.language, _)) if figure.month else ""
    was = earlier.figures[name].value if earlier else None
    moved = figure.value - was if was is not None else 0.0
    change = display.change(moved, g.language) if abs(moved) >= 1 else NOT_SAID
    return Shown(label, display.money(figure.value, g.language), note, url=_why(figure, plan), change=change,
                 down=moved < 0)


def _judged(label: str, figure: LivingFigure, plan: str, *, as_share: bool) -> Shown:
    value = figure.value if figure.value is not None else 0.0
    amount = display.share(value, g.language) if as_share else display.number(value, g.language)
    words = _(WORDS[figure.light]) if figure.light else ""
    return Shown(label, Markup("{} · {}").format(words, amount) if words else amount, url=_why(figure, plan))


def _why(figure: LivingFigure, plan: str) -> str:
    for each in figure.why[:1]:
        when = f"year-{each.year}" if each.year else str(each.month or 1)
        return url_for("explanations.why", plan=plan, line=each.line, when=when)
    return ""


def _chart(found: Living, record: Record) -> Markup:
    if not found.cash:
        return Markup("")
    start = record.plan.value("inform.start")
    first = start if isinstance(start, date) else today().replace(day=1)
    months = [date(first.year + (first.month - 1 + at) // A_YEAR, (first.month - 1 + at) % A_YEAR + 1, 1)
              for at in range(len(found.cash))]
    low = min(range(len(found.cash)), key=found.cash.__getitem__)
    said = _("Money on your account in the first twelve months. Lowest: {amount} in {month}.").format(
        amount=display.money(found.cash[low], g.language).striptags(),
        month=display.month(months[low], g.language).striptags())
    return charts.small_bars([display.short_month(each, g.language) for each in months], found.cash, said,
                             mirrored=g.language == "ar")
