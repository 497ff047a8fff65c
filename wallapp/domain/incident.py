"""Incidents: what happened, whose it is, and where it stands. Words of CAP 1.2 and ISO 22320.

A transition is a pure function from one incident to the next; whoever stores it also writes the log entry.
Priority is what the room decides and severity what the event is: neither follows from the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.base.ids import NO_EXERCISE, NO_OWNER, AccountId, CameraNumber, ExerciseId, IncidentId, OwnerName
from wallapp.domain.cap import (
    Area,
    Category,
    Certainty,
    MsgType,
    NamedValue,
    Reference,
    Resource,
    ResponseType,
    Severity,
    Status,
    Urgency,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.place import Place


class IncidentState(StrEnum):
    """Where an incident stands."""

    DRAFT = "draft"
    NEW = "new"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    RESOLVED = "resolved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self in _OPEN


class Priority(StrEnum):
    """How soon the room turns to it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class CameraRole(StrEnum):
    """What a linked camera is to an incident."""

    PRIMARY = "primary"
    CONTEXT = "context"
    EVIDENCE = "evidence"


class Direction(StrEnum):
    """Which way a CAP message went."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class LinkedCamera:
    """A camera that shows it, for a while. `until_at` is None while it does.

    Shown only to who may know of the camera: filter with `domain.visibility` before anything leaves the services.
    """

    camera: CameraNumber
    role: CameraRole
    since_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CapLink:
    """A CAP message about an incident.

    Attributes:
      status: a rehearsed, a tested and a real chain of messages never refer to each other.
      until_at: when it ends; None where that was not kept.
    """

    reference: Reference
    msg_type: MsgType
    direction: Direction
    status: Status = Status.ACTUAL
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident. Changed by the functions below and by edits of its plain fields.

    Attributes:
      number: the short number that people say; 0 until the store gave one.
      event: what it is, in a word or two, as CAP's `event`; title is CAP's `headline`.
      place: its one point; areas hold its extent.
      owner: who acts on it; None until somebody took it.
      position: the owner's function in the incident's organisation (ICS position).
      exercise: the drill that it belongs to; NO_EXERCISE is real.
      rev: counts every stored change.
    """

    id: IncidentId
    event: str
    created_by: AccountId
    created_at: datetime
    updated_by: AccountId
    updated_at: datetime
    number: int = 0
    title: str = ""
    description: str = ""
    instruction: str = ""
    category: tuple[Category, ...] = (Category.OTHER,)
    event_codes: tuple[NamedValue, ...] = ()
    urgency: Urgency = Urgency.UNKNOWN
    severity: Severity = Severity.UNKNOWN
    certainty: Certainty = Certainty.UNKNOWN
    priority: Priority = Priority.MEDIUM
    response_type: tuple[ResponseType, ...] = ()
    onset_at: datetime | None = None
    expires_at: datetime | None = None
    place: Place | None = None
    areas: tuple[Area, ...] = ()
    state: IncidentState = IncidentState.NEW
    state_reason: str = ""
    owner: AccountId | None = None
    position: str = ""
    linked_cameras: tuple[LinkedCamera, ...] = ()
    parent: IncidentId | None = None
    duplicate_of: IncidentId | None = None
    related: frozenset[IncidentId] = frozenset()
    cap_messages: tuple[CapLink, ...] = ()
    resources: tuple[Resource, ...] = ()
    exercise: ExerciseId = NO_EXERCISE
    owner_org: OwnerName = NO_OWNER
    rev: int = 1

    @property
    def began_at(self) -> datetime:
        """When it happened, as far as anybody said; else when it was opened."""
        return self.onset_at or self.created_at


_OPEN: Final = frozenset(
    {IncidentState.DRAFT, IncidentState.NEW, IncidentState.IN_PROGRESS, IncidentState.ON_HOLD, IncidentState.RESOLVED}
)
_WORKED_ON: Final = frozenset({IncidentState.IN_PROGRESS, IncidentState.ON_HOLD, IncidentState.RESOLVED})

TRANSITIONS: Final = MappingProxyType(
    {
        IncidentState.DRAFT: frozenset({IncidentState.NEW}),
        IncidentState.NEW: frozenset({IncidentState.IN_PROGRESS, IncidentState.WITHDRAWN}),
        IncidentState.IN_PROGRESS: frozenset({IncidentState.ON_HOLD, IncidentState.RESOLVED, IncidentState.WITHDRAWN}),
        IncidentState.ON_HOLD: frozenset({IncidentState.IN_PROGRESS, IncidentState.WITHDRAWN}),
        IncidentState.RESOLVED: frozenset({IncidentState.CLOSED, IncidentState.IN_PROGRESS}),
        IncidentState.CLOSED: frozenset({IncidentState.IN_PROGRESS}),
        IncidentState.WITHDRAWN: frozenset[IncidentState](),
    }
)
"""Everything that may follow a state; who may do it and what it needs is checked by `transition`."""

_REASONED: Final = frozenset(
    {
        (IncidentState.RESOLVED, IncidentState.IN_PROGRESS),
        (IncidentState.CLOSED, IncidentState.IN_PROGRESS),
        (IncidentState.NEW, IncidentState.WITHDRAWN),
        (IncidentState.IN_PROGRESS, IncidentState.WITHDRAWN),
        (IncidentState.ON_HOLD, IncidentState.WITHDRAWN),
    }
)


def needs_reason(before: IncidentState, after: IncidentState) -> bool:
    """Whether the step must say why: every reopening and every withdrawal."""
    return (before, after) in _REASONED


def check_worker(incident: Incident, person: Person) -> None:
    """Whether this person works on incidents at all; trainers only on those of a drill.

    Raises:
      Denied: they do not.
    """
    works = not person.roles.isdisjoint({Role.OPERATOR, Role.SUPERVISOR})
    trains = Role.TRAINER in person.roles and incident.exercise != NO_EXERCISE
    if not person.active or not (works or trains):
        raise Denied("incidents are worked on by operators and supervisors; ask one")


def check_actor(incident: Incident, person: Person) -> None:
    """Whether this person may change the incident now: its owner, a supervisor, anybody while it has no owner.

    Raises:
      Denied: it is somebody else's; take it over first.
    """
    check_worker(incident, person)
    if incident.owner not in (None, person.account) and Role.SUPERVISOR not in person.roles:
        raise Denied("this incident is somebody else's; take it over first")


def transition(
    incident: Incident, to: IncidentState, *, person: Person, at: datetime, reason: str = "", open_markers: int = 0
) -> Incident:
    """The incident one step on.

    Args:
      person: who does it; becomes the owner where there is none.
      open_markers: how many of its markers are neither resolved, withdrawn nor detached.

    Raises:
      RuleBroken: no such step leads from its state, or its markers are not done with.
      Denied: this person may not.
      BadInput: the step needs a reason.
    """
    before = incident.state
    if to not in TRANSITIONS[before]:
        raise RuleBroken(f"an incident that is {_word(before)} cannot become {_word(to)}")
    check_actor(incident, person)
    if before is IncidentState.CLOSED and Role.SUPERVISOR not in person.roles:
        raise Denied("a closed incident is reopened by a supervisor only")
    if needs_reason(before, to) and not reason.strip():
        raise BadInput(f"say why the incident becomes {_word(to)}")
    if to is IncidentState.RESOLVED and open_markers:
        raise RuleBroken(f"{open_markers} of its markers are open; resolve, withdraw or detach them first")
    takes = to is IncidentState.IN_PROGRESS and incident.owner is None
    return replace(
        incident,
        state=to,
        state_reason=reason.strip(),
        owner=person.account if takes else incident.owner,
        updated_by=person.account,
        updated_at=at,
        rev=incident.rev + 1,
    )


def take_over(incident: Incident, *, person: Person, at: datetime) -> Incident:
    """The incident under a new owner: explicit, logged, and open to everybody who works on incidents.

    A new one that is taken is in progress by that.

    Raises:
      RuleBroken: it is theirs already, or in a state in which nobody owns it.
      Denied: this person does not work on incidents.
    """
    check_worker(incident, person)
    if incident.state is IncidentState.NEW:
        return transition(replace(incident, owner=None), IncidentState.IN_PROGRESS, person=person, at=at)
    if incident.state not in _WORKED_ON:
        raise RuleBroken(f"an incident that is {_word(incident.state)} has nobody to take it over from")
    if incident.owner == person.account:
        raise RuleBroken("this incident is yours already")
    return replace(incident, owner=person.account, updated_by=person.account, updated_at=at, rev=incident.rev + 1)


def check_edit(incident: Incident, person: Person) -> None:
    """Whether this person may change its plain fields now.

    Raises:
      RuleBroken: it is closed or withdrawn; reopen it, or write a log entry.
      Denied: as for `check_actor`.
    """
    if not incident.state.is_open:
        raise RuleBroken(f"an incident that is {_word(incident.state)} is not changed any more; write a log entry")
    check_actor(incident, person)


def _word(state: IncidentState) -> str:
    return state.value.replace("_", " ")
