"""The page that lists every option, written from the options themselves: docs/operating/options.md."""

from pathlib import Path

from broadsheet.core.options import AnyOption
from broadsheet.web.options import CONFIG_FILE, CONFIG_VARIABLE, OPTIONS

INTRODUCTION = f"""\
# Options

Written by `broadsheet options` from the code; do not edit by hand.

Each option is set by an environment variable, or by its name in one TOML file: the one that
`{CONFIG_VARIABLE}` names, else `{CONFIG_FILE}` in the data folder. The environment wins. What is
misspelt or out of range is refused at start. Changes count from the next start.

```toml
# {CONFIG_FILE}
base_url = "https://news.example"
site_name = "The Harbour Gazette"
edit_window_minutes = 5
```
"""

KINDS = {bool: "yes or no", int: "whole number", str: "text", Path: "folder"}


def options_document() -> str:
    """Answer the page, in Markdown."""
    return "\n".join([INTRODUCTION, *(_entry(option) for option in OPTIONS)]).rstrip()


def _entry(option: AnyOption) -> str:
    lines = [
        f"## `{option.name}`",
        "",
        option.help,
        "",
        f"`{option.environment_name}`: {_kind(option)}; {_default(option)}.",
        "",
    ]
    return "\n".join(lines)


def _kind(option: AnyOption) -> str:
    kind = " or ".join(option.choices) if option.choices else KINDS[option.kind]
    if option.minimum is not None and option.maximum is not None:
        kind += f" from {option.minimum} to {option.maximum}"
    return kind


def _default(option: AnyOption) -> str:
    if option.default == "":
        return "empty unless set"
    value = ("yes" if option.default else "no") if option.kind is bool else str(option.default)
    return f"`{value}` unless set"
