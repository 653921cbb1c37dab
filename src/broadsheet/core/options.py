"""What an operator may set: each option is declared once, with its name, type, default and help.

The apps declare theirs in `<app>/options.py`; `web/options.py` lists them all. They are read once at
start from the environment (`BROADSHEET_<NAME>`) or one TOML file, and reach the code as
`SOME_OPTION.value`. Everything that is not an option is not a setting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

Value = TypeVar("Value", bool, int, str, Path)

TRUE_WORDS = ("1", "true", "yes", "on")
FALSE_WORDS = ("0", "false", "no", "off")


class OptionRefused(Exception):  # noqa: N818 - names the fact, as all our exceptions do
    """An option has a value that cannot be used; the message is a sentence for the operator."""


@dataclass(frozen=True, kw_only=True)
class Option(Generic[Value]):
    """One thing an operator may set.

    `minimum` and `maximum` bound whole numbers, both included. `choices` lists the only words allowed.
    """

    name: str
    kind: type[Value]
    default: Value
    help: str
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()
    secret: bool = False

    @property
    def environment_name(self) -> str:
        """The environment variable that sets it."""
        return f"BROADSHEET_{self.name.upper()}"

    @property
    def value(self) -> Value:
        """What it is set to in this process."""
        from django.conf import settings

        return cast("Value", settings.BROADSHEET[self.name])

    def read(self, raw: object, *, where: str) -> Value:
        """Turn `raw`, a word or a TOML value found at `where`, into a value of this option's type.

        Raises `OptionRefused` with a sentence naming `where` if it cannot be one.
        """
        value = self._parse(raw, where=where)
        if isinstance(value, int) and not isinstance(value, bool):
            self._refuse_out_of_range(value, where=where)
        if self.choices and value not in self.choices:
            words = ", ".join(self.choices)
            raise OptionRefused(f"{where} must be one of {words}, not {raw!r}.")
        return value

    def _parse(self, raw: object, *, where: str) -> Value:
        if self.kind is bool:
            word = str(raw).strip().lower()
            if word in TRUE_WORDS:
                return cast("Value", True)  # noqa: FBT003 - cast takes its value by position
            if word in FALSE_WORDS:
                return cast("Value", False)  # noqa: FBT003
            raise OptionRefused(f"{where} must be yes or no, not {raw!r}.")
        if self.kind is int:
            try:
                return cast("Value", int(str(raw).strip()))
            except ValueError:
                raise OptionRefused(f"{where} must be a whole number, not {raw!r}.") from None
        if not isinstance(raw, str):
            raise OptionRefused(f"{where} must be text, not {raw!r}.")
        return cast("Value", Path(raw).expanduser() if self.kind is Path else raw)

    def _refuse_out_of_range(self, value: int, *, where: str) -> None:
        if self.minimum is not None and value < self.minimum:
            raise OptionRefused(f"{where} must be at least {self.minimum}, not {value}.")
        if self.maximum is not None and value > self.maximum:
            raise OptionRefused(f"{where} must be at most {self.maximum}, not {value}.")


AnyOption = Option[bool] | Option[int] | Option[str] | Option[Path]
OptionValue = bool | int | str | Path


def read_options(
    options: tuple[AnyOption, ...],
    *,
    environment: Mapping[str, str],
    table: Mapping[str, object],
    table_name: str,
) -> dict[str, OptionValue]:
    """Answer every option's value: from `environment`, else from `table` (a TOML file), else its default.

    Raises `OptionRefused` for a value of the wrong type or range, and for names nobody declared, because
    a misspelt option that is silently ignored is found on the worst day.
    """
    by_name = {option.name: option for option in options}
    for name in table:
        if name not in by_name:
            raise OptionRefused(f"{table_name} sets {name!r}, which is not an option.")
    for name in environment:
        if (
            name.startswith("BROADSHEET_")
            and name.removeprefix("BROADSHEET_").lower() not in by_name
        ):
            raise OptionRefused(f"The environment sets {name}, which is not an option.")

    values: dict[str, OptionValue] = {}
    for option in options:
        if option.environment_name in environment:
            raw: object = environment[option.environment_name]
            values[option.name] = option.read(raw, where=option.environment_name)
        elif option.name in table:
            values[option.name] = option.read(
                table[option.name], where=f"{option.name} in {table_name}"
            )
        else:
            values[option.name] = option.default
    return values
