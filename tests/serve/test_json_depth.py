"""How deep JSON is nested, whatever pieces it comes in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.serve.json_depth import JsonDepth

texts = st.recursive(
    st.none() | st.integers() | st.text(alphabet='"\\[]{}aä', max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet='"\\[{', max_size=4), inner, max_size=3)
    ),
)


def depth_of(value):
    if isinstance(value, dict):
        return 1 + max(map(depth_of, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth_of, value), default=0)
    return 0


@given(value=texts, size=st.integers(1, 5), is_ascii=st.booleans())
def test_agrees_with_the_parser_in_any_pieces(value, size, is_ascii):
    text = json.dumps(value, ensure_ascii=is_ascii).encode()
    depth = JsonDepth()
    for start in range(0, len(text), size):
        depth.read(b"")
        depth.read(text[start : start + size])

    assert depth.deepest == depth_of(value)


@pytest.mark.parametrize(
    ("text", "deepest"),
    [
        (b"[" * 100_000, 100_000),
        (b'{"a":' * 1_000, 1_000),
        (b'"' + b"[" * 1_000 + b'"', 0),
        (b'"\\"' + b"[" * 1_000, 0),
        (b'"\\\\"' + b"[" * 1_000, 1_000),
        (b"[]" * 100_000, 1),
    ],
    ids=["arrays", "objects", "in a string", "escaped quote", "escaped backslash", "side by side"],
)
def test_counts_what_would_lead_into_recursion(text, deepest):
    assert JsonDepth().read(text) == deepest
