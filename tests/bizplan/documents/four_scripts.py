"""A plan told in the scripts of the people who write plans: Latin, Arabic, Ethiopic and Cyrillic letters in turn."""

from __future__ import annotations

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Plan
from tests.bizplan.documents.hard_plans import said_everywhere

NARRATIVES = {
    "ar": "أريد أن أفتح مخبزًا صغيرًا في غنت وأبيع الخبز الطازج كل صباح لجيراني في الحي.",
    "fa": "من می‌خواهم در شهر گنت یک نانوایی کوچک باز کنم و هر روز صبح نان تازه بفروشم.",
    "ps": "زه غواړم په ګینټ کې یوه کوچنۍ نانوايي پرانیزم او هره ورځ تازه ډوډۍ وپلورم.",
    "ti": "ኣብ ከተማ ጌንት ንእሽቶ እንዳ ባኒ ክኸፍት ደልየ ኣለኹ፣ መዓልታዊ ሓድሽ ባኒ ክሸይጥ እየ።",
    "uk": "Я хочу відкрити маленьку пекарню в Генті й щоранку продавати свіжий хліб сусідам.",
    "tr": "Gent şehrinde küçük bir fırın açmak ve her sabah komşularıma taze ekmek satmak istiyorum.",
    "nl": "Ik wil in Gent een kleine bakkerij openen en elke ochtend vers brood verkopen aan mijn buren.",
}
"""One sentence that a baker would write, in each language."""


def four_scripts(name: str = "bakery", times: int = 3) -> Plan:
    """An example whose every text is told in one of the languages, the next in the next."""
    told = list(NARRATIVES.values())
    asked = 0

    def text(_key: str) -> str:
        nonlocal asked
        asked += 1
        return " ".join([told[asked % len(told)]] * times)

    return said_everywhere(plan_file.read(examples.text(name)), text)
