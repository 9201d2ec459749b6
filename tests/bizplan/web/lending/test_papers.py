"""The checklist of papers: what is needed, what was sent, who sees it; and a place to send a photo or a PDF."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select

from bizplan.documents.scans import LARGEST, REASONS
from bizplan.domain.clock import today
from bizplan.domain.lending.papers import MOST, Reader
from bizplan.storage import papers, plans
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.storage.tables import READINGS
from bizplan.web.lending import papers as page_of_papers
from tests.bizplan.documents.sent_pdfs import PHOTO, acting, locked, pages, saved
from tests.bizplan.documents.test_scans import REFUSED
from tests.bizplan.web.lending.papers_sent import kept, page, send
from tests.bizplan.web.opened import opened, record, said, shown

IN_HAND = "planning.papers.identity"


def test_the_checklist_is_found_from_the_dossier_and_says_how_far_each_paper_is(amals, bakery):
    assert page(bakery) in opened(amals, f"/en/plan/{bakery}/dossier/").of("//main//@href")
    found = opened(amals, page(bakery))
    assert found.heading == "Papers for the lender"
    tasks = found.of("//main//ul[@class='tasks']/li")
    assert len(tasks) == 17
    assert any("Identity or residence card, both sides" in each for each in tasks)
    assert "What the dossier needs" in found.text and "Files: 0 of 40." in found.text


def test_the_study_leads_from_each_of_its_papers_to_the_place_to_send_it(amals, plan):
    found = opened(amals, f"/en/plan/{plan}/study/planning/papers_person")
    assert [each for each in found.of("//main//@href") if "/papers/" in each] == [
        page(plan, paper) for paper in ("identity", "household_composition", "diplomas")]


def test_a_photo_is_sent_from_a_phone_without_scripts_and_the_study_says_in_hand(amals, storage, plan):
    form = opened(amals, page(plan, "identity"))
    field, = form.tree.xpath("//input[@type='file']")
    assert field.get("accept") == "image/*,application/pdf" and field.get("capture") is None
    assert "In hand" not in form.text
    answer = send(amals, plan, PHOTO, "Kaart voorkant.jpg")
    assert (answer.status_code, answer.headers["Location"]) == (303, page(plan, "identity"))
    found, = kept(storage, plan)
    assert (found.paper, found.kind, found.name, found.reader) == ("identity", "jpeg", "Kaart voorkant", Reader.SELF)
    assert said(storage, plan, IN_HAND).value == "in_hand"
    shows = opened(amals, page(plan, "identity"))
    assert all(words in shows.text for words in ("In hand", "Kaart voorkant", "Only the business owner sees it"))
    assert "Files: 1" in opened(amals, page(plan)).text


def test_the_answer_is_a_revision_of_whoever_sent_the_file_and_is_made_once(amals, storage, plan, amal):
    send(amals, plan, PHOTO)
    send(amals, plan, PHOTO)
    answer = record(storage, plan).answers[IN_HAND, ""]
    assert (answer.author, answer.sequence, record(storage, plan).sequence) == (amal, 1, 1)
    assert "In hand" in opened(amals, f"/en/plan/{plan}/history/{IN_HAND}").text


def test_a_form_that_is_sent_twice_keeps_one_file(amals, storage, plan):
    key = new_id()
    assert [send(amals, plan, PHOTO, key=key).status_code for _ in range(2)] == [303, 303]
    assert [each.id for each in kept(storage, plan)] == [key]


def test_what_is_sent_with_a_day_and_a_reader_is_kept_so_and_can_be_changed(amals, storage, plan):
    send(amals, plan, PHOTO, reader="lender", valid_until="2031-03-01")
    found, = kept(storage, plan)
    assert (found.reader, str(found.valid_until)) == (Reader.LENDER, "2031-03-01")
    address = page(plan, f"file/{found.id}")
    form = opened(amals, address)
    assert form.tree.xpath("//input[@name='reader' and @checked]/@value") == ["lender"]
    assert form.tree.xpath("//input[@name='valid_until']/@value") == ["2031-03-01"]
    assert amals.post(address, {"reader": "coach", "valid_until": ""}).headers["Location"] == address
    found, = kept(storage, plan)
    assert (found.reader, found.valid_until) == (Reader.COACH, None)
    refused = shown(amals, amals.post(address, {"reader": "self", "valid_until": "soon"}), 422)
    assert refused.beside("valid_until") and kept(storage, plan)[0].reader is Reader.COACH
    assert refused.tree.xpath("//input[@name='reader' and @checked]/@value") == ["self"]


@pytest.mark.parametrize("name", [each for each in REFUSED if "MB" not in each and each != "nothing"])
def test_what_is_no_photo_and_no_pdf_is_refused_beside_the_field_and_nothing_changes(amals, storage, plan, name):
    sent, fault = REFUSED[name]
    found = shown(amals, send(amals, plan, sent, "identity.pdf", reader="lender", valid_until="2031-03-01"), 422)
    assert found.beside("file") == [REASONS[fault]]
    assert found.tree.xpath("//input[@name='reader' and @checked]/@value") == ["lender"], "what was chosen stays"
    assert kept(storage, plan) == () and said(storage, plan, IN_HAND).is_empty


def test_without_a_file_the_page_asks_for_one_and_a_day_that_cannot_be_read_is_asked_again(amals, storage, plan):
    for sent in (send(amals, plan, b"", ""), amals.post(page(plan, "identity"), {"file": "text"})):
        assert shown(amals, sent, 422).beside("file") == ["Choose a photo or a PDF first."]
    assert shown(amals, send(amals, plan, PHOTO, valid_until="some day"), 422).beside("valid_until")
    assert kept(storage, plan) == ()


def test_what_is_larger_than_10_mb_is_refused_in_words_and_much_more_is_not_even_read(amals, storage, plan):
    found = shown(amals, send(amals, plan, PHOTO + bytes(LARGEST)), 422)
    assert "larger than 10 MB" in found.beside("file")[0]
    assert send(amals, plan, PHOTO + bytes(3 * LARGEST)).status_code == 413
    assert kept(storage, plan) == ()


def test_a_locked_pdf_is_refused_and_one_with_scripts_is_taken_without_them(amals, storage, plan):
    assert "locked with a password" in shown(amals, send(amals, plan, locked()), 422).beside("file")[0]
    send(amals, plan, acting(), "loon.pdf", "income_proof")
    found, = kept(storage, plan)
    assert (found.kind, found.pages) == ("pdf", 1)
    assert b"JavaScript" not in amals.get(page(plan, f"file/{found.id}/content")).get_data()


def test_a_photo_is_shown_by_its_page_and_does_nothing_in_a_browser(amals, storage, plan):
    send(amals, plan, PHOTO, "خطة.jpg")
    found, = kept(storage, plan)
    image, = opened(amals, page(plan, f"file/{found.id}")).tree.xpath("//main//img")
    assert image.get("alt") == "Identity or residence card, both sides"
    answer = amals.get(image.get("src"))
    assert Image.open(BytesIO(answer.get_data())).format == "JPEG"
    headers = answer.headers
    assert (headers["Content-Type"], headers["X-Content-Type-Options"], headers["Cache-Control"]) == (
        "image/jpeg", "nosniff", "no-store")
    assert "sandbox" in headers["Content-Security-Policy"] and "'self'" not in headers["Content-Security-Policy"]
    assert headers["Content-Disposition"] == (
        "inline; filename=\"identity.jpg\"; filename*=UTF-8''%D8%AE%D8%B7%D8%A9.jpg")
    assert amals.get(image.get("src") + "?keep=1").headers["Content-Disposition"].startswith("attachment; ")


def test_a_pdf_is_kept_on_the_device_before_it_is_opened(amals, storage, plan):
    send(amals, plan, saved(pages(2)), "a.html")
    found, = kept(storage, plan)
    assert "PDF, pages: 2" in opened(amals, page(plan, f"file/{found.id}")).text
    answer = amals.get(page(plan, f"file/{found.id}/content"))
    assert answer.headers["Content-Disposition"] == "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"
    assert answer.headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("name", ["../../x", "a\r\nSet-Cookie: x=1", "خطة.pdf", "x" * 500, "a\u202efdp.exe", "", "\0"])
def test_whatever_a_file_is_called_it_is_kept_and_its_page_opens(amals, storage, plan, name):
    with storage.writing() as tx:
        new = New("identity", "pdf", b"%PDF", 1, page_of_papers.plain_name(name), Reader.SELF)
        made = papers.keep(tx, plan, kept_by(storage, plan), new, new_id())
    assert opened(amals, page(plan, f"file/{made}")).heading
    answer = amals.get(page(plan, f"file/{made}/content"))
    assert "Set-Cookie" not in answer.headers and "\u202e" not in answer.headers["Content-Disposition"]
    assert "/" not in answer.headers["Content-Disposition"].replace("UTF-8''", "")


def kept_by(storage, plan):
    """Whose plan it is."""
    with storage.reading() as tx:
        return plans.plan(tx, plan).owner


def test_a_newer_file_takes_the_place_of_the_old_one(amals, storage, plan):
    send(amals, plan, PHOTO, "old.jpg", reader="lender", valid_until="2026-11-01")
    old, = kept(storage, plan)
    form = opened(amals, page(plan, f"identity?replaces={old.id}"))
    assert "It takes the place of old." in form.text
    assert form.tree.xpath("//input[@name='reader' and @checked]/@value") == ["lender"]
    send(amals, plan, saved(pages()), "new.pdf", replaces=old.id, reader="lender")
    new, = kept(storage, plan)
    assert (new.name, new.kind, new.valid_until) == ("new", "pdf", None)
    assert amals.get(page(plan, f"file/{old.id}")).status_code == 404
    again = send(amals, plan, saved(pages()), "new.pdf", replaces=old.id, key=new.id)
    assert again.status_code == 303 and [each.id for each in kept(storage, plan)] == [new.id], "a slow phone"
    assert send(amals, plan, PHOTO, replaces=old.id).status_code == 404


def test_a_file_is_removed_after_one_more_question(amals, storage, plan):
    send(amals, plan, PHOTO)
    found, = kept(storage, plan)
    address = page(plan, f"file/{found.id}/remove")
    assert opened(amals, address).heading == "Remove this file?" and kept(storage, plan)
    assert opened(amals, address).press("/remove").headers["Location"] == page(plan, "identity")
    assert kept(storage, plan) == () and said(storage, plan, IN_HAND).value == "in_hand"
    assert "The file is gone." in opened(amals, page(plan, "identity")).text
    for rest in ("", "/content", "/remove"):
        assert amals.get(page(plan, f"file/{found.id}{rest}")).status_code == 404


def test_papers_that_no_longer_count_or_only_for_a_month_are_said_on_top(amals, plan):
    for paper, days in (("identity", -1), ("permits", 30), ("quotes", 31)):
        send(amals, plan, PHOTO, paper=paper, valid_until=(today() + timedelta(days=days)).isoformat())
    amals.get(page(plan))
    told = opened(amals, page(plan)).of("//main//p[contains(@class, 'flash')]")
    assert len(told) == 2
    assert told[0].startswith("Identity or residence card, both sides: It was valid until")
    assert told[1].startswith("Permits and professional card: It is valid until") and "new one in time." in told[1]
    assert "Not valid" in opened(amals, page(plan, "identity")).text


def test_when_the_plan_is_full_the_page_says_so(amals, storage, plan, amal):
    with storage.writing() as tx:
        for _ in range(MOST):
            papers.keep(tx, plan, amal, New("quotes", "pdf", b"%PDF", 1, "", Reader.SELF), new_id())
    found = shown(amals, send(amals, plan, PHOTO), 422)
    assert "There is no room for another file." in found.beside("file")[0] and said(storage, plan, IN_HAND).is_empty


def test_whoever_sends_very_often_is_held_back(amals, storage, plan, monkeypatch):
    monkeypatch.setattr(page_of_papers, "OF_PERSON", page_of_papers.Limit("paper", 2, timedelta(hours=1)))
    assert [send(amals, plan, PHOTO).status_code for _ in range(3)] == [303, 303, 429]
    assert len(kept(storage, plan)) == 2


def test_that_somebody_looked_is_written_down(amals, liens, storage, plan, lien):
    send(amals, plan, PHOTO, reader="coach")
    liens.get(page(plan, f"file/{kept(storage, plan)[0].id}/content"))
    with storage.reading() as tx:
        looked = tx.execute(select(func.count()).where(
            READINGS.c.person_id == lien, READINGS.c.what == "papers content")).scalar_one()
    assert looked == 1


def test_a_paper_that_is_none_is_not_there(amals, plan):
    for paper in ("nothing", "0" * 32, "planning.papers.identity"):
        assert amals.get(page(plan, paper)).status_code == 404
        assert send(amals, plan, PHOTO, paper=paper, form="/en/me").status_code == 404
