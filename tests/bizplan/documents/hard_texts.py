"""Texts that break careless programs, by what they break; what pages are tried with besides is in the same list."""

import sys

from tests.bizplan.web import naughty

MARKS = "".join(map(chr, range(0x300, 0x370)))
SPACES = "\t\u00a0\u1680\u180e" + "".join(map(chr, range(0x2000, 0x200b))) + "\u202f\u205f\u2800\u3000\u3164\uffa0"
UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2064\u206a\u206f\ufeff"
HARD_TEXTS: dict[str, tuple[str, ...]] = {
    "page": naughty.TEXTS,
    "numbers": (
        *naughty.NUMBERS, "1" * 400, "0." + "0" * 330 + "1", "-1e-324", str(sys.maxsize + 1), "0b1010",
        "0o17", "1e309", "٣٫١٤", "৪২", "Ⅷ", "①②③", "⅓", "10⁹", "1\u2044 2", "+0,0", "1..2", "1;2", "∞",
        "−∞", "1/0",
    ),
    "queries": (
        "1; DELETE FROM plans WHERE 1=1", "' UNION SELECT sealed FROM people --", "\"; SHUTDOWN; --",
        "%_%", "admin'/*", "*/ OR 1=1", "{$gt: ''}", "$where: 'sleep(9)'", "*)(uid=*))(|(uid=*",
        "';WAITFOR DELAY '9'",
    ),
    "markup": (
        "<para><onDraw name='x' label='y'/></para>", "<font color=\"[[x for x in ()]]\">",
        "<img src='/etc/x.png'/>", "<!DOCTYPE x [<!ENTITY a '&a;'>]>&a;", "<![CDATA[ ]]>", "&#0;",
        "&#xD800;", "&undefined;", "&amp;amp;", "<?php echo 1 ?>", "<w:t>x</w:t>", "</t></is></c>",
        "<seq/><br/>", "\\u0000", "_x0000_", "_x005F_x0041_", ") Tj ET Q",
        "<</S/JavaScript/JS(app.alert(1))>>", "endstream endobj", "(((", ")))", "\\)", "%PDF-1.7",
    ),
    "formulas": (
        "=1/0", "=cmd|' /C calc'!A0", "=IMPORTXML(\"http://x.example\",\"//a\")", "=A1", "=SUM(A:A)",
        "+A1", "-A1", "@A1", "\t=A1", "\r=A1", "=DDE(\"a\";\"b\")", "|cmd", "#REF!", "#N/A", "TRUE",
        "1e5", "01", "1/2", "=" * 8192, "'=A1", "internal:Cover!A1", "external:c:\\x.xlsx", "＝A1",
        "﹦A1", "{=A1}",
    ),
    "formats": (
        "%d%s%x%p%n", "%(name)s", "{name}", "{}", "{0}", "{0!r:>{1}}", "{{", "}}", "{", "}", "%", "%%",
        "$name", "${name}", "\\", "\\\\", "\\n", "\\x00", "{self.__init__.__globals__}", "#{1+1}",
        "<%= 1 %>", "[[x]]",
    ),
    "places": (
        "../" * 40 + "etc/passwd", "..\\..\\windows", "/dev/null", "/proc/self/environ", "C:\\",
        "\\\\host\\share", "file:///", "nul.pdf", "CON", "a/b", "a\u2215b", "~root", "$HOME",
        "%APPDATA%", ".", "..", " .pdf", "-rf",
    ),
    "quotes": (
        "'", "''", "\"", "\"\"", "`", "´", "‘’‚‛", "“”„‟", "«»‹›", "′″‴", "＂＇", "'\"'\"''''\"", "<\">",
        "\\'", "…",
    ),
    "controls": (
        "".join(map(chr, range(0x20))), "".join(map(chr, range(0x7f, 0xa0))), "\x1b[2J\x1b]0;x\x07",
        "\x00", "a\x00b", "\u2028\u2029\x85\x0b\x0c", "\r\r\n\n\r", "\x1c\x1d\x1e\x1f",
        "\ufff9a\ufffab\ufffb", "\b" * 20,
    ),
    "broken": (
        "\ud800", "\udfff", "\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\ude00", "a\ud800b", "\ufffe",
        "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\ufffd", "\ue000\uf8ff", "\U000f0000",
        "\U0001f8ff", "\u0378", "\U000e0001",
    ),
    "unseen": (
        UNSEEN, *UNSEEN, "a" + UNSEEN + "b", "\ufeffa\ufeff", "\u200b" * 300, "\u00ad" * 300,
        "\u2060" * 50, "".join(chr(0xe0020 + ord(each) - 0x20) for each in "hidden words"),
    ),
    "spaces": (
        SPACES, *SPACES, f"a{SPACES}b", " " * 300, "\u00a0" * 300, "\u3000" * 80, "\n" * 60, " \n" * 60,
        "   x", "x   ",
    ),
    "marks": (
        "Z" + MARKS * 4, "e" + "\u0301" * 3000, "".join(f"{each}{MARKS[:40]}" for each in "zalgo"),
        "\u0301", "\u20dd\u20dd", "a\u0315\u0300\u05ae\u0300b", "\u0e01\u0e49\u0e49\u0e49" * 30,
        "ก็็็็็็็็็็็็", "\u0f40\u0f72" * 60, "ﭏ\u05b0" * 60, "o\u0338\u0303" * 100,
        "\u1100\u1161\u11a8" * 40, "한\u11a8", "\u0bcd\u0bc6", "क्" * 60, "\u200dक",
    ),
    "ligatures": (
        "ﬀﬁﬂﬃﬄﬅﬆ", "Ǆ ǅ ǆ Ĳ ĳ", "ß ẞ ſ", "İ ı i̇ I", "ŉ ǰ ΐ", "ﷺ ﷽ ﷻ", "لا لأ لإ لآ", "ﻻﻼ", "Ꜳ ꜳ",
        "㎓ ㏒", "№ ℡ ™", "Å Å Å", "Ω Ω", "ᾳ ᾼ ς σ",
    ),
    "turned": (
        "uʍop ǝpısdn", "˙ʇsǝʇ ɐ sı sıɥʇ", "𝓕𝓪𝓷𝓬𝔂 𝕕𝕠𝕦𝕓𝕝𝕖 𝔣𝔯𝔞𝔨𝔱𝔲𝔯 𝙼𝚘𝚗𝚘", "ｆｕｌｌ ｗｉｄｔｈ", "ⓒⓘⓡⓒⓛⓔⓢ",
        "🅂🅀🅄🄰🅁🄴", "⒫⒜⒭", "sᴍᴀʟʟ", "ʰⁱᵍʰ ₗₒw",
    ),
    "isolates": (
        "\u202e", "\u202d", "\u202a" * 70, "\u202b" * 130, "\u2066" * 200, "\u2067\u2068\u2066",
        "\u2069" * 200, "\u202c" * 200, "\u202ereversed", "\u2067נפתח ולא נסגר",
        "(\u2067[\u2066{\u2068<", "א\u2066a\u2067ב\u2068c", "\u200f1\u200e2\u061c3",
        "a\u202eb\u202dc\u202cd\u2069e", "fdp.\u202eexe", "abc\u2029\u202e",
    ),
    "right to left": (
        "مرحبا بالعالم", "العربية ١٢٣ و 456 (abc)", "ܫܠܡܐ", "ހެލޯ", "שָׁלוֹם עֲלֵיכֶם", "\u202eשלום",
        "ߒߞߏ", "ࠀࠁࠂ", "𐤀𐤁𐤂", "بِسْمِ ٱللَّٰهِ", "اردو، فارسی؛ پښتو؟", "مفاعلة\u200cها", "ی\u200dک",
        "الكل في المجمو عة (5)", "\u0627\u0644\u0644\u0651\u0670\u0647",
    ),
    "scripts": (
        "ኣብ ኣንትወርፕ", "Ґудзь їжак є", "Привіт", "Γειά σου", "Բարեւ", "გამარჯობა", "नमस्ते", "হ্যালো",
        "ਸਤ ਸ੍ਰੀ ਅਕਾਲ", "வணக்கம்", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "สวัสดี", "ສະບາຍດີ", "မြန်မာ",
        "ភាសាខ្មែរ", "བོད་སྐད", "ᠮᠣᠩᠭᠣᠯ", "日本語の文章", "中文测试", "한국어", "ꯃꯩꯇꯩ", "ⴰⵣⵓⵍ", "ᏣᎳᎩ", "ᐃᓄᒃᑎᑐᑦ",
        "ᚠᚢᚦ", "𝛼𝛽𝛾", "𒀀𒁀", "𓀀𓂀", "🀄🂡", "Tiếng Việt ờữặ", "ğüşıöçĞÜŞİÖÇ", "ŁÓDŹ žluťoučký",
    ),
    "emoji": (
        "😀", "👍🏿", "👨\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈", "🏴\u200d☠\ufe0f", "🇧🇪🇸🇾🇦🇫🇪🇷🇺🇦", "🇧",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "1\ufe0f⃣#\ufe0f⃣*\ufe0f⃣",
        "☺︎ ☺\ufe0f ❤︎ ❤\ufe0f", "\ufe0f", "\ufe0f" * 100, "\u200d\u200d", "👩\u200d", "\u200d👩",
        "😀" * 300, "🧑🏻\u200d❤\ufe0f\u200d💋\u200d🧑🏿", "🫨🪿🫷🏽", "©®™‼⁉", "\U000e0100a",
    ),
    "long": (
        "w" * 300, "woord " * 60, "a-" * 300, "a/" * 300, "1234567890" * 40,
        "http://x.example/" + "a" * 500, "محمد" * 100, "€ 12.500 " * 80, "(" * 400, "." * 500,
        "\u2028" * 50,
    ),
}
"""What no text of a plan may turn into: a formula, a command, an empty page, an error."""
