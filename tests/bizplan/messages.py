"""Which texts want translating, and the catalogues brought up to date: `python -m tests.bizplan.messages`.

New texts are added to each catalogue without a translation, those that nobody uses any more are
dropped; then the script prints what is still to be translated.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from inspect import isclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from jinja2 import Environment

import bizplan
import financial_models.blocks
from bizplan import examples
from bizplan.domain import plan_file, questions
from bizplan.domain.aids import notes
from bizplan.domain.assumptions import assumptions
from bizplan.translations import HOME, LANGUAGES, SPOKEN_BY_LAW, catalogue, labels_of_law
from financial_models import Plan, appraisal, build
from financial_models.appraisal import NotDefined
from financial_models.assumptions.whole import LEGAL_FORMS
from financial_models.language import Block
from financial_models.law import Lender, Text, lenders
from financial_models.law.lookup import parameters
from financial_models.readers import labels, layout

TODAY = date(2026, 11, 23)
MARKS = ("_", "N_")
TEMPLATES = Path(bizplan.__file__).parents[1] / "templates"
HEAD = '''msgid ""
msgstr ""
"Language: {}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

'''
TRANSLATED = [language for language in LANGUAGES if language != "en"]
Found = Iterator[tuple[str, str]]                           # a text, and where it stands


@cache
def messages(language: str) -> dict[str, list[str]]:
    """Every text that wants a translation into a language, with the places where it stands."""
    found: dict[str, list[str]] = {}
    for text, place in (
        *of_blocks(), *of_headings(language), *of_reasons(), *of_questions(), *of_templates(), *notes.texts(),
        *marked(), *of_law(language),
    ):
        if text and place not in found.setdefault(text, []):
            found[text].append(place)
    return {text: places for text, places in found.items() if places}


def of_blocks() -> Found:
    """Labels, sentences and chapters of all kinds of blocks."""
    yield from ((phrase, "financial_models/readers/labels.py") for phrase in labels.PHRASES)
    yield from ((title, "financial_models/readers/layout.py") for title in layout.TITLES)
    for kind in kinds_of_blocks():
        place = f"{kind.__module__.replace('.', '/')}.py"
        yield kind.chapter, place
        for line in kind.template.values():
            yield line.label, place
            yield line.unit.symbol if line.unit.symbol.isalpha() else "", "financial_models/language/units.py"
            yield line.source, place
            for said in (line.said,) if isinstance(line.said, str) else line.said:
                yield said, place


def kinds_of_blocks() -> list[type[Block]]:
    """Every class of block of the business, in the order of the files."""
    home = financial_models.blocks
    modules = [importlib.import_module(f"{home.__name__}.{each.name}") for each in pkgutil.iter_modules(home.__path__)]
    found = [(module.__name__, kind) for module in modules for kind in vars(module).values() if isclass(kind)]
    return [kind for name, kind in found if issubclass(kind, Block) and kind.__module__ == name]


def of_headings(language: str) -> Found:
    """What the plan calls blocks of which it has several, in plans of either legal form; the law translates its own."""
    law = labels_of_law(language)
    headings = {block.heading: None for plan in _plans() for block in plan.model.blocks}
    yield from ((heading, "financial_models/plan") for heading in headings if heading not in law)


def of_law(language: str) -> Found:
    """What figures of law, lenders and their loans are called, in a language that the files of the law do not speak."""
    if language not in SPOKEN_BY_LAW:
        yield from ((each.label.en, "financial_models/law") for each in parameters())
        for each in lenders():
            yield from ((name.en, "financial_models/law/lenders") for name in (
                each.title, *(product.title for product in each.products), *_said(each)))


def _said(by: Lender) -> Iterator[Text]:
    """What a lender says beside its figures, and what else is to be known of them."""
    for product in by.products:
        facts = (*product.conditions, *(named for named in (product.purposes, product.papers) if named))
        yield from (condition.text for condition in product.conditions)
        yield from (each.note for each in (*product.terms.values(), *facts) if each.note)


@cache
def _plans() -> list[Plan]:
    taken = [assumptions(plan_file.read(examples.text(name)), TODAY) for name in examples.names()]
    return [build(replace(each, legal_form=form)) for each in taken for form in LEGAL_FORMS]


def of_reasons() -> Found:
    """Why a figure does not exist."""
    reasons = (value.reason for value in vars(appraisal).values() if isinstance(value, NotDefined))
    yield from ((reason, "financial_models/appraisal.py") for reason in reasons)


def of_questions() -> Found:
    """Titles of phases and pages, labels and wording of questions, options and groups."""
    for phase in questions.PHASES:
        place = f"bizplan/domain/questions/{phase.key}"      # a file, or a folder
        for text in (phase.title, *(group.label for group in phase.groups), *of_pages(phase.pages)):
            yield text, place
        for question in phase.questions:
            for text in of_question(question):
                yield text, place


def of_pages(pages: tuple[questions.Page, ...]) -> Iterator[str]:
    """Titles of pages, and what they begin with."""
    for page in pages:
        yield from (page.title, page.intro)


def of_question(question: questions.Question) -> Iterator[str]:
    """All that is said of a question and of its options."""
    yield from (question.label, question.ask, question.help, question.example, question.proof)
    for option in question.options:
        yield from (option.label, option.hint)


def marked() -> Found:
    """Texts that stand inside `_()` or `N_()` anywhere in the application."""
    home = Path(bizplan.__file__).parent
    for path in sorted(home.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value, path.relative_to(home.parent).as_posix()


def of_templates() -> Found:
    """Texts that stand inside `_()` in the templates."""
    reader = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(TEMPLATES.rglob("*.html")):
        for _line, _function, text in reader.extract_translations(path.read_text("utf-8"), MARKS):
            if isinstance(text, str):
                yield text, path.relative_to(TEMPLATES.parent).as_posix()


def updated(language: str) -> Catalog:
    """The catalogue with every text that is in use, in the order of the places."""
    old = catalogue(language) if (HOME / f"{language}.po").exists() else Catalog(locale=language)
    new = Catalog(locale=language, project="bizplan", fuzzy=False)
    for text, places in messages(language).items():
        translated = old.get(text)
        new.add(text, translated.string if translated else "", locations=[(place, 0) for place in places])
    return new


def write(language: str, new: Catalog) -> None:
    """The catalogue as a file that people edit, without a date that would change with every run."""
    body = BytesIO()
    write_po(body, new, width=120, include_lineno=False, omit_header=True)
    (HOME / f"{language}.po").write_bytes(HEAD.format(language).encode() + body.getvalue())


if __name__ == "__main__":
    for each in TRANSLATED:
        catalog = updated(each)
        write(each, catalog)
        missing = [message.id for message in catalog if message.id and not message.string]
        print(f"{each}: {len(missing)} to translate", *missing, sep="\n    ")
