"""A dossier says what the plan says, in three languages and any script, whole and the same each time."""

import json
import re
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from bizplan import examples
from bizplan.documents.dossier import write_dossier
from bizplan.translations import translator
from financial_models import outcome
from financial_models.appraisal import loan_schedule
from financial_models.readers import numerals
from tests.bizplan.documents.dossier.conftest import AS_OF, HALF_FILLED, calculated, changed, dossier

LANGUAGES = ("nl", "fr", "en")
ARABIC, TIGRINYA = "فرن صغير يبيع الخبز", "ኣነ ንእሽቶ እንዳ ባኒ ክኸፍት ደልየ"
MARKED_UP = "Pain <b>plat</b> & <i>fourré</i> &amp; <a href='x'>"
BASE_14 = re.compile("Helvetica|Times|Courier|Symbol|ZapfDingbats")
SPACES = re.compile(r"\s+")


def plain(words: str) -> str:
    """Words with one space between them, whichever spaces were set."""
    return SPACES.sub(" ", words)


def fonts(pdf: bytes) -> set[str]:
    """The names of all fonts of a document."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found = (thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary))
        return {str(thing.BaseFont) for thing in found if thing.get("/Type") == "/Font"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples.names())
def test_every_example_makes_a_sound_document(name, language):
    pdf = dossier(examples.text(name), language)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert 20 <= len(document.pages) <= 60
        assert str(document.Root.Lang) == language
    assert fonts(pdf) and not [font for font in fonts(pdf) if BASE_14.search(font)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples.names())
def test_every_page_says_something_and_no_amount_is_broken(name, language, pages):
    for page in pages(dossier(examples.text(name), language)):
        lines = page.splitlines()
        assert len(plain(page)) > 200
        assert not [line for line in lines if line.rstrip().endswith(("€", "−")) and language != "fr"]
        assert not [line for line in lines if re.match(r"\s*€", line) and language == "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_shows_the_figures_of_the_engine(language, pages):
    study, engine, values = calculated(examples.text("bakery"))
    summary = plain(pages(dossier(examples.text("bakery"), language))[0])
    asked = next(loan for loan in engine.assumptions.loans if loan.asked)
    first = next(payment for payment in loan_schedule(asked).payments if payment.principal > 0)
    found = outcome(engine, values)
    for amount, decimals in ((asked.amount, 0), (first.instalment, 2), (found.lowest_cash, 0)):
        assert plain(numerals.amount(amount, language, decimals)) in summary
    assert plain(numerals.percentage(found.tightest_share, language, 1)) in summary
    assert str(study.value("idea.business_name")) in summary


def test_the_statements_show_the_figures_of_the_engine(pages):
    _, engine, values = calculated(examples.text("bakery"))
    words = plain("".join(pages(dossier(examples.text("bakery"), "nl"))))
    for line in (engine.statements.profit.result, engine.statements.balance_sheet.assets):
        for amount in values.by_year(line)[:3, 0]:
            assert numerals.amount(float(amount), "nl", 0).replace("€\u00a0", "") in words


@pytest.mark.parametrize(("language", "said", "texts"), [
    ("nl", "Algemene kennis", ["FOD Financiën, Btw", "Practicali, btw-tarieven na de beslissing"]),
    ("fr", "Connaissances générales", ["SPF Finances, Btw", "Practicali, taux de TVA après la décision"]),
    ("en", "General knowledge", ["FPS Finance, Btw", "Practicali, VAT rates after the decision"]),
])
def test_the_sources_of_the_law_are_told_in_the_language_of_the_dossier(language, said, texts, pages):
    words = plain("".join(pages(dossier(examples.text("bakery"), language))))
    assert all(text in words for text in texts)
    known = ("Algemene kennis", "Connaissances générales", "General knowledge")
    assert [each for each in known if each in words] == [said]


def test_a_heading_of_the_statements_is_called_the_same_for_one_thing_as_for_many(pages):
    """The grocery has one lease and one grant of each kind; two grants are not called by the same words."""
    words = plain("".join(pages(dossier(examples.text("grocery"), "en"))))
    for heading in ("Leased equipment", "Lease terms paid", "Grants for running costs", "Grants for equipment"):
        assert plain(heading) in words
    assert plain("Working capital that") not in words


@pytest.mark.parametrize(("language", "words"), [
    ("nl", ("Niet bepaald. Er gaat meer dan eens", "Niet bepaald. Het wordt binnen het plan niet terugverdiend.")),
    ("en", ("Not defined. Money goes out and", "Not defined. It is not earned back within the plan."))])
def test_what_is_not_defined_is_said_to_be_so_in_the_language_of_the_dossier(language, words, pages):
    """The food truck has no return and no payback."""
    said = plain("".join(pages(dossier(examples.text("food_truck"), language))))
    for each in words:
        assert plain(each) in said


def test_the_schedule_runs_to_the_last_instalment(pages):
    _, engine, _ = calculated(examples.text("bakery"))
    asked = next(loan for loan in engine.assumptions.loans if loan.asked)
    last = loan_schedule(asked).payments[-1]
    words = "".join(pages(dossier(examples.text("bakery"), "nl")))
    ending = numerals.amount(last.instalment, "nl").replace("€\u00a0", "")
    assert re.search(rf"^\s*{int(asked.months)}\s+\w+ \d\d\s.*{re.escape(ending)}", words, re.MULTILINE)


def test_the_outline_and_the_contents_name_every_part():
    reader = PdfReader(BytesIO(dossier(examples.text("bakery"), "nl")))
    flat = [entry for entry in reader.outline if not isinstance(entry, list)]
    nested = [entry for part in reader.outline if isinstance(part, list) for entry in part]
    numbers = [entry.title.split("  ")[0] for entry in flat if "  " in entry.title]
    assert numbers == [str(number) for number in range(1, 12)]
    assert len(nested) >= 9
    assert reader.metadata is not None and "Bakkerij Zeven Zaden" in str(reader.metadata.title)
    assert reader.metadata.author == "Samira H."


def test_the_contents_name_the_pages_on_which_the_parts_begin(pages):
    pdf = dossier(examples.text("bakery"), "nl")
    reader, words = PdfReader(BytesIO(pdf)), plain(pages(pdf)[1])
    for entry in reader.outline:
        if not isinstance(entry, list) and "  " in entry.title:
            number, name = entry.title.split("  ")
            assert f"{number} {name} {reader.get_destination_page_number(entry) + 1}" in words


def test_the_same_plan_gives_the_same_bytes():
    text = examples.text("tailor")
    assert write_dossier(*calculated(text), language="nl", as_of=AS_OF) == dossier(text, "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_with_nothing_but_a_language_makes_a_dossier(language, pages):
    found = pages(dossier(HALF_FILLED, language))
    assert 3 <= len(found) <= 12
    assert all(len(plain(page)) > 200 for page in found)
    assert translator(language)("Not filled in yet") in plain("".join(found))


def test_any_script_prints_in_a_dutch_dossier(pages):
    def other_scripts(document):
        document["idea"]["business_name"] = ARABIC
        document["applicant"]["name"] = "عبد الرحمن"
        document["idea"]["need"] = TIGRINYA
        document["planning"]["coach"]["opinion"] = f"{ARABIC} € 3,40. " * 30
        document["products"][0]["name"] = MARKED_UP

    found = pages(dossier(changed("bakery", other_scripts), "nl"))
    words = plain("".join(found))
    for word in (*TIGRINYA.split(), *ARABIC.split(), *plain(MARKED_UP).split()):
        assert word in words
    assert ARABIC.split()[0] in found[0]


def test_long_names_and_large_amounts_keep_the_summary_on_one_page(pages):
    def large(document):
        document["idea"]["business_name"] = "De Coöperatieve Vennootschap voor Ambachtelijk Brood " * 4
        document["inform"]["idea"] = "Brood en gebak. " * 18
        document["competences"]["experience_in_trade"] = "Elf jaar bakker. " * 300
        for loan in document["loans"]:
            loan["name"] = "Een kredietgever met een naam die nergens in past en nog wat langer doorgaat " * 2
            loan["amount"] = 99_999_999.99

    found = pages(dossier(changed("bakery", large), "nl"))
    assert "199.999.999,98" in plain("".join(found)) or "200.000.000" in plain("".join(found))
    assert "Handtekening" in found[0] or "Signature" in found[0]
    assert not [line for page in found for line in page.splitlines() if line.rstrip().endswith("€")]


def test_columns_higher_than_a_page_follow_each_other(pages):
    things = [{"id": f"r{n}", "name": f"toestel {n}", "price": 100} for n in range(90)]
    strengths = [{"id": f"r{n}", "text": "sterk " * 40} for n in range(30)]
    document = {"format": 1, "language": "nl", "equipment": things, "risks": {"strengths": strengths}}
    words = plain(" ".join(pages(dossier(json.dumps(document), "nl"))))
    assert all(f"toestel {n} " in words for n in range(90)) and words.count("sterk") == 30 * 40


def test_a_language_in_which_no_dossier_is_written_is_refused():
    with pytest.raises(ValueError, match="nl, fr, en"):
        write_dossier(*calculated(HALF_FILLED), language="ar", as_of=AS_OF)
