"""The desk of alarms: raised by partners and sensors, acknowledged and shelved by people. Any thread but the GUI's."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import NO_EXERCISE, AlarmId, CameraNumber, ExerciseId, IncidentId, OperationId, StationName
from wallapp.domain.alarm import Alarm, calls, is_flood, is_shelved
from wallapp.domain.alarm import acknowledge as acknowledged
from wallapp.domain.alarm import repeated as raised_again
from wallapp.domain.alarm import shelve as shelved
from wallapp.domain.alarm import unshelve as unshelved
from wallapp.domain.cap import Category
from wallapp.domain.documents import FactTerms
from wallapp.domain.incident import Incident, Priority
from wallapp.domain.merge import Operation, SharedKind
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.domain.sight import camera_place
from wallapp.services.access_facts import confirm_fact
from wallapp.services.access_ground import AccessGround
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.incidents import NewIncident, opened_fields
from wallapp.services.shared_acts import Acting
from wallapp.services.shared_bodies import alarm_fields, alarm_of, incident_of
from wallapp.services.shared_done import Done, done, may_see_incidents
from wallapp.services.shared_room import NOBODY, Doing, Look, SharedRoom, new_key

_LONGEST: Final = 500
_KEPT_FOR: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Raised:
    """What a source sent, checked. The attributes are `Alarm`'s.

    Attributes:
      reference: empty where the source has no names: each is then another alarm.
    """

    source: str
    title: str
    reference: str = ""
    detail: str = ""
    priority: Priority = Priority.MEDIUM
    category: Category = Category.OTHER
    camera: CameraNumber | None = None
    place: Place | None = None
    fact: FactKind | None = None


@dataclass(frozen=True, slots=True)
class AlarmList:
    """What the list shows.

    Attributes:
      alarms: most urgent first: those that call, then by priority, newest first; shelved ones last.
      calling: how many ask for somebody.
      is_flood: more come than people can look at: a banner says so, nothing is hidden.
    """

    alarms: tuple[Alarm, ...]
    calling: int
    is_flood: bool
    now_at: datetime


class AlarmDesk:
    """Alarms of one namespace.

    Args:
      ground: for confirming what an alarm says as a fact for pre-approved circumstances; None where there is no trust
        list.
    """

    def __init__(
        self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE, ground: AccessGround | None = None
    ) -> None:
        self._room = room
        self._exercise = exercise
        self._ground = ground
        self._was_flood = False

    def alarms(self, actor: Actor | None) -> AlarmList:
        """All that this person may know of, but those that somebody dealt with over a day ago.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self._room.look(actor)
        may_see_incidents(look.person)
        found = [alarm for alarm in self._seen(look) if not _is_done_with(alarm, look.now_at)]
        self._was_flood = is_flood((alarm.raised_at for alarm in found), look.now_at, was=self._was_flood)
        ranks = list(Priority)

        def key(alarm: Alarm) -> tuple[bool, bool, int, float]:
            is_quiet = is_shelved(alarm, look.now_at)
            rank = -ranks.index(alarm.priority)
            return is_quiet, alarm.acknowledged_by is not None, rank, -alarm.raised_at.timestamp()

        calling = sum(calls(alarm, look.now_at) for alarm in found)
        return AlarmList(tuple(sorted(found, key=key)), calling, self._was_flood, look.now_at)

    def raise_alarm(self, station: StationName, raised: Raised) -> Done[Alarm]:
        """What a source raised, in the name of the station that heard it; in its outbox where the store is lost.

        The same reference of the same source again is a repetition of the alarm that is there.

        Raises:
          BadInput: it says nothing, or too much.
        """
        if len(raised.title) > _LONGEST or len(raised.detail) > 8 * _LONGEST or len(raised.reference) > _LONGEST:
            raise BadInput("an alarm's title and reference have at most 500 characters, its detail 4000")
        key = new_key()
        identifier = alarm_identifier(raised, self._exercise)

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, key)
            there = doing.view.entity(SharedKind.ALARM, identifier)
            if there is None:
                made = _made(raised, identifier, doing.at, self._exercise)
                return [acting.create(identifier, alarm_fields(made))]
            now = alarm_of(there)
            again = replace(raised_again(now, doing.at), detail=raised.detail, priority=raised.priority)
            return [acting.turn(identifier, alarm_fields(now), alarm_fields(again))]

        return done(self._room.do(Actor(NOBODY, station), plan), alarm_of)

    def is_there(self, raised: Raised) -> bool:
        """Whether an alarm of this source and reference was raised before, as far as this station has read."""
        there = self._room.look(None).view.entity(SharedKind.ALARM, alarm_identifier(raised, self._exercise))
        return there is not None

    def acknowledge(self, actor: Actor, alarm: AlarmId) -> Done[Alarm]:
        """Say that one has looked at it.

        Raises:
          RuleBroken: somebody had already.
          Denied: this person handles no alarms.
          NotFound: there is no such alarm that they may know of.
        """
        return self._step(actor, alarm, lambda now, doing: acknowledged(now, actor.account, doing.at))

    def shelve(self, actor: Actor, alarm: AlarmId, *, until_at: datetime, reason: str) -> Done[Alarm]:
        """Silence it until a time within 12 hours.

        Raises:
          BadInput: no reason, or no such end.
          RuleBroken: it is shelved already.
          Denied, NotFound: as `acknowledge`.
        """
        return self._step(
            actor,
            alarm,
            lambda now, doing: shelved(now, actor.account, at=doing.at, until_at=until_at, reason=reason),
        )

    def unshelve(self, actor: Actor, alarm: AlarmId) -> Done[Alarm]:
        """Take it from the shelf before its time. Raises as `acknowledge`; RuleBroken where it is not there."""
        return self._step(actor, alarm, lambda now, _: unshelved(now))

    def unshelve_due(self, station: StationName) -> int:
        """Take back what has been shelved long enough; several stations may. Called by a timer. Returns how many."""
        timer = Actor(NOBODY, station)
        look = self._room.look(timer)
        mine = (alarm_of(each) for each in look.view.entities(SharedKind.ALARM) if each.exercise == self._exercise)
        due = [one for one in mine if one.shelved_until is not None and one.shelved_until <= look.now_at]
        for alarm in due:
            key = OperationId(f"{alarm.id}.unshelve.{alarm.rev}")
            self._room.do(timer, partial(self._change, alarm.id, key, lambda now, _: unshelved(now)))
        return len(due)

    def open_incident(self, actor: Actor, alarm: AlarmId, new: NewIncident | None = None) -> Done[Incident]:
        """Open an incident from it, which also acknowledges it: all or nothing.

        Args:
          new: what the person says; from the alarm where None.

        Raises:
          RuleBroken: that was done already.
          Denied, NotFound: as `acknowledge`, and as opening an incident.
        """
        key, incident = new_key(), IncidentId(str(uuid.uuid4()))

        def plan(doing: Doing) -> list[Operation]:
            now = self._found(doing, key, alarm)
            form = new or NewIncident(now.title, now.camera, now.place, category=(now.category,), priority=now.priority)
            fields = opened_fields(form, incident, doing, self._exercise)
            opening = Acting(doing, SharedKind.INCIDENT, self._exercise, key).create(incident, fields)
            after = replace(now, incident=incident)
            if now.acknowledged_by is None:
                after = acknowledged(after, actor.account, doing.at)
            turn = self._acting(doing, key).turn(alarm, alarm_fields(now), alarm_fields(after), number=2)
            return [opening, turn]

        return done(self._room.do(actor, plan), incident_of)

    def confirm(self, actor: Actor, key: SigningKey, alarm: AlarmId, *, fact: FactKind | None = None) -> FactTerms:
        """Confirm under one's own name that what it says has happened: what pre-approved circumstances rest on.

        Args:
          fact: what has happened, where the alarm does not say.

        Raises:
          BadInput: the alarm has no place, says of no fact, or is older than a day.
          RuleBroken: this store has no trust list.
          Denied: the person confirms no facts, or the key is not theirs.
          NotFound: there is no such alarm that they may know of.
          Unavailable: the store is lost: access never waits in an outbox.
        """
        look = self._room.look(actor)
        found = next((one for one in self._seen(look) if one.id == alarm), None)
        if found is None:
            raise NotFound("there is no such alarm; look again")
        kind = fact or found.fact
        camera = look.sight.cameras.get(found.camera) if found.camera is not None else None
        place = found.place or (camera_place(camera) if camera is not None else None)
        if self._ground is None or kind is None or place is None:
            raise BadInput("this alarm names no place or no event that a circumstance could rest on")
        ground = self._ground
        return self._room.store.write(
            lambda unit: confirm_fact(ground, unit, actor, key, kind=kind, place=place, happened_at=found.raised_at)
        )

    def _seen(self, look: Look) -> list[Alarm]:
        mine = (each for each in look.view.entities(SharedKind.ALARM) if each.exercise == self._exercise)
        # By `hides`: an alarm that names a camera which nobody has must not be seen by nobody.
        return [alarm for alarm in map(alarm_of, mine) if not look.sight.hides(alarm.camera)]

    def _step(self, actor: Actor, alarm: AlarmId, step: Callable[[Alarm, Doing], Alarm]) -> Done[Alarm]:
        return done(self._room.do(actor, partial(self._change, alarm, new_key(), step)), alarm_of)

    def _change(
        self, alarm: AlarmId, key: OperationId, step: Callable[[Alarm, Doing], Alarm], doing: Doing
    ) -> list[Operation]:
        now = self._found(doing, key, alarm)
        return [self._acting(doing, key).turn(alarm, alarm_fields(now), alarm_fields(step(now, doing)))]

    def _found(self, doing: Doing, key: OperationId, alarm: AlarmId) -> Alarm:
        now = alarm_of(self._acting(doing, key).found(alarm))
        if doing.actor.account != NOBODY and doing.sight.hides(now.camera):
            raise NotFound("there is no such alarm; look again")
        return now

    def _acting(self, doing: Doing, key: OperationId) -> Acting:
        return Acting(doing, SharedKind.ALARM, self._exercise, key)


def _is_done_with(alarm: Alarm, now_at: datetime) -> bool:
    return alarm.acknowledged_at is not None and now_at - alarm.acknowledged_at > _KEPT_FOR


def alarm_identifier(raised: Raised, exercise: ExerciseId) -> AlarmId:
    """The same for the same reference, on every station: two that hear it at once raise one alarm."""
    if not raised.reference:
        return AlarmId(str(uuid.uuid4()))
    named = "\n".join((exercise, raised.source, raised.reference))
    return AlarmId(str(uuid.UUID(bytes=hashlib.sha256(named.encode()).digest()[:16])))


def _made(raised: Raised, identifier: AlarmId, at: datetime, exercise: ExerciseId) -> Alarm:
    return Alarm(
        id=identifier,
        source=raised.source.strip(),
        title=raised.title.strip(),
        first_at=at,
        raised_at=at,
        reference=raised.reference,
        detail=raised.detail.strip(),
        priority=raised.priority,
        category=raised.category,
        camera=raised.camera,
        place=raised.place,
        fact=raised.fact,
        exercise=exercise,
    )
