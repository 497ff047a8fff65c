"""How an alarm stands, in the reader's language: for its row, its page and the strip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from wallapp.base.ids import AccountId, CameraNumber, IncidentId
from wallapp.domain.alarm import Alarm, calls, is_shelved
from wallapp.domain.camera import Camera
from wallapp.services.situation import Situation
from wallapp.ui.access.marks import Severity
from wallapp.ui.crisis import words
from wallapp.ui.crisis.alarms_rows import AlarmLine


def line_of(alarm: Alarm, situation: Situation, cameras: Mapping[CameraNumber, Camera], now_at: datetime) -> AlarmLine:
    """The row of an alarm."""
    title = titled(alarm)
    priority = words.word(alarm.priority)
    # How it stands before where it came from: a narrow row ends in dots.
    parts = [words.short_time(alarm.raised_at, now_at), incident_word(alarm.incident, situation)]
    parts += [standing(alarm, situation.names, now_at), alarm.source, camera_word(alarm.camera, cameras)]
    detail = " · ".join(part for part in parts if part)
    severity = Severity.QUIET if is_shelved(alarm, now_at) else words.MARKS[alarm.priority]
    spoken = f"{priority}: {title} · {detail}"
    return AlarmLine(alarm.id, severity, title, priority, detail, spoken, is_calling=calls(alarm, now_at))


def titled(alarm: Alarm) -> str:
    """What happened, and how often where more than once."""
    # The sign and its number stay together in a text that is read from the right.
    return f"{alarm.title} \u2066×{alarm.count}\u2069" if alarm.count > 1 else alarm.title


def standing(alarm: Alarm, names: Mapping[AccountId, str], now_at: datetime) -> str:
    """Whether somebody has looked at it, or until when it is silent; empty while it calls."""
    if is_shelved(alarm, now_at) and alarm.shelved_until is not None:
        text = QCoreApplication.translate("Alarms", "shelved until {time}: {reason}")
        return text.format(time=words.short_time(alarm.shelved_until, now_at), reason=alarm.shelved_reason)
    if alarm.acknowledged_by is None:
        return ""
    text = QCoreApplication.translate("Alarms", "acknowledged by {name}")
    return text.format(name=names.get(alarm.acknowledged_by, "–"))


def incident_word(incident: IncidentId | None, situation: Situation) -> str:
    """Which incident was opened from it; empty where none was."""
    if incident is None:
        return ""
    found = next((view.incident for view in situation.incidents if view.incident.id == incident), None)
    if found is None:
        return QCoreApplication.translate("Alarms", "its incident is over")
    return QCoreApplication.translate("Alarms", "incident {number}").format(number=words.number_word(found))


def camera_word(number: CameraNumber | None, cameras: Mapping[CameraNumber, Camera]) -> str:
    """Number and name; empty where no camera was named."""
    if number is None:
        return ""
    camera = cameras.get(number)
    return f"{number} {camera.name}" if camera is not None else str(number)


def at_the_beginning(widget: QWidget) -> Qt.AlignmentFlag:
    """Where lines begin in the reader's language: a label would follow the direction of what a source has written."""
    side = Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | side


def calling_word(count: int) -> str:
    """How many ask for somebody."""
    if count == 1:
        return QCoreApplication.translate("Alarms", "1 alarm")
    return QCoreApplication.translate("Alarms", "{count} alarms").format(count=count)
