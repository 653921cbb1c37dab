"""What can happen to people, as told to the others."""

from dataclasses import dataclass

from broadsheet.core.events import Event


@dataclass(frozen=True, kw_only=True)
class PersonChanged(Event):
    """A person's name or marks, which stand beside everything they said, were changed."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonErased(Event):
    """All that said who a person was is gone."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonConfirmed(Event):
    """A person has shown that an e-mail address is theirs."""

    person_id: int
