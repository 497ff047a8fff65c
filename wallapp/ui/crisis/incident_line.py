"""An incident in two lines of a list, and which of two is the more pressing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from wallapp.base.ids import AccountId
from wallapp.domain.incident import IncidentState, Priority
from wallapp.services.incidents import IncidentView
from wallapp.ui.crisis import words
from wallapp.ui.crisis.incident_relations import hinted
from wallapp.ui.crisis.incident_rows import IncidentLine
from wallapp.ui.crisis.rooms import CrisisRooms

_PRESSING: Final = list(words.PRIORITIES)
_TOLD: Final = (Priority.CRITICAL, Priority.HIGH)
"""Their word stands in the line; of the others the shape says enough."""


def line_of(view: IncidentView, rooms: CrisisRooms, names: Mapping[AccountId, str]) -> IncidentLine:
    """Its two lines; `names` of people."""
    translate, incident = QCoreApplication.translate, view.incident
    title = words.called(incident, rooms.cameras)
    parts = [words.word(incident.priority)] if incident.priority in _TOLD else []
    parts.append(words.word(incident.state))
    if incident.owner is not None:
        parts.append(names.get(incident.owner, ""))
    if hinted(view.duplicates, incident):
        parts.append(translate("Crisis", "a duplicate?"))
    time = words.short_time(incident.began_at, rooms.clock.now_at())
    parts.append(translate("Crisis", "since {time}").format(time=time))
    linked = sum(link.until_at is None for link in incident.linked_cameras)
    if linked:
        several = translate("Crisis", "{count} cameras").format(count=linked)
        parts.append(translate("Crisis", "1 camera") if linked == 1 else several)
    detail = " · ".join(part for part in parts if part)
    spoken = f"{words.word(incident.priority)}: {title} · {detail}"
    is_quiet = not incident.state.is_open or incident.state in (IncidentState.RESOLVED, IncidentState.ON_HOLD)
    return IncidentLine(incident.id, words.MARKS[incident.priority], title, detail, spoken=spoken, is_quiet=is_quiet)


def pressing(view: IncidentView) -> tuple[bool, int, float]:
    """To sort by: the most pressing first, what is resolved last, the newest first among equals."""
    incident = view.incident
    is_done_with = incident.state is IncidentState.RESOLVED
    return is_done_with, _PRESSING.index(incident.priority), -incident.began_at.timestamp()
