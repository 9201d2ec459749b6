"""The other plans on the desk of a demo: one that is blocked, one that is approved, a quiet one and one put away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bizplan.domain.coaching import About, Subject
from bizplan.domain.coaching.contacts import How
from bizplan.domain.coaching.gates import GATES
from bizplan.domain.course import PARTS
from bizplan.domain.profile import Gate
from bizplan.storage import plans

from .two import Two, approve, ask, decide, look, meet, name_version, pass_by, see_news, send

TOO_LITTLE = "cash_below_zero"
"""The finding that blocks the bicycle workshop."""
PASSED_BY = ("rules/income_tax", "planning/results")
"""The pages of the grocery on which nothing has to be said."""
REASONS = {
    "profile": "Farida kent de winkel door en door, en in de buurt is er geen andere.",
    "market_and_person": "De klanten zijn geteld, en zij leidde al vier jaar een winkel.",
    "figures": "Het gezin komt rond, ook met een kwart minder verkoop, en de lening wordt afgelost.",
    "dossier": "Alle papieren zijn er. Dit dossier kan naar de kredietgever.",
}


def _blocked(two: Two) -> None:
    """The figures of the bicycle workshop do not hold yet, and the coach says where to look."""
    meet(two.ago(20), How.VISIT, 50)
    send(two.ago(16), "stops", "quick")
    approve(two.ago(15), "stops", "quick")
    decide(two.ago(15, 11), "profile", Gate.GO, "Er is veel vraag, en Yonas herstelt al jaren fietsen.")
    see_news(two.ago(14))
    ask(two.ago(5), Subject(About.FINDING, TOO_LITTLE),
        "Hier is er te weinig geld op de rekening. Kan de verhuurder de waarborg in twee keer nemen?")
    meet(two.ago(5, 11), How.CALL, 25)
    look(two.ago(5, 12))


def _approved(two: Two) -> None:
    """The grocery is done: every part is approved, and every gate says go."""
    meet(two.ago(40), How.VISIT, 60)
    meet(two.ago(26), How.VIDEO, 45)
    pass_by(two.ago(21), *PASSED_BY)
    send(two.ago(20), *PARTS)
    approve(two.ago(18), *PARTS)
    for hour, gate in enumerate(GATES, 11):
        decide(two.ago(18, hour), gate, Gate.GO, REASONS[gate])
    name_version(two.ago(18, 16), "Zo gaat het dossier naar de kredietgever")
    meet(two.ago(12), How.VISIT, 40)
    see_news(two.ago(11))
    look(two.ago(11, 11))


def _quiet(two: Two) -> None:
    """Nothing was heard of the tailor for a month, and what was asked is late."""
    meet(two.ago(43), How.CALL, 30)
    ask(two.ago(34), Subject(About.PART, "stops"), "Can you send me a photo of your residence card?",
        two.ago(24).today)
    look(two.ago(30))


def _put_away(two: Two) -> None:
    """The hairdresser found work, and the plan went into the archive."""
    meet(two.ago(100), How.VISIT, 60)
    meet(two.ago(61), How.CALL, 15, "Ze begint in een kapsalon. Misschien gaat ze over een jaar verder met haar plan.")
    look(two.ago(60))
    plans.put_away(two.ago(60, 11).tx, two.plan)


STORIES: Mapping[str, Callable[[Two], None]] = {
    "bicycle_repair": _blocked, "grocery": _approved, "tailor": _quiet, "hairdresser": _put_away,
}
"""What happened on which plan."""
