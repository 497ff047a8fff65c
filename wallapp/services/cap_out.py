"""CAP messages out: the next one about an incident, with references to what was sent before. Any thread but the GUI's.

What was sent stands in the incident, so that every station writes the same next message; the file is the app's.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.base.ids import NO_EXERCISE, ExerciseId, IncidentId
from wallapp.domain.cap import Alert, Category, Certainty, Info, MsgType, Scope, Severity, Urgency
from wallapp.domain.cap_messages import CapAudience, Purpose, Sender, Words, message
from wallapp.domain.incident import CapLink, Direction, Incident, check_actor
from wallapp.domain.merge import Operation, SharedKind
from wallapp.domain.people import Role
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.incidents import seen_incident
from wallapp.services.shared_acts import Acting, found_in, level_in
from wallapp.services.shared_bodies import incident_fields, incident_of
from wallapp.services.shared_done import Done, done
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_room import Doing, SharedRoom, new_key
from wallapp.services.shared_sight import Sight
from wallapp.services.shared_state import check_right


class CapXml(Protocol):
    """Writes a message; `exchange.cap_write.alert_xml` is one."""

    def __call__(self, alert: Alert, *, is_drill: bool) -> bytes:
        """The document. Raises RuleBroken where it may not leave."""
        ...


@dataclass(frozen=True, slots=True)
class CapWish:
    """What a person wants to tell, and whom.

    Attributes:
      words: by language; empty is one text in the incident's own words.
      drill_note: the drill's name, for the banner of an Exercise.
    """

    sender: Sender
    purpose: Purpose = Purpose.REAL
    audience: CapAudience = field(default_factory=lambda: CapAudience(restriction="control room"))
    words: Mapping[str, Words] = field(default_factory=dict)
    drill_note: str = ""


@dataclass(frozen=True, slots=True)
class CapOut:
    """A message and the file's content that says it."""

    alert: Alert
    content: bytes


@dataclass(frozen=True, slots=True)
class Issued:
    """A message that the incident remembers as sent. `incident`: after it."""

    out: CapOut
    incident: Done[Incident]


class CapOutDesk:
    """Messages about the incidents of one namespace."""

    def __init__(self, room: SharedRoom, to_xml: CapXml, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room = room
        self._to_xml = to_xml
        self._exercise = exercise

    def preview(self, actor: Actor, incident: IncidentId, wish: CapWish) -> CapOut:
        """The message as it would leave now; nothing remembers it. Of a draft this is all there is.

        Raises:
          RuleBroken: there is nothing to tell, or it breaks the standard.
          Denied: this person may not speak about the incident, or not to the public.
          NotFound: there is no such incident.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self._room.look(actor)
        doing = Doing(look.view, look.person, look.sight, actor, look.now_at)
        return self._composed(doing, incident, wish)

    def issue(self, actor: Actor, incident: IncidentId, wish: CapWish) -> Issued:
        """The message, remembered with the incident: the next one refers to it. At this station where the store is
        lost.

        Raises:
          BadInput: a draft was asked for, which is never issued.
          RuleBroken, Denied, NotFound: as `preview`.
        """
        if wish.purpose is Purpose.UNAPPROVED and self._exercise == NO_EXERCISE:
            raise BadInput("a draft is looked at and passed on by hand; choose what it is before it is issued")
        key = new_key()
        kept: list[CapOut] = []

        def plan(doing: Doing) -> list[Operation]:
            out = self._composed(doing, incident, wish)
            kept[:] = [out]
            acting = Acting(doing, SharedKind.INCIDENT, self._exercise, key)
            now = incident_of(acting.found(incident))
            after = replace(now, cap_messages=(*now.cap_messages, link_of(out.alert, Direction.OUT)))
            return [acting.turn(incident, incident_fields(now), incident_fields(after))]

        outcomes = self._room.do(actor, plan)
        sight = self._room.sight(actor)
        return Issued(kept[-1], done(outcomes, lambda shared: seen_incident(incident_of(shared), sight)))

    def _composed(self, doing: Doing, incident: IncidentId, wish: CapWish) -> CapOut:
        person = check_right(doing.person, Verb.WORK_ON_INCIDENTS, self._exercise)
        now = _incident(doing.view, incident, self._exercise, doing.sight)
        check_actor(now, person)
        if wish.audience.scope is Scope.PUBLIC and Role.SUPERVISOR not in person.roles:
            raise Denied("a message to the public is issued by a supervisor; ask one, or restrict it")
        alert = message(
            now,
            identifier=f"wallapp-{uuid.uuid4()}",
            sender=wish.sender,
            sent_at=doing.at,
            audience=wish.audience,
            issued=issued_before(now),
            purpose=wish.purpose,
            words=wish.words or None,
            level=level_in(doing.view, self._exercise),
            drill_note=wish.drill_note,
        )
        return CapOut(alert, self._to_xml(alert, is_drill=self._exercise != NO_EXERCISE))


def link_of(alert: Alert, direction: Direction) -> CapLink:
    """What an incident keeps of a message."""
    ends = [info.expires_at for info in alert.infos if info.expires_at is not None]
    return CapLink(alert.as_reference, alert.msg_type, direction, alert.status, max(ends) if ends else None)


def issued_before(incident: Incident) -> list[Alert]:
    """The messages sent about an incident, oldest first, with all that decides which of them still hold.

    A Cancel of ours names everything that held when it was sent: nothing before it holds any more.
    """
    sent = [link for link in incident.cap_messages if link.direction is Direction.OUT]
    sent.sort(key=lambda link: (link.reference.sent_at, link.msg_type is MsgType.CANCEL))
    found: list[Alert] = []
    for link in sent:
        before = tuple(alert.as_reference for alert in found if alert.status is link.status)
        found.append(
            Alert(
                identifier=link.reference.identifier,
                sender=link.reference.sender,
                sent_at=link.reference.sent_at,
                status=link.status,
                msg_type=link.msg_type,
                scope=Scope.RESTRICTED,
                references=before if link.msg_type is MsgType.CANCEL else (),
                infos=() if link.msg_type is MsgType.CANCEL else (_ending(link.until_at),),
            )
        )
    return found


def sender_name(text: str) -> str:
    """What a station is called in CAP's `sender`, which holds no space, comma, < and &.

    Raises:
      RuleBroken: nothing of it is left.
    """
    name = "".join("-" if sign in " ,<&\t\r\n" or not sign.isprintable() else sign for sign in text.strip()).strip("-")
    if not name:
        raise RuleBroken("say who sends the message, such as control-room@city.example")
    return name


def _ending(until_at: datetime | None) -> Info:
    """Only the end of it matters here."""
    return Info((Category.OTHER,), "-", Urgency.UNKNOWN, Severity.UNKNOWN, Certainty.UNKNOWN, expires_at=until_at)


def _incident(view: ObjectView, incident: IncidentId, exercise: ExerciseId, sight: Sight) -> Incident:
    """As this person may see it: a place that would give a camera away does not leave either."""
    return seen_incident(incident_of(found_in(view, SharedKind.INCIDENT, incident, exercise)), sight)
