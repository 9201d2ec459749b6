"""What is shown before anybody signs is what the officer will read: the cut, and no word that the cut withholds."""

import json
import re
import zipfile
from io import BytesIO

import pytest

from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.lending.papers import Reader
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.recipients import NOT_FOR_A_LENDER, RESIDENCE, Recipient, questions_under, withheld
from bizplan.domain.released import released
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import lender_profiles, papers, plans, submissions, threads
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change
from bizplan.storage.threads import Beginning
from bizplan.web.lending import lenders_shown
from bizplan.web.lending.handing_in_preview import KEPT_BACK, parts
from financial_models.law.lending import Lender
from tests.bizplan.web.opened import opened, record

SECRET, LINE, NOTE, ODD = "Geheim{:04}f3a1", "Regel{:04}b7c2", "Nota5d1e", 1317.43
COPIES = ("quotes", "identity", "bank_statements", "diplomas")
LINES = ("household.other_expenses[].name", "household.incomes[].name", "household.debts[].name")


@pytest.fixture
def secrets(storage, bakery, amal, lien):
    """A word of its own in every text that a lender is not shown, in a remark and in a note among coaches."""
    stands = record(storage, bakery)
    with storage.writing() as tx:
        for number, key in enumerate(sorted(withheld(Recipient.LENDER) | set(LINES))):
            question = QUESTIONS[key]
            for row in stands.plan.places(question) if question.kind in (Kind.TEXT, Kind.LONG_TEXT) else ():
                text = (LINE if key in LINES else SECRET).format(number)
                plans.save(tx, bakery, amal, Change(Deed.ANSWER, key, row, Said((text,), text), base=10**6))
        told = Said.of("household.expenses.remittances", ODD, note=SECRET.format(9999))
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "household.expenses.remittances", "", told, base=10**6))
        threads.begin(tx, bakery, lien, Beginning(ThreadKind.PRIVATE, Subject(About.ANSWER, "idea.need"), NOTE))


def unpacked(book):
    """All that a workbook packs."""
    with zipfile.ZipFile(BytesIO(book)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def version_with(browser, application, found, *more):
    """A version that is made ready, with what is ticked."""
    page = opened(browser, f"{application}/ready")
    page.browser.client.post(f"{application}/ready", data={
        **dict(page.tree.forms[-1].form_values()), "dossier_language": "nl", "more": list(more)})
    return f"{application}/versions/{found().prepared.id}"


@pytest.mark.parametrize("who", ["amals", "liens"])
def test_nothing_that_the_cut_withholds_stands_on_its_pages(request, secrets, application, found, who, everything):
    browser = request.getfixturevalue(who)
    page = opened(browser, version_with(browser, application, found))
    told = everything(browser, page.address)
    assert len(told) > 20_000, "the answers of all parts"
    assert not re.findall(r"Geheim\d{4}|Regel\d{4}|Nota5d1e|1[,.]?317", told)
    assert "Each income, expense and debt of the family by itself. The lender reads totals." in page.text
    assert "The family's money stands here in totals." in page.text


def test_with_the_lines_of_the_household_they_stand_there_and_nothing_else_does(secrets, amals, application, found,
                                                                                  everything):
    page = opened(amals, version_with(amals, application, found, "household"))
    told = everything(amals, page.address)
    assert re.search(r"Regel\d{4}", told) and "1,317.43" in told
    assert not re.findall(r"Geheim\d{4}|Nota5d1e", told)
    assert "Each income, expense and debt of the family by itself" not in page.text
    consent = "Also every income, expense and debt of your family, line by line, with copies about them."
    assert consent in page.text


def test_every_answer_of_the_cut_stands_on_the_page_and_no_other(app, storage, secrets, bakery):
    cut = released(record(storage, bakery).plan, Recipient.LENDER)
    with app.test_request_context("/en/"):
        app.preprocess_request()
        found = list(parts(cut, "nl"))
    assert sum(part.count for part in found) == len(cut.answers) > 150


def test_what_is_handed_in_is_what_was_shown(secrets, amals, liens, application, found, work, storage):
    address = version_with(liens, application, found, "household")
    shown = opened(amals, address)
    opened(liens, address).press("/sign-as-coach")
    shown.press("/sign", agree="yes")
    work()
    with storage.reading() as tx:
        told = submissions.told(tx, found().newest.id)
        book = unpacked(submissions.document(tx, found().newest.id, "workbook"))
    cut = plan_file.read(told["plan"].encode())
    assert cut.release.more == ("household",)
    assert not re.findall(r"Geheim\d{4}|Nota5d1e", told["plan"]) and re.findall(r"Regel\d{4}", told["plan"])
    assert sum(int(each) for each in re.findall(r"Answers: (\d+)", shown.text)) == len(cut.answers)
    assert re.findall(r"Regel\d{4}", book) and not re.findall(r"Geheim\d{4}|Nota5d1e", book)
    assert json.loads(told["figures"])


def test_the_lowest_cash_and_the_signals_of_the_bakery_stand_on_the_page(amals, application, found):
    text = opened(amals, version_with(amals, application, found)).text
    assert "Lowest on your account€ 2,967 in March 2027" in text
    assert "Version 1" in text and "The dossier as a PDF, in Dutch" in text


def test_residence_papers_are_offered_only_where_the_lender_asks_for_them(amals, application, found, monkeypatch):
    offered = "//input[@name='more']/@value"
    assert opened(amals, f"{application}/ready").of(offered) == ["household"]
    version_with(amals, application, found, "household", "residence")
    assert found().prepared.more == ("household",), "what was not offered is not taken"
    monkeypatch.setattr(lenders_shown, "asked_for", lambda _tx, _application: (RESIDENCE,))
    page = opened(amals, f"{application}/ready")
    assert page.of(offered) == ["household", "residence"] and "This lender asks for it." in page.text
    address = version_with(amals, application, found, "residence")
    assert found().prepared.more == ("residence",)
    copies = "Copies of identity and residence papers, where the business owner lets a lender see them"
    assert copies in opened(amals, address).text


def test_what_a_published_lender_asks_for_is_read_from_its_profile(storage, application, found, monkeypatch):
    with storage.reading() as tx:
        assert set(lenders_shown.asked_for(tx, found())) <= {"household", "residence"}
        monkeypatch.setattr(lenders_shown, "profile", lambda _name: type(
            "Asking", (Lender,), {"asks_for": ("residence", "shoe size")})("x", None, (), {}))
        assert lenders_shown.asked_for(tx, found()) == ("residence",)


def test_a_lender_that_speaks_for_itself_is_asked_by_its_own_profile(amals, home, krediet, found, storage):
    with storage.writing() as tx:
        own = lender_profiles.say(tx, krediet, lender_profiles.new_name(), None, lender_profiles.Said(
            today(), {"about.title": "Startkrediet", "about.asks_for": ("residence",)}))
    page = opened(amals, f"{home}/new")
    page.press("/new", lender=f"organisation:{krediet}:{own}")
    assert (found().organisation, found().lender) == (krediet, own)
    application = f"{home}/{found().id}"
    assert opened(amals, f"{application}/ready").of("//input[@name='more']/@value") == ["household", "residence"]
    text = opened(amals, version_with(amals, application, found, "residence")).text
    assert "Krediet voor Iedereen" in text and "Lowest on your account" in text


def test_the_copies_of_papers_that_go_along_are_named_and_no_others(amals, application, found, storage, bakery, amal):
    with storage.writing() as tx:
        for paper in COPIES:
            reader = Reader.COACH if paper == "diplomas" else Reader.LENDER
            papers.keep(tx, bakery, amal, papers.New(paper, "pdf", b"%PDF", 1, f"{paper}-copy.pdf", reader), new_id())
    for more, named in (((), {"quotes"}), (("household",), {"quotes", "bank_statements"})):
        text = opened(amals, version_with(amals, application, found, *more)).text
        assert {each for each in COPIES if f"{each}-copy.pdf" in text} == named


def test_all_that_a_lender_is_not_shown_is_named_in_plain_words():
    named = {place for places in KEPT_BACK.values() for place in places}
    assert questions_under(named) == questions_under(NOT_FOR_A_LENDER)
