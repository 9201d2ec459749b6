"""Answers on their way in: what a form or an autosave says becomes revisions, and each field learns how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bizplan.domain import answers
from bizplan.domain.answers import Fields, takes_period
from bizplan.domain.clock import today
from bizplan.domain.plan import Value
from bizplan.domain.questions import Kind, Question
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.revisions import Deed, Record, Said
from bizplan.domain.typed import Given, Problem, Read, Unclear, echo, shown
from bizplan.domain.vat_sides import both_sides
from bizplan.storage import Storage, Transaction, plans
from bizplan.storage.plans import Change, Clash, Kept, Taken
from bizplan.translations import translator

MOST_TEXTS = 20


@dataclass(frozen=True, eq=False)
class Asked:
    """A question on a page: what its fields hold, and how that was read."""

    question: Question
    row: str
    fields: Fields
    said: Said
    read: Read
    language: str
    problem: str = ""
    readings: tuple[str, ...] = ()
    echo: str | None = None

    @property
    def key(self) -> str:
        """The name of its field."""
        return self.question.key

    @property
    def text(self) -> str:
        """What stands in its one field."""
        return self.fields.texts[0] if self.fields.texts else ""


@dataclass(frozen=True)
class Outcome:
    """What became of an answer: the revision that is kept, or the clash with what somebody else said."""

    asked: Asked
    kept: Taken | Clash | None = None

    @property
    def clash(self) -> Clash | None:
        """The clash, where there is one."""
        return self.kept if isinstance(self.kept, Clash) else None


@dataclass
class Answering:
    """The answers to some questions of a plan, in one row or in none, by one person in one language."""

    kept: Kept
    record: Record
    language: str
    row: str = ""
    today: date = field(default_factory=today)

    def asked(self, question: Question) -> Asked:
        """A question as the plan answers it now."""
        return self.saying(question, self.record.said(question.key, self.row))

    def saying(self, question: Question, said: Said) -> Asked:
        """A question as it is with this answer in its fields."""
        fields = answers.fields(question, said, self.language)
        read = answers.reread(question, said, self.language)
        return self._told(question, fields, said, read)

    def typed(self, question: Question, fields: Fields) -> Asked:
        """A question as somebody has just answered it."""
        fields = replace(fields, texts=fields.texts[:MOST_TEXTS])
        said, read = answers.said(question, fields, self.language, self.today)
        return self._told(question, fields, said, read)

    def base_of(self, tx: Transaction, question: Question, beside: str, base: int) -> int:
        """From which sequence one field of an answer was changed; the number and what stands ``beside`` it are fields.

        Where since then only other fields of the answer changed, that is the newest: both changes go together.
        """
        newest = self.record.sequence_of(question.key, self.row)
        if newest <= base:
            return base
        before = plans.record(tx, self.kept, base).said(question.key, self.row)
        then, now = (answers.fields(question, each, self.language)
                     for each in (before, self.record.said(question.key, self.row)))
        part = beside or "texts"
        return newest if getattr(then, part) == getattr(now, part) else base

    def save(self, storage: Storage, author: str, bases: Mapping[Asked, int], key: str = "",
             passed: str = "") -> list[Outcome]:
        """Keeps what is new of these answers, all together, each with the sequence that it was made from.

        ``passed`` is the mark of the page that is done.
        """
        with storage.writing() as tx:
            outcomes = [Outcome(each, self._kept(tx, author, each, base, key)) for each, base in bases.items()]
            if passed and self.record.said(passed).value is not True:
                mark = Change(Deed.ANSWER, passed, "", Said((), True), base=self.record.sequence)
                plans.save(tx, self.kept.id, author, mark)
        return outcomes

    def _kept(self, tx: Transaction, author: str, asked: Asked, base: int, key: str) -> Taken | Clash | None:
        """The revision, unless the answer says what stood there when its page was made."""
        stood = self.record.said(asked.key, self.row)
        if self.record.sequence_of(asked.key, self.row) > base:
            stood = plans.said(tx, self.kept.id, asked.key, self.row, base)
        if answers.is_same(asked.said, stood):
            return None
        change = Change(Deed.ANSWER, asked.key, self.row, asked.said, base=base, key=key)
        return plans.save(tx, self.kept.id, author, change)

    def _told(self, question: Question, fields: Fields, said: Said, read: Read) -> Asked:
        asked = told(Asked(question, self.row, fields, said, read, self.language))
        return replace(asked, echo=self._with_both_sides(asked)) if asked.echo else asked

    def _with_both_sides(self, asked: Asked) -> str:
        """What was understood, with VAT and without where the row says its rate."""
        value = value_of(asked)
        both = None if value is None else both_sides(self.record.plan, asked.question, self.row, value, self.today)
        if both is None:
            return str(asked.echo)
        said = sentence(both, self.language, translator(self.language))
        return f"{asked.echo}. {said}" if takes_period(asked.question) else said


def told(asked: Asked) -> Asked:
    """A question with what its fields say in words: the problem, the readings to choose from, what was understood."""
    question, read, language = asked.question, asked.read, asked.language
    translate = translator(language)
    if isinstance(read, (Problem, Unclear)):
        asked = replace(asked, problem=sentence(read, language, translate))
    if isinstance(read, Unclear):
        asked = replace(asked, readings=tuple(shown(question, each, language) for each in read.readings))
    if question.is_figure and question.kind is not Kind.TWELVE:
        value = value_of(asked)
        asked = replace(asked, echo="" if value is None else echo(question, value, language, translate))
    return asked


def value_of(asked: Asked) -> Value | None:
    """The value that was understood now, else the one that is kept."""
    return asked.read.value if isinstance(asked.read, Given) else answers.value_of(asked.question, asked.said)
