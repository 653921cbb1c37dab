"""References: found again however they are written, and never mistaken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649

from broadsheet.funding.references import (
    ALPHABET,
    creditor_reference,
    near_references,
    new_reference,
    read_reference,
    read_references,
)

REFERENCE = "BS-ACD-EFK-LMN"
RIGHT = next(
    REFERENCE[:-1] + last for last in ALPHABET if read_reference(REFERENCE[:-1] + last) is not None
)
references = st.builds(lambda _seed: new_reference(), st.integers())
places = [place for place in range(3, len(RIGHT)) if RIGHT[place] != "-"]


def test_a_new_reference_is_read_again():
    made = {new_reference() for _each in range(500)}

    assert len(made) == 500
    assert all(read_reference(reference) == reference for reference in made)
    assert all(len(reference) <= 20 for reference in made)


@pytest.mark.parametrize(
    "written",
    [
        RIGHT.lower(),
        RIGHT.replace("-", ""),
        RIGHT.replace("-", " "),
        RIGHT.replace("-", "–"),
        f"SpendeFuerDieZeitung{RIGHT.replace('-', '')}Danke",
        f"Gift {RIGHT[:7]}\n{RIGHT[7:]} thank you",
        f"{RIGHT[:6]} {RIGHT[6:]}",
        f"RF{RIGHT}".replace("RF", "RF18"),
        RIGHT.removeprefix("BS-"),
        f"for {RIGHT.removeprefix('BS-').replace('-', ' ')}, Dana",
        RIGHT.replace("L", "1"),
        RIGHT.replace("L", "i"),
        RIGHT.replace("BS", "8S"),
        f"NOBS {RIGHT}",
        "".join(chr(ord(letter) + 0xFEE0) for letter in RIGHT),
    ],
)
def test_is_read_however_it_is_written(written):
    assert read_reference(written) == RIGHT


@pytest.mark.parametrize("place", places)
def test_no_character_can_be_mistaken_for_another(place):
    for other in set(ALPHABET) - {RIGHT[place]}:
        assert read_reference(RIGHT[:place] + other + RIGHT[place + 1 :]) is None


@given(references, st.sampled_from(places), st.sampled_from(places))
def test_no_two_characters_can_change_places(reference, one, other):
    letters = list(reference)
    letters[one], letters[other] = letters[other], letters[one]
    changed = "".join(letters)

    assert read_reference(changed) == (reference if changed == reference else None)


def test_two_references_in_one_text_are_both_found_and_neither_is_the_one():
    other = new_reference()

    assert read_references(f"{RIGHT} {other} {RIGHT}") == (RIGHT, other)
    assert read_reference(f"{RIGHT} and {other}") is None


@given(references, st.sampled_from(places), st.sampled_from(ALPHABET))
def test_what_one_mistake_made_of_a_reference_is_near_it(reference, place, other):
    mistaken = reference[:place] + other + reference[place + 1 :]

    assert reference in near_references(f"Gift {mistaken} for you")


def test_what_an_exchange_made_of_a_reference_is_near_it():
    exchanged = RIGHT[:3] + RIGHT[4] + RIGHT[3] + RIGHT[5:]

    assert RIGHT in near_references(exchanged)


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_look_for_one(text):
    assert isinstance(read_references(text), tuple)
    assert isinstance(near_references(text), tuple)


@given(references)
def test_is_a_creditor_reference_that_banks_accept_and_we_read_again(reference):
    creditor = creditor_reference(reference)

    assert iso11649.validate(creditor) == creditor
    assert len(creditor) <= 25
    assert read_reference(iso11649.format(creditor)) == reference
