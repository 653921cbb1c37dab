from itertools import islice

from broadsheet.accounts.models import NameChange, User

_AT_ONCE = 1000
_LOOKS = ("name_skeleton", "name_shape")


def fill_name_skeletons() -> int:
    """Write down what names look like wherever that is missing, and answer for how many.

    For newspapers older than that, and after a migration has emptied the columns because Unicode knows of more
    characters that look alike. Can be run again and again.
    """
    return sum(map(_fill, (User, NameChange)))


def _fill(model: type[User | NameChange]) -> int:
    missing = model._default_manager.filter(name_skeleton="").exclude(name="")
    rows = missing.only("name", *_LOOKS).iterator(chunk_size=_AT_ONCE)
    fields = [model._meta.get_field(name) for name in _LOOKS]
    filled = 0
    while some := list(islice(rows, _AT_ONCE)):
        for row in some:
            for field in fields:
                field.pre_save(row, add=False)
        filled += model._default_manager.bulk_update(some, _LOOKS)
    return filled
