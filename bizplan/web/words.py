"""The words of the trade: the whole glossary as a page, and below questions and findings those that stand there."""

from collections.abc import Iterable
from functools import cache
from unicodedata import combining, normalize

from flask import Blueprint, Flask, render_template, request

from bizplan.domain.glossary import TERMS, Term, terms_in
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness import RULES

from .access import Entry, enters
from .languages import say as _

AREA = Blueprint("words", __name__, url_prefix="/<language>")
LONGEST_SEARCH = 60


@AREA.get("/words")
@enters(Entry.PERSON, before_consent=True)
def glossary() -> str:
    """All words, or those in which something was found, in the order of their Dutch names."""
    wanted = request.args.get("find", "")[:LONGEST_SEARCH].strip()
    found = [term for term in TERMS if _folded(wanted) in _folded(_all_of(term))]
    return render_template("words/glossary.html", terms=found, wanted=wanted, count=len(TERMS))


def furnish(app: Flask) -> None:
    """Gives the templates the words of what they show."""
    app.jinja_env.globals.update(words_of_questions=words_of_questions, words_of_rules=words_of_rules,
                                 words_of_texts=words_of_texts)


def words_of_questions(keys: Iterable[str]) -> tuple[Term, ...]:
    """The words in these questions: in what they ask, their help and their choices."""
    return tuple(dict.fromkeys(term for key in keys for term in _of_question(key)))


def words_of_rules(keys: Iterable[str]) -> tuple[Term, ...]:
    """The words in what these rules find."""
    return tuple(dict.fromkeys(term for key in keys for term in _of_rules().get(key, ())))


def words_of_texts(texts: Iterable[str]) -> tuple[Term, ...]:
    """The words in English texts of our own."""
    return terms_in(tuple(texts))


@cache
def _of_question(key: str) -> tuple[Term, ...]:
    asked = QUESTIONS[key]
    choices = (text for option in asked.options for text in (option.label, option.hint))
    return terms_in(tuple(text for text in (asked.wording, asked.help, *choices) if text))


@cache
def _of_rules() -> dict[str, tuple[Term, ...]]:
    return {rule.key: terms_in((rule.found, rule.means, rule.mend)) for rule in RULES}


def _all_of(term: Term) -> str:
    """Everything in which a word is looked for, in three languages."""
    return "\n".join((*term.names, term.french, term.meaning, _(term.english), _(term.meaning)))


def _folded(text: str) -> str:
    """A text without capitals and accents: "depot" finds "dépôt"."""
    return "".join(each for each in normalize("NFKD", text.casefold()) if not combining(each))
