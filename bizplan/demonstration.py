"""A demo: organisations, a person in each role and the example plans, in a folder of its own.

Whatever it holds is plainly invented.  A file in the folder says that it is a demo and who stands behind which door.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from bizplan import examples
from bizplan.domain import course, plan_file
from bizplan.domain.importing import imported
from bizplan.domain.living import living
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import Storage, Transaction, consents, opened, participants, people, plans
from bizplan.storage.plans import Change
from bizplan.storage.sealing import key_in
from bizplan.workshop import today

from . import summing_up

SIGN = "demo.json"
NEARLY = 0.97
PRICE = "products[].price"
STEPS = 14
WRITTEN, MONTHS = date(2026, 11, 1), 12
"""When the examples were written, and the months of a year."""
LAST_STAGE = len(course.STAGES)
STAGES = {"tailor": 1, "it_service": 2, "hairdresser": 3, "bicycle_repair": 4, "cleaning": 5}
"""How far the study of a demo's plan is: the number of its stages that are answered; the others are complete."""
SECOND, ALONE = "cleaning", "it_service"
"""The plan that the second coach of the demo accompanies, and the one that nobody does."""
LAST_WEEK, LAST_NIGHT = timedelta(days=6), timedelta(hours=9)
OVERNIGHT = {
    "idea.need": "الناس في الحي يشترون الخبز من مكان بعيد، والخبز هنا ليس طازجاً.",
    "competences.motivation": "كان لي مخبز في بلدي لمدة اثنتي عشرة سنة، وأريد أن أعمل بيدي مرة أخرى.",
}


@dataclass(frozen=True)
class Door:
    """Who stands behind a door of the demo, and the page on which their work waits."""

    person: str
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)


def doors(folder: Path) -> dict[str, Door]:
    """The doors of a demo folder; none in a folder that is no demo."""
    sign = folder / SIGN
    if not sign.exists():
        return {}
    return {key: Door(**told) for key, told in json.loads(sign.read_text("utf-8")).items()}


def is_demo(folder: Path) -> bool:
    """Whether a folder was made by a demo."""
    return (folder / SIGN).exists()


def furnish(folder: Path) -> Storage:
    """A demo in a folder; one that is there already is opened as it was left."""
    storage = opened(folder, key_in(folder))
    if not is_demo(folder):
        found = _furnished(storage)
        sign = json.dumps({key: asdict(door) for key, door in found.items()}, indent=1)
        (folder / SIGN).write_text(sign + "\n", "utf-8")
    return storage


def _furnished(storage: Storage) -> dict[str, Door]:
    with storage.writing() as tx:
        guiding = people.add_organisation(tx, "coaching", "Voorbeeld Startersbegeleiding")
        lending = people.add_organisation(tx, "lending", "Voorbeeld Kredieten")
        coach = _person(tx, "Coach Voorbeeld", "nl", Role.COACH, guiding)
        second = _person(tx, "Tweede Coach Voorbeeld", "nl", Role.COACH, guiding)
        _person(tx, "Kredietadviseur Voorbeeld", "nl", Role.OFFICER, lending)
        manager = _person(tx, "Projectcoördinator Voorbeeld", "nl", Role.MANAGER, guiding)
        coached = dict.fromkeys(examples.names(), coach) | {SECOND: second, ALONE: ""}
        made = {name: _plan(tx, name, coached[name], guiding) for name in coached}
    owner, plan = made["bakery"]
    dear = _dearest(storage, plan)
    with storage.writing() as now:
        tx = replace(now, now=now.now - LAST_NIGHT)
        for key, text in OVERNIGHT.items():
            kept = plans.plan(tx, plan)
            assert kept is not None
            plans.save(tx, plan, owner, Change(Deed.ANSWER, key, "", Said.of(key, text, text=(text,)),
                                               base=kept.sequence))
    summing_up.refresh(storage, len(made))
    asks = {"plan": plan, "part": "idea", "page": "prices", "row": dear}
    return {"entrepreneur": Door(owner, "study.row", asks),
            "coach": Door(coach, "history.changes", {"plan": plan}),
            "manager": Door(manager, "team.overview")}


def _person(tx: Transaction, name: str, language: str, role: Role, organisation: str | None = None) -> str:
    person = people.add_person(tx, name, language)
    people.give_role(tx, person, role, organisation)
    return person


def _plan(tx: Transaction, name: str, coach: str, organisation: str) -> tuple[str, str]:
    """An example plan with an owner of its own, and a coach unless nobody coaches it yet."""
    study = _moved(plan_file.read(examples.text(name)), _months_since(WRITTEN))
    study = _one_price_away(study) if name == "bakery" else study
    owner = _person(tx, str(study.value("applicant.name") or name), "nl", Role.ENTREPRENEUR)
    consents.write_down(tx, owner, CONSENT, "nl", given=True)
    tx = replace(tx, now=tx.now - LAST_WEEK)
    plan = plans.make(tx, owner, study.language, organisation)
    if coach:
        participants.let_in(tx, plan, coach, Role.COACH)
    plans.fill(tx, plan, owner, imported(_as_far_as(study, STAGES.get(name, LAST_STAGE))))
    return owner, plan


def _moved(study: Plan, months: int) -> Plan:
    """The plan with all its days so many months later: a demo is always about to begin."""
    answers = {place: replace(answer, value=_later(answer.value, months)) if isinstance(answer.value, date) else answer
               for place, answer in study.answers.items()}
    return replace(study, answers=answers)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months_since(day: date) -> int:
    return (today().year - day.year) * MONTHS + today().month - day.month


def _as_far_as(study: Plan, stage: int) -> Plan:
    """What was answered by the end of a stage of the study: whoever is there has not answered the rest yet."""
    keys = {key for each in course.STAGES[:stage] for part in each.parts for page in part.pages
            for key in page.questions}
    if stage == LAST_STAGE:
        return study
    groups = {QUESTIONS[key].group for key in keys if QUESTIONS[key].group}
    return Plan(study.language, {place: answer for place, answer in study.answers.items() if place[0] in keys},
                {group: rows for group, rows in study.rows.items() if group in groups},
                {place: version for place, version in study.translations.items() if place[0] in keys})


def _one_price_away(study: Plan) -> Plan:
    """The plan with its dearest-selling product priced so low that the family is only just not covered."""
    row = _bestseller(study)
    asked = study.value(PRICE, row)
    assert isinstance(asked, float | int)
    low, high = 0.0, float(asked)
    for _step in range(STEPS):
        middle = (low + high) / 2
        covered = living(_priced(study, row, middle), today()).family.value
        low, high = (low, middle) if covered is None or covered >= NEARLY else (middle, high)
    return _priced(study, row, round(low, 1))


def _bestseller(study: Plan) -> str:
    return max(study.row_ids("products"), key=lambda row: float(str(study.value("products[].units", row) or 0))
               * float(str(study.value(PRICE, row) or 0)))


def _priced(study: Plan, row: str, price: float) -> Plan:
    old = study.answer(PRICE, row)
    answer = Answer(price, old.evidence if old else None, old.note if old else "")
    return replace(study, answers={**study.answers, (PRICE, row): answer})


def _dearest(storage: Storage, plan: str) -> str:
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        assert kept is not None
        return _bestseller(plans.record(tx, kept).plan)

