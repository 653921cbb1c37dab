"""How many comments there are, and what they score, as the templates write it."""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation


def written(number, how):
    return Template("{% load discussion %}{{ number|" + how + " }}").render(
        Context({"number": number})
    )


@pytest.mark.parametrize(
    ("number", "short"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1k"),
        (1_999, "1.9k"),
        (12_345, "12.3k"),
        (999_999, "999k"),
        (1_500_000, "1.5m"),
    ],
)
def test_compact_has_three_figures_and_never_says_more_than_there_is(number, short):
    assert written(number, "compact") == short


def test_exact_parts_thousands_as_the_language_does():
    assert written(1_234_567, "exact") == "1,234,567"
    with translation.override("de"):
        assert written(1_234_567, "exact") == "1.234.567"


def test_a_score_below_zero_has_a_minus_sign():
    assert written(-3, "signed") == "−3"
    assert written(3, "signed") == "3"


def test_a_long_count_is_short_to_the_eye_and_exact_to_a_screen_reader():
    html = render_to_string("discussion/count.html", {"count": 12_345})
    assert '<span aria-hidden="true" title="12,345 comments">12.3k comments</span>' in html
    assert '<span class="visually-hidden">12,345 comments</span>' in html


@pytest.mark.parametrize(
    ("count", "sentence"), [(1, "1 comment"), (2, "2 comments"), (9_999, "9,999 comments")]
)
def test_a_count_of_four_figures_is_exact(count, sentence):
    assert render_to_string("discussion/count.html", {"count": count}).strip() == sentence
