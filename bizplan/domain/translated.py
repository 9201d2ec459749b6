"""Texts in two languages: beside what somebody wrote in their own language, what it says in that of the dossier.

A version is a revision of its own, under the key of its question and its language: ``idea.offer/nl``, in the same
row.  It was made of the text that its writer saw; once that text has changed since, it wants looking at again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from .plan import Plan, Translation
from .questions import QUESTIONS, Kind, Question, fields

N_ = str
"""Marks a text that is translated where it is said."""
DOSSIER_LANGUAGES = ("nl", "fr", "en")
"""The languages that a dossier can be written in."""
NAMES = {
    "nl": N_("Dutch"), "fr": N_("French"), "en": N_("English"), "ar": N_("Arabic"), "fa": N_("Persian or Dari"),
    "ps": N_("Pashto"), "ti": N_("Tigrinya"), "uk": N_("Ukrainian"), "tr": N_("Turkish"),
}
LATIN = ("nl", "fr", "en", "tr")
"""The languages of plans that are written in the letters of a dossier."""
TRANSLATORS = ("entrepreneur", "coach", "interpreter")
"""Who can have made a version."""
AS_WRITTEN = frozenset({
    "applicant.name", "applicant.address", "applicant.municipality", "applicant.phone", "applicant.email",
    "competences.references[].name", "competences.references[].contact", "competences.network[].name",
    "idea.business_name", "market.orders[].customer", "market.competitors[].name", "market.competitors[].address",
    "marketing.website", "marketing.first_customers[].name", "operations.address", "operations.bookkeeper",
    "operations.suppliers[].name", "rules.activity_code", "rules.enterprise_number", "rules.enterprise_counter",
    "rules.fund", "team.partners[].name", "team.helpers[].name", "loans[].name", "grants[].name",
    "financing.guarantors[].name", "household.debts[].name", "equipment[].supplier", "test_phase.cooperative",
    "planning.milestones[].who", "competences.actions[].who", "planning.follow_up_by", "planning.coach.name",
    "planning.coach.organisation",
})
"""Texts that are names, addresses and numbers: they stay as they are, unless in letters that a lender cannot read."""
_LATIN_END, _LATIN_MORE, _LATIN_MORE_END = "\u0250", "\u1e00", "\u1eff"


class State(Enum):
    """How far a text is."""

    MISSING = "none"
    CHANGED = "warn"
    DONE = "ok"


@dataclass(frozen=True)
class Text:
    """A text of the plan, and what it says in another language as far as somebody wrote that."""

    question: Question
    row: str
    original: str
    language: str
    version: Translation | None = None

    @property
    def state(self) -> State:
        """How far it is: still to be written, to be looked at again, or there."""
        if self.version is None:
            return State.MISSING
        return State.CHANGED if self.version.stale else State.DONE

    @property
    def is_same(self) -> bool:
        """Whether the text itself is in that language already."""
        return self.version is not None and not self.version.text

    @property
    def key(self) -> str:
        """The key under which its version is kept."""
        return key_of(self.question.key, self.language)


def is_text(question: Question) -> bool:
    """Whether a question is answered in words."""
    return question.kind in (Kind.TEXT, Kind.LONG_TEXT)


def is_narrative(question: Question) -> bool:
    """Whether what is answered wants to be read in the language of the dossier: no name, no address, no number."""
    return is_text(question) and question.key not in AS_WRITTEN


def key_of(question: str, language: str) -> str:
    """The key under which the version of an answer in a language is kept."""
    return f"{question}/{language}"


def read_key(key: str) -> tuple[str, str] | None:
    """The question and the language of a version; None for any other key, such as the mark of a page."""
    question, slash, language = key.rpartition("/")
    known = slash and language in DOSSIER_LANGUAGES and question in QUESTIONS
    return (question, language) if known and is_text(QUESTIONS[question]) else None


def dossier_language(plan: Plan) -> str:
    """The language that the entrepreneur wants the dossier in."""
    return str(plan.value("applicant.dossier_language"))


def is_wanted(plan: Plan, question: Question, text: str, language: str) -> bool:
    """Whether a text wants a version in a language.

    A coach writes in the language of the dossier, and names stay as they are: both are only wanted where they
    stand in other letters than those of the dossier.
    """
    if not any(map(str.isalpha, text)):
        return False
    if not is_latin(text):
        return True
    return plan.language != language and is_narrative(question) and not question.coach


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters, at least for the larger part."""
    letters = [each for each in text if each.isalpha()]
    latin = sum(each < _LATIN_END or _LATIN_MORE <= each <= _LATIN_MORE_END for each in letters)
    return 2 * latin >= len(letters)


def written_in(plan: Plan, text: str) -> str:
    """The language of a text: that of the plan, or "" where its letters say that it is another."""
    return plan.language if is_latin(text) == (plan.language in LATIN) else ""


def text_of(plan: Plan, question: Question, row: str, language: str) -> Text | None:
    """A text that wants a version in a language, or has one; None for any other answer."""
    answer = plan.answer(question.key, row)
    if not is_text(question) or answer is None or not plan.is_asked(question, row):
        return None
    original, version = str(answer.value), plan.translations.get((question.key, row, language))
    if version is None and not is_wanted(plan, question, original, language):
        return None
    return Text(question, row, original, language, version)


def translations(plan: Plan, language: str) -> tuple[Text, ...]:
    """All texts that want a version in a language or have one, in the order of the study, row by row."""
    found = (text_of(plan, question, row, language) for question, row in _places(plan))
    return tuple(each for each in found if each is not None)


def untranslated(plan: Plan, language: str) -> tuple[Text, ...]:
    """What still wants a version in a language, or wants looking at again."""
    return tuple(each for each in translations(plan, language) if each.state is not State.DONE)


def printed(plan: Plan, language: str) -> Plan:
    """The plan as its documents in a language print it: its texts in that language where somebody wrote them so."""
    said = {(question, row): version.text for (question, row, of), version in plan.translations.items()
            if of == language and version.text and (question, row) in plan.answers}
    answers = {place: replace(answer, value=said[place]) if place in said else answer
               for place, answer in plan.answers.items()}
    return replace(plan, answers=answers)


def _places(plan: Plan) -> Iterator[tuple[Question, str]]:
    seen = set()
    for question in QUESTIONS.values():
        if not question.group:
            yield question, ""
        elif question.group not in seen:
            seen.add(question.group)
            yield from ((each, row) for row in plan.row_ids(question.group) for each in fields(question.group))
