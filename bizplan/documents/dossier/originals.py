"""What the entrepreneur wrote in another language, beside each translation or together at the end."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import label_words
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import bare, chapter, text
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.dossier.versions import attribution, from_earlier
from bizplan.documents.text import Words, in_language
from bizplan.domain.questions import GROUPS
from bizplan.domain.translated import Text, translations, written_in


def originals_chapter(case: Case) -> list[Flowable]:
    """The original texts that do not stand beside their translation; nothing where there are none."""
    _ = case.translate
    texts = [each for each in translated(case) if (each.question.key, each.row) not in case.beside]
    if not texts:
        return []
    columns = [Column(_("Question"), weight=2, soft=True), Column(_("Original text"), weight=4)]
    told: dict[str, list[Text]] = {}
    for each in texts:
        told.setdefault(attribution(case, each), []).append(each)
    rows = [row for words, those in told.items() for row in (
        Row((words,), "part"), *(Row((name(case, each), original(case, each))) for each in those))]
    return [
        *chapter(case, "originals", _("Original texts")),
        text(case, _("The dossier prints translations of these texts. Here they stand as they were written.")),
        Table(columns, rows, case.styles),
    ]


def translated(case: Case) -> list[Text]:
    """The texts of which the dossier prints a translation, which says it in other words."""
    found = translations(case.original, case.wording.language)
    return [each for each in found if each.version and each.version.text not in ("", each.original)]


def original(case: Case, each: Text) -> Words:
    """A text as it was written, in its language."""
    return in_language(each.original.strip(), written_in(case.original, each.original))


def name(case: Case, each: Text) -> str:
    """The label of a question, and in which row it was answered."""
    label, group = bare(label_words(case, each.question)), each.question.group
    if each.version and each.version.stale:
        label = from_earlier(case, label)
    if not group:
        return label
    number = case.study.row_ids(group).index(each.row) + 1
    return f"{bare(case.translate(GROUPS[group].label))} {number}: {label}"
