"""Paragraphs in the scripts of the people who write plans, read back as an officer's viewer does."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import product

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Table

from bizplan.documents.text import Paragraph, Span, TextStyle, boxes_printed, initial_font, left_to_right
from bizplan.documents.text.setting import Setting
from tests.growth import MOST, growth

Built, Read = Callable[..., bytes], Callable[[bytes], str]

SENTENCES = {
    "nl": "Financieel plan – huur, stock en btw (21 %): € 12.500,00 – één zaak, ‘proef’",
    "ar": "اسمي محمد بن عبد الله، أريد أن أفتح متجرًا صغيرًا في بروكسل برأس مال قدره 12.500 € خلال سنة 2026",
    "fa": "نام من زهرا رضایی است؛ می‌خواهم یک کارگاه خیاطی با سرمایهٔ ۱۲٬۵۰۰ یورو راه‌اندازی کنم",
    "ps": "زما نوم ګلالۍ احمدزۍ ده؛ زه غواړم په ګینټ کې یو کوچنی دوکان پرانیزم، ښه ډوډۍ، ټولې ځوانې، څنګه، ږغ، ړوند",
    "ti": "ስመይ ኣማኑኤል ተስፋይ እዩ። ኣብ ኣንትወርፕ ንእሽቶ ድኳን ክኸፍት ይደሊ ኣለኹ፤ 12.500 ዩሮ፣ ሰለስተ ዓመት፡ ቁልፊ ነገር፧",
    "uk": "Мене звати Олександра Ґудзь, я хочу відкрити пекарню в Генті — їжа, єдність, 12 500 €.",
}
PLAIN = TextStyle(size=10, leading=14)

OUR_FONT = [("FONTNAME", (0, 0), (-1, -1), initial_font())]  # else a table asks for Helvetica


@pytest.mark.parametrize("language", SENTENCES)
def test_a_viewer_finds_every_word(language: str, built: Built, read: Read) -> None:
    seen = re.sub("[\u202a-\u202e\u2066-\u2069]", "", read(built([Paragraph(SENTENCES[language], PLAIN)])))
    missing = [word for word in re.findall(r"[\w\u200c\u0654\u064b]+", SENTENCES[language]) if word not in seen]
    assert missing == []


def test_an_amount_inside_arabic_stays_left_to_right(built: Built, read: Read) -> None:
    amounts = ["−1.602", "€\u00a012.500,00", "+32 470 12 34 56"]
    words = " والحد الأدنى ".join(left_to_right(amount) for amount in amounts)
    seen = read(built([Paragraph(f"المبلغ {words} في أبريل", PLAIN)])).replace(" ", " ")
    assert all(amount.replace("\u00a0", " ") in seen.replace("\u00a0", " ") for amount in amounts)


def test_the_same_words_make_the_same_bytes(built: Built) -> None:
    first = built([Paragraph(text, PLAIN) for text in SENTENCES.values()])
    built([Paragraph("Another document in between, שלום", PLAIN)])
    assert built([Paragraph(text, PLAIN) for text in SENTENCES.values()]) == first


def test_no_page_names_a_font_that_is_not_inside(built: Built, fonts_of: Read) -> None:
    cells = [[Paragraph(text, PLAIN) for text in SENTENCES.values()]]
    listed = fonts_of(built([KeepTogether([Table(cells, style=OUR_FONT, colWidths=[60] * 6)])]))
    assert "Helvetica" not in listed
    assert all(" yes yes yes " in row for row in listed.splitlines()[2:])


def test_a_character_without_a_glyph_prints_a_box_and_is_reported() -> None:
    canvas = Canvas(BytesIO(), initialFontName=initial_font())
    paragraph = Paragraph("Wáng 王, twee keer 王", PLAIN)
    paragraph.wrap(300, 100)
    paragraph.drawOn(canvas, 50, 700)
    assert paragraph.missing == ("王",)
    assert boxes_printed(canvas) == ("王",)


def test_markup_is_words(built: Built, read: Read) -> None:
    typed = '<b>vet</b> <img src="geheim.png"/> & <a href="javascript:x">klik</a>'
    assert typed in read(built([Paragraph(typed, PLAIN)]))


def test_bold_words_stand_inside_a_line(built: Built, read: Read, fonts_of: Read) -> None:
    pdf = built([Paragraph(["Met ", Span("vette", bold=True), " woorden en ", Span("محمد", bold=True), "."], PLAIN)])
    assert "Met vette woorden en" in read(pdf)
    assert "NotoSans-Bold" in fonts_of(pdf)
    assert "IBMPlexSansArabic-Bold" in fonts_of(pdf)


def test_bold_words_are_wider() -> None:
    assert Setting("Samira", bold=True).natural_width > Setting("Samira").natural_width


@pytest.mark.parametrize("amount", ["€\u00a012.500", "€ 12.500", "12 500 €", "12\u202f500\u00a0€", "21 %", "1 234 567"])
def test_an_amount_is_never_broken(amount: str) -> None:
    text = f"woord {amount} woord"
    for width in range(1, 12):
        starts = {line.start for line in Setting(text).lines(max(width, Setting(amount).natural_width))}
        assert not starts & set(range(7, 6 + len(amount)))


@pytest.mark.parametrize("text", ["Combien ?", "Combien coûte « cela »", "Hoe lang?"])
def test_closing_punctuation_never_begins_a_line(text: str) -> None:
    for width in (2, 4, 5, 6):
        firsts = {text[line.start] for line in Setting(text).lines(width)}
        assert not firsts & set("?»")


def test_a_long_word_is_broken_where_it_must() -> None:
    setting = Setting("Aanvraagformulieren" * 20)
    assert all(line.width <= 10 for line in setting.lines(10))


def test_hard_line_ends_are_kept() -> None:
    assert [line.start for line in Setting("een\r\ntwee\n\ndrie").lines(100)] == [0, 4, 9, 10]


def test_each_line_a_person_typed_runs_in_its_own_direction() -> None:
    lines = Setting("Naam:\nمحمد\n12").lines(100)
    assert [line.right_to_left for line in lines] == [False, True, False]


@pytest.mark.parametrize(
    ("align", "words", "at_right"),
    [
        ("start", "Huur", False),
        ("end", "Huur", True),
        ("start", "اسم", True),
        ("end", "اسم", False),
        ("left", "اسم", False),
    ],
)
def test_start_is_where_reading_starts(align: str, words: str, at_right: bool) -> None:
    paragraph = Paragraph(words, TextStyle(align=align))  # type: ignore[arg-type]
    paragraph.wrap(200, 100)
    assert (paragraph.placed_lines()[0][1] > 100) == at_right


def test_justified_lines_fill_the_width_but_the_last() -> None:
    paragraph = Paragraph("Winkel in het centrum en elke zaterdag op de markt. " * 4, TextStyle(align="justify"))
    paragraph.wrap(200, 100)
    *full, (last, _, _, stretch) = paragraph.placed_lines()
    assert stretch == 0 and last.width * 9 < 200
    assert all(abs(line.width * 9 + line.spaces * each - 200) < 0.01 for line, _, _, each in full)


def test_a_paragraph_goes_on_over_the_page_end(built: Built, read: Read) -> None:
    words = " ".join(f"woord{number}" for number in range(3000))
    seen = read(built([Paragraph(words, PLAIN)]))
    assert "\f" in seen.strip()
    assert re.findall(r"woord\d+", seen) == words.split()


def test_no_single_line_is_left_alone() -> None:
    paragraph = Paragraph("woord " * 60, PLAIN)
    _, height = paragraph.wrap(100, 1000)
    lines = round(height / 14)
    assert paragraph.split(100, 14) == []
    assert [len(part.broken) for part in paragraph.split(100, height - 14)] == [lines - 2, 2]


STRANGE = [
    "\x00\x01\x07 controls \x7f\x9f",
    "\u2066\u2067\u2068 isolates \u2069\u2069\u202e\u202d",
    "lone \ud800 surrogate \udfff",
    "\ufffe\uffff\U000e0001",
    "e" + "\u0301" * 5000,
    ("\u0301\u0323" * 2500) + "א" + "\u05b0" * 5000,
    "\n" * 50,
    " " * 5000,
    "\u200b\u200d\u200e\u00ad\ufeff",
    "",
]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_text_is_set_without_complaint(text: str, built: Built) -> None:
    assert built([Paragraph(text, PLAIN), Table([[Paragraph(text[:200], PLAIN)]], splitInRow=1)]).startswith(b"%PDF")


@pytest.mark.parametrize(
    "piece", ["woord ", "aא", "é\u0323 ", "\u0301\u0323", "123 456 ", "(", "ab-/", "\u2068", "محمد ", "w", "字", "\n"]
)
def test_long_text_costs_no_more_than_its_length(piece: str) -> None:
    def work(size: int) -> None:
        rest = [Paragraph((piece * size)[:size], PLAIN)]
        while len(rest := rest[-1].split(400, 700)) == 2:
            pass

    assert growth(work, 20_000) < MOST


def test_a_column_without_a_width_is_as_wide_as_the_longest_word(built: Built, read: Read) -> None:
    cells = [[Paragraph("Een bedrijfsleidersvergoeding per maand", PLAIN), Paragraph("€\u00a012.500", PLAIN)]]
    assert "bedrijfsleidersvergoeding" in read(built([Table(cells, style=OUR_FONT)]))


def test_a_document_has_room_for_any_number_of_different_letters(built: Built) -> None:
    marked = " ".join(
        f"{chr(0x61 + first)}{chr(0x300 + one)}{chr(0x300 + two)}"
        for first, one, two in product(range(26), range(50), range(50))
    )
    assert built([Paragraph(marked, PLAIN)]).startswith(b"%PDF")
