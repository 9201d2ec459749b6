"""Texts and numbers that break careless programs, gathered by what they break."""

import re
from unicodedata import normalize

NEVER_SHOWN = "9801547"
"""What {{1337*7331}} comes to: where it stands on a page, somebody's text was run."""
MARKUP = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", "</textarea><b>out",
    "</title><script>alert(2)</script>", "{{1337*7331}}", "{% for x in () %}", "${1337*7331}", "#{1337*7331}", "{#",
    "javascript:alert(1)", "&lt;b&gt;&amp;&#39;&#x27;", "<!-- ", "]]>", "<br/><para><font color='red'>", "<?xml",
    "<a href='file:///etc/passwd'>x</a>", "onmouseover=\"alert(1)\"", "`${1337*7331}`", "\\u003cscript\\u003e",
)
SHELLS = (
    "'; DROP TABLE plans; --", "' OR '1'='1", "$(touch /nowhere)", "`id`", "; rm -rf nowhere", "| cat",
    "../../etc/passwd", "%s%n%d", "%00", "\\0", "C:\\con\\con", "{0.__class__}", "{money}", "%(money)s",
    "__import__('os')",
)
FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x.example")', "{=1+1}",
            "\uff1d1+1", " =1+1")
LINKS = ("http://example.org/?a=1&b=2", "https://x.example/<b>", "file:///etc/passwd", "tel:+32470000000",
         "internal:A1")
NAMES = ("CON", "null", "undefined", "true", "Null", "NaN", "0", "x", "O'Brien", "Ñ", "Łódź", "'", "\"", "\\", "/", ".",
         "None", "[]", "{}", "a" * 300)
SCRIPTS = (
    "مخبز الحي", "نانوایی ۱۲۳", "ኣብ ዳቦ", "пекарня", "פת לחם 5", "パン屋", "ﷺ ﷽", "café cafe\u0301", "Å A\u030a",
    "\u202eevil\u202c text", "\u2067mixed 12\u2069 عربي", "a\u200bb\u200dc", "\ufeffstart", "Z\u0351\u0347\u030d" * 9,
    "👩‍👩‍👧‍👦", "🇧🇪🏳️‍🌈", "😀" * 50, "𝕒𝕓", "\u00a0nbsp\u202f", "اَلْخُبْزُ 3,50 € للرغيف",
)
CONTROLS = ("nul\x00here", "\x1b[31mred", "bell\x07", "\x7fdel", "\ufffe\uffff", "tab\there", "one\r\ntwo\rthree\nfour",
            "line\u2028and\u2029paragraph", "\x85next", "\x0b\x0c")
LONG = ("word " * 59, "b" * 299)
TEXTS = MARKUP + SHELLS + FORMULAS + LINKS + NAMES + SCRIPTS + CONTROLS + LONG
NUMBERS = (
    "NaN", "nan", "inf", "-Infinity", "1e400", "1e5", "0x10", "1_000", "9" * 400, "-5", "−5", "(5)", "5-", "½", "²",
    "5 %", "€ 5", "5 EUR", "1.234,56", "1,234.56", "1 234,56", "1\u202f234,56", "1'234.56", "1,23,4", "1.2.3", "1,234",
    "1.234", "١٢٣", "۱۲۳", "１２３", "١٬٢٣٤٫٥٦", "1٢3", "0", "-0", "0.001", "1e12", "", " ", "abc", "--5", "1/2",
    "<b>5</b>",
    "{{1337*7331}}", "=5", "5\x00", "٪5", "12:30", "10^3", "0,1,2", "+5", "5.", ".5", "5,", "\u202e5", "true",
    "null", "€",
)
_REMOVED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u202a-\u202e]")


def kept_line(text: str) -> str:
    """How a text of one line is kept: the same letters, without what no page can carry."""
    return normalize("NFC", _REMOVED.sub("", re.sub("\r\n|[\t\n\r\x85\u2028\u2029]", " ", text)))


def kept_text(text: str) -> str:
    """How a text of several lines is kept."""
    return normalize("NFC", _REMOVED.sub("", re.sub("\r\n|[\r\x85]", "\n", text)))
