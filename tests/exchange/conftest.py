"""Small exports, written as WordPress writes them."""

from pathlib import Path

import pytest
from conftest_exports import HEAD, TAIL


@pytest.fixture
def export(tmp_path):
    """Write an export of these items and answer its path."""

    def write(*items, version="1.2", head="") -> Path:
        path = tmp_path / "export.xml"
        path.write_text(
            HEAD.format(version=version) + head + "".join(items) + TAIL, encoding="utf-8"
        )
        return path

    return write
