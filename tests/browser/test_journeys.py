"""From the first sign-in to the documents: the way of a person, in Dutch and in Arabic, with scripts or without."""

from pathlib import Path

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.course import PARTS
from tests.browser.conftest import DESK, PHONE
from tests.browser.installation import Installation
from tests.browser.papers import Papers, saved, take, told
from tests.browser.student import Student
from tests.browser.visitor import Visitor


def come_in(visitor: Visitor, installation: Installation, name: str, language: str) -> None:
    """Asks for a code, types it, agrees, and begins a plan."""
    installation.person(name, language, agreed=False)
    visitor.open(f"/{language}/sign-in")
    visitor.page.fill("[name=email]", f"{name.lower()}@example.org")
    visitor.submit()
    visitor.page.fill("[name=code]", installation.code(name))
    visitor.page.check("[name=own_device]")
    visitor.submit()
    assert visitor.path == f"/{language}/consent"
    visitor.press(visitor.page.locator('button[name=agree][value="yes"]'))
    assert visitor.path == f"/{language}/plans"
    visitor.press(visitor.page.locator('form[action$="/plans/new"] button'))


def see_why(visitor: Visitor) -> None:
    """Opens the explanation of a figure on the page, and one of a figure in it."""
    visitor.press(visitor.page.locator('main a[href*="/why/"]').first)
    assert visitor.page.locator("main p.strong").inner_text()
    visitor.press(visitor.page.locator('main li a[href*="/plan/"]').first)


def take_all(visitor: Visitor, plan: str, language: str, folder: Path) -> Papers:
    """The workbook, the dossier and the plan file."""
    workbook = take(visitor, plan, "workbook", language, folder)
    dossier = take(visitor, plan, "dossier", language, folder)
    visitor.open(plan)
    file = saved(visitor, visitor.page.locator(f'a[href$="{plan}file"]'), folder / "plan.json")
    return Papers(file, workbook, dossier, language)


SHORT = ("stops", "quick")
OF_THE_QUICK_LOOK = frozenset(key for part in SHORT for page in PARTS[part].pages for key in page.questions)


@pytest.mark.parametrize(("name", "language", "example", "scripts", "kind", "documents"), [
    ("Amina", "nl", "hairdresser", True, "workbook", "nl"), ("Karim", "ar", "it_service", False, "dossier", "en")])
def test_somebody_takes_the_quick_look_at_a_desk(name, language, example, scripts, kind, documents, visit,
                                                 installation, needs, tmp_path):
    visitor = visit(size=DESK, scripts=scripts)
    come_in(visitor, installation, name, language)
    wanted = plan_file.read(examples.text(example))
    plan = visitor.path
    student = Student(visitor, wanted, language)
    for part in SHORT:
        visitor.open(plan)
        student.go_through(part)
    assert visitor.path == f"{plan}figures/verdict"
    see_why(visitor)
    document = take(visitor, plan, kind, documents, tmp_path)
    visitor.open(plan)
    file = saved(visitor, visitor.page.locator(f'a[href$="{plan}file"]'), tmp_path / "plan.json")
    kept = told(wanted, asked_only=True)
    assert told(plan_file.load(file)) == {key: said for key, said in kept.items() if key[0] in OF_THE_QUICK_LOOK}
    papers = Papers(file, document, document, documents)
    papers.check_workbook() if kind == "workbook" else papers.check_dossier(needs("pdftotext"))


@pytest.mark.whole
@pytest.mark.parametrize(("name", "language", "example", "size", "scripts", "documents"), [
    ("Samira", "nl", "hairdresser", PHONE, True, "nl"), ("Yusuf", "ar", "it_service", PHONE, False, "fr"),
    ("Farida", "nl", "it_service", DESK, False, "nl"), ("Omar", "ar", "hairdresser", DESK, True, "en")])
def test_somebody_goes_the_whole_way(name, language, example, size, scripts, documents, visit, installation, needs,
                                     tmp_path):
    visitor = visit(size=size, scripts=scripts)
    come_in(visitor, installation, name, language)
    wanted = plan_file.read(examples.text(example))
    plan = visitor.path
    student = Student(visitor, wanted, language)
    for part in PARTS:
        visitor.open(plan)
        student.go_through(part)
        if part == "quick":
            assert visitor.path == f"{plan}figures/verdict"
            see_why(visitor)
    papers = take_all(visitor, plan, documents, tmp_path)
    assert told(plan_file.load(papers.plan)) == told(wanted, asked_only=True)
    papers.check_workbook()
    papers.check_dossier(needs("pdftotext"))
