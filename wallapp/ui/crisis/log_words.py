"""What a line of the log says, in the reader's language: kinds of lines, and automatic ones told from their facts.

What a person typed stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wallapp.domain.incident import IncidentState
from wallapp.domain.layer import LayerState
from wallapp.domain.logbook import LogEvent, LogKind, LogLine
from wallapp.domain.marker import MarkerState
from wallapp.services.log_paper import Left
from wallapp.ui.crisis import words

KINDS: Final[Mapping[LogKind, object]] = {
    LogKind.OBSERVATION: QT_TRANSLATE_NOOP("Log", "Observation"),
    LogKind.COMMUNICATION_IN: QT_TRANSLATE_NOOP("Log", "Message in"),
    LogKind.COMMUNICATION_OUT: QT_TRANSLATE_NOOP("Log", "Message out"),
    LogKind.DECISION: QT_TRANSLATE_NOOP("Log", "Decision"),
    LogKind.ACTION: QT_TRANSLATE_NOOP("Log", "Action"),
    LogKind.SYSTEM: QT_TRANSLATE_NOOP("Log", "Automatic"),
    LogKind.ACCESS: QT_TRANSLATE_NOOP("Log", "Access"),
    LogKind.LEVEL: QT_TRANSLATE_NOOP("Log", "Crisis level"),
    LogKind.INJECT: QT_TRANSLATE_NOOP("Log", "Inject"),
    LogKind.EVALUATION: QT_TRANSLATE_NOOP("Log", "Evaluation"),
    LogKind.CORRECTION: QT_TRANSLATE_NOOP("Log", "Correction"),
    LogKind.REVIEW: QT_TRANSLATE_NOOP("Log", "Review"),
}
_TEXTS: Final[Mapping[LogEvent, object]] = {
    LogEvent.INCIDENT_OPENED: QT_TRANSLATE_NOOP("Log", "Incident {number} opened: {what}"),
    LogEvent.INCIDENT_CHANGED: QT_TRANSLATE_NOOP("Log", "Incident {number} changed: {fields}"),
    LogEvent.INCIDENT_MOVED_ON: QT_TRANSLATE_NOOP("Log", "Incident {number}: {state}"),
    LogEvent.INCIDENT_TAKEN_OVER: QT_TRANSLATE_NOOP("Log", "Incident {number} taken over"),
    LogEvent.CAMERA_LINKED: QT_TRANSLATE_NOOP("Log", "Incident {number}: camera {camera} linked"),
    LogEvent.CAMERA_UNLINKED: QT_TRANSLATE_NOOP("Log", "Incident {number}: camera {camera} no longer linked"),
    LogEvent.CAP_LINKED: QT_TRANSLATE_NOOP("Log", "Incident {number}: CAP message {message}"),
    LogEvent.MARKER_PLACED: QT_TRANSLATE_NOOP("Log", "Marker {name} placed"),
    LogEvent.MARKER_CHANGED: QT_TRANSLATE_NOOP("Log", "Marker {name} changed"),
    LogEvent.MARKER_MOVED_ON: QT_TRANSLATE_NOOP("Log", "Marker {name}: {state}"),
    LogEvent.MARKER_PUT: QT_TRANSLATE_NOOP("Log", "Marker {name} put anew"),
    LogEvent.LAYER_MADE: QT_TRANSLATE_NOOP("Log", "Layer {name} made"),
    LogEvent.LAYER_CHANGED: QT_TRANSLATE_NOOP("Log", "Layer {name} changed"),
    LogEvent.LAYER_MOVED_ON: QT_TRANSLATE_NOOP("Log", "Layer {name}: {state}"),
    LogEvent.FEATURE_DRAWN: QT_TRANSLATE_NOOP("Log", "Layer {name}: something was drawn"),
    LogEvent.FEATURE_CHANGED: QT_TRANSLATE_NOOP("Log", "Layer {name}: a drawing was changed"),
    LogEvent.FEATURE_DELETED: QT_TRANSLATE_NOOP("Log", "Layer {name}: a drawing was deleted"),
    LogEvent.ALARM_RAISED: QT_TRANSLATE_NOOP("Log", "Alarm: {title} ({source})"),
    LogEvent.ALARM_REPEATED: QT_TRANSLATE_NOOP("Log", "Alarm again: {title} ({source})"),
    LogEvent.ALARM_ACKNOWLEDGED: QT_TRANSLATE_NOOP("Log", "Alarm acknowledged: {title}"),
    LogEvent.ALARM_SHELVED: QT_TRANSLATE_NOOP("Log", "Alarm shelved: {title}"),
    LogEvent.ALARM_UNSHELVED: QT_TRANSLATE_NOOP("Log", "Alarm back from the shelf: {title}"),
    LogEvent.ALARM_LINKED: QT_TRANSLATE_NOOP("Log", "Incident opened from the alarm: {title}"),
    LogEvent.LEVEL_ASKED: QT_TRANSLATE_NOOP("Log", "Crisis level {level} asked for"),
    LogEvent.LEVEL_ASKED_OFF: QT_TRANSLATE_NOOP("Log", "Crisis level {level} is no longer asked for"),
    LogEvent.LEVEL_CHANGED: QT_TRANSLATE_NOOP("Log", "Crisis level {before} became {level}"),
    LogEvent.LEVEL_RATIFIED: QT_TRANSLATE_NOOP("Log", "Crisis level {level} confirmed by a second person"),
    LogEvent.LEVEL_REVIEWED: QT_TRANSLATE_NOOP("Log", "Crisis level {level} reviewed: it stays"),
    LogEvent.CHECK_DONE: QT_TRANSLATE_NOOP("Log", "Checklist of level {level}, done: {item}"),
    LogEvent.CHECK_UNDONE: QT_TRANSLATE_NOOP("Log", "Checklist of level {level}, not done after all: {item}"),
    LogEvent.CONFLICT_FOUND: QT_TRANSLATE_NOOP("Log", "A change was not taken and waits to be settled"),
    LogEvent.CONFLICT_SETTLED: QT_TRANSLATE_NOOP("Log", "A change that was not taken has been settled"),
    LogEvent.CAMERA_TURNED: QT_TRANSLATE_NOOP("Log", "Camera {camera} turned"),
    LogEvent.FILE_LEFT: QT_TRANSLATE_NOOP("Log", "{what} written to the file {file}"),
}
_REASONED: Final = frozenset(
    {
        LogEvent.INCIDENT_MOVED_ON,
        LogEvent.MARKER_MOVED_ON,
        LogEvent.ALARM_SHELVED,
        LogEvent.LEVEL_ASKED,
        LogEvent.LEVEL_CHANGED,
    }
)
_LEFT: Final[Mapping[Left, object]] = {
    Left.LOG_CSV: QT_TRANSLATE_NOOP("Log", "The log as a table"),
    Left.LOG_PDF: QT_TRANSLATE_NOOP("Log", "The log as a PDF"),
    Left.BRIEFING: QT_TRANSLATE_NOOP("Log", "A briefing"),
    Left.CAP: QT_TRANSLATE_NOOP("Log", "A CAP message"),
    Left.COT: QT_TRANSLATE_NOOP("Log", "The situation as CoT"),
    Left.GEOJSON: QT_TRANSLATE_NOOP("Log", "Layers as GeoJSON"),
}
_LAYER_STATES: Final[Mapping[LayerState, object]] = {
    LayerState.HIDDEN: QT_TRANSLATE_NOOP("Log", "hidden"),
    LayerState.SHOWN: QT_TRANSLATE_NOOP("Log", "shown"),
    LayerState.ARCHIVED: QT_TRANSLATE_NOOP("Log", "archived"),
}
_FIELDS: Final[Mapping[str, object]] = {
    "event": QT_TRANSLATE_NOOP("Log", "event"),
    "title": QT_TRANSLATE_NOOP("Log", "title"),
    "description": QT_TRANSLATE_NOOP("Log", "description"),
    "instruction": QT_TRANSLATE_NOOP("Log", "instruction"),
    "category": QT_TRANSLATE_NOOP("Log", "category"),
    "urgency": QT_TRANSLATE_NOOP("Log", "urgency"),
    "severity": QT_TRANSLATE_NOOP("Log", "severity"),
    "certainty": QT_TRANSLATE_NOOP("Log", "certainty"),
    "priority": QT_TRANSLATE_NOOP("Log", "priority"),
    "place": QT_TRANSLATE_NOOP("Log", "place"),
    "areas": QT_TRANSLATE_NOOP("Log", "areas"),
    "position": QT_TRANSLATE_NOOP("Log", "position"),
}


def kind_word(kind: LogKind) -> str:
    """What sort of line it is."""
    return _say(KINDS[kind])


def line_words(line: LogLine) -> str:
    """What the line says. What a person typed, and what this wallapp has no words for, as it stands."""
    text = _TEXTS.get(line.event)
    if text is None:
        return line.text
    facts = _told(line)
    try:
        said = _say(text).format(**{name: _apart(value) for name, value in facts.items()})
    except KeyError:  # an older wallapp wrote fewer facts
        return line.text
    reason = line.facts.get("reason", "") if line.event in _REASONED else ""
    return f"{said}: {_apart(reason)}" if reason else said


def review_word(significant: bool) -> str:
    """What a review found."""
    if significant:
        return QCoreApplication.translate("Log", "significant")
    return QCoreApplication.translate("Log", "not significant")


def spoken(line: LogLine) -> str:
    """Of a message: who spoke to whom, and by what; empty of all others."""
    sentence = QCoreApplication.translate("Log", "{caller} to {called}")
    names = [_apart(name) for name in (line.from_whom, line.to_whom) if name]
    way = sentence.format(caller=names[0], called=names[1]) if len(names) == 2 else "".join(names)
    return " · ".join(part for part in (way, _apart(line.means)) if part)


def day_and_time(at: datetime) -> str:
    """Date and local time to the second, as every paper writes it."""
    return f"\u2066{at.astimezone():%Y-%m-%d %H:%M:%S}\u2069"


def _told(line: LogLine) -> dict[str, str]:
    """The facts as the sentences name them."""
    facts = dict(line.facts)
    number = facts.get("number", "0")
    # The sign stands before its number, whichever way the words around it are read.
    facts["number"] = f"\u2066#{'–' if number == '0' else number}\u2069"
    facts["what"] = facts.get("title") or facts.get("event", "")
    facts["name"] = facts.get("label") or facts.get("name") or facts.get("kind", "")
    names = facts.get("fields", "").split()
    facts["fields"] = ", ".join(_say(_FIELDS[name]) if name in _FIELDS else name for name in names)
    facts["message"] = facts.get("message", "").rpartition(" ")[2]
    facts["state"] = _state(line)
    if line.event is LogEvent.FILE_LEFT and line.facts.get("what") in set(Left):
        facts["what"] = _say(_LEFT[Left(line.facts["what"])])
    return facts


def _state(line: LogLine) -> str:
    """The state that something came into."""
    name = line.facts.get("after") or line.facts.get("state", "")
    if line.event is LogEvent.LAYER_MOVED_ON and name in set(LayerState):
        return _say(_LAYER_STATES[LayerState(name)])
    if line.event is LogEvent.INCIDENT_MOVED_ON and name in set(IncidentState):
        return words.word(IncidentState(name))
    if line.event is LogEvent.MARKER_MOVED_ON and name in set(MarkerState):
        return words.word(MarkerState(name))
    return name


def _apart(text: str) -> str:
    """Keeps its own direction within a sentence of another."""
    return f"\u2068{text}\u2069" if text else ""


def _say(text: object) -> str:
    return QCoreApplication.translate("Log", str(text))
