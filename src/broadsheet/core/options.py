"""What an operator may set: each option is declared once, with its name, type, default and help.

The apps declare theirs in `<app>/options.py`; `web/options.py` lists them all. They are read once at
start from the environment (`BROADSHEET_<NAME>`) or one TOML file, and reach the code as
`SOME_OPTION.value`. Everything that is not an option is not a setting.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

Value = TypeVar("Value", bool, int, str, Path)

OptionValue = bool | int | str | Path

TRUE_WORDS = ("1", "true", "yes", "on")
FALSE_WORDS = ("0", "false", "no", "off")


class OptionRefused(Exception):
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
        value = _PARSERS[self.kind](raw, where)
        if self.kind is int:
            self._refuse_out_of_range(cast("int", value), where=where)
        if self.choices and value not in self.choices:
            words = ", ".join(self.choices)
            raise OptionRefused(f"{where} must be one of {words}, not {raw!r}.")
        return cast("Value", value)

    def _refuse_out_of_range(self, value: int, *, where: str) -> None:
        if self.minimum is not None and value < self.minimum:
            raise OptionRefused(f"{where} must be at least {self.minimum}, not {value}.")
        if self.maximum is not None and value > self.maximum:
            raise OptionRefused(f"{where} must be at most {self.maximum}, not {value}.")


def _parse_bool(raw: object, where: str) -> bool:
    word = str(raw).strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise OptionRefused(f"{where} must be yes or no, not {raw!r}.")


def _parse_int(raw: object, where: str) -> int:
    # TOML knows whole numbers; only an environment has to write them as text.
    if isinstance(raw, int | str) and not isinstance(raw, bool):
        try:
            return int(raw)
        except ValueError:
            pass
    raise OptionRefused(f"{where} must be a whole number, not {raw!r}.")


def _parse_text(raw: object, where: str) -> str:
    if not isinstance(raw, str):
        raise OptionRefused(f"{where} must be text, not {raw!r}.")
    return raw


def _parse_path(raw: object, where: str) -> Path:
    if not _parse_text(raw, where):
        raise OptionRefused(f"{where} must name a folder.")
    return Path(_parse_text(raw, where)).expanduser()


_PARSERS: dict[type, Callable[[object, str], OptionValue]] = {
    bool: _parse_bool,
    int: _parse_int,
    str: _parse_text,
    Path: _parse_path,
}

AnyOption = Option[bool] | Option[int] | Option[str] | Option[Path]


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
