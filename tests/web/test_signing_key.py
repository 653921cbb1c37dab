"""The key that signs sessions: made once, closed to others, never guessed."""

import stat

import pytest

from broadsheet.web.signing_key import NoSigningKey, make_signing_key, read_signing_key


def test_is_made_closed_to_others(tmp_path):
    assert make_signing_key(tmp_path)

    assert stat.S_IMODE((tmp_path / "signing.key").stat().st_mode) == 0o600
    assert len(read_signing_key(tmp_path)) >= 64
    assert [file.name for file in tmp_path.iterdir()] == ["signing.key"]


def test_is_made_once(tmp_path):
    make_signing_key(tmp_path)
    key = read_signing_key(tmp_path)

    assert not make_signing_key(tmp_path)
    assert read_signing_key(tmp_path) == key


def test_is_another_for_every_newspaper(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        make_signing_key(tmp_path / name)

    assert read_signing_key(tmp_path / "one") != read_signing_key(tmp_path / "two")


def test_refuses_a_folder_without_one(tmp_path):
    with pytest.raises(NoSigningKey, match="“broadsheet init” makes a new one"):
        read_signing_key(tmp_path)


def test_refuses_a_damaged_one(tmp_path):
    (tmp_path / "signing.key").write_text("short")

    with pytest.raises(NoSigningKey, match="is damaged"):
        read_signing_key(tmp_path)
