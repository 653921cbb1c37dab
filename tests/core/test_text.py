"""Text …"""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.core.text import MARKS_PER_BASE, is_visible, normalise, normalise_name

anything = st.text(alphabet=st.characters(exclude_categories=[]))
crowded = st.text(
    alphabet="ae\u0301\u0323\u0327\u20dd\u0345\u1161\u1100\u200d\u2066 \n\r\u2028\ud800\u093c\u0915"
)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("A\u0301", "\u00c1"),
        ("\u212b", "\u00c5"),
        ("\ufb01", "\ufb01"),
        ("a\r\nb\rc\u2028d\u2029e\u0085f\vg", "a\nb\nc\nd\ne\nf\ng"),
        ("a\u0000b", "ab"),
        ("\u001b[31mred", "[31mred"),
        ("a\tb", "a\tb"),
        ("\ud800a\udc00", "a"),
        ("\ufdd0\uffff\U0010ffffa", "a"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066x\u2069 \u2068", "x"),
        ("a \nb\u3000\n\n", "a\nb"),
        ("\n\n  a", "  a"),
        ("👨‍👩‍👧 🇺🇸 ❤️", "👨‍👩‍👧 🇺🇸 ❤️"),
        ("علی‌رضا \u200fשָׁלוֹם", "علی‌رضا \u200fשָׁלוֹם"),
    ],
)
def test_is_kept_in_one_form(sent, kept):
    assert normalise(sent) == kept


def test_towers_of_marks_are_cut():
    assert normalise("x" + "\u030d" * 50) == "x" + "\u030d" * MARKS_PER_BASE
    assert normalise("x" + "\u030d\u200d" * 50).count("\u030d") == MARKS_PER_BASE
    assert normalise("\u030d" * 50) == "\u030d" * MARKS_PER_BASE
    assert normalise("x\u030dy\u030d" * 50) == "x\u030dy\u030d" * 50


@settings(max_examples=500)
@given(anything | crowded)
@example("a\u0301\u0301\u0301\u0301\u0301\u0323")
@example("\u1100\u0301\u0301\u0301\u0301\u0301\u1161")
@example("\ud800\u0301")
def test_is_normalised_once_and_for_all(sent):
    kept = normalise(sent)

    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode().decode() == kept
    assert not {
        unicodedata.category(character) for character in kept if character not in "\n\t"
    } & {"Cc", "Cs"}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  Ada \n  Lovelace\u3000", "Ada Lovelace"),
        ("admin\u200b", "admin"),
        ("ad\u00admin\u2060", "admin"),
        ("ad\u202emin", "admin"),
        ("admin\u3164", "admin"),
        ("José A\u0301", "José Á"),
        ("李小龍", "李小龍"),
        ("हिन्दी", "हिन्दी"),
        ("\u200b\u200c\u200d\u2060\ufeff", ""),
        ("\u00ad", ""),
        ("\u115f\u3164\uffa0", ""),
        ("\u2800", ""),
        ("\u0301\u0301", ""),
        ("\U000e0001\U000e0061", ""),
        ("\ud800", ""),
        ("\u2028 \t", ""),
    ],
)
def test_of_a_name_is_one_visible_line(sent, kept):
    assert normalise_name(sent) == kept


@settings(max_examples=500)
@given(anything | crowded)
def test_of_a_name_is_normalised_once_and_for_all(sent):
    name = normalise_name(sent)

    assert normalise_name(name) == name
    assert not name or is_visible(name)
    assert name == " ".join(name.split())
    assert not any(unicodedata.category(character) == "Cf" for character in name)


def test_is_visible_if_a_character_draws_something():
    assert is_visible("\u200b.")
    assert is_visible("👍")
    assert not is_visible(" \u200b\u3164\n\u0301")
