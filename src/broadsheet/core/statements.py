"""SQL for what every reader does, ready before anybody asks.

Django makes the SQL of a query anew each time it is asked, which for a table of thirty columns takes 1–3 ms of
a core: more than PostgreSQL needs to answer. Reading a page can afford that, because its answer is kept; a
post and a vote cannot. These two classes keep the SQL and leave the rest to Django: its connections,
transactions and models.
"""

from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model

Kept = TypeVar("Kept", bound=Model)


class Statement:
    """A statement in SQL that may name models: `Statement("SELECT {who} FROM {Who} who …", who=User)`.

    `{Who}` is written as the table's name, `{who}` as all its columns, under the alias `who`.
    """

    def __init__(self, sql: str, **models: type[Model]) -> None:
        """Take the `sql`, and the `models` whose rows come first in what it answers, in this order."""
        names = {alias: _columns(model, alias) for alias, model in models.items()}
        names |= {alias.capitalize(): model._meta.db_table for alias, model in models.items()}
        self._sql = sql.format(**names)
        self._models = [
            (model, [field.attname for field in model._meta.concrete_fields])
            for alias, model in models.items()
            if f"{{{alias}}}" in sql
        ]

    def first(self, *values: Any, **named: Any) -> tuple[Any, ...] | None:
        """Run it with `values` (`%s`) or `named` ones (`%(name)s`).

        Answers the first row: one instance for each model, then what else is selected.
        """
        with connection.cursor() as cursor:
            cursor.execute(self._sql, named or values)
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


_INSERT = "INSERT INTO {table} ({columns}) VALUES ({values}) {conflict} RETURNING {returned}"


class Insertion(Generic[Kept]):
    """Writes one row of a model, without its signals: `Insertion(Vote)(vote)`."""

    def __init__(self, model: type[Kept], *, unless: str = "") -> None:
        """Prepare for `model`; with `unless`, a column, a row that has the same value there prevents it."""
        self._fields: list[Field[Any, Any]] = [
            field
            for field in model._meta.concrete_fields
            if not field.primary_key and not field.generated
        ]
        made_up = [
            field for field in model._meta.concrete_fields if field.primary_key or field.generated
        ]
        self._returned = [field.attname for field in made_up]
        self._sql = _INSERT.format(
            table=model._meta.db_table,
            columns=", ".join(str(field.column) for field in self._fields),
            values=", ".join(["%s"] * len(self._fields)),
            conflict=f"ON CONFLICT ({unless}) DO NOTHING" if unless else "",
            returned=", ".join(str(field.column) for field in made_up),
        )

    def __call__(self, instance: Kept) -> bool:
        """Write `instance`, give it what the database made up, and answer whether it was written."""
        values = [
            field.get_db_prep_save(field.pre_save(instance, add=True), connection)
            for field in self._fields
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, values)
            row = cursor.fetchone()
        if row is None:
            return False
        for name, value in zip(self._returned, row, strict=True):
            setattr(instance, name, value)
        instance._state.adding = False
        instance._state.db = DEFAULT_DB_ALIAS
        return True
