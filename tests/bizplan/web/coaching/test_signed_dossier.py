"""From the buttons of a coach to the dossier: what was approved and decided stands in it, and no word in between."""

import subprocess

import pytest

from bizplan import jobs as making
from bizplan.storage import jobs
from tests.bizplan.web.opened import opened

BETWEEN_US = "CANARY-between-us-4471"


@pytest.fixture
def app(app):
    """Nobody makes documents but the test."""
    app.extensions["bizplan queue"] = lambda _job: None
    return app


def approve(liens, home, part):
    page = opened(liens, f"{home}/check/{part}")
    fields = {each.get("name"): each.get("value") for each in page.tree.xpath(
        f"//form[contains(@action, '/review/{part}/return')]//input")}
    sent = {**fields, "words": BETWEEN_US}
    assert liens.client.post(f"{home}/review/{part}/approve", data=sent).status_code == 302


def decide(liens, home, gate, **typed):
    page = opened(liens, f"{home}/gates/{gate}")
    form = next(each for each in page.tree.forms if each.get("action").endswith("/decide"))
    assert liens.client.post(form.get("action"), data={**dict(form.form_values()), **typed}).status_code == 302


def dossier(amals, storage, plan, tmp_path, needs):
    """The words of the dossier that the entrepreneur asks for now."""
    page = opened(amals, f"/en/plan/{plan}/dossier/")
    form = next(each for each in page.tree.forms if (each.get("action") or "").endswith("/dossier/ask"))
    answer = amals.client.post(form.get("action"), data={
        "csrf_token": form.fields["csrf_token"], "kind": "dossier", "document_language": "en"})
    job = answer.headers["Location"].rsplit("/", 1)[1]
    making.do(storage, job)
    with storage.reading() as tx:
        assert jobs.job(tx, plan, job).state == jobs.DONE
    (tmp_path / "d.pdf").write_bytes(amals.client.get(f"/en/plan/{plan}/dossier/{job}/file").data)
    command = [needs("pdftotext"), "-layout", str(tmp_path / "d.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return " ".join(told.split())


def test_the_dossier_carries_what_was_approved_and_decided_and_nothing_else(
        amals, liens, storage, bakery, tmp_path, needs):
    home = f"/en/plan/{bakery}"
    assert "Approved by the coach" not in dossier(amals, storage, bakery, tmp_path, needs)
    approve(liens, home, "idea")
    approve(liens, home, "market")
    decide(liens, home, "figures", **{"outcome": "go if", "reasons": "De huur staat nog niet vast.",
                                      "condition-0": "Huurcontract tekenen", "by-0": "2027-01-31"})
    words = dossier(amals, storage, bakery, tmp_path, needs)
    for each in ("Approved: 2 of 15 parts", "Lien, De Kade", "De huur staat nog niet vast.", "Huurcontract tekenen",
                 "by 31 January 2027", "yes, if", "not decided yet"):
        assert each in words
    assert BETWEEN_US not in words
