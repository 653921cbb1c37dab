import pytest

from factories.discussion import open_discussion


@pytest.fixture
def discussion(db):
    return open_discussion()


@pytest.fixture
def heard():
    """Every event of the discussion that was told, in order; needs `django_capture_on_commit_callbacks`."""
    from broadsheet.core import events
    from broadsheet.discussion import events as told

    kinds = [
        kind
        for kind in vars(told).values()
        if isinstance(kind, type) and issubclass(kind, events.Event)
    ]
    hearing = []

    def hear(*, event, **_signal):
        hearing.append(event)

    for kind in kinds:
        events._happened.connect(hear, sender=kind, weak=False, dispatch_uid=("heard", kind))
    yield hearing
    for kind in kinds:
        events._happened.disconnect(sender=kind, dispatch_uid=("heard", kind))
