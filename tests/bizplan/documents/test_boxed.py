"""Which characters of a plan its documents print as a box is known before one is made."""

import re
import subprocess

import pytest

from bizplan import examples
from bizplan.documents.boxed import Boxed, boxed
from bizplan.domain import plan_file
from tests.bizplan.documents.dossier.conftest import changed, dossier

HAN = "汉字"


def plan(change, name="bakery"):
    """An example after a change."""
    return plan_file.read(changed(name, change))


@pytest.mark.parametrize("name", examples.names())
def test_the_examples_print_whole_in_every_script_that_people_here_write(name):
    assert boxed(plan_file.read(examples.text(name))) == ()


@pytest.mark.parametrize("text", [
    "Café à la crème, 3½ m², € 4,50 – “zo”", "خبز طازج كل صباح", "ሓድሽ እንጌራ", "Свіжий хліб", "نان تازه، ډوډۍ",
    "Çörek ğ ş ı", "👩\u200d🍳 brood 🥖\ufe0f", "soft\u00adhyphen \u200f\u202b x"])
def test_a_text_that_the_typefaces_know_is_not_named(text):
    assert boxed(plan(lambda document: document["idea"].update(need=text))) == ()


def test_an_answer_its_note_and_its_translations_are_looked_through_in_the_order_of_the_study():
    def write(document):
        document["products"][0]["name"] = f"Brood {HAN[1]}{HAN[0]}{HAN[1]}"
        document["products"][0]["price"]["note"] = f"gezien bij {HAN[0]}"
        document["idea"]["need"] = "\ue000 van ons"
        document["language"] = "ar"
        document["translations"] = [{"question": "idea.offer", "language": "nl", "text": HAN[0], "by": "coach"}]
    found = boxed(plan(write))
    first = plan(write).row_ids("products")[0]
    assert found == (Boxed("idea.offer", "", (HAN[0],)), Boxed("idea.need", "", ("\ue000",)),
                     Boxed("products[].name", first, (HAN[1], HAN[0])), Boxed("products[].price", first, (HAN[0],)))


def test_an_answer_that_is_not_asked_is_not_printed_and_not_named():
    def write(document):
        document["rules"].update(legal_form="sole_trader", legal_form_reason=HAN)
        document["test_phase"] = {"planned": False, "cooperative": HAN}
    assert [each.question for each in boxed(plan(write))] == ["rules.legal_form_reason"]


def test_what_is_named_before_is_what_the_dossier_says_it_printed_as_a_box(needs, tmp_path):
    def write(document):
        document["idea"].update(need=f"Vers brood {HAN}", offer="Taart \ue000")
    found = {character for each in boxed(plan(write)) for character in each.characters}
    (tmp_path / "dossier.pdf").write_bytes(dossier(changed("bakery", write), "en"))
    words = subprocess.run([needs("pdftotext"), tmp_path / "dossier.pdf", "-"], capture_output=True, check=True,
                           encoding="utf-8").stdout
    said, = re.findall(r"print as a box: ([^.]+)\.", words)
    assert {chr(int(number, 16)) for number in re.findall(r"U\+([0-9A-F]+)", said)} == found
    assert len(found) == 3
