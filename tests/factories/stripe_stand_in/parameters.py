"""What the SDK's own types say about the parameters of a question."""

import importlib
import types
import typing
from typing import NotRequired
from urllib.parse import parse_qsl

import stripe
from typing_extensions import is_typeddict

_ABSENT = object()


def read_form(text):
    """`a[b][0][c]=1` as {"a": {"b": [{"c": "1"}]}}."""
    read = {}
    for path, value in parse_qsl(text, keep_blank_values=True):
        keys = path.replace("]", "").split("[")
        place = read
        for key in keys[:-1]:
            place = place.setdefault(key, {})
        place[keys[-1]] = value
    return _listed(read)


def _listed(read):
    if not isinstance(read, dict):
        return read
    listed = {key: _listed(value) for key, value in read.items()}
    if listed and all(key.isdigit() or key == "" for key in listed):
        return list(listed.values())
    return listed


def unknown_parameters(given, name):
    """Where `given` differs from the SDK's TypedDict `name`, such as checkout.SessionCreateParams."""
    module, _dot, short = name.rpartition(".")
    package = importlib.import_module(f"stripe.params.{module}" if module else "stripe.params")
    return list(_differences(given, getattr(package, short), path=""))


def _differences(given, typed, *, path):
    hints = {}
    for base in reversed([typed, *getattr(typed, "__orig_bases__", ())]):
        hints.update(getattr(base, "__annotations__", {}))
    for key, value in given.items():
        if key not in hints:
            yield f"{path}{key}"
            continue
        yield from _misfits(value, hints[key], typed.__module__, path=f"{path}{key}.")


def _misfits(value, hint, module, *, path):
    choices = list(_choices(hint, vars(importlib.import_module(module))))
    if typing.Any in choices or _ABSENT in choices:
        return
    if isinstance(value, dict):
        dicts = [choice for choice in choices if is_typeddict(choice)]
        if dict in map(typing.get_origin, choices):
            return
        found = [list(_differences(value, choice, path=path)) for choice in dicts]
        yield from min(found, key=len) if found else [path]
    elif isinstance(value, list):
        lists = [choice for choice in choices if typing.get_origin(choice) is list]
        if not lists:
            yield path
        for place, each in enumerate(value):
            for choice in lists:
                [inner] = typing.get_args(choice)
                yield from _misfits(each, inner, module, path=f"{path}{place}.")
    elif not any(_fits(value, choice) for choice in choices):
        yield f"{path}={value}"


def _fits(text, choice):
    if choice is int:
        return text.lstrip("-").isdigit()
    if choice is bool:
        return text in ("true", "false")
    return choice is str or text in typing.get_args(choice)


def _choices(hint, names):
    """What a hint allows, its forward references and unions taken apart."""
    if isinstance(hint, typing.ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        try:
            hint = eval(hint, {**vars(typing), **names})
        except (NameError, TypeError):
            # Either the parts one by one, or a name only type checkers see.
            parts = hint.split("|")
            if len(parts) == 1:
                yield _ABSENT
            else:
                for part in parts:
                    yield from _choices(part, names)
            return
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, NotRequired, typing.NotRequired):
        for part in typing.get_args(hint):
            yield from _choices(part, names)
    else:
        yield hint


API_VERSION = stripe.api_version
