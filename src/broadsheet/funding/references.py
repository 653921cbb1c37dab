"""What stands on a bank statement, so that money finds the gift it was promised as.

A reference is `BS-XXX-XXX-XXX`: eight random characters and one that checks them, of an alphabet in which no two
look alike (Wikimedia Germany's, fundraising-payments), since some write them by hand. There are 19 of them, and
19 is a prime: with a different weight for each place, the check character finds every character mistaken for
another and every two that changed places (Verhoeff, Error Detecting Decimal Codes, 1969).
"""

import re
import secrets
import unicodedata

from stdnum.iso7064 import mod_97_10

ALPHABET = "ACDEFKLMNPRTWXYZ349"
PREFIX = "BS"
RANDOM_CHARACTERS = 8

# What is not in the alphabet and can only have been meant for one that is.
MISREAD = str.maketrans({"1": "L", "I": "L", "2": "Z"})

# Banks break lines anywhere, and people group as they like.
GAP = r"[\s\-‐-―./:_]*"
LETTER = f"[{ALPHABET}12I]"
WITH_PREFIX = re.compile(f"[B8]{GAP}[S5]((?:{GAP}{LETTER}){{{RANDOM_CHARACTERS + 1}}})")
WITHOUT_PREFIX = re.compile(rf"\b({LETTER}{{3}}[-\s]?{LETTER}{{3}}[-\s]?{LETTER}{{3}})\b")
NOT_WRITTEN = re.compile(GAP)


def new_reference() -> str:
    """A reference nobody can guess; among 17 thousand million, so whoever keeps it asks whether it is taken."""
    letters = "".join(secrets.choice(ALPHABET) for _place in range(RANDOM_CHARACTERS))
    return _written(letters + _check_character(letters))


def read_reference(text: str) -> str | None:
    """The one reference in `text`, as we write it; None where there is none, or more than one."""
    references = read_references(text)
    return references[0] if len(references) == 1 else None


def read_references(text: str) -> tuple[str, ...]:
    """All references in `text`, each once, in their order, however they are spelt; also those in an RF code.

    Those written without the prefix are looked for only where none has it.
    """
    folded = unicodedata.normalize("NFKC", text).upper()
    return _found(WITH_PREFIX, folded) or _found(WITHOUT_PREFIX, folded)


def creditor_reference(reference: str) -> str:
    """`reference` as a structured creditor reference (ISO 11649), such as RF18BS…, for banks that ask for one."""
    letters = NOT_WRITTEN.sub("", reference)
    return f"RF{mod_97_10.calc_check_digits(letters + 'RF')}{letters}"


def near_references(text: str) -> tuple[str, ...]:
    """What `text` may have meant: its references with one character different or two neighbours exchanged.

    Most of them are nobody's; whoever asks looks for those that are somebody's.
    """
    folded = unicodedata.normalize("NFKC", text).upper()
    near: dict[str, None] = {}
    for pattern in (WITH_PREFIX, WITHOUT_PREFIX):
        for found in pattern.finditer(folded):
            near.update(dict.fromkeys(map(_written, _mended(_letters(found[1])))))
    return tuple(near)


def _found(pattern: re.Pattern[str], folded: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    start = 0
    while match := pattern.search(folded, start):
        letters = _letters(match[1])
        is_right = _check_character(letters[:-1]) == letters[-1]
        if is_right:
            found[_written(letters)] = None
        # What only looks like one may overlap with one.
        start = match.end() if is_right else match.start() + 1
    return tuple(found)


def _mended(letters: str) -> list[str]:
    different = [
        letters[:place] + other + letters[place + 1 :]
        for place in range(len(letters))
        for other in ALPHABET
    ]
    exchanged = [
        letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
        for place in range(len(letters) - 1)
    ]
    return [each for each in different + exchanged if _check_character(each[:-1]) == each[-1]]


def _letters(written: str) -> str:
    return NOT_WRITTEN.sub("", written).translate(MISREAD)


def _written(letters: str) -> str:
    return f"{PREFIX}-{letters[:3]}-{letters[3:6]}-{letters[6:]}"


def _check_character(letters: str) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(letters, start=1))
    return ALPHABET[total % len(ALPHABET)]
