"""What a text says in the language of the dossier, beside its answer; and how many texts still want it."""

from flask import g, render_template
from markupsafe import Markup

from bizplan.domain.translated import NAMES, State, Text, dossier_language

from ..access import kept, reading
from ..calculated import RECORDS
from ..languages import say as _
from ..study import is_coach
from .texts_shown import WORDS, url_of, visible


def translation_beside(question: str, row: str) -> Markup | str:
    """What an answer says in the language of the dossier; where nobody wrote that yet, a coach is led to it."""
    found = _texts().get((question, row))
    if found is None or (found.state is State.MISSING and not is_coach()):
        return ""
    return Markup(render_template(                          # noqa: S704 - a template wrote it
        "coaching/translation_beside.html", text=found, into_name=_(NAMES[found.language]), word=_(WORDS[found.state]),
        url=url_of(found)))


def below_tasks() -> Markup | str:
    """How many texts are there in the language of the dossier, with the way to all of them."""
    found = _texts()
    if not found:
        return ""
    done = sum(each.state is State.DONE for each in found.values())
    language = next(iter(found.values())).language
    return Markup(render_template(                          # noqa: S704 - a template wrote it
        "coaching/texts_below.html", done=done, all=len(found), into_name=_(NAMES[language])))


def _texts() -> dict[tuple[str, str], Text]:
    """The texts of the plan of the page, looked up once for all of its answers."""
    if "texts_beside" not in g:
        with reading() as tx:
            record = RECORDS.of(tx, kept())
        found = visible(record, dossier_language(record.plan))
        g.texts_beside = {(each.question.key, each.row): each for each in found}
    texts: dict[tuple[str, str], Text] = g.texts_beside
    return texts
