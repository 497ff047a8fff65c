"""CAP messages in: what each would do to the room's incidents, and doing it when a person wants it.

A message opens an incident, changes or withdraws those that its references name exactly, or is only linked. It never
changes a crisis level, and nothing is guessed: an Update that refers to nothing known opens an incident of its own.
Any thread but the GUI's.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from wallapp.base.errors import NotFound, RuleBroken
from wallapp.base.ids import NO_EXERCISE, ExerciseId, IncidentId, OperationId, StationName
from wallapp.domain.alarm import acknowledge
from wallapp.domain.cap import Alert, Category, Info, MsgType, Severity, Status
from wallapp.domain.cap_reading import Oddity, Reading
from wallapp.domain.cap_rules import same_message
from wallapp.domain.incident import TRANSITIONS, Direction, Incident, IncidentState, Priority, transition
from wallapp.domain.merge import Operation, SharedKind
from wallapp.domain.place import Place
from wallapp.services.actor import Actor
from wallapp.services.alarms import AlarmDesk, Raised, alarm_identifier
from wallapp.services.cap_out import link_of
from wallapp.services.incidents import seen_incident
from wallapp.services.shared_acts import Acting
from wallapp.services.shared_bodies import alarm_fields, alarm_of, incident_fields, incident_of
from wallapp.services.shared_done import Done, done, may_see_incidents
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_room import Doing, SharedRoom, new_key
from wallapp.services.shared_state import NUMBER

_TITLE_MOST: Final = 300
_DETAIL_MOST: Final = 1500
_TEXT_MOST: Final = 20_000
_AHEAD_MOST: Final = timedelta(minutes=5)
_PRIORITIES: Final = {
    Severity.EXTREME: Priority.CRITICAL,
    Severity.SEVERE: Priority.HIGH,
    Severity.MODERATE: Priority.MEDIUM,
    Severity.MINOR: Priority.LOW,
    Severity.UNKNOWN: Priority.MEDIUM,
}


class Effect(StrEnum):
    """What taking a message in would do."""

    OPENS = "opens"
    CHANGES = "changes"
    WITHDRAWS = "withdraws"
    LINKS = "links"
    """It is kept with an incident and changes nothing of it."""
    KNOWN = "known"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Offer:
    """One message of a file.

    Attributes:
      alert: None of one that was refused; `why` then says it.
      incidents: what it would open (nothing yet), change, withdraw or be linked to; as the person may see them.
    """

    file: str
    alert: Alert | None
    effect: Effect
    incidents: tuple[Incident, ...] = ()
    warnings: tuple[Oddity, ...] = ()
    why: str = ""


class CapInDesk:
    """Messages for the incidents of one namespace.

    Args:
      languages: of the infos, the first that a message has is taken; a prefix such as "fr" is enough.
    """

    def __init__(
        self, room: SharedRoom, alarms: AlarmDesk, *, exercise: ExerciseId = NO_EXERCISE, languages: Sequence[str] = ()
    ) -> None:
        self._room = room
        self._alarms = alarms
        self._exercise = exercise
        self._languages = tuple(languages)

    def offers(self, actor: Actor | None, file: str, readings: Iterable[Reading]) -> list[Offer]:
        """What each message would do, in the file's order; refused ones too.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        read = [Offer(file, each.alert, Effect.NOTHING, warnings=each.warnings, why=each.why) for each in readings]
        return self.again(actor, read)

    def again(self, actor: Actor | None, offers: Iterable[Offer]) -> list[Offer]:
        """The same messages by what the room knows now. Raises as `offers`."""
        look = self._room.look(actor)
        may_see_incidents(look.person)
        mine = self._all(look.view)
        found = []
        for offer in offers:
            if offer.alert is None:
                found.append(offer)
                continue
            effect, incidents = self._weighed(look.view, mine, offer.alert)
            seen = tuple(seen_incident(one, look.sight) for one in incidents)
            found.append(replace(offer, effect=effect, incidents=seen))
        return found

    def take_in(self, actor: Actor, alert: Alert) -> Done[Incident]:
        """Do what the message says; the first incident that it was about. An alarm that announced it is acknowledged.

        Raises:
          RuleBroken: it was taken in before, is about nothing that this room knows, or would be real in a drill.
          Denied: this person opens no incidents, or one that it changes is somebody else's.
          BadInput: an incident cannot become what it says.
        """
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            doing.signed_in()
            effect, incidents = self._weighed(doing.view, self._all(doing.view), alert)
            if effect is Effect.KNOWN:
                raise RuleBroken("this message was taken in before; nothing was changed")
            if effect is Effect.NOTHING:
                raise RuleBroken("this message is about nothing that this room knows; nothing was changed")
            if self._exercise != NO_EXERCISE and alert.status is Status.ACTUAL:
                raise RuleBroken("a real message is not taken into a drill; take it in outside it")
            acting = Acting(doing, SharedKind.INCIDENT, self._exercise, key)
            if effect is Effect.OPENS:
                identifier = incident_of_message(alert, self._exercise)
                fields = incident_fields(self._opened(alert, identifier, doing))
                fields.pop(NUMBER)
                operations = [acting.create(identifier, fields)]
            else:
                operations = [
                    acting.turn(
                        one.id,
                        incident_fields(one),
                        incident_fields(self._after(one, alert, effect, doing)),
                        number=number,
                    )
                    for number, one in enumerate(incidents, 1)
                ]
            first = IncidentId(operations[0].entity)
            return [*operations, *self._acknowledged(doing, key, alert, first, number=len(operations) + 1)]

        outcomes = self._room.do(actor, plan)
        sight = self._room.sight(actor)
        return done(outcomes, lambda shared: seen_incident(incident_of(shared), sight))

    def announce(self, station: StationName, alert: Alert) -> bool:
        """Raise an alarm for a message that came by itself; once in the room, whoever hears it. False where it is no
        news.

        Raises:
          Unavailable: the store is lost, and this station's disk cannot keep it either.
        """
        raised = self._raised(alert)
        effect, _ = _effect(self._all(self._room.look(None).view), alert)
        if effect in (Effect.KNOWN, Effect.NOTHING) or self._alarms.is_there(raised):
            return False
        self._alarms.raise_alarm(station, raised)
        return True

    def _weighed(self, view: ObjectView, mine: Sequence[Incident], alert: Alert) -> tuple[Effect, tuple[Incident, ...]]:
        """What it would do; where somebody opened an incident from its alarm already, it tells that one the rest."""
        effect, incidents = _effect(mine, alert)
        if effect is Effect.OPENS:
            alarm = view.entity(SharedKind.ALARM, alarm_identifier(self._raised(alert), self._exercise))
            opened = alarm.fields.get("incident") if alarm is not None else None
            found = tuple(one for one in mine if one.id == opened)
            return (Effect.CHANGES, found) if found else (effect, ())
        return effect, incidents

    def _all(self, view: ObjectView) -> list[Incident]:
        return [incident_of(each) for each in view.entities(SharedKind.INCIDENT) if each.exercise == self._exercise]

    def _after(self, now: Incident, alert: Alert, effect: Effect, doing: Doing) -> Incident:
        linked = replace(now, cap_messages=(*now.cap_messages, link_of(alert, Direction.IN)))
        if effect is Effect.WITHDRAWS and IncidentState.WITHDRAWN in TRANSITIONS[now.state]:
            reason = alert.note.strip() or f"cancelled by {alert.sender}"
            return transition(
                linked, IncidentState.WITHDRAWN, person=doing.signed_in(), at=doing.at, reason=reason[:_DETAIL_MOST]
            )
        if effect is Effect.CHANGES and now.state.is_open:
            return self._told(linked, alert)
        return linked

    def _opened(self, alert: Alert, identifier: IncidentId, doing: Doing) -> Incident:
        info = self._info(alert)
        bare = Incident(
            id=identifier,
            event=info.event,
            created_by=doing.actor.account,
            created_at=doing.at,
            updated_by=doing.actor.account,
            updated_at=doing.at,
            priority=_PRIORITIES[info.severity],
            cap_messages=(link_of(alert, Direction.IN),),
            exercise=self._exercise,
        )
        told = self._told(bare, alert)
        return replace(told, onset_at=told.onset_at or min(alert.sent_at, doing.at + _AHEAD_MOST))

    def _told(self, incident: Incident, alert: Alert) -> Incident:
        """With what the message says; who is asked to do what in this room stays."""
        info = self._info(alert)
        return replace(
            incident,
            event=info.event.strip()[:_TITLE_MOST],
            title=title_of(alert, info),
            description=info.description.strip()[:_TEXT_MOST],
            instruction=info.instruction.strip()[:_TEXT_MOST],
            category=info.category,
            event_codes=info.event_codes,
            urgency=info.urgency,
            severity=info.severity,
            certainty=info.certainty,
            response_type=info.response_type,
            onset_at=info.onset_at or incident.onset_at,
            expires_at=info.expires_at,
            place=place_of(info) or incident.place,
            areas=info.areas,
            # What is embedded stays in the file: nobody here plays a sound or opens a picture that came by itself.
            resources=tuple(replace(resource, deref_uri="") for resource in info.resources),
        )

    def _info(self, alert: Alert) -> Info:
        for language in self._languages:
            for info in alert.infos:
                if (info.language or "en").lower().startswith(language.lower()):
                    return info
        return alert.infos[0]

    def _raised(self, alert: Alert) -> Raised:
        info = self._info(alert) if alert.infos else None
        reference = " ".join((alert.identifier, alert.sent_at.isoformat()))
        return Raised(
            source=f"CAP {alert.sender}"[:120],
            title=title_of(alert, info),
            reference=reference if len(reference) <= _TITLE_MOST else hashlib.sha256(reference.encode()).hexdigest(),
            detail=(info.description if info else alert.note).strip()[:_DETAIL_MOST],
            priority=_PRIORITIES[info.severity] if info and alert.status is Status.ACTUAL else Priority.LOW,
            category=info.category[0] if info else Category.OTHER,
            place=place_of(info) if info else None,
        )

    def _acknowledged(
        self, doing: Doing, key: OperationId, alert: Alert, incident: IncidentId, *, number: int
    ) -> list[Operation]:
        """The alarm that announced the message has been looked at by that."""
        acting = Acting(doing, SharedKind.ALARM, self._exercise, key)
        with suppress(NotFound):
            identifier = alarm_identifier(self._raised(alert), self._exercise)
            now = alarm_of(acting.found(identifier))
            after = replace(now, incident=now.incident or incident)
            if now.acknowledged_by is None:
                after = acknowledge(after, doing.actor.account, doing.at)
            if after != now:
                return [acting.turn(identifier, alarm_fields(now), alarm_fields(after), number=number)]
        return []


def incident_of_message(alert: Alert, exercise: ExerciseId) -> IncidentId:
    """The incident that a message opens: the same on every station, so that two who take it in open one."""
    named = "\n".join(("cap", exercise, alert.sender, alert.identifier, str(alert.sent_at.timestamp())))
    return IncidentId(str(uuid.UUID(bytes=hashlib.sha256(named.encode()).digest()[:16])))


def title_of(alert: Alert, info: Info | None) -> str:
    """Its headline, after the word that it is no real one where it is not: a test worded as real looks like a test."""
    words = (info.headline.strip() or info.event.strip()) if info else (alert.note.strip() or alert.identifier)
    line = " ".join(words.split())[:_TITLE_MOST]
    return line if alert.status is Status.ACTUAL else f"[{alert.status}] {line}"


def place_of(info: Info) -> Place | None:
    """One point for it: the first circle's centre, else the middle of the first polygon's corners."""
    for area in info.areas:
        if area.circles:
            return area.circles[0].centre
        for ring in area.polygons:
            corners = ring[:-1]
            lat_deg = sum(place.lat_deg for place in corners) / len(corners)
            lon_deg = sum(place.lon_deg for place in corners) / len(corners)
            return Place(lat_deg, lon_deg)
    return None


def _effect(mine: Sequence[Incident], alert: Alert) -> tuple[Effect, tuple[Incident, ...]]:
    if any(same_message(link.reference, alert.as_reference) for one in mine for link in one.cap_messages):
        return Effect.KNOWN, ()
    named = tuple(one for one in mine if _is_named(one, alert))
    about = named or tuple(one for one in mine if one.id in alert.incidents)
    is_answer = alert.msg_type in (MsgType.ACK, MsgType.ERROR)
    if about and (is_answer or not named or not _came_in(named, alert)):
        # Somebody answers what we sent: it is kept with it, and changes nothing of ours.
        return Effect.LINKS, about
    if named and alert.msg_type is MsgType.CANCEL:
        return Effect.WITHDRAWS, named
    if named:
        return (Effect.CHANGES if alert.infos else Effect.LINKS), named
    opens = bool(alert.infos) and alert.msg_type in (MsgType.ALERT, MsgType.UPDATE)
    return (Effect.OPENS if opens else Effect.NOTHING), ()


def _is_named(incident: Incident, alert: Alert) -> bool:
    return any(
        same_message(link.reference, reference) for link in incident.cap_messages for reference in alert.references
    )


def _came_in(incidents: Iterable[Incident], alert: Alert) -> bool:
    """Whether what the message refers to came from outside: only that may it change."""
    return all(
        any(
            link.direction is Direction.IN and same_message(link.reference, reference)
            for link in incident.cap_messages
            for reference in alert.references
        )
        for incident in incidents
    )
