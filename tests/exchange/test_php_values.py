"""Values as PHP writes them …"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.exchange.formats.wordpress.php import NotSerialised, unserialise


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a:2:{s:4:"like";i:14;s:7:"dislike";i:-2;}', {"like": 14, "dislike": -2}),
        ('s:5:"Zoë;";', "Zoë;"),
        ("b:1;", True),
        ("N;", None),
        ("d:0.5;", 0.5),
        ('a:1:{i:0;a:1:{s:1:"x";s:0:"";}}', {0: {"x": ""}}),
    ],
)
def test_reads_plain_values(text, value):
    assert unserialise(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i:1",
        "i:1;x",
        "i:1e9;",
        "i:99999999999999999999999999999999999999;",
        's:99:"x";',
        's:-1:"x";',
        's:3:"Zoë";',
        'O:8:"stdClass":0:{}',
        'C:3:"Foo":0:{}',
        "R:1;",
        "a:1:{b:1;i:1;}",
        "a:1:{a:0:{}i:1;}",
        "a:-1:{}",
        "a:999999999:{}",
        "a:1:{i:0;" * 500 + "i:0;" + "}" * 500,
        "x" * 2_000_000,
    ],
    ids=lambda text: text[:20],
)
def test_refuses_everything_else(text):
    with pytest.raises(NotSerialised):
        unserialise(text)


@given(st.text(alphabet='asidbNOR:;{}"01-9x', max_size=60))
def test_never_fails_otherwise(text):
    with suppress(NotSerialised):
        unserialise(text)
