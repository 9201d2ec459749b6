"""The header that says what a file is called: in ASCII for old browsers, in all letters for the others."""

import pytest
from werkzeug.http import parse_options_header

from bizplan.domain.lending.papers import plain_name
from bizplan.web.file_names import disposition


@pytest.mark.parametrize(("name", "header"), [
    ("loon mei.pdf", "attachment; filename=\"loon mei.pdf\"; filename*=UTF-8''loon%20mei.pdf"),
    ("خطة.pdf", "attachment; filename=\"identity.pdf\"; filename*=UTF-8''%D8%AE%D8%B7%D8%A9.pdf"),
    ("a'b.pdf", "attachment; filename=\"a'b.pdf\"; filename*=UTF-8''a%27b.pdf"),
])
def test_a_name_is_said_twice(name, header):
    assert disposition("attachment", name, "identity.pdf") == header


@pytest.mark.parametrize("sent", [
    "../../x", "a\r\nSet-Cookie: x=1", 'a"; filename="b.html', "a\u202efdp.exe", "x" * 500, "a\\\"b", "a\0b",
    "%0d%0aX: 1"])
def test_whatever_a_file_was_called_the_header_says_one_name_without_folders(sent):
    header = disposition("inline", f"{plain_name(sent)}.pdf", "identity.pdf")
    assert header.isascii() and header.isprintable()
    how, told = parse_options_header(header)
    assert how == "inline" and set(told) == {"filename"}
    assert told["filename"].endswith(".pdf") and not set(told["filename"]) & set('/\\"\u202e')


def test_a_name_that_is_not_plain_is_still_only_a_name():
    assert '\r' not in disposition("inline", "a\r\nb", "x.pdf") and '"a"' not in disposition("inline", 'a"b', "x.pdf")
