"""Events: told to everybody, once it is certain, and never otherwise."""

import logging
from dataclasses import FrozenInstanceError, dataclass

import pytest
from django.db import connection, transaction

from broadsheet.core.events import CHANNEL, Event, publish, read, subscribe


@dataclass(frozen=True, kw_only=True)
class TideTurned(Event):
    height: int


@dataclass(frozen=True, kw_only=True)
class FerrySailed(Event):
    number: int


@pytest.fixture
def heard():
    return []


def test_are_told_once_the_transaction_is_certain(committed, heard):
    subscribe(TideTurned)(heard.append)

    with transaction.atomic():
        publish(TideTurned(height=3))
        assert heard == []

    assert heard == [TideTurned(height=3)]


def test_are_not_told_when_it_rolls_back(committed, heard):
    subscribe(TideTurned)(heard.append)

    with transaction.atomic():
        publish(TideTurned(height=4))
        transaction.set_rollback(True)

    assert heard == []


@pytest.mark.django_db
def test_a_deaf_listener_silences_nobody(heard, caplog, django_capture_on_commit_callbacks):
    @subscribe(TideTurned)
    def deaf(event):
        raise RuntimeError("deaf")

    subscribe(TideTurned)(heard.append)

    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        publish(TideTurned(height=5))

    assert heard == [TideTurned(height=5)]
    assert "failed to hear" in caplog.text


@pytest.mark.django_db
def test_are_told_to_those_who_asked_for_their_kind(heard, django_capture_on_commit_callbacks):
    subscribe(FerrySailed)(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        publish(TideTurned(height=6))

    assert heard == []


def test_say_what_was_and_cannot_be_changed():
    event = TideTurned(height=7)

    with pytest.raises(FrozenInstanceError):
        event.height = 8


def test_hold_ids_and_never_models():
    from django.db.models import Model

    import broadsheet.discussion.events
    import broadsheet.publishing.events  # noqa: F401

    for kind in Event.__subclasses__():
        for name, annotation in kind.__annotations__.items():
            is_model = isinstance(annotation, type) and issubclass(annotation, Model)
            assert not is_model, f"{kind.__name__}.{name}"


def test_are_sent_to_every_process_when_the_transaction_commits(committed):
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")

    with transaction.atomic():
        publish(TideTurned(height=8))
        transaction.set_rollback(True)
    with transaction.atomic():
        publish(TideTurned(height=9))

    told = [notify.payload for notify in connection.connection.notifies(timeout=5, stop_after=1)]
    with connection.cursor() as cursor:
        cursor.execute(f"UNLISTEN {CHANNEL}")
    assert [read(payload) for payload in told] == [TideTurned(height=9)]


@pytest.mark.parametrize(
    "payload",
    ["", "{", "[]", "7", '{"kind": "Unheard"}', '{"kind": "TideTurned", "depth": 1}'],
)
def test_that_this_program_does_not_know_are_not_read(payload):
    assert read(payload) is None
