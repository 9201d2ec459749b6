"""What a good password is: long, and not one that everybody tries; no rules about signs and capitals.

After NIST SP 800-63B: at least 15 characters where a password may stand alone, all of Unicode, no
composition rules, no change without a reason, nothing that is commonly used or tells the name of the service.
"""

import re
import unicodedata

SHORTEST, LONGEST = 15, 200
MOST_BYTES = 1_024
LEAST_OWN = 8
"""So many characters stay at least when common words, own names and digits in a row are left out."""
FEWEST_DIFFERENT = 5
OF_WORDS = ("Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "So")
"""Letters, what belongs to letters, and pictures: digits and marks are what people add to a common word."""
N_ = str
COMMON = (
    "bizplan", "password", "passwort", "wachtwoord", "motdepasse", "paswoord", "qwertyuiop", "azertyuiop", "qwerty",
    "azerty", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "wxcvbn", "welkom", "welcome", "bienvenue", "bonjour", "hallo",
    "hello", "letmein", "iloveyou", "ikhouvanjou", "jetaime", "admin", "administrator", "beheerder", "coach", "geheim",
    "secret", "soleil", "sunshine", "princess", "dragon", "monkey", "football", "voetbal", "summer", "zomer", "winter",
    "lente", "herfst", "vlaanderen", "belgie", "brussel", "antwerpen", "gent", "microsoft", "google", "facebook",
    "changeme", "master", "login", "superman", "batman", "starwars", "trustno", "whatever", "hottest", "abcdefgh",
    "ondernemer", "entrepreneur", "businessplan", "plan",
)


def normalised(password: str) -> str:
    """A password as it is compared, however the keyboard composed its letters."""
    return unicodedata.normalize("NFKC", password)


def is_too_large(password: str) -> bool:
    """Whether there is so much of it that it is not even looked at."""
    return len(password.encode("utf-8", "surrogatepass")) > MOST_BYTES


def refusal(password: str, *own: str) -> str | None:
    """Why a password is not taken, or None where it is; ``own`` are names and addresses of its person."""
    if is_too_large(password) or len(normalised(password)) > LONGEST:
        return N_("Choose a password of at most 200 characters.")
    if len(normalised(password)) < SHORTEST:
        return N_("Choose a password of at least 15 characters, such as five words that do not belong together.")
    if _is_common(normalised(password).casefold(), own):
        return N_("Many people would try this password. Choose five words that do not belong together.")
    return None


def _is_common(password: str, own: tuple[str, ...]) -> bool:
    parts = {part for name in own for part in re.split(r"\W+", normalised(name).casefold()) if len(part) > 2}
    rest = password
    for word in sorted({*COMMON, *parts}, key=len, reverse=True):
        rest = rest.replace(word, "")
    rest = "".join(sign for sign in rest if unicodedata.category(sign) in OF_WORDS)
    return len(rest) < LEAST_OWN or len(set(rest)) < FEWEST_DIFFERENT
