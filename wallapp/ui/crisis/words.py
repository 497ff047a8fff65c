"""What the room's situation is called, in the reader's language: the enums' words, an incident's name, a short time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.cap import Category, Certainty, Severity, Urgency
from wallapp.domain.incident import CameraRole, Incident, IncidentState, Priority
from wallapp.domain.map_data import Symbol
from wallapp.domain.marker import MarkerState
from wallapp.domain.merge import SharedKind
from wallapp.ui.access import marks

STATES: Final[Mapping[IncidentState, object]] = {
    IncidentState.DRAFT: QT_TRANSLATE_NOOP("Crisis", "draft"),
    IncidentState.NEW: QT_TRANSLATE_NOOP("Crisis", "new"),
    IncidentState.IN_PROGRESS: QT_TRANSLATE_NOOP("Crisis", "in progress"),
    IncidentState.ON_HOLD: QT_TRANSLATE_NOOP("Crisis", "on hold"),
    IncidentState.RESOLVED: QT_TRANSLATE_NOOP("Crisis", "resolved"),
    IncidentState.CLOSED: QT_TRANSLATE_NOOP("Crisis", "closed"),
    IncidentState.WITHDRAWN: QT_TRANSLATE_NOOP("Crisis", "withdrawn"),
}
PRIORITIES: Final[Mapping[Priority, object]] = {
    Priority.CRITICAL: QT_TRANSLATE_NOOP("Crisis", "Critical"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Crisis", "High"),
    Priority.MEDIUM: QT_TRANSLATE_NOOP("Crisis", "Medium"),
    Priority.LOW: QT_TRANSLATE_NOOP("Crisis", "Low"),
}
"""The most pressing first."""
CATEGORIES: Final[Mapping[Category, object]] = {
    Category.SAFETY: QT_TRANSLATE_NOOP("Crisis", "Public safety"),
    Category.SECURITY: QT_TRANSLATE_NOOP("Crisis", "Security"),
    Category.HEALTH: QT_TRANSLATE_NOOP("Crisis", "Health"),
    Category.FIRE: QT_TRANSLATE_NOOP("Crisis", "Fire"),
    Category.RESCUE: QT_TRANSLATE_NOOP("Crisis", "Rescue"),
    Category.TRANSPORT: QT_TRANSLATE_NOOP("Crisis", "Transport"),
    Category.INFRA: QT_TRANSLATE_NOOP("Crisis", "Infrastructure"),
    Category.MET: QT_TRANSLATE_NOOP("Crisis", "Weather and flood"),
    Category.GEO: QT_TRANSLATE_NOOP("Crisis", "Earthquake and landslide"),
    Category.ENV: QT_TRANSLATE_NOOP("Crisis", "Pollution"),
    Category.CBRNE: QT_TRANSLATE_NOOP("Crisis", "Chemical, nuclear, explosive"),
    Category.OTHER: QT_TRANSLATE_NOOP("Crisis", "Other"),
}
URGENCIES: Final[Mapping[Urgency, object]] = {
    Urgency.IMMEDIATE: QT_TRANSLATE_NOOP("Crisis", "Act at once"),
    Urgency.EXPECTED: QT_TRANSLATE_NOOP("Crisis", "Act within the hour"),
    Urgency.FUTURE: QT_TRANSLATE_NOOP("Crisis", "Act later"),
    Urgency.PAST: QT_TRANSLATE_NOOP("Crisis", "It is past"),
    Urgency.UNKNOWN: QT_TRANSLATE_NOOP("Crisis", "Not known"),
}
SEVERITIES: Final[Mapping[Severity, object]] = {
    Severity.EXTREME: QT_TRANSLATE_NOOP("Crisis", "Extraordinary threat"),
    Severity.SEVERE: QT_TRANSLATE_NOOP("Crisis", "Significant threat"),
    Severity.MODERATE: QT_TRANSLATE_NOOP("Crisis", "Possible threat"),
    Severity.MINOR: QT_TRANSLATE_NOOP("Crisis", "Minor threat"),
    Severity.UNKNOWN: QT_TRANSLATE_NOOP("Crisis", "Not known"),
}
CERTAINTIES: Final[Mapping[Certainty, object]] = {
    Certainty.OBSERVED: QT_TRANSLATE_NOOP("Crisis", "Seen"),
    Certainty.LIKELY: QT_TRANSLATE_NOOP("Crisis", "Likely"),
    Certainty.POSSIBLE: QT_TRANSLATE_NOOP("Crisis", "Possible"),
    Certainty.UNLIKELY: QT_TRANSLATE_NOOP("Crisis", "Unlikely"),
    Certainty.UNKNOWN: QT_TRANSLATE_NOOP("Crisis", "Not known"),
}
CAMERA_ROLES: Final[Mapping[CameraRole, object]] = {
    CameraRole.PRIMARY: QT_TRANSLATE_NOOP("Crisis", "shows it"),
    CameraRole.CONTEXT: QT_TRANSLATE_NOOP("Crisis", "shows its surroundings"),
    CameraRole.EVIDENCE: QT_TRANSLATE_NOOP("Crisis", "evidence"),
}
MARKER_STATES: Final[Mapping[MarkerState, object]] = {
    MarkerState.PLACED: QT_TRANSLATE_NOOP("Crisis", "placed"),
    MarkerState.CONFIRMED: QT_TRANSLATE_NOOP("Crisis", "confirmed"),
    MarkerState.RESOLVED: QT_TRANSLATE_NOOP("Crisis", "resolved"),
    MarkerState.ARCHIVED: QT_TRANSLATE_NOOP("Crisis", "archived"),
    MarkerState.WITHDRAWN: QT_TRANSLATE_NOOP("Crisis", "withdrawn"),
    MarkerState.EXPIRED: QT_TRANSLATE_NOOP("Crisis", "expired"),
}
KINDS: Final[Mapping[SharedKind, object]] = {
    SharedKind.INCIDENT: QT_TRANSLATE_NOOP("Crisis", "Incident"),
    SharedKind.MARKER: QT_TRANSLATE_NOOP("Crisis", "Marker"),
    SharedKind.LAYER: QT_TRANSLATE_NOOP("Crisis", "Layer"),
    SharedKind.FEATURE: QT_TRANSLATE_NOOP("Crisis", "Drawing on a layer"),
    SharedKind.ALARM: QT_TRANSLATE_NOOP("Crisis", "Alarm"),
    SharedKind.LEVEL_REQUEST: QT_TRANSLATE_NOOP("Crisis", "Request for a level"),
    SharedKind.ACTIVATION: QT_TRANSLATE_NOOP("Crisis", "Crisis level"),
}
_WORDS: Final[Mapping[type[Enum], Mapping[Any, object]]] = {
    IncidentState: STATES,
    Priority: PRIORITIES,
    Category: CATEGORIES,
    Urgency: URGENCIES,
    Severity: SEVERITIES,
    Certainty: CERTAINTIES,
    CameraRole: CAMERA_ROLES,
    MarkerState: MARKER_STATES,
    SharedKind: KINDS,
}
"""By what they are: texts of two enums may be equal."""
MARKS: Final[Mapping[Priority, marks.Severity]] = {
    Priority.CRITICAL: marks.Severity.CRITICAL,
    Priority.HIGH: marks.Severity.HIGH,
    Priority.MEDIUM: marks.Severity.MEDIUM,
    Priority.LOW: marks.Severity.INFORMATION,
}
"""The shape and the colour of each priority, wherever it is drawn."""
SYMBOLS: Final[Mapping[Priority, Symbol]] = {
    Priority.CRITICAL: Symbol.TRIANGLE,
    Priority.HIGH: Symbol.DIAMOND,
    Priority.MEDIUM: Symbol.DOT,
    Priority.LOW: Symbol.SQUARE,
}
"""The same shapes on the map."""


def word(value: Enum) -> str:
    """The name of a state, priority, category, urgency, severity, certainty, camera's role, marker's state or kind."""
    return say(_WORDS[type(value)][value])


def say(text: object) -> str:
    """A text of this room's, marked by QT_TRANSLATE_NOOP("Crisis", …), in the reader's language."""
    return QCoreApplication.translate("Crisis", str(text))


def number_word(incident: Incident) -> str:
    """#42; #– while the store has not given a number."""
    # The sign stands before its number in a text that is read from the right, too.
    return f"\u2066#{incident.number or '–'}\u2069"


def title_of(incident: Incident, cameras: Mapping[CameraNumber, Camera]) -> str:
    """What a list calls it: its title, else the event with the camera that shows it."""
    if incident.title:
        return incident.title
    shown = (cameras.get(link.camera) for link in incident.linked_cameras)
    name = next((camera.name for camera in shown if camera is not None), "")
    if not name:
        return incident.event
    return QCoreApplication.translate("Crisis", "{event}, {place}").format(event=incident.event, place=name)


def called(incident: Incident, cameras: Mapping[CameraNumber, Camera]) -> str:
    """#42 Crowd fall, Corniche east."""
    return f"{number_word(incident)} {title_of(incident, cameras)}"


def key_word(keys: str) -> str:
    """A key as the reader's language calls it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def leading(text: str) -> str:
    """The text such that a label begins it where the reader begins, though its first word is of another script."""
    is_from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"\u200f{text}" if is_from_right else f"\u200e{text}"


def short_time(moment_at: datetime, now_at: datetime) -> str:
    """HH:MM of the station's own time zone; with the day where that is another one."""
    here, now = moment_at.astimezone(), now_at.astimezone()
    return here.strftime("%H:%M" if here.date() == now.date() else "%d.%m. %H:%M")
