"""The five weeks of the bakery and its coach: an answer about a price waits, and so does a part of the study.

All of it is invented.  The entrepreneur writes Dutch and Arabic, the coach reads Dutch only.
"""

from __future__ import annotations

from datetime import timedelta

from bizplan.domain.coaching import About, Subject
from bizplan.domain.coaching.contacts import How
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.papers import Reader
from bizplan.domain.profile import Gate

from .example_plans import PRICE
from .made_up_papers import send_paper
from .two import (
    Two,
    answer,
    approve,
    arrange,
    ask,
    decide,
    give_back,
    look,
    meet,
    name_version,
    next_workday,
    note,
    reply,
    see_news,
    send,
    suggest,
    take_over,
    translate,
)

SIGNED_WITHIN = timedelta(weeks=3)
SOON_OVER = timedelta(days=24)
OVERNIGHT = {
    "idea.solved_now": "الناس في الحي يشترون الخبز من مكان بعيد، والخبز هنا ليس طازجاً.",
    "competences.motivation": "كان لي مخبز في بلدي لمدة اثنتي عشرة سنة، وأريد أن أعمل بيدي مرة أخرى.",
}
IN_ARABIC = {
    "competences.achievement": "في سبعة أشهر صار عندي مئة وثمانون زبوناً يأتون كل يوم سبت.",
    "idea.solved_now": "يشترون الخبز المغلف من السوبرماركت، أو يسافرون كل أسبوع إلى لييج.",
    "marketing.after_sales": "من لا يعجبه الخبز يأخذ خبزاً جديداً أو يسترد ماله في اليوم نفسه.",
}
IN_DUTCH = {
    "competences.achievement": "In zeven maanden kreeg ik 180 klanten die elke zaterdag komen.",
    "idea.solved_now": "Ze kopen verpakt brood in de supermarkt, of rijden elke week naar Luik.",
    "marketing.after_sales": "Wie niet tevreden is, krijgt dezelfde dag nieuw brood of het geld terug.",
}
DISCOUNTS = (
    "Op zaterdag na 15 uur is de vijfde zak gratis, zodat er niets overblijft. Restaurants krijgen een vaste prijs "
    "vanaf twintig zakken.")
ASSORTMENT = (
    "Twaalf vaste producten en elke week een brood van de week. Op elke papieren zak staat het uur waarop het brood "
    "uit de oven kwam. Feestschotels op bestelling, twee dagen vooraf en met een voorschot.")
TALK = "De prijs van het platte brood\nHoe ver staat het huurcontract?\nWat de kredietgever nog wil zien"


def tell(two: Two, dear: str) -> None:
    """All that happened, from the first visit to last night; ``dear`` is the product that brings in most."""
    _begin(two)
    _find_words(two)
    _judge(two)
    _talk(two, dear)
    answer(two.last_night(), OVERNIGHT)


def _begin(two: Two) -> None:
    """They meet, the coach approves what comes first, and she goes on in Arabic."""
    meet(two.ago(33), How.VISIT, 60, "Ze legde haar kasboek van de markt op tafel. Alles staat erin, per dag.")
    send(two.ago(30), "stops", "quick")
    approve(two.ago(29), "stops", "quick")
    decide(two.ago(29, 11), "profile", Gate.GO,
           "Het idee past bij wat Samira kan, en de snelle blik laat een inkomen voor het gezin zien.")
    meet(two.ago(22), How.CALL, 20)
    answer(two.ago(18), IN_ARABIC)
    send(two.ago(17), "inform", "competences")
    approve(two.ago(16), "inform", "competences")
    papers = ask(two.ago(16, 11), Subject(About.PART, "competences"), "Mooi verteld. Heb je je diploma's bij de hand?")
    reply(two.ago(15), papers, "نعم، الشهادتان عندي مع الترجمة.", solved=True)
    send_paper(two.ago(15, 11), "diplomas", "Diploma van bakker", Reader.COACH)
    send_paper(two.ago(15, 12), "identity", "Verblijfskaart", Reader.LENDER, two.today + SOON_OVER)


def _find_words(two: Two) -> None:
    """The coach puts her Arabic into Dutch and suggests a better sentence, which she takes over."""
    translate(two.ago(14), IN_DUTCH)
    made = suggest(two.ago(13), "marketing.discounts", DISCOUNTS, "Zeg erbij waarom je korting geeft.")
    take_over(two.ago(12), made)


def _judge(two: Two) -> None:
    """They talk about the market: one part is approved, one goes back, and the gate says yes, if."""
    send(two.ago(11), "idea", "market")
    meet(two.ago(10), How.VISIT, 75, "Haar man werkt mee op zaterdag. Volgende keer erbij vragen.")
    name_version(two.ago(10, 12), "Na het gesprek over de markt")
    approve(two.ago(9), "idea")
    give_back(two.ago(9, 11), "market", "Bijna klaar. Schrijf bij elke concurrent nog een prijs van deze maand.")
    decide(two.ago(9, 12), "market_and_person", Gate.GO_IF,
           "Je kent je vak en je klanten komen terug. Alleen het pand is nog niet zeker.",
           Condition("Het huurcontract van het pand is getekend.", two.today + SIGNED_WITHIN))
    ask(two.ago(9, 13), Subject(About.PART, "market"),
        "Vraag de feestzaal om haar bestelling op papier te zetten.", next_workday(two))
    see_news(two.ago(8))


def _talk(two: Two, dear: str) -> None:
    """What is open now: an answer about the price, a suggestion, a part to look at, an appointment."""
    meet(two.ago(4), How.CALL, 15)
    price = ask(two.ago(4, 11), Subject(About.ANSWER, PRICE, dear),
                "Je vraagt minder dan op de markt. Wat zeiden je klanten over de prijs?")
    suggest(two.ago(4, 12), "marketing.assortment", ASSORTMENT,
            "Zo ziet wie het leest meteen waarom mensen bij jou kopen.")
    note(two.ago(3), "Ze is bang om meer te vragen. Eerst naar haar klanten luisteren, dan pas rekenen.")
    arrange(two.ago(3, 11), next_workday(two), 14, "Genk, in het lokaal van Voorbeeld Startersbegeleiding", TALK)
    reply(two.ago(3, 20), price, "لم يشتكِ أحد من السعر. قالوا إن الخبز طازج وأكبر من غيره.")
    send(two.ago(2), "marketing")
    look(two.ago(2, 17))
