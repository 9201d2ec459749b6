"""The rules of pages find what they look for."""

import pytest

from tests.pages import faults

SOUND = ('<!doctype html>\n<html lang="nl" dir="ltr"><head><title>Meel \u2013 bizplan</title></head>'
         '<body><h1>Meel</h1>{}</body></html>')


def test_a_sound_page_has_no_faults():
    assert faults(SOUND.format('<label for="a">Naam</label><input id="a"><label><input name="b"> ja</label>')) == []


@pytest.mark.parametrize(("part", "fault"), [
    ("<h1>Brood</h1>", "it has 2 h1"),
    ('<p id="a"></p><p id="a"></p>', "the id a stands 2 times"),
    ('<input name="price">', "the field price has no label"),
    ('<label for="gone">Naam</label>', "something points to the id gone, which is not there"),
    ("<script>1</script>", "<script> holds a script or a style of its own"),
    ('<p style="color:red"></p>', "<p> holds a script or a style of its own"),
    ('<p onclick="x()"></p>', "<p onclick> acts by itself"),
    ('<a href="https://elsewhere.example/">x</a>', "it leads to elsewhere.example"),
    ("<div><p></div>", "</div> closes ['p'] (line 2)"),
    ("<div/>", "<div/> closes itself"),
    ('<p class="a" class="b"></p>', "<p> has an attribute twice"),
    ('<a class="btn low">Neem alles: <bdi>4</bdi></a>', "a label tears bdi and words apart (line 2)"),
    ("<details><summary>Staat dit in het <bdi>Frans</bdi>?</summary></details>",
     "a label tears bdi and words apart (line 2)"),
])
def test_a_fault_is_named(part, fault):
    assert fault in faults(SOUND.format(part))


def test_the_language_says_the_direction():
    assert faults(SOUND.format("").replace('"nl"', '"ar"')) == ["its language is 'ar', its direction 'ltr'"]


def test_the_title_begins_with_the_heading():
    told = faults(SOUND.format("").replace("<h1>Meel", "<h1>Brood"))
    assert told == ["its title 'Meel \u2013 bizplan' does not begin with its h1 'Brood'"]
