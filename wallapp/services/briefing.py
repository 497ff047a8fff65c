"""An incident's briefing in the shape of ICS-201, as plain values for a paper. Any thread but the GUI's.

What the person may not know is left out here, not by whoever draws: a camera, its place, a line of the log; and a
picture that was not clear and live for this person never gets into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from wallapp.base.ids import AccountId, CameraNumber, IncidentId
from wallapp.domain.camera import Camera
from wallapp.domain.crisis_level import NOTHING_BOUND, CrisisLevel
from wallapp.domain.incident import CameraRole, Incident
from wallapp.domain.layer import CrisisLayer, LayerKind
from wallapp.domain.logbook import LogKind
from wallapp.domain.map_data import nearest_cameras
from wallapp.domain.marker import Marker
from wallapp.domain.view import Level
from wallapp.services.actor import Actor
from wallapp.services.log_paper import Signature, signature
from wallapp.services.logbook import LineView
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_sight import Sight
from wallapp.services.situation import SituationDesks

LINES_MOST: Final = 60
"""A briefing is read in minutes; the whole log is a paper of its own."""
NEAR_MOST: Final = 6
NEAR_WITHIN_M: Final = 300.0
_RESOURCES: Final = frozenset({LayerKind.RESOURCE, LayerKind.STAGING})


class NoPicture(StrEnum):
    """Why a camera has no picture in a briefing."""

    NOT_PERMITTED = "not_permitted"
    """It does not stand clear on this wall for this person."""
    NOT_SHOWN = "not_shown"
    """It stood on no tile."""
    NOT_LIVE = "not_live"
    """What the tile showed was not live: an old picture is no news."""


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """What a tile showed of a camera when the briefing was asked for.

    Attributes:
      level: how much of the picture the decoder let through.
      png: the tile as it was painted, with its state and its time.
    """

    camera: CameraNumber
    level: Level
    is_live: bool
    taken_at: datetime
    png: bytes


@dataclass(frozen=True, slots=True)
class BriefCamera:
    """A camera of the briefing.

    Attributes:
      camera: without the addresses of its streams.
      role: None of one that is not linked, only near.
      distance_m: from the incident's place; None where either place is not known.
      sees: whether it looks at the place; None where that is not known.
      picture: None where `why` says why not, or nobody asked for pictures of it.
    """

    camera: Camera
    role: CameraRole | None = None
    distance_m: float | None = None
    sees: bool | None = None
    picture: TakenPicture | None = None
    why: NoPicture | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """Something at hand, as a resource or staging layer shows it."""

    name: str
    kind: LayerKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that stands in it. Block numbers are ICS-201's.

    Attributes:
      incident: as the person may see it.
      owner, opened_by: names; empty where there is none, or nobody here knows them.
      watchers: who has it open now.
      level: the room's crisis level; `checklist` is what it asks for.
      markers, layers, cameras: for the sketch of the place (block 4), and as lists.
      decisions: newest last (block 7); also among `lines`.
      lines: the newest LINES_MOST of the incident, oldest first (block 8).
      older_lines: whether there are older ones.
      related: numbers of the incidents that this one names.
    """

    incident: Incident
    signature: Signature
    owner: str = ""
    opened_by: str = ""
    watchers: tuple[str, ...] = ()
    level: CrisisLevel = CrisisLevel.ROUTINE
    checklist: tuple[str, ...] = ()
    markers: tuple[Marker, ...] = ()
    layers: tuple[CrisisLayer, ...] = ()
    cameras: tuple[BriefCamera, ...] = ()
    decisions: tuple[LineView, ...] = ()
    lines: tuple[LineView, ...] = ()
    older_lines: bool = False
    resources: tuple[Resource, ...] = ()
    related: tuple[int, ...] = ()
    names: Mapping[AccountId, str] = field(default_factory=dict)

    @property
    def pictured(self) -> frozenset[CameraNumber]:
        """The cameras whose pictures are in it."""
        return frozenset(one.camera.number for one in self.cameras if one.picture is not None)


def briefing(desks: SituationDesks, actor: Actor, incident: IncidentId, taken: Iterable[TakenPicture] = ()) -> Briefing:
    """The briefing on an incident as this person may have it, now.

    Args:
      taken: what the wall showed of cameras; whatever is not clear, not live or not theirs to know is left out.

    Raises:
      NotFound: there is no such incident.
      Denied: their roles see no incidents.
      Unavailable: the store is lost and this station does not know the person yet.
    """
    view = desks.incidents.incident(actor, incident)
    found = view.incident
    lines = desks.log.lines(actor, LogQuery(incident=incident, limit=LINES_MOST + 1))
    names = desks.log.names
    standing = desks.crisis.standing(actor)
    layers = tuple(desks.layers.layers(actor, shown_only=True))
    markers = tuple(one.marker for one in desks.markers.markers(actor, incident=incident))
    sight = desks.room.look(actor).sight
    kept = tuple(reversed(lines[:LINES_MOST]))
    return Briefing(
        incident=found,
        signature=signature(desks, actor),
        owner=names.get(found.owner, "") if found.owner is not None else "",
        opened_by=names.get(found.created_by, ""),
        watchers=tuple(dict.fromkeys(names.get(one.account, "") or one.station for one in view.watchers)),
        level=standing.level,
        checklist=(standing.activation.request.bindings if standing.activation else NOTHING_BOUND).checklist,
        markers=markers,
        layers=layers,
        cameras=tuple(_cameras(found, sight, {one.camera: one for one in taken})),
        decisions=tuple(line for line in kept if line.entry.line.kind is LogKind.DECISION),
        lines=kept,
        older_lines=len(lines) > LINES_MOST,
        resources=tuple(_resources(layers)),
        related=_related(desks, actor, found),
        names=dict(names),
    )


def wanted_pictures(incident: Incident, cameras: Mapping[CameraNumber, Camera]) -> tuple[CameraNumber, ...]:
    """The cameras whose pictures belong into a briefing: those that are linked now.

    Args:
      cameras: those that the person may know of.
    """
    return tuple(
        dict.fromkeys(
            link.camera for link in incident.linked_cameras if link.until_at is None and link.camera in cameras
        )
    )


def _cameras(incident: Incident, sight: Sight, taken: Mapping[CameraNumber, TakenPicture]) -> Iterable[BriefCamera]:
    """The linked ones with their pictures, then the nearest others; `incident` names none that is not theirs."""
    near = nearest_cameras(sight.cameras.values(), incident.place, count=len(sight.cameras)) if incident.place else []
    lies = {one.number: one for one in near}
    linked = wanted_pictures(incident, sight.cameras)
    roles = {link.camera: link.role for link in incident.linked_cameras if link.until_at is None}
    for number in linked:
        picture = taken.get(number)
        why = _why_not(picture)
        where = lies.get(number)
        yield BriefCamera(
            _bare(sight.cameras[number]),
            roles[number],
            where.distance_m if where else None,
            where.seen if where else None,
            picture if why is None else None,
            why,
        )
    others = [one for one in near if one.number not in roles and one.distance_m <= NEAR_WITHIN_M]
    for one in others[:NEAR_MOST]:
        yield BriefCamera(_bare(sight.cameras[one.number]), None, one.distance_m, one.seen)


def _why_not(picture: TakenPicture | None) -> NoPicture | None:
    if picture is None:
        return NoPicture.NOT_SHOWN
    if picture.level is not Level.CLEAR:
        return NoPicture.NOT_PERMITTED
    return None if picture.is_live else NoPicture.NOT_LIVE


def _bare(camera: Camera) -> Camera:
    return replace(camera, streams={}, credential="")


def _resources(layers: Sequence[CrisisLayer]) -> Iterable[Resource]:
    for layer in layers:
        if layer.kind in _RESOURCES:
            for feature in layer.features:
                yield Resource(feature.title or layer.name, layer.kind, feature.description)


def _related(desks: SituationDesks, actor: Actor, incident: Incident) -> tuple[int, ...]:
    named = {*incident.related, incident.parent, incident.duplicate_of} - {None}
    if not named:
        return ()
    every = desks.incidents.incidents(actor, open_only=False)
    return tuple(sorted(view.incident.number for view in every if view.incident.id in named and view.incident.number))
