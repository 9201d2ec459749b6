"""Answers are added and never changed: different answers merge, and of two to one question neither is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.plan import Translation
from bizplan.domain.revisions import NOTHING_SAID, Deed, Said, said_of_version
from bizplan.domain.translated import key_of
from bizplan.storage import plans
from bizplan.storage.plans import Change, Clash, Taken
from bizplan.storage.tables import PLANS, REVISIONS
from financial_models.assumptions import Grade
from tests.bizplan.storage.saying import NAME, NEED, PRICE, PRODUCTS, answer, history, record, said, saved, texts


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


def test_a_new_plan_is_empty_and_its_first_answer_has_sequence_one(storage, amal, plan):
    assert record(storage, plan).said(NEED) == NOTHING_SAID
    taken, = saved(storage, plan, amal, answer(NEED, "bread"))
    assert isinstance(taken, Taken)
    assert taken.revision.sequence == 1
    assert record(storage, plan).said(NEED) == said("bread")
    assert record(storage, plan).sequence == 1


def test_answers_to_different_questions_from_the_same_base_are_both_kept(storage, amal, lien, plan):
    first, = saved(storage, plan, amal, answer(NEED, "bread"))
    second, = saved(storage, plan, lien, answer(NAME, "De Oven"))
    assert (first.revision.sequence, second.revision.sequence) == (1, 2)
    assert record(storage, plan).said(NEED) == said("bread")
    assert record(storage, plan).said(NAME) == said("De Oven")


def test_two_answers_to_one_question_from_the_same_base_clash_with_mine_theirs_and_what_it_was(storage, amal, lien,
                                                                                               plan):
    saved(storage, plan, amal, answer(NEED, "bread"), answer(NEED, "fresh bread", base=1))
    clash, = saved(storage, plan, lien, answer(NEED, "warm bread", base=1))
    assert isinstance(clash, Clash)
    assert (clash.mine.said, clash.theirs.said, clash.was) == (said("warm bread"), said("fresh bread"), said("bread"))
    assert (clash.mine.author, clash.theirs.author) == (lien, amal)


def test_the_loser_of_a_clash_is_a_proposal_in_the_history_and_changes_nothing(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "bread"))
    clash, = saved(storage, plan, lien, answer(NEED, "cake", base=0))
    assert clash.was == NOTHING_SAID
    assert record(storage, plan).said(NEED) == said("bread")
    newest, older = history(storage, plan, NEED)
    assert (newest.said, newest.proposal, newest.sequence) == (said("cake"), True, 2)
    assert (older.said, older.proposal) == (said("bread"), False)


def test_a_proposal_does_not_make_a_later_answer_from_the_true_base_clash(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "bread"))
    saved(storage, plan, lien, answer(NEED, "cake", base=0))
    taken, = saved(storage, plan, amal, answer(NEED, "bread and cake", base=1))
    assert isinstance(taken, Taken)
    assert record(storage, plan).said(NEED) == said("bread and cake")


def test_a_clash_ends_when_one_answers_again_from_what_stands(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "bread"))
    clash, = saved(storage, plan, lien, answer(NEED, "cake", base=0))
    chosen, = saved(storage, plan, lien, answer(NEED, "cake", base=clash.theirs.sequence))
    assert isinstance(chosen, Taken)
    assert record(storage, plan).said(NEED) == said("cake")
    assert texts(history(storage, plan, NEED)) == ["cake", "cake", "bread"]


def test_a_late_answer_from_an_old_base_never_overtakes_a_newer_one(storage, amal, plan):
    saved(storage, plan, amal, answer(NEED, "b"), answer(NEED, "br", base=1), answer(NEED, "bread", base=2))
    late, = saved(storage, plan, amal, answer(NEED, "bre", base=2))
    assert isinstance(late, Clash)
    assert record(storage, plan).said(NEED) == said("bread")


def test_the_same_text_from_two_people_is_one_revision(storage, amal, lien, plan):
    first, = saved(storage, plan, amal, answer(NEED, "bread"))
    second, = saved(storage, plan, lien, answer(NEED, "bread"))
    assert isinstance(second, Taken)
    assert second.revision == first.revision
    assert len(history(storage, plan, NEED)) == 1


def test_a_save_asked_for_twice_under_one_key_is_answered_twice_and_kept_once(storage, amal, plan):
    once = answer(NEED, "bread", key="k1")
    first, = saved(storage, plan, amal, once)
    saved(storage, plan, amal, answer(NEED, "cake", base=1, key="k2"))
    again, = saved(storage, plan, amal, once)
    assert again == first
    assert record(storage, plan).said(NEED) == said("cake")
    assert len(history(storage, plan, NEED)) == 2


def test_a_clash_asked_for_twice_under_one_key_is_one_proposal(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "bread"))
    first, second = saved(storage, plan, lien, *[answer(NEED, "cake", key="k1")] * 2)
    assert isinstance(second, Clash)
    assert second.mine == first.mine
    assert len(history(storage, plan, NEED)) == 2


def test_the_same_key_in_another_plan_is_another_save(storage, amal, plan):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "ar")
    saved(storage, plan, amal, answer(NEED, "bread", key="k1"))
    saved(storage, other, amal, answer(NEED, "cake", key="k1"))
    assert record(storage, other).said(NEED) == said("cake")


def test_the_same_question_in_two_rows_is_two_answers(storage, amal, lien, plan):
    for row in ("loaf", "bun"):
        saved(storage, plan, amal, Change(Deed.ADD, PRODUCTS, row))
    one, other = saved(storage, plan, amal, answer(PRICE, "3", row="loaf"), answer(PRICE, "4", row="bun"))
    assert isinstance(one, Taken) and isinstance(other, Taken)
    assert record(storage, plan).said(PRICE, "loaf") == said("3")
    assert record(storage, plan).said(PRICE, "bun") == said("4")


def test_a_plan_known_before_is_caught_up_with_what_was_said_since(storage, amal, lien, plan):
    saved(storage, plan, amal, Change(Deed.ADD, PRODUCTS, "loaf"), answer(NEED, "a"))
    known = record(storage, plan)
    saved(storage, plan, amal, answer(NEED, "b", base=2), Change(Deed.ADD, PRODUCTS, "bun"),
          Change(Deed.MOVE, PRODUCTS, "bun"), answer(PRICE, "3", row="bun"))
    saved(storage, plan, lien, answer(NEED, "c", base=2))
    with storage.reading() as tx:
        found = plans.caught_up(tx, plans.plan(tx, plan), known)
    assert found == record(storage, plan)
    assert found.rows[PRODUCTS] == ("bun", "loaf")
    assert known.said(NEED) == said("a")


def test_a_plan_known_from_a_time_that_was_taken_back_is_read_anew(storage, amal, plan):
    saved(storage, plan, amal, answer(NEED, "a"), answer(NEED, "b", base=1))
    known = record(storage, plan)
    with storage.writing() as tx:
        tx.execute(REVISIONS.delete().where(REVISIONS.c.sequence == 2))
        tx.execute(PLANS.update().values(sequence=1))
    with storage.reading() as tx:
        assert plans.caught_up(tx, plans.plan(tx, plan), known).said(NEED) == said("a")


def test_a_plan_is_read_as_it_stood_at_each_earlier_sequence(storage, amal, plan):
    saved(storage, plan, amal, *(answer(NEED, text, base=at) for at, text in enumerate(("a", "ab", "abc"))))
    assert [record(storage, plan, at).said(NEED).value for at in range(4)] == [None, "a", "ab", "abc"]
    assert record(storage, plan, 2).sequence == 2


def test_rows_come_move_go_and_come_back_with_their_answers(storage, amal, plan):
    steps = [Change(Deed.ADD, PRODUCTS, "loaf"), Change(Deed.ADD, PRODUCTS, "bun"), answer(PRICE, "3", row="loaf"),
             Change(Deed.MOVE, PRODUCTS, "loaf", after="bun"), Change(Deed.REMOVE, PRODUCTS, "loaf"),
             Change(Deed.ADD, PRODUCTS, "loaf")]
    saved(storage, plan, amal, *steps)
    stood = [record(storage, plan, at).rows.get(PRODUCTS, ()) for at in range(1, 7)]
    assert stood == [("loaf",), ("loaf", "bun"), ("loaf", "bun"), ("bun", "loaf"), ("bun",), ("bun", "loaf")]
    assert record(storage, plan).said(PRICE, "loaf") == said("3")


def test_changes_taken_together_are_kept_together_or_not_at_all(storage, amal, plan):
    class Stumble(Exception):
        pass

    def stumble():
        with storage.writing() as tx:
            plans.save_all(tx, plan, amal, [answer(NEED, "bread"), answer(NAME, "De Oven")])
            raise Stumble

    with pytest.raises(Stumble):
        stumble()
    assert record(storage, plan).sequence == 0
    assert record(storage, plan).answers == {}
    with storage.writing() as tx:
        kept = plans.save_all(tx, plan, amal, [answer(NEED, "bread"), answer(NAME, "De Oven")])
    assert [each.revision.sequence for each in kept] == [1, 2]


def test_what_changed_since_a_sequence_comes_in_order(storage, amal, plan):
    saved(storage, plan, amal, answer(NEED, "a"), answer(NAME, "b"), answer(NEED, "c", base=1))
    with storage.reading() as tx:
        assert [(each.sequence, each.said.value) for each in plans.since(tx, plan, 1)] == [(2, "b"), (3, "c")]
        assert [plans.said(tx, plan, NEED, "", at).value for at in range(4)] == [None, "a", "a", "c"]
        assert plans.since(tx, plan, 3) == ()


def test_an_example_filled_in_at_once_is_the_same_plan_under_new_row_ids(storage, amal, plan):
    study = plan_file.read(examples.text("bakery"))
    with storage.writing() as tx:
        plans.fill(tx, plan, amal, imported(study))
    kept = record(storage, plan)
    assert kept.sequence >= len(study.answers) + sum(map(len, study.rows.values()))
    assert len(kept.plan.answers) == len(study.answers)
    assert {group: len(rows) for group, rows in kept.plan.rows.items()} == {
        group: len(rows) for group, rows in study.rows.items()}
    assert kept.plan.value("inform.start") == study.value("inform.start")
    loaf, first = study.rows[PRODUCTS][0], kept.plan.rows[PRODUCTS][0]
    assert loaf != first
    assert kept.plan.answer(PRICE, first) == study.answer(PRICE, loaf)


def test_an_answer_after_a_filled_in_plan_follows_its_sequence(storage, amal, plan):
    with storage.writing() as tx:
        plans.fill(tx, plan, amal, imported(plan_file.read(examples.text("bakery"))))
    before = record(storage, plan)
    taken, = saved(storage, plan, amal, answer(NAME, "De Oven", base=before.sequence))
    assert taken.revision.sequence == before.sequence + 1
    assert record(storage, plan).said(NAME) == said("De Oven")


def test_sequences_have_no_gaps_and_every_row_says_who_and_from_which_base(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "a"), answer(NEED, "b", base=1))
    saved(storage, plan, lien, answer(NEED, "c", base=1), answer(NAME, "d", base=3))
    with storage.reading() as tx:
        found = tx.execute(select(REVISIONS).where(REVISIONS.c.plan_id == plan).order_by(REVISIONS.c.sequence)).all()
    assert [(each.sequence, each.base, each.author_id, each.proposal) for each in found] == [
        (1, 0, amal, False), (2, 1, amal, False), (3, 1, lien, True), (4, 3, lien, False)]


def test_the_same_number_from_two_people_is_one_revision_however_they_typed_it(storage, amal, lien, plan):
    rent = "household.expenses.rent"
    changes = [Change(Deed.ANSWER, rent, "", Said((typed,), 600.0, grade))
               for typed, grade in (("600", None), ("600,00", Grade.GUESS))]
    saved(storage, plan, amal, changes[0])
    taken, = saved(storage, plan, lien, changes[1])
    assert taken.revision.sequence == 1
    assert len(history(storage, plan, rent)) == 1


def test_a_revision_is_found_by_its_sequence_in_its_own_plan(storage, amal, plan):
    saved(storage, plan, amal, answer(NEED, "a"), answer(NAME, "b"))
    with storage.reading() as tx:
        assert plans.revision(tx, plan, 2).question == NAME
        assert plans.revision(tx, plan, 3) is None
        assert plans.revision(tx, "0" * 32, 2) is None


def version(text, base, key="", again=False):
    return Change(Deed.ANSWER, key_of(NEED, "nl"), "", said_of_version(Translation(text, "coach")), base=base, key=key,
                  again=again)


def test_a_translation_is_a_revision_of_its_own_and_leaves_its_text_alone(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "\u062e\u0628\u0632"))
    taken, = saved(storage, plan, lien, version("Brood", base=1))
    assert (taken.revision.sequence, taken.revision.author) == (2, lien)
    found = record(storage, plan)
    assert found.said(NEED) == said("\u062e\u0628\u0632")
    assert found.plan.translations == {(NEED, "", "nl"): Translation("Brood", "coach")}
    assert len(history(storage, plan, NEED)) == 1


def test_a_translation_that_was_looked_at_again_is_kept_although_it_says_the_same(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "a"))
    saved(storage, plan, lien, version("Brood", base=1))
    saved(storage, plan, amal, answer(NEED, "b", base=1))
    assert record(storage, plan).plan.translations[NEED, "", "nl"].stale
    saved(storage, plan, lien, version("Brood", base=3))
    assert record(storage, plan).plan.translations[NEED, "", "nl"].stale
    saved(storage, plan, lien, version("Brood", base=3, again=True), version("Brood", base=3, again=True))
    assert not record(storage, plan).plan.translations[NEED, "", "nl"].stale
    assert record(storage, plan).sequence == 4


def test_two_translations_from_one_base_clash_and_both_stay(storage, amal, lien, plan):
    saved(storage, plan, amal, answer(NEED, "a"))
    saved(storage, plan, amal, version("Brood", base=1))
    clash, = saved(storage, plan, lien, version("Deeg", base=1, again=True))
    assert isinstance(clash, Clash)
    assert record(storage, plan).plan.translations[NEED, "", "nl"].text == "Brood"
    assert texts(history(storage, plan, key_of(NEED, "nl"))) == ["Deeg", "Brood"]


def test_what_changed_lately_are_answers_and_no_marks_or_translations(storage, amal, plan):
    saved(storage, plan, amal, answer(NEED, "a"), version("Brood", base=1),
          Change(Deed.ANSWER, "idea/need", "", Said((), True), base=2))
    with storage.reading() as tx:
        assert plans.changed_since(tx, plan, tx.now - timedelta(days=1), 30) == ((NEED, ""),)
