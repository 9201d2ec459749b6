"""What somebody wrote in a form about a lender's question: read, and what is said where it cannot be taken."""

from dataclasses import dataclass, field
from datetime import date

from flask import g, request

from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject
from bizplan.domain.course import PARTS
from bizplan.domain.lending.questions import Asked, Asks, Side, read_subject, written_subject
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind, Question
from bizplan.domain.typed import Given, Nothing, letter, typed
from bizplan.storage.columns import new_id

from ..access import person
from ..languages import N_
from ..languages import say as _
from ..readers import visit
from ..wording import Choice, spoken
from .told import ASKS

DAY = Question("due_on", N_("Before the end of which day?"), Kind.DATE)
NO_TEXT = N_("Write what you want to say.")
PAST_DAY = N_("Choose today or a later day.")
LONGEST_ABOUT, LONGEST_KEY = 160, 64
OF_OFFICERS = (Asks.QUESTION, Asks.PAPER, Asks.VERSION)


@dataclass(frozen=True)
class Written:
    """What stands in the form, as it was typed; the key makes that sending it twice is sending it once."""

    say: str = ""
    kind: Asks = Asks.QUESTION
    about: str = ""
    due_on: str = ""
    problems: dict[str, str] = field(default_factory=dict)
    key: str = field(default_factory=new_id)
    asked: Asked | None = None


def beginning() -> Written:
    """An empty form; what it is about may stand in the address."""
    subject = subject_of("|".join(request.args.get(name, "") for name in ("about", "key", "row")))
    return Written(about=written_subject(subject))


def read(side: Side, kinds: tuple[Asks, ...] = OF_OFFICERS, name: str = "say") -> Written:
    """The form as it was sent: what is asked, where nothing is wrong with it."""
    form = request.form
    text, problem = _text(form.get(name, ""))
    due_on, bad_day = _day(form.get("due_on", ""))
    kind = next((each for each in kinds if each.value == form.get("kind")), kinds[0])
    subject = subject_of(form.get("about", ""))
    key = form.get("key", "")[:LONGEST_KEY] or new_id()
    problems = {field: words for field, words in ((name, problem), ("due_on", bad_day)) if words}
    by_link = visit()
    who, link = ("", by_link.link) if by_link else (person().id, "")
    asked = Asked(text, kind, subject, due_on, who, g.language, side, key, link)
    return Written(form.get(name, ""), kind, written_subject(subject), form.get("due_on", ""), problems, key,
                   None if problems else asked)


def subject_of(kept: str) -> Subject | None:
    """What a question is about, where the study or the model may have it; else nothing."""
    if not kept.strip("|") or len(kept) > LONGEST_ABOUT or not kept.isprintable():
        return None
    try:
        subject = read_subject(kept)
    except ValueError:
        return None
    known = {About.PART: PARTS, About.ANSWER: QUESTIONS, About.ROW: GROUPS}
    if subject is None or (subject.about in known and subject.key not in known[subject.about]):
        return None
    return subject


def kinds() -> list[Choice]:
    """What an officer can ask for."""
    return [Choice(each.value, _(ASKS[each])) for each in OF_OFFICERS]


def parts() -> list[Choice]:
    """The parts of a study that a question can be about."""
    return [Choice(written_subject(Subject(About.PART, key)), _(part.title)) for key, part in PARTS.items()]


def _text(text: str) -> tuple[str, str]:
    said = letter(text)
    if isinstance(said, Given):
        return str(said.value), ""
    return "", _(NO_TEXT) if isinstance(said, Nothing) else spoken(said)


def _day(text: str) -> tuple[date | None, str]:
    said = typed(DAY, text, g.language, today())
    if isinstance(said, Nothing):
        return None, ""
    if isinstance(said, Given) and isinstance(said.value, date):
        return (said.value, "") if said.value >= today() else (None, _(PAST_DAY))
    return None, "" if isinstance(said, Given) else spoken(said)
