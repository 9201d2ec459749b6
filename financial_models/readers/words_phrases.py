"""What explanations say around the operations, in each language.

The phrases of the operations themselves stand in the table of operations;
these join them into sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..language.operations import OPERATIONS


@dataclass(frozen=True)
class Phrases:
    """The joints of a sentence in one language."""

    dated: str                  # a line in a month
    equals: str                 # what it is worth
    says: str                   # and how it comes about
    told: str                   # a hand-written sentence, dated
    titled: str                 # a line of another block
    because: str
    joined: str                 # two reasons
    listed: str                 # a list, before its last item
    comma: str
    is_nothing: str
    none_here: str              # a sum of no items at all
    all_nothing: str
    cannot_divide: str
    chosen: str                 # which side of smaller or larger won
    first: str
    second: str
    is_so: str                  # a flag without a sentence of its own
    to_the_cent: str
    to_wholes: str
    brought_forward: str        # an opening
    at_the_start: str
    unmoved: str
    never_moved: str
    sum_of_months: str
    end_of: str
    start_of: str
    plan_year: str
    denied: dict[str, str]      # a comparison that does not hold


def _denied(*patterns: str) -> dict[str, str]:
    return dict(zip(("equals", "at_least", "at_most", "reaches", "passes"), patterns, strict=True))


NO_BREAK = "\u00a0"
PROSE = 1                       # said with words, and so bracketed inside any calculation

PHRASES = {
    "nl": Phrases(
        dated="{label}, {month}", equals="{head} = {value}", says="{head}: {text}.", told="{month}: {text}",
        titled="{title}: {label}", because="{text}, want {reasons}", joined="{0} en {1}", listed="{0} en {1}",
        comma=", ", is_nothing="{label} is 0", none_here="dit plan heeft er geen", all_nothing="elke post is 0",
        cannot_divide="er valt niets te delen: {label} is 0", chosen="{text}, dus {winner}", first="het eerste",
        second="het tweede", is_so="{label}: {answer}", to_the_cent="{0}, afgerond op de cent",
        to_wholes="{0}, afgerond op een geheel getal", brought_forward="zoals het eind {month} stond",
        at_the_start="wat er stond voor het plan begon", unmoved="{opening}, niet veranderd sinds {month}",
        never_moved="{opening}, niet veranderd sinds het begin",
        sum_of_months="de som van de maanden {first} tot en met {last}", end_of="de stand eind {last}",
        start_of="de stand begin {first}", plan_year="jaar {number} van het plan",
        denied=_denied(
            "{0} is niet {1}",
            "{0} is minder dan {1}",
            "{0} is meer dan {1}",
            "{0} bereikt {1} niet",
            "{0} is niet meer dan {1}",
        ),
    ),
    "fr": Phrases(
        dated="{label}, {month}", equals="{head} = {value}", says=f"{{head}}{NO_BREAK}: {{text}}.",
        told=f"{{month}}{NO_BREAK}: {{text}}", titled=f"{{title}}{NO_BREAK}: {{label}}",
        because="{text}, car {reasons}", joined="{0} et {1}", listed="{0} et {1}", comma=", ",
        is_nothing="{label} vaut 0", none_here="ce plan n’en a pas", all_nothing="chaque poste vaut 0",
        cannot_divide=f"il n’y a rien par quoi diviser{NO_BREAK}: {{label}} vaut 0", chosen="{text}, donc {winner}",
        first="le premier", second="le second", is_so=f"{{label}}{NO_BREAK}: {{answer}}",
        to_the_cent="{0}, arrondi au centime", to_wholes="{0}, arrondi à l’unité",
        brought_forward="solde à la fin du mois précédent ({month})",
        at_the_start="ce qu’il y avait avant le début du plan", unmoved="{opening}, sans changement depuis {month}",
        never_moved="{opening}, sans changement depuis le début",
        sum_of_months="la somme des mois, de {first} à {last}",
        end_of="la situation à la fin de la période ({last})",
        start_of="la situation au début de la période ({first})", plan_year="année {number} du plan",
        denied=_denied(
            "{0} ne vaut pas {1}",
            "{0} est en dessous de {1}",
            "{0} est au-dessus de {1}",
            "{0} n’atteint pas {1}",
            "{0} ne dépasse pas {1}",
        ),
    ),
    "en": Phrases(
        dated="{label}, {month}", equals="{head} = {value}", says="{head}: {text}.", told="{month}: {text}",
        titled="{title}: {label}", because="{text}, because {reasons}", joined="{0} and {1}", listed="{0} and {1}",
        comma=", ", is_nothing="{label} is 0", none_here="this plan has none", all_nothing="every item is 0",
        cannot_divide="there is nothing to divide by: {label} is 0", chosen="{text}, so {winner}", first="the first",
        second="the second", is_so="{label}: {answer}", to_the_cent="{0}, rounded to the cent",
        to_wholes="{0}, rounded to a whole number", brought_forward="as it stood at the end of {month}",
        at_the_start="what stood there before the plan began", unmoved="{opening}, unchanged since {month}",
        never_moved="{opening}, unchanged since the start",
        sum_of_months="the sum of the months from {first} to {last}", end_of="as it stood at the end of {last}",
        start_of="as it stood at the start of {first}", plan_year="year {number} of the plan",
        denied=_denied(
            "{0} is not {1}",
            "{0} is less than {1}",
            "{0} is more than {1}",
            "{0} does not reach {1}",
            "{0} does not pass {1}",
        ),
    ),
    "ar": Phrases(
        dated="{label}، {month}", equals="{head} = {value}", says="{head}: {text}.", told="{month}: {text}",
        titled="{title}: {label}", because="{text}، إذ {reasons}", joined="{0}، و{1}", listed="{0} و{1}", comma="، ",
        is_nothing="قيمة {label} تساوي 0", none_here="لا يوجد منه في هذه الخطة", all_nothing="كل البنود تساوي 0",
        cannot_divide="لا يوجد ما يُقسم عليه: قيمة {label} تساوي 0", chosen="{text}، أي {winner}", first="الأول",
        second="الثاني", is_so="{label}: {answer}", to_the_cent="{0}، مقرّبًا إلى السنت",
        to_wholes="{0}، مقرّبًا إلى عدد صحيح", brought_forward="كما كان في نهاية {month}",
        at_the_start="ما كان موجودًا قبل بداية الخطة", unmoved="{opening}، دون تغيير منذ {month}",
        never_moved="{opening}، دون تغيير منذ البداية", sum_of_months="مجموع الأشهر من {first} إلى {last}",
        end_of="كما كان في نهاية {last}", start_of="كما كان في بداية {first}", plan_year="السنة {number} من الخطة",
        denied=_denied(
            "قيمة {0} لا تساوي {1}",
            "قيمة {0} أقل من {1}",
            "قيمة {0} أكثر من {1}",
            "قيمة {0} لا تبلغ {1}",
            "قيمة {0} لا تتجاوز {1}",
        ),
    ),
}


def tightness(name: str, language: str) -> tuple[int, int]:
    """How firmly an operation holds together in a language, and how firmly its terms must to do without brackets.

    Signs bind as in arithmetic.  What is said with words is bracketed inside a calculation; where the
    words themselves hold a sign ("the remainder of … ÷ …"), so is whatever stands beside that sign.
    """
    operation = OPERATIONS[name]
    phrase = operation.phrases[language]
    if not any(letter.isalpha() for letter in phrase.format("", "")):
        rank = 5 if name == "ratio" else operation.rank
        return rank, rank
    tight = name in ("neg", "power") or "÷" in phrase
    return PROSE, (6 if tight else PROSE + 1)

