"""Checklists: the lines that somebody chooses become rows of the plan, once."""


def test_chosen_permits_become_rows_that_are_still_to_be_asked(desk):
    page = desk.open("permits").get_data(as_text=True)
    before = desk.record.rows.get("rules.permits", ())
    reply = desk.use(page, chosen=["registration", "vat_number"])
    assert reply.headers["Location"].endswith("/study/rules/permits")
    plan = desk.record.plan
    new = [row for row in plan.row_ids("rules.permits") if row not in before]
    assert [plan.value("rules.permits[].status", row) for row in new] == ["to_ask", "to_ask"]
    assert {plan.value("rules.permits[].name", row) for row in new} == {
        "Registration at an enterprise counter (KBO number)", "VAT number, activated"}


def test_what_is_in_the_plan_already_is_not_added_twice(desk):
    page = desk.open("permits").get_data(as_text=True)
    desk.use(page, chosen=["vat_number"])
    after = desk.record.rows["rules.permits"]
    desk.use(page, chosen=["vat_number"])
    assert desk.record.rows["rules.permits"] == after
    again = desk.open("permits", language="nl").get_data(as_text=True)
    assert 'value="vat_number"' not in again


def test_start_up_costs_go_to_the_group_that_keeps_them(desk):
    page = desk.open("start_up_costs").get_data(as_text=True)
    before = {group: desk.record.rows.get(group, ()) for group in ("equipment", "costs")}
    desk.use(page, chosen=["oven", "insurance"])
    plan = desk.record.plan
    thing, = set(plan.row_ids("equipment")) - set(before["equipment"])
    cost, = set(plan.row_ids("costs")) - set(before["costs"])
    assert plan.value("equipment[].name", thing) == "Oven and proofing cabinet"
    assert (plan.value("costs[].every", cost), plan.answer("costs[].amount", cost)) == ("once", None)


def test_another_trade_has_another_list(desk):
    page = desk.count("start_up_costs", {"sector": "hair_and_beauty"})
    assert 'value="chairs"' in page
    assert 'value="oven"' not in page


def test_nothing_chosen_asks_for_a_line(desk):
    reply = desk.use(desk.open("permits").get_data(as_text=True))
    assert reply.status_code == 200
    assert "Choose at least one line." in reply.get_data(as_text=True)


def test_a_trade_that_nobody_knows_asks_for_one(desk):
    page = desk.count("permits", {"sector": ""})
    assert "Fill this in. A guess is fine." in page
    assert 'name="chosen"' not in page
