"""From an incident to the CAP messages about it: alert, update, all clear, cancel.

A drill's message is an Exercise whatever else is asked for; a message that nobody approved is a Draft. Messages
from outside never come this way and never change a crisis level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import NO_EXERCISE
from wallapp.domain.cap import (
    Alert,
    Area,
    Circle,
    Info,
    MsgType,
    NamedValue,
    Resource,
    ResponseType,
    Scope,
    Status,
    Urgency,
)
from wallapp.domain.cap_rules import live_references
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.place import Place

LEVEL_PARAMETER: Final = "wallapp:level"
POINT_RADIUS_LEAST_M: Final = 25.0
DEFAULT_LIFE: Final = timedelta(hours=4)


class Purpose(StrEnum):
    """Why a message is written; decides its status outside a drill."""

    REAL = "real"
    UNAPPROVED = "unapproved"
    LINK_CHECK = "link_check"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks. `sender` has no spaces; `life` is how long a message holds where the incident says nothing."""

    sender: str
    name: str = ""
    contact: str = ""
    life: timedelta = DEFAULT_LIFE


@dataclass(frozen=True, slots=True)
class CapAudience:
    """Who is told. Public needs a supervisor's approval, which the services ask for before they build a message."""

    scope: Scope = Scope.RESTRICTED
    restriction: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """An incident in one language; empty falls back to the incident's own words, the event always."""

    event: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    area_desc: str = ""


def status_of(incident: Incident, purpose: Purpose) -> Status:
    """What the message is: of a drill always Exercise."""
    if incident.exercise != NO_EXERCISE:
        return Status.EXERCISE
    return _STATUS[purpose]


_STATUS: Final = MappingProxyType(
    {Purpose.REAL: Status.ACTUAL, Purpose.UNAPPROVED: Status.DRAFT, Purpose.LINK_CHECK: Status.TEST}
)


def message(
    incident: Incident,
    *,
    identifier: str,
    sender: Sender,
    sent_at: datetime,
    audience: CapAudience,
    issued: Sequence[Alert] = (),
    purpose: Purpose = Purpose.REAL,
    words: Mapping[str, Words] | None = None,
    level: CrisisLevel | None = None,
    resources: tuple[Resource, ...] = (),
    drill_note: str = "",
    ce_m: float | None = None,
) -> Alert:
    """The next message about an incident, as its state asks for.

    Args:
      identifier: new, without spaces; a message is never written twice under one.
      sent_at: aware; its offset is the one written.
      issued: all earlier messages about it, oldest first: an Alert where none of them is live, else an Update with
        references to all that are.
      words: by language, RFC 3066; one info each. None is one info in the incident's own words.
      resources: what the cameras' owners allowed to go out; nothing is taken from the incident by itself.
      drill_note: the drill's name, for its banner.
      ce_m: how well the incident's place is known.

    Raises:
      RuleBroken: the incident is a draft, or was withdrawn and no message of it is live.
    """
    if incident.state is IncidentState.DRAFT:
        raise RuleBroken("an incident that is a draft has nothing to tell; open it first")
    status = status_of(incident, purpose)
    # A rehearsed, a drafted and a real chain never refer to each other.
    chain = [alert for alert in issued if alert.status is status]
    references = live_references(chain, sent_at, sender.life)
    is_withdrawn = incident.state is IncidentState.WITHDRAWN
    if is_withdrawn and not references:
        raise RuleBroken("no message about this incident holds any more; there is nothing to cancel")
    drill = f"EXERCISE EXERCICE {drill_note}".strip() if status is Status.EXERCISE else ""
    said = incident.state_reason if is_withdrawn else ""
    return Alert(
        identifier=identifier,
        sender=sender.sender,
        sent_at=sent_at.replace(microsecond=0),
        status=status,
        msg_type=MsgType.CANCEL if is_withdrawn else MsgType.UPDATE if references else MsgType.ALERT,
        scope=audience.scope,
        restriction=audience.restriction if audience.scope is Scope.RESTRICTED else "",
        addresses=audience.addresses if audience.scope is not Scope.PUBLIC else (),
        note=" - ".join(part for part in (drill, said) if part),
        references=references,
        incidents=(incident.id,),
        infos=tuple(
            _info(incident, language, text, sender=sender, sent_at=sent_at, level=level, resources=resources, ce_m=ce_m)
            for language, text in (words or {"": Words()}).items()
        ),
    )


def _info(
    incident: Incident,
    language: str,
    words: Words,
    *,
    sender: Sender,
    sent_at: datetime,
    level: CrisisLevel | None,
    resources: tuple[Resource, ...],
    ce_m: float | None,
) -> Info:
    """One language; what is not words is the same in all of them."""
    sent_at = sent_at.replace(microsecond=0)
    is_over = incident.state in (IncidentState.RESOLVED, IncidentState.CLOSED)
    onset_at = incident.onset_at if incident.onset_at is not None and incident.onset_at >= sent_at else None
    latest_at = max(sent_at, onset_at or sent_at)
    given_at = incident.expires_at
    expires_at = given_at if given_at is not None and given_at > latest_at else latest_at + sender.life
    return Info(
        category=incident.category,
        event=words.event or incident.event,
        urgency=Urgency.PAST if is_over else incident.urgency,
        severity=incident.severity,
        certainty=incident.certainty,
        language=language,
        response_type=(ResponseType.ALL_CLEAR,) if is_over else incident.response_type,
        event_codes=incident.event_codes,
        onset_at=onset_at,
        expires_at=expires_at,
        sender_name=sender.name,
        headline=words.headline or incident.title,
        description=words.description or incident.description,
        instruction=words.instruction or incident.instruction,
        contact=sender.contact,
        parameters=(NamedValue(LEVEL_PARAMETER, level),) if level is not None else (),
        resources=resources,
        areas=_areas(incident, words, ce_m),
    )


def _areas(incident: Incident, words: Words, ce_m: float | None) -> tuple[Area, ...]:
    if incident.areas:
        areas = incident.areas
        return (replace(areas[0], area_desc=words.area_desc), *areas[1:]) if words.area_desc else areas
    if incident.place is None:
        return ()
    name = words.area_desc or incident.title or incident.event
    return (Area(name, circles=(point_circle(incident.place, ce_m),)),)


def point_circle(place: Place, ce_m: float | None = None) -> Circle:
    """A point as CAP can say it: a circle as wide as it is uncertain, never under 25 m."""
    return Circle(place, max(ce_m or 0.0, POINT_RADIUS_LEAST_M) / 1000)
