"""JSON in a column: objects, changes and log lines as text, and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from wallapp.base.errors import BadInput
from wallapp.domain.merge import FieldChange

_Value = TypeVar("_Value")


def to_json(value: object) -> str:
    """One spelling for one value: keys sorted."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> object:
    """The JSON value. Raises BadInput where the column was changed by hand."""
    try:
        return json.loads(text)
    except ValueError:
        raise BadInput("the store holds a text that is no JSON; it was changed by hand") from None


def fields_from_json(text: str) -> Mapping[str, object]:
    """An object's fields."""
    value = from_json(text)
    if not isinstance(value, dict):
        raise BadInput("the store holds an object without fields; it was changed by hand")
    return value


def changes_to_json(changes: Mapping[str, FieldChange]) -> str:
    """By field: [before, after]."""
    return to_json({name: [change.before, change.after] for name, change in changes.items()})


def changes_from_json(text: str) -> dict[str, FieldChange]:
    """The inverse."""
    found = {}
    for name, pair in fields_from_json(text).items():
        if not isinstance(pair, list) or len(pair) != 2:
            raise BadInput("the store holds a change without its two values; it was changed by hand")
        found[name] = FieldChange(pair[0], pair[1])
    return found


def value_to_json(value: object) -> str:
    """A frozen value of the domain."""
    return to_json(msgspec.to_builtins(value, order="deterministic"))


def value_from_json(text: str, kind: type[_Value]) -> _Value:
    """The value. Raises BadInput where a newer wallapp wrote something else there."""
    try:
        return msgspec.json.decode(text.encode(), type=kind)
    except msgspec.ValidationError as error:
        raise BadInput(f"the store holds no {kind.__name__} that this wallapp can read: {error}") from error
