"""Once the applicant withdraws, nothing that was handed in is read any more: by no page, no file, no link."""

import pytest

from bizplan.domain.coaching import About
from bizplan.domain.lending.papers import Reader
from bizplan.domain.lending.questions import Asked, Side
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.storage import applications, lender_news, lender_questions, papers, submissions, verdicts
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.storage.submissions import Agreed
from tests.bizplan.web.lending.reading.conftest import hand_in, link_to
from tests.bizplan.web.opened import opened, shown

PAGES = ("", "answers/", "answers/idea", "figures/", "figures/cash", "what-if", "documents/", "documents/1/dossier.pdf",
         "documents/1/model.xlsx", "compare?from=1&to=2")
SAID = "Omdat mijn broer Karim meebetaalt."


@pytest.fixture
def lenders(handed_in, bakery):
    """Where the entrepreneur reads how it stands."""
    return f"/en/plan/{bakery}/lenders"


@pytest.fixture
def quote(storage, bakery, amal, handed_in, frozen):
    """A paper that a lender may see, sent before the second version."""
    with storage.writing() as tx:
        made = papers.keep(tx, bakery, amal, New("quotes", "pdf", b"%PDF quote", 1, "Oven", Reader.LENDER), new_id())
    hand_in(storage, handed_in, frozen.second)
    return made


@pytest.fixture
def withdraw(amals, lenders, handed_in):
    """The entrepreneur withdraws."""
    def press():
        return opened(amals, f"{lenders}/answer/{handed_in}").press("/withdraw", why="Ik wacht nog.")
    return press


def test_each_page_and_each_file_is_gone_at_the_next_request(officer, visitor, address, quote, withdraw):
    pages = (*PAGES, f"papers/{quote}")
    for browser in (officer, visitor):
        assert {each: browser.get(address + each).status_code for each in pages} == dict.fromkeys(pages, 200)
    assert withdraw().status_code == 302
    for browser in (officer, visitor):
        assert {each: browser.get(address + each).status_code for each in pages} == dict.fromkeys(pages, 404)
    assert visitor.get(address.replace("dossier", "questions")).status_code == 404


def test_its_links_open_nothing_and_their_makers_see_that(storage, amals, other, lenders, handed_in, bakery, amal,
                                                         withdraw):
    token = link_to(storage, handed_in, bakery, amal)
    assert other.get(f"/en/s/{token}").status_code == 200
    withdraw()
    assert other.get(f"/en/s/{token}").status_code == other.post(f"/en/s/{token}").status_code == 404
    page = opened(amals, f"{lenders}/links/")
    assert "Taken back" in page.text and "Works" not in page.text
    assert "Make a link" not in page.text


def test_before_they_press_they_are_told_what_the_lender_keeps_and_what_not(amals, lenders, handed_in, withdraw):
    page = opened(amals, f"{lenders}/answer/{handed_in}")
    assert "the lender can open nothing of what you handed in" in page.text
    assert "The lender still sees that you asked" in page.text
    after = shown(amals, amals.get(withdraw().headers["Location"]))
    assert "can open nothing of it any more" in after.text and "/withdraw" not in after.of("//main//form/@action")
    assert "The lender can open nothing of it." in opened(amals, f"{lenders}/{handed_in}").text


def test_the_lender_keeps_what_it_said_itself_and_not_what_was_said_back(storage, officer, handed_in, amal, withdraw,
                                                                        frozen):
    with storage.writing() as tx:
        found = applications.application(tx, handed_in)
        asked = lender_questions.ask(tx, found, Asked("Wie betaalt mee?"))
        lender_questions.say(tx, lender_questions.question(tx, asked), Asked(SAID, author=amal, side=Side.PLAN))
    questions = f"/en/lending/{handed_in}/questions/"
    assert SAID in opened(officer, questions).text
    withdraw()
    page = opened(officer, questions)
    assert "Wie betaalt mee?" in page.text and "This can be read no longer" in page.text
    assert SAID not in page.text and "Amal" not in page.text and not page.tree.xpath("//main//form")
    file = opened(officer, f"/en/lending/{handed_in}/")
    assert "Withdrawn by the applicant" in file.text and "Ik wacht nog." in file.text and "Open: 0 of 1" in file.text
    assert "Amal" not in file.text and "Bakkerij" not in file.text and not file.tree.xpath("//main//form")
    desk = opened(officer, "/en/lending/?tab=closed").text
    assert "Withdrawn by the applicant" in desk and "Amal" not in desk and "Bakkerij" not in desk


def test_once_all_is_taken_back_the_lender_reads_no_answer_but_may_ask_for_a_version(
        storage, officer, amals, lenders, handed_in, amal):
    with storage.writing() as tx:
        found = applications.application(tx, handed_in)
        asked = lender_questions.ask(tx, found, Asked("Wie betaalt mee?"))
        lender_questions.say(tx, lender_questions.question(tx, asked), Asked(SAID, author=amal, side=Side.PLAN))
    opened(amals, f"{lenders}/{handed_in}/take-back").press("/take-back")
    page = opened(officer, f"/en/lending/{handed_in}/questions/")
    assert "This can be read no longer: the applicant took back what was handed in." in page.text
    assert SAID not in page.text and "Amal" not in page.text and "Wie betaalt mee?" in page.text
    assert page.press("/ask", say="Dien opnieuw in.", kind="version", about="").status_code == 302


@pytest.mark.parametrize("decided", [Outcome.NOT_YET, Outcome.DECLINED])
def test_what_was_decided_meanwhile_is_read_before_it_is_withdrawn(storage, amals, lenders, handed_in, officer, lender,
                                                                  decided):
    page = opened(amals, f"{lenders}/answer/{handed_in}")
    with storage.writing() as tx:
        omar, = tx.execute(lender_news.officers(lender)).scalars()
        assert verdicts.give(tx, applications.application(tx, handed_in), omar, Given(
            Kind.DECISION, decided, "Nu niet.", ("surplus",)))
    told = shown(amals, page.press("/withdraw", why="Ik wacht nog."), 409)
    assert "The lender decided meanwhile, so nothing was withdrawn." in told.text
    with storage.reading() as tx:
        assert not verdicts.verdicts_of(tx, handed_in).is_withdrawn
    if decided is Outcome.NOT_YET:
        assert "Ik wacht nog." in told.text and told.press("/withdraw").status_code == 302
    else:
        assert not told.tree.xpath("//main//form[contains(@action, '/withdraw')]")


@pytest.mark.parametrize("page", ["advice", "committee", "decision"])
def test_nothing_more_is_said_about_it_at_the_lender(officer, storage, handed_in, withdraw, page):
    address = f"/en/lending/{handed_in}/{page}"
    assert officer.get(address).status_code == 200
    withdraw()
    for answer in (lambda: officer.get(address), lambda: officer.post(address, form="/en/me")):
        assert "Nothing more is asked or decided about it." in opened(officer, answer().headers["Location"]).text
    with storage.reading() as tx:
        assert len(verdicts.verdicts_of(tx, handed_in).verdicts) == 1


def test_what_waited_for_an_answer_waits_no_longer(storage, officer, amals, lenders, handed_in, bakery, withdraw):
    with storage.writing() as tx:
        asked = lender_questions.ask(tx, applications.application(tx, handed_in), Asked("Waarom Gent?"))
    page = opened(amals, f"{lenders}/questions/")
    withdraw()
    answer = shown(amals, amals.get(page.press("/answer", **{f"say-{asked}": SAID}).headers["Location"]))
    assert "This application was withdrawn. What you wrote was not sent to the lender." in answer.text
    assert "Waarom Gent?" not in opened(amals, f"/en/plan/{bakery}/").text
    page = opened(amals, f"{lenders}/questions/")
    assert "The application was withdrawn." in page.text and not page.tree.xpath("//main//form")
    assert officer.post(f"/en/lending/{handed_in}/questions/ask", {
        "say": "Toch nog?", "about": f"{About.PART.value}|idea|"}, form="/en/me").headers["Location"].endswith(
        f"/lending/{handed_in}/")
    with storage.reading() as tx:
        assert [len(each.words) for each in lender_questions.questions_of(tx, handed_in)] == [1]


def test_withdrawn_twice_it_is_withdrawn_once(amals, lenders, storage, handed_in):
    pages = [opened(amals, f"{lenders}/answer/{handed_in}") for _ in range(2)]
    assert [each.press("/withdraw").status_code for each in pages] == [302, 302]
    with storage.reading() as tx:
        assert len(verdicts.verdicts_of(tx, handed_in).verdicts) == 1


def test_what_was_never_handed_in_is_not_withdrawn(amals, lenders, storage, bakery, amal):
    with storage.writing() as tx:
        begun = applications.begin(tx, bakery, amal, "credal")
    page = opened(amals, f"{lenders}/answer/{begun}")
    assert not [each for each in page.of("//main//form/@action") if each.endswith("/withdraw")]
    assert amals.post(f"{lenders}/answer/{begun}/withdraw", form="/en/me").status_code == 404


def test_who_asks_again_begins_a_new_application_that_is_read(storage, officer, amal, bakery, lender, handed_in, frozen,
                                                             address, withdraw):
    withdraw()
    with storage.writing() as tx:
        again = applications.begin(tx, bakery, amal, "microstart", lender)
    assert again != handed_in
    hand_in(storage, again, frozen.first)
    assert officer.get(address).status_code == 404
    assert officer.get(address.replace(handed_in, again)).status_code == 200


def test_a_version_that_waits_for_a_signature_can_be_signed_no_longer(storage, amal, lien, handed_in, bakery):
    with storage.writing() as tx:
        waits = submissions.prepare(tx, handed_in, bakery, amal, 1, "nl")
        submissions.sign_as_coach(tx, waits, lien)
    with storage.writing() as tx:
        verdicts.give(tx, applications.application(tx, handed_in), amal, Given(Kind.DECISION, Outcome.WITHDRAWN))
    with storage.writing() as tx:
        assert not submissions.sign_as_owner(tx, waits, Agreed("lender-1", "nl"))
