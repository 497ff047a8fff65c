"""The fields of what stations share and their values, in the reader's language: for conflicts and edits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wallapp.base.ids import AccountId
from wallapp.domain.cap import Category, Certainty, Severity, Urgency
from wallapp.domain.incident import CameraRole, IncidentState, Priority
from wallapp.domain.marker import MarkerState
from wallapp.domain.place import Place
from wallapp.ui.crisis import words
from wallapp.ui.map.panel import place_words

_FIELDS: Final[Mapping[str, object]] = {
    "event": QT_TRANSLATE_NOOP("Crisis", "Event"),
    "title": QT_TRANSLATE_NOOP("Crisis", "Title"),
    "description": QT_TRANSLATE_NOOP("Crisis", "Description"),
    "instruction": QT_TRANSLATE_NOOP("Crisis", "Instruction"),
    "category": QT_TRANSLATE_NOOP("Crisis", "Category"),
    "priority": QT_TRANSLATE_NOOP("Crisis", "Priority"),
    "urgency": QT_TRANSLATE_NOOP("Crisis", "Urgency"),
    "severity": QT_TRANSLATE_NOOP("Crisis", "Severity"),
    "certainty": QT_TRANSLATE_NOOP("Crisis", "Certainty"),
    "position": QT_TRANSLATE_NOOP("Crisis", "Function"),
    "place": QT_TRANSLATE_NOOP("Crisis", "Place"),
    "status": QT_TRANSLATE_NOOP("Crisis", "State and owner"),
    "duplicate_of": QT_TRANSLATE_NOOP("Crisis", "Duplicate of"),
    "related": QT_TRANSLATE_NOOP("Crisis", "Related incident"),
    "linked_cameras": QT_TRANSLATE_NOOP("Crisis", "Camera"),
    "label": QT_TRANSLATE_NOOP("Crisis", "Label"),
    "remarks": QT_TRANSLATE_NOOP("Crisis", "Remarks"),
    "colour": QT_TRANSLATE_NOOP("Crisis", "Colour"),
    "kind": QT_TRANSLATE_NOOP("Crisis", "Kind"),
    "name": QT_TRANSLATE_NOOP("Crisis", "Name"),
    "incident": QT_TRANSLATE_NOOP("Crisis", "Incident"),
    "expiry": QT_TRANSLATE_NOOP("Crisis", "End"),
    "shape": QT_TRANSLATE_NOOP("Crisis", "Shape"),
    "properties": QT_TRANSLATE_NOOP("Crisis", "Looks"),
    "raised": QT_TRANSLATE_NOOP("Crisis", "Alarm and its acknowledgement"),
    "shelf": QT_TRANSLATE_NOOP("Crisis", "Shelving"),
    "audience": QT_TRANSLATE_NOOP("Crisis", "Who sees it"),
}
_ENUMS: Final[Mapping[str, type[Enum]]] = {
    "priority": Priority,
    "urgency": Urgency,
    "severity": Severity,
    "certainty": Certainty,
    "category": Category,
    "role": CameraRole,
}
_LONGEST: Final = 300


def field_word(name: str) -> str:
    """What a field is called; the name itself, made readable, where it has no word here."""
    listed, _, key = name.partition("/")
    text = words.say(_FIELDS[listed]) if listed in _FIELDS else listed.replace("_", " ")
    return f"{text} {key}" if key and listed == "linked_cameras" else text


def value_word(name: str, value: object, names: Mapping[AccountId, str] | None = None) -> str:
    """A value as a person reads it, whether it comes from an incident or from a store's field.

    Args:
      names: of people, for fields that name one.
    """
    try:
        return _said(name.partition("/")[0], value, names or {})
    except (KeyError, TypeError, ValueError):  # another wallapp's, or another kind's field of the same name
        return _text(value)


def _said(name: str, value: object, names: Mapping[AccountId, str]) -> str:
    if value is None or value in ("", [], ()):
        return words.say(QT_TRANSLATE_NOOP("Crisis", "nothing"))
    if isinstance(value, Place):
        return f"\u2066{place_words(value)}\u2069"
    if isinstance(value, (list, tuple)):
        return ", ".join(value_word(name, each, names) for each in value)
    if isinstance(value, dict):
        return _said_of_several(name, value, names)
    if name in _ENUMS:
        return words.word(_ENUMS[name](value))
    if isinstance(value, bool):
        return words.say(QT_TRANSLATE_NOOP("Crisis", "yes") if value else QT_TRANSLATE_NOOP("Crisis", "no"))
    return _text(value)


def _said_of_several(name: str, value: Mapping[str, Any], names: Mapping[AccountId, str]) -> str:
    """What belongs together and is one field."""
    if name == "place":
        return value_word(name, Place(float(value["lat_deg"]), float(value["lon_deg"])))
    if name == "status":
        return _status(value, names)
    if name == "linked_cameras":
        role = words.word(CameraRole(value["role"]))
        over = words.say(QT_TRANSLATE_NOOP("Crisis", "ended"))
        return f"{role}, {over}" if value.get("until_at") else role
    parts = (f"{part.replace('_', ' ')}: {value_word(part, each, names)}" for part, each in value.items())
    return _cut(", ".join(parts))


def _status(value: Mapping[str, Any], names: Mapping[AccountId, str]) -> str:
    state = str(value.get("state", ""))
    parts = []
    for kind in (IncidentState, MarkerState):
        if state in set(kind):
            parts.append(words.word(kind(state)))
            break
    owner = value.get("owner")
    if owner:
        parts.append(names.get(AccountId(owner), ""))
    parts.append(str(value.get("state_reason", "")))
    return " · ".join(part for part in parts if part)


def _text(value: object) -> str:
    """A moment by its time of day, everything else as it is."""
    text = str(value)
    if isinstance(value, str) and len(text) >= len("2026-01-01T00:00") and text[4:5] == "-" and text[10:11] == "T":
        try:
            return datetime.fromisoformat(text).astimezone().strftime("%d.%m. %H:%M:%S")
        except ValueError:
            return text
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
