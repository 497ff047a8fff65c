"""One reading of an incident with everything around it, closed ones too. Any thread but the GUI's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallapp.base.errors import NotFound
from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident
from wallapp.services.actor import Actor
from wallapp.services.incidents import IncidentView
from wallapp.services.logbook import LineView
from wallapp.services.markers import MarkerView
from wallapp.services.shared_ports import LogQuery
from wallapp.services.situation import SituationDesks

_LINES = 100


@dataclass(frozen=True, slots=True)
class IncidentReading:
    """What the page of one shows.

    Attributes:
      markers: in any state.
      lines: the newest first.
      others: every other incident that the person may see, by its id.
    """

    view: IncidentView
    markers: tuple[MarkerView, ...]
    lines: tuple[LineView, ...]
    others: Mapping[IncidentId, Incident]


def read_incident(desks: SituationDesks, actor: Actor | None, incident: IncidentId) -> IncidentReading:
    """Read it.

    Raises:
      NotFound: there is no such incident that this person may see.
      Denied, Unavailable: as the desks.
    """
    views = {view.incident.id: view for view in desks.incidents.incidents(actor, open_only=False)}
    if incident not in views:
        raise NotFound("there is no such incident; look again")
    return IncidentReading(
        view=views[incident],
        markers=tuple(desks.markers.markers(actor, incident=incident, all_states=True)),
        lines=tuple(desks.log.lines(actor, LogQuery(incident=incident, limit=_LINES))),
        others={key: view.incident for key, view in views.items() if key != incident},
    )
