"""SQL for what every reader does, ready before anybody asks.

Django makes the SQL of a query anew each time it is asked, which for a table of thirty columns takes 1–3 ms of
a core: more than PostgreSQL needs to answer. Reading a page can afford that, because its answer is kept; a
post and a vote cannot. These two classes keep the SQL and leave the rest to Django: its connections,
transactions and models.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model

Kept = TypeVar("Kept", bound=Model)


class Statement:
    """A statement in SQL that may name models: `Statement("SELECT {who} FROM {Who} who …", who=User)`.

    `{Who}` is written as the table's name, `{who}` as all its columns, under the alias `who`.

    Several are sent to PostgreSQL together, and answer what the last one answers. Where no transaction is
    open they are one by themselves; each sees what was committed before it began, not before they all did.
    """

    def __init__(
        self, *statements: str, parts: Mapping[str, str] | None = None, **models: type[Model]
    ) -> None:
        """Take the SQL, and the `models` whose rows come first in what it answers, in this order.

        `parts` are pieces of SQL, made elsewhere, which stand in the statements by their names.
        """
        names = {alias: _columns(model, alias) for alias, model in models.items()}
        names |= {alias.capitalize(): model._meta.db_table for alias, model in models.items()}
        self._sql = ";".join(statements).format(**names, **(parts or {}))
        self._models = [
            (model, [field.attname for field in model._meta.concrete_fields])
            for alias, model in models.items()
            if f"{{{alias}}}" in statements[-1]
        ]

    def first(self, *values: Any, **named: Any) -> tuple[Any, ...] | None:
        """Run it with `values` (`%s`) or `named` ones (`%(name)s`).

        Answers the first row: one instance for each model, then what else is selected.
        """
        with connection.cursor() as cursor:
            cursor.execute(self._sql, named or values)
            while cursor.nextset():
                pass
            row = cursor.fetchone()
        if row is None:
            return None
        read: list[Any] = []
        start = 0
        for model, names in self._models:
            end = start + len(names)
            read.append(model.from_db(DEFAULT_DB_ALIAS, names, row[start:end]))
            start = end
        return (*read, *row[start:])


def _columns(model: type[Model], alias: str) -> str:
    return ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)


_INSERT = "INSERT INTO {table} ({columns}) {source} RETURNING {returned}"


class Insertion(Generic[Kept]):
    """Writes one row of a model, without its signals: `Insertion(Vote)(vote)`.

    Or stands in a larger statement, as `sql`, which is given `values(vote)`, and whose columns `returned`
    are what the database made up, for `complete(vote, row)`.
    """

    def __init__(
        self, model: type[Kept], *, instead: Mapping[str, str] | None = None, source: str = ""
    ) -> None:
        """Prepare for `model`; `instead` gives columns an expression that reads what `source` selects from."""
        self._fields: list[Field[Any, Any]] = [
            field
            for field in model._meta.concrete_fields
            if not field.primary_key and not field.generated
        ]
        made_up = [
            field for field in model._meta.concrete_fields if field.primary_key or field.generated
        ]
        taken = {str(field.column): f"%({field.attname})s" for field in self._fields}
        taken |= instead or {}
        self.returned = [field.attname for field in made_up]
        self.sql = _INSERT.format(
            table=model._meta.db_table,
            columns=", ".join(taken),
            source=f"SELECT {', '.join(taken.values())} {source}",
            returned=", ".join(str(field.column) for field in made_up),
        )

    def __call__(self, instance: Kept) -> None:
        """Write `instance`, and give it what the database made up."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.values(instance))
            self.complete(instance, cursor.fetchone())

    def values(self, instance: Kept) -> dict[str, Any]:
        """Answer what is to be written, by the fields' names."""
        return {
            field.attname: field.get_db_prep_save(field.pre_save(instance, add=True), connection)
            for field in self._fields
        }

    def complete(self, instance: Kept, row: Sequence[Any]) -> None:
        """Give `instance`, which has been written, what the database made up: `row`, by `returned`."""
        for name, value in zip(self.returned, row, strict=True):
            setattr(instance, name, value)
        instance._state.adding = False
        instance._state.db = DEFAULT_DB_ALIAS
