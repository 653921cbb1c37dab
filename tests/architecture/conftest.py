"""The source, as text and as syntax."""

import ast
from pathlib import Path

import pytest

import broadsheet

ROOM = Path(broadsheet.__file__).parent
CHECKOUT = ROOM.parent.parent


@pytest.fixture(scope="session")
def modules():
    """Every module of ours but migrations: its path, text and syntax tree."""
    return [
        (path.relative_to(CHECKOUT), text := path.read_text(), ast.parse(text))
        for path in sorted(ROOM.rglob("*.py"))
        if "migrations" not in path.parts
    ]


@pytest.fixture(scope="session")
def checkout():
    """The folder of the repository."""
    return CHECKOUT
