"""Coming by a link: the page that says nothing, the exchange, and what is read from there."""


def test_a_link_is_opened_with_a_button_and_leads_to_the_summary_and_its_pdf(browser, token, address, frozen):
    assert browser.get(f"/en/s/{token}").status_code == 200
    answer = browser.post(f"/en/s/{token}")
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    page = browser.get(address)
    assert page.status_code == 200
    pdf = browser.get(f"{address}documents/1/dossier.pdf")
    assert (pdf.status_code, pdf.get_data()) == (200, frozen.first.dossier)
