from itertools import islice
from typing import TypeVar

from django.db.models import Manager

from broadsheet.accounts.models import NameChange, User
from broadsheet.accounts.skeletons import drawing, skeleton

_AT_ONCE = 1000

Named = TypeVar("Named", User, NameChange)


def fill_name_skeletons() -> int:
    """Write down what names look like wherever that is missing, and answer for how many.

    For newspapers older than that, and after a migration has emptied the columns because Unicode knows of more
    characters that look alike. Can be run again and again.
    """
    return _fill(User.objects) + _fill(NameChange.objects)


def _fill(named: "Manager[Named]") -> int:
    missing = named.filter(name_skeleton="").exclude(name="")
    rows = missing.only("name", "name_skeleton", "name_drawing").iterator(chunk_size=_AT_ONCE)
    filled = 0
    while some := list(islice(rows, _AT_ONCE)):
        for row in some:
            row.name_skeleton, row.name_drawing = skeleton(row.name), drawing(row.name)
        filled += named.bulk_update(some, ["name_skeleton", "name_drawing"])
    return filled
