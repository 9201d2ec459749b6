"""An own profile as its pages show it: what holds today, since when, where it comes from, and what will hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from flask import g
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.lending.offers import in_words
from bizplan.domain.lending.profile_fields import ABOUT_FIELDS, LIMITS, PRODUCT_FIELDS, SINCE, TERMS, limits_in
from bizplan.domain.lending.profiles import ABOUT, PRODUCT, THRESHOLD, Change, OwnProfile, Standing, figure_of, under
from bizplan.domain.plan import Value
from bizplan.domain.questions import Question
from bizplan.domain.typed.echoes import once
from bizplan.storage import Transaction
from bizplan.translations import translator
from financial_models.law import ANY_LENDER, Lender, Rate, lender

from ..authors import name_of
from ..display import apart, comma, fill
from ..languages import N_
from ..languages import say as _
from ..wording import spoken

COPIED = N_("Copied, not confirmed yet")
OLD = N_("Said more than a year ago: confirm it")
CONFIRM_COPIED = N_("Copied from a published profile. Save it as it is, and it counts as confirmed by you.")
CONFIRM_OLD = N_("Said more than a year ago. Save it as it is, and it counts as confirmed by you.")
SOMEBODY = N_("somebody who has left")
FIELDS: Mapping[str, Question] = {
    **{f"{ABOUT}.{each.key}": each for each in ABOUT_FIELDS}, **{f"{THRESHOLD}.{each.key}": each for each in LIMITS},
    **{f"{PRODUCT}.{each.key}": each for each in (*PRODUCT_FIELDS, *TERMS)},
}
"""The fields of a profile by their paths, those of products without the name of the product."""


@dataclass(frozen=True)
class Line:
    """One thing that holds: its name, its value in words, since when, and where it comes from."""

    label: str
    words: Markup
    since: date | None = None
    source: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Loan:
    """A loan of the profile, with what holds of it."""

    name: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Said:
    """What was changed at once, by whom and when: of each thing what it was and what it became."""

    who: str
    at: datetime
    since: date
    changes: tuple[tuple[Markup, Markup, Markup], ...]


@dataclass(frozen=True)
class Turn:
    """What changes on a day that is still to come."""

    day: date
    changes: tuple[tuple[Markup, Markup, Markup], ...]


@dataclass(frozen=True)
class Offered:
    """A loan in the words of an entrepreneur."""

    title: str
    qualifies: str
    sentences: tuple[str, ...]


def about_lines(own: OwnProfile, on: date) -> list[Line]:
    """What the profile says of the lender itself."""
    stands = under(own.standing(on), ABOUT)
    return [_line(own, f"{ABOUT}.{each.key}", each, stands[each.key]) for each in ABOUT_FIELDS if each.key in stands]


def loans(own: OwnProfile, on: date) -> list[Loan]:
    """The loans that are offered on a day."""
    standing = own.standing(on)
    found = []
    for product in own.products(on):
        stands = under(standing, f"{PRODUCT}.{product.name}")
        found.append(Loan(product.name, product.title, tuple(
            _line(own, f"{PRODUCT}.{product.name}.{each.key}", each, stands[each.key])
            for each in (*PRODUCT_FIELDS[1:], *TERMS) if each.key in stands)))
    return found


def own_limits(own: OwnProfile, on: date) -> list[Line]:
    """The limits that the profile sets itself."""
    stands = own.thresholds(on)
    return [_line(own, f"{THRESHOLD}.{each.key}", each, stands[each.key])
            for each in limits_in(g.language) if each.key in stands]


def common_limits(own: OwnProfile, on: date) -> list[Line]:
    """The common limits, where the profile sets none of its own."""
    stands, common = own.thresholds(on), lender(ANY_LENDER, on).thresholds
    return [Line(each.label, words(each, common[each.key].value), source=common[each.key].source.text(g.language),
                 remark=unsure(common[each.key])) for each in limits_in(g.language) if each.key not in stands]


def unsure(figure: Rate) -> str:
    """That a figure was not read in a source, where it was not; without a link, the title of its source says so."""
    return _("Not read in a source yet.") if figure.status == "unverified" and figure.link else ""


def offered(own: OwnProfile, found: Lender, on: date) -> list[Offered]:
    """The loans as an entrepreneur reads of them."""
    return [Offered(each.title, each.qualifies, tuple(spoken(said) for said in in_words(found.product(each.name))))
            for each in own.products(on)]


def labels(field: str, keys: Iterable[str]) -> list[str]:
    """The words of choices that were ticked."""
    question = FIELDS[f"{ABOUT}.{field}"]
    return [_(option.label) for key in keys if (option := question.option(key))]


def history(tx: Transaction, own: OwnProfile) -> list[Said]:
    """All that was ever changed, the newest first."""
    told = []
    for place, change in enumerate(own.changes):
        before = OwnProfile(own.name, own.organisation, own.organisation_name, own.changes[:place])
        told.append(_said(tx, change, before.standing(change.since), _titles(own)))
    return told[::-1]


def planned(own: OwnProfile) -> list[Turn]:
    """What was said already and holds only later, day by day."""
    titles = _titles(own)
    return [Turn(day, tuple(_changed(path, None if becomes is None else becomes.value, was, titles)
                            for path, (was, becomes) in turned.items()))
            for day, turned in own.planned(today()).items()]


def remarked(own: OwnProfile, prefix: str, on: date, question: Question) -> Question:
    """A field of a form with what is to be known of it: the common limit, and that a figure wants confirming."""
    stands = own.standing(on).get(f"{prefix}.{question.key}")
    parts = [_(question.help)] if question.help else []
    if prefix == THRESHOLD and question != SINCE:
        parts.append(_common(question, on))
    if stands and stands.wants_confirming(today()):
        parts.append(_(CONFIRM_COPIED if stands.origin else CONFIRM_OLD))
    return replace(question, help=" ".join(parts))


def _common(question: Question, on: date) -> str:
    """The common limit and where it comes from."""
    common = lender(ANY_LENDER, on).thresholds[question.key]
    said = _("Common limit: {value}. Source: {source}.").format(
        value=once(question, common.value, g.language, _), source=common.source.text(g.language))
    return f"{said} {unsure(common)}".strip()


def words(question: Question, value: Value) -> Markup:
    """A value in words and digits: several choices one after the other, a text in its lines."""
    if isinstance(value, tuple):
        return apart(comma(g.language).join(once(question, str(each), g.language, _) for each in value))
    said = once(question, value, g.language, translator(g.language))
    return Markup("<br>").join(apart(each) for each in said.strip().split("\n"))


def _line(own: OwnProfile, path: str, question: Question, stands: Standing) -> Line:
    """What holds of one thing; a figure says where it comes from as every reader hears it."""
    remark = "" if not stands.wants_confirming(today()) else _(COPIED) if stands.origin else _(OLD)
    is_figure = not path.startswith(f"{ABOUT}.") and question not in PRODUCT_FIELDS
    source = own.rate(path, stands).source.text(g.language) if is_figure else ""
    label = question.label if question.key in {each.key for each in LIMITS} else _(question.label)
    return Line(label, words(question, stands.value), stands.since, source, remark)


def _said(tx: Transaction, change: Change, before: Mapping[str, Standing], titles: Mapping[str, str]) -> Said:
    changes = tuple(_changed(path, value, before.get(path), titles) for path, value in change.values.items())
    return Said(name_of(tx, change.author) or _(SOMEBODY), change.made_at, change.since, changes)


def _changed(path: str, value: Value | None, before: Standing | None,
             titles: Mapping[str, str]) -> tuple[Markup, Markup, Markup]:
    head, _dot, rest = path.partition(".")
    name = rest.rpartition(".")[2]
    question = FIELDS[f"{head}.{name}"]
    label = apart(figure_of(name)[0].text(g.language) if head == THRESHOLD else _(question.label))
    if head == PRODUCT:
        label = fill(_("{loan}: {what}"), loan=titles.get(rest.partition(".")[0], ""), what=label)
    return (label, Markup() if before is None else words(question, before.value),
            apart(_("nothing")) if value is None else words(question, value))


def _titles(own: OwnProfile) -> dict[str, str]:
    """What each loan that was ever offered is called."""
    found = {}
    for change in own.changes:
        for path, value in change.values.items():
            if path.startswith(f"{PRODUCT}.") and path.endswith(".title") and value is not None:
                found[path.split(".")[1]] = str(value)
    return found
