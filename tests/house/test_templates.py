"""Templates, style sheet and scripts: nothing inline or from elsewhere, both directions alike, and small."""

import gzip
import re

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from tests.bizplan.web import pages
from tests.house.sources import ROOT, files, name

TEMPLATES = [path for path in files("templates") if path.suffix == ".html"]
COMPONENTS = [path for path in TEMPLATES if path.parent.name == "components"]
STATIC = [path for path in files("bizplan/static") if path.suffix in {".css", ".js", ".svg"}]
SCRIPTS = [path for path in STATIC if path.suffix == ".js"]
STYLE = ROOT / "bizplan/static/style.css"

INLINE = re.compile(r"""<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\ssrc=)""", re.IGNORECASE)
PHYSICAL = re.compile(r"(?<![\w-])(?:left|right)(?![\w])|(?:margin|padding|border)-(?:left|right|top|bottom)\b")
ELSEWHERE = re.compile(r"https?://(?!www\.w3\.org/)|[\"'(]//\w")
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
MOST_STYLE, MOST_SCRIPT, MOST_PAGE = 8 * 1024, 4 * 1024, 30 * 1024
FORBIDDEN = re.compile(r"\b(?:invalid|error|must|victim|please wait)\b|!$", re.IGNORECASE)

COMPLETE = [(page, language) for page in pages.PAGES for language in pages.NAMES]


def environment() -> Environment:
    """Parses the templates without running them."""
    return Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True)


def weight(text: str) -> int:
    """What a text weighs on its way to a telephone."""
    return len(gzip.compress(text.encode(), 9))


def findings(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group() for found in pattern.finditer(text)]


def test_there_are_templates_to_look_at():
    assert ROOT / "templates/layout.html" in TEMPLATES and len(COMPONENTS) >= 15 and len(SCRIPTS) >= 6


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_holds_style_or_script(path):
    assert findings(INLINE, COMMENT.sub("", path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", [*TEMPLATES, *STATIC], ids=name)
def test_nothing_comes_from_elsewhere(path):
    assert findings(ELSEWHERE, path.read_text("utf-8")) == []


def test_the_style_sheet_knows_no_left_and_right():
    assert findings(PHYSICAL, COMMENT.sub("", STYLE.read_text("utf-8"))) == []


@pytest.mark.parametrize(("pattern", "text"), [
    (INLINE, '<p style="color: red">'), (INLINE, "<button onclick='go()'>"), (INLINE, "<script>go()</script>"),
    (PHYSICAL, "text-align: left"), (PHYSICAL, "margin-right: 0"), (PHYSICAL, "left: 0"),
    (ELSEWHERE, "https://fonts.example.org"), (ELSEWHERE, 'src="//cdn.example.org"'),
    (FORBIDDEN, "Invalid amount"), (FORBIDDEN, "Well done!"),
])
def test_each_pattern_finds_what_it_is_for(pattern, text):
    assert findings(pattern, text) != []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_template_can_be_read(path):
    assert environment().parse(path.read_text("utf-8")) is not None


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_every_component_says_what_it_is_and_what_it_takes(path):
    text = path.read_text("utf-8")
    assert text.startswith("{#-"), "a component begins with a comment that says what it is"
    for macro in environment().parse(text).find_all(nodes.Macro):
        assert re.search(rf"#\}}\s*\{{% macro {macro.name}\(", text), f"{macro.name} has no comment above it"


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_components_know_the_language_of_the_page(path):
    assert [each.lineno for each in environment().parse(path.read_text("utf-8")).find_all(nodes.FromImport)
            if not each.with_context] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_texts_are_calm(path):
    calls = environment().parse(path.read_text("utf-8")).find_all(nodes.Call)
    asked = [call.args[0] for call in calls if getattr(call.node, "name", "") == "_"]
    said = [text.value for text in asked if isinstance(text, nodes.Const)]
    assert [text for text in said if FORBIDDEN.search(text)] == []


def test_style_and_scripts_are_light():
    assert weight(STYLE.read_text("utf-8")) <= MOST_STYLE
    assert {name(path): size for path in SCRIPTS if (size := weight(path.read_text("utf-8"))) > MOST_SCRIPT} == {}


def test_a_first_visit_is_light():
    """The heaviest page, the style sheet, the sign, and every script at once."""
    loaded = sum(weight(path.read_text("utf-8")) for path in (STYLE, *SCRIPTS, ROOT / "bizplan/static/favicon.svg"))
    assert max(weight(pages.page(page, "ar")) for page in pages.PAGES) + loaded <= MOST_PAGE


@pytest.mark.parametrize(("page", "language"), COMPLETE)
def test_a_page_has_one_title_and_ids_that_lead_somewhere(page, language):
    text = pages.page(page, language)
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in text
    title, = re.findall(r"<title>(.*) – bizplan</title>", text)
    heading, = re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    assert re.sub("<[^>]*>", "", heading) == title
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids)), sorted(each for each in ids if ids.count(each) > 1)
    linked = re.findall(r'\shref="#([^"]+)"', re.sub("<use [^>]*>", "", text))
    named = re.findall(r'\s(?:for|aria-labelledby|aria-describedby|data-listen)="([^"]*)"', text)
    assert {*linked, *(one for several in named for one in several.split())} - set(ids) == set()


@pytest.mark.parametrize(("page", "language"), COMPLETE)
def test_a_page_holds_no_style_and_no_script(page, language):
    assert findings(INLINE, pages.page(page, language)) == []


@pytest.mark.parametrize("page", pages.PAGES)
def test_every_form_that_posts_is_safe_against_forged_posts(page):
    forms = re.findall(r'<form[^>]*method="post".*?</form>', pages.page(page, "nl"), re.DOTALL)
    assert [form[:80] for form in forms if 'name="csrf_token"' not in form] == []
