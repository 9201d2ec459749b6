"""What was handed in is taken back, ends, or could not be made: the lender reads nothing unwanted."""

from bizplan.domain.coaching.news import News
from bizplan.storage import jobs, plans, submissions
from tests.bizplan.web.opened import opened, shown

YES = {"agree": "yes"}


def signed_by_both(amals, liens, version):
    opened(liens, version).press("/sign-as-coach")
    opened(amals, version).press("/sign", **YES)


def test_the_owner_takes_it_back_and_the_lender_reads_nothing(amals, liens, lien, version, application, work, found,
                                                             storage, told):
    signed_by_both(amals, liens, version)
    work()
    submission = found().newest.id
    assert liens.get(f"{application}/take-back").status_code == 404
    page = opened(amals, f"{application}/take-back")
    assert page.heading == "Take it back?"
    page.press("/take-back")
    assert found().newest is None and told(lien)[0] is News.TAKEN_BACK
    with storage.reading() as tx:
        assert submissions.told(tx, submission) is None and submissions.document(tx, submission, "dossier") is None
    assert "The lender can open nothing of it." in opened(amals, application).text
    assert amals.get(f"{application}/state").status_code == 404


def test_what_is_taken_back_while_it_is_made_is_not_kept(amals, liens, version, application, work, found, storage):
    signed_by_both(amals, liens, version)
    opened(amals, f"{application}/take-back").press("/take-back")
    work()
    with storage.reading() as tx:
        assert submissions.document(tx, found().submissions[0].id, "dossier") is None
    assert found().newest is None


def test_what_ends_while_it_is_made_can_be_taken_back_and_is_not_called_closed(amals, liens, version, application, work,
                                                                               found):
    signed_by_both(amals, liens, version)
    page = opened(amals, f"{application}/end")
    assert "Links to it stop working." in page.text
    page.press("/end")
    page = opened(amals, application)
    assert "The lender can open nothing of it." not in page.text
    opened(amals, page.of("//main//a[normalize-space() = 'Take back what you handed in']/@href")[0]).press("/take-back")
    work()
    assert found().newest is None and "The lender can open nothing of it." in opened(amals, application).text


def test_all_versions_are_taken_back_together_also_one_that_waits_for_the_coach(amals, liens, version, application,
                                                                                work, found):
    signed_by_both(amals, liens, version)
    work()
    second = opened(amals, f"{application}/ready").press("/ready", dossier_language="fr").headers["Location"]
    opened(amals, second).press("/sign", **YES)
    late = opened(liens, second)
    opened(amals, f"{application}/take-back").press("/take-back")
    answer = shown(liens, liens.get(late.press("/sign-as-coach").headers["Location"]))
    assert "This version is not waiting for a signature any more. Nothing was signed." in answer.text
    work()
    assert found().newest is None and all(each.withdrawn_at for each in found().submissions)


def test_a_plan_in_the_archive_takes_no_signature_but_can_be_taken_back(amals, liens, version, application, work, found,
                                                                        storage, bakery):
    page = opened(amals, version)
    opened(liens, version).press("/sign-as-coach")
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    assert page.press("/sign", **YES).status_code == 409 and found().prepared.owner_at is None
    for address in (version, application, f"{application}/ready"):
        assert not opened(amals, address).tree.xpath("//main//form"), address
    assert opened(amals, f"{application}/take-back").press("/take-back").status_code == 302


def test_a_request_that_ended_takes_nothing_more(amals, liens, version, application, found, home):
    page = opened(liens, version)
    opened(amals, f"{application}/end").press("/end")
    assert found().ended_at
    answer = shown(liens, liens.get(page.press("/sign-as-coach").headers["Location"]))
    assert "Nothing was signed." in answer.text
    assert amals.get(f"{application}/ready").status_code == amals.get(version).status_code == 404
    assert "Ended" in opened(amals, f"{home}/").text


def test_a_coach_ends_only_what_was_never_handed_in(amals, liens, version, application, found):
    assert liens.get(f"{application}/end").status_code == 200
    signed_by_both(amals, liens, version)
    assert liens.get(f"{application}/end").status_code == 404
    assert liens.post(f"{application}/end", form="/en/me").status_code == 404
    assert amals.get(f"{application}/end").status_code == 200


def test_a_version_that_cannot_be_made_says_so_and_can_be_made_ready_again(amals, liens, version, application, storage,
                                                                           bakery):
    signed_by_both(amals, liens, version)
    with storage.writing() as tx:
        job = next(each for each in jobs.jobs_of(tx, bakery) if each.kind == submissions.JOB)
        jobs.fail(tx, job.id, "loans[0].rate is too high.")
    page = opened(amals, application)
    assert "It could not be made. Nothing reached the lender." in page.text and "loans[0].rate" in page.text
    assert amals.get(f"{application}/state").json["state"] == "failed"
    assert f"{application}/ready" in page.of("//main//a/@href")
