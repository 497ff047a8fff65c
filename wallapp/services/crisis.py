"""The desk of the crisis level: two persons up, one step down, a review in time. Any thread but the GUI's.

Nothing of it waits in an outbox: while the store is lost the level stays what it is.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from wallapp.base.errors import BadInput, NotFound, RuleBroken
from wallapp.base.ids import NO_EXERCISE, ActivationId, ExerciseId, IncidentId, LayerId, OperationId, StationName
from wallapp.domain.access import GrantEnd
from wallapp.domain.crisis_level import (
    NOTHING_BOUND,
    Activation,
    BindingChange,
    Bindings,
    CrisisLevel,
    LevelAlarm,
    LevelRequest,
    LevelScope,
    alarms,
    approve,
    binding_change,
    raise_alone,
    ratify,
    reviewed,
)
from wallapp.domain.incident import Priority
from wallapp.domain.layer import LayerState
from wallapp.domain.layer import change as layer_moved
from wallapp.domain.merge import Operation, Shared, SharedKind
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.access_end import note_end
from wallapp.services.access_facts import confirm_fact
from wallapp.services.access_ground import AccessGround
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.alarms import AlarmDesk, Raised
from wallapp.services.crisis_rules import Asked, AskedState, current_level
from wallapp.services.ports import Unit
from wallapp.services.shared_acts import Acting, activation_id, activation_in, found_in
from wallapp.services.shared_bodies import incident_of, layer_fields, layer_of, noun_fields, noun_of
from wallapp.services.shared_done import done
from wallapp.services.shared_room import Also, Doing, SharedRoom, new_key

SITE: Final = LevelScope()


@dataclass(frozen=True, slots=True)
class LevelWish:
    """What a person wants. The attributes are `LevelRequest`'s."""

    level: CrisisLevel
    reason: str
    review_at: datetime | None = None
    declared_authority: str = ""
    bindings: Bindings = NOTHING_BOUND
    scope: LevelScope = SITE
    incident: IncidentId | None = None


@dataclass(frozen=True, slots=True)
class LevelView:
    """The level strip of one scope.

    Attributes:
      activation: what is in force; None is routine that nobody ever changed.
      asked: what waits for a second person; None where nothing does.
      alarms: what is overdue: shown until it is done, no level ever drops by itself.
      is_lost: the store is lost: this is the level as last read.
    """

    level: CrisisLevel
    activation: Activation | None
    asked: LevelRequest | None
    alarms: frozenset[LevelAlarm]
    is_lost: bool


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """A level that has just begun, and what to do on the wall: layout, checklist, layers (these are done already)."""

    activation: Activation
    change: BindingChange


class CrisisDesk:
    """Levels of one namespace.

    Args:
      ground: for the facts that pre-approved circumstances rest on; None where there is no trust list: then no level
        brings any.
    """

    def __init__(
        self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE, ground: AccessGround | None = None
    ) -> None:
        self._room = room
        self._exercise = exercise
        self._ground = ground

    def standing(self, actor: Actor | None, scope: LevelScope = SITE) -> LevelView:
        """What is in force and what waits. Everybody may see it, signed in or not.

        Raises:
          Unavailable: the store is lost and was never read.
        """
        look = self._room.look(actor)
        activation = activation_in(look.view, scope, self._exercise)
        level = activation.level if activation is not None else CrisisLevel.ROUTINE
        waiting = [
            one.request
            for one in map(_asked, look.view.entities(SharedKind.LEVEL_REQUEST))
            if one.state is AskedState.WAITING and one.request.scope == scope and one.request.exercise == self._exercise
        ]
        still = [request for request in waiting if request.before is level and not _is_over(request, look.now_at)]
        owed = alarms(activation, look.now_at) if activation is not None else frozenset[LevelAlarm]()
        return LevelView(level, activation, still[-1] if still else None, owed, look.is_lost)

    def ask(self, actor: Actor, wish: LevelWish) -> LevelRequest:
        """Ask for another level; nothing changes before a second person agrees.

        Raises:
          Denied: this person asks for no levels.
          RuleBroken: the ladder has no such step.
          BadInput: the reason or the time of review is missing or cannot be.
          Unavailable: the store is lost.
        """
        key, identifier = new_key(), ActivationId(str(uuid.uuid4()))

        def plan(doing: Doing) -> list[Operation]:
            asked = Asked(self._request(doing, wish, identifier))
            return [self._acting(doing, SharedKind.LEVEL_REQUEST, key).create(identifier, noun_fields(asked))]

        return done(self._room.do(actor, plan, also=_nothing), _asked).value.request

    def approve(
        self, actor: Actor, request: ActivationId, *, key: SigningKey | None = None, place: Place | None = None
    ) -> LevelChanged:
        """Be the second person: the level changes, its layers are shown, what only the old one brought ends.

        Args:
          key: the person's own, confirmed just now: where the level brings circumstances their approval signs the fact
            that these rest on.
          place: where that fact is; the incident's where None.

        Raises:
          Denied: it is the person's own request, they may not agree, or the key is not theirs.
          RuleBroken: it was decided already, or the level has changed since.
          BadInput: circumstances need a key and a place.
          NotFound: there is no such request.
          Unavailable: the store is lost.
        """
        act = new_key()
        began: list[LevelChanged] = []

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, SharedKind.LEVEL_REQUEST, act)
            asked = _asked(acting.found(request))
            before = activation_in(doing.view, asked.request.scope, self._exercise)
            current = before.level if before is not None else CrisisLevel.ROUTINE
            begun = approve(asked.request, actor.account, doing.at, current)
            decided = replace(asked, state=AskedState.APPROVED, decided_by=actor.account, decided_at=doing.at)
            turn = acting.turn(request, noun_fields(asked), noun_fields(decided))
            began[:] = [LevelChanged(begun, _binding_change(before, begun))]
            return [turn, *self._begin(doing, act, before, begun, first=2)]

        def also(unit: Unit) -> None:
            for changed in began:
                self._carry(unit, actor, changed, key=key, place=place)

        self._room.do(actor, plan, also=also)
        return began[0]

    def refuse(self, actor: Actor, request: ActivationId, reason: str = "") -> None:
        """Say no as the second person. Raises as `approve`."""
        self._decide(actor, request, AskedState.REFUSED, reason)

    def withdraw(self, actor: Actor, request: ActivationId) -> None:
        """Take one's own request back. Raises as `approve`."""
        self._decide(actor, request, AskedState.WITHDRAWN, "")

    def raise_alone(self, actor: Actor, wish: LevelWish) -> LevelChanged:
        """In an emergency: up at once on one person's word; a second one must ratify it within fifteen minutes.

        Circumstances that it brings begin when it is ratified.

        Raises:
          RuleBroken: it is no step up.
          Denied, BadInput, Unavailable: as `ask`.
        """
        act, identifier = new_key(), ActivationId(str(uuid.uuid4()))
        began: list[LevelChanged] = []

        def plan(doing: Doing) -> list[Operation]:
            request = self._request(doing, wish, identifier)
            before = activation_in(doing.view, wish.scope, self._exercise)
            begun = raise_alone(request, doing.at, request.before)
            began[:] = [LevelChanged(begun, _binding_change(before, begun))]
            return self._begin(doing, act, before, begun, first=1)

        def also(unit: Unit) -> None:
            for changed in began:
                self._end_circumstances(unit, actor, changed.change.ended_circumstances)

        self._room.do(actor, plan, also=also)
        return began[0]

    def ratify(
        self, actor: Actor, *, scope: LevelScope = SITE, key: SigningKey | None = None, place: Place | None = None
    ) -> Activation:
        """Agree to what one person had done alone. Arguments and errors as `approve`; NotFound where there is none."""
        found: list[Activation] = []

        def step(now: Activation, _doing: Doing) -> Activation:
            found[:] = [ratify(now, actor.account)]
            return found[0]

        def also(unit: Unit) -> None:
            begun = found[0]
            changed = LevelChanged(begun, binding_change(NOTHING_BOUND, begun.request.bindings))
            self._carry(unit, actor, changed, key=key, place=place)

        return self._step(actor, scope, step, also)

    def review(self, actor: Actor, review_at: datetime, *, scope: LevelScope = SITE) -> Activation:
        """Let the level stand until another time.

        Raises:
          BadInput: that time is not ahead.
          RuleBroken: routine needs no review.
          NotFound: no level was ever in force here.
          Denied, Unavailable: as `ask`.
        """
        return self._step(actor, scope, lambda now, doing: reviewed(now, review_at, doing.at), _nothing)

    def remind(self, station: StationName, alarm_desk: AlarmDesk) -> int:
        """Raise an alarm for what is overdue, once each; several stations may. Called by a timer. Returns how many."""
        look = self._room.look(None)
        count = 0
        for shared in look.view.entities(SharedKind.ACTIVATION):
            activation = noun_of(shared, Activation)
            for owed in alarms(activation, look.now_at) if shared.exercise == self._exercise else ():
                reference = f"{activation.request.id} {owed.value} {activation.rev}"
                title = f"crisis level {activation.level.value}: {owed.value.replace('_', ' ')}"
                raised = Raised("wallapp", title, reference, priority=Priority.HIGH)
                if not alarm_desk.is_there(raised):
                    alarm_desk.raise_alarm(station, raised)
                    count += 1
        return count

    def _request(self, doing: Doing, wish: LevelWish, identifier: ActivationId) -> LevelRequest:
        if wish.bindings.circumstances and (self._ground is None or self._exercise != NO_EXERCISE):
            raise BadInput("circumstances of access need the signed list of trusted people, and no drill brings any")
        return LevelRequest(
            id=identifier,
            scope=wish.scope,
            level=wish.level,
            before=current_level(doing.view, wish.scope, self._exercise),
            reason=wish.reason.strip(),
            requested_by=doing.actor.account,
            requested_at=doing.at,
            review_at=wish.review_at,
            declared_authority=wish.declared_authority.strip(),
            bindings=wish.bindings,
            exercise=self._exercise,
            incident=wish.incident,
        )

    def _begin(
        self, doing: Doing, act: OperationId, before: Activation | None, begun: Activation, *, first: int
    ) -> list[Operation]:
        """The level, and the layers that it shows and hides."""
        acting = self._acting(doing, SharedKind.ACTIVATION, act)
        identifier = activation_id(begun.request.scope, self._exercise)
        after = noun_fields(begun)
        if before is None:
            operations = [acting.create(identifier, after, number=first)]
        else:
            operations = [acting.turn(identifier, noun_fields(before), after, number=first)]
        change = _binding_change(before, begun)
        wanted = [(layer, LayerState.SHOWN) for layer in sorted(change.shown_layers)]
        wanted += [(layer, LayerState.HIDDEN) for layer in sorted(change.hidden_layers)]
        return [*operations, *self._layer_turns(doing, act, wanted, first=first + 1)]

    def _layer_turns(
        self, doing: Doing, act: OperationId, wanted: Iterable[tuple[LayerId, LayerState]], *, first: int
    ) -> list[Operation]:
        """Of those that are not so already; one that is archived by now, or gone, holds nothing up."""
        acting = self._acting(doing, SharedKind.LAYER, act)
        operations: list[Operation] = []
        for layer, state in wanted:
            found = doing.view.entity(SharedKind.LAYER, layer)
            if found is None or found.exercise != self._exercise:
                continue
            now = layer_of(found)
            if now.state in (state, LayerState.ARCHIVED):
                continue
            after = layer_moved(now, state, by=doing.actor.account, at=doing.at)
            number = first + len(operations)
            operations.append(acting.turn(layer, layer_fields(now), layer_fields(after), number=number))
        return operations

    def _carry(
        self, unit: Unit, actor: Actor, changed: LevelChanged, *, key: SigningKey | None, place: Place | None
    ) -> None:
        """The access rules that begin and end with a level, in its transaction."""
        request = changed.activation.request
        self._end_circumstances(unit, actor, changed.change.ended_circumstances)
        if not request.bindings.circumstances:
            return
        where = place or self._place_of(unit, request.incident)
        if key is None or where is None or self._ground is None:
            raise BadInput("this level brings circumstances of access: confirm yourself, and say where")
        confirm_fact(
            self._ground,
            unit,
            actor,
            key,
            kind=FactKind.CRISIS_LEVEL,
            place=where,
            # A station's clock that is a little ahead must not make it a fact of the future.
            happened_at=min(changed.activation.began_at, unit.now_at()),
        )

    def _end_circumstances(self, unit: Unit, actor: Actor, names: frozenset[str]) -> None:
        """What was opened because the old level held is closed with it."""
        if not names:
            return
        by, at = unit.people.person(actor.account), unit.now_at()
        for grant in unit.grants.open_grants():
            request = unit.requests.request(grant.request)
            if (
                request is not None
                and request.terms.circumstance in names
                and unit.grants.grant(grant.grant, locks=True)
            ):
                note_end(unit, grant, at=at, by=by, station=actor.station, end=GrantEnd.REVOKED)

    def _place_of(self, unit: Unit, incident: IncidentId | None) -> Place | None:
        if incident is None:
            return None
        return incident_of(found_in(unit.shared, SharedKind.INCIDENT, incident, self._exercise)).place

    def _decide(self, actor: Actor, request: ActivationId, state: AskedState, reason: str) -> None:
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, SharedKind.LEVEL_REQUEST, key)
            asked = _asked(acting.found(request))
            if asked.state is not AskedState.WAITING:
                raise RuleBroken("this request for a level was decided already")
            decided = replace(asked, state=state, decided_by=actor.account, decided_at=doing.at, reason=reason.strip())
            return [acting.turn(request, noun_fields(asked), noun_fields(decided))]

        self._room.do(actor, plan, also=_nothing)

    def _step(
        self, actor: Actor, scope: LevelScope, step: Callable[[Activation, Doing], Activation], also: Also
    ) -> Activation:
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            now = activation_in(doing.view, scope, self._exercise)
            if now is None:
                raise NotFound("no crisis level was ever in force here")
            acting = self._acting(doing, SharedKind.ACTIVATION, key)
            after = step(now, doing)
            return [acting.turn(activation_id(scope, self._exercise), noun_fields(now), noun_fields(after))]

        return done(self._room.do(actor, plan, also=also), lambda shared: noun_of(shared, Activation)).value

    def _acting(self, doing: Doing, kind: SharedKind, key: OperationId) -> Acting:
        return Acting(doing, kind, self._exercise, key)


def _asked(shared: Shared) -> Asked:
    return noun_of(shared, Asked)


def _binding_change(before: Activation | None, after: Activation) -> BindingChange:
    return binding_change(before.request.bindings if before is not None else NOTHING_BOUND, after.request.bindings)


def _is_over(request: LevelRequest, now_at: datetime) -> bool:
    """Whether the time that it was to be reviewed at has passed before anybody agreed."""
    return request.review_at is not None and request.review_at <= now_at


def _nothing(_unit: Unit) -> None:
    """Nothing besides: only so that the act never waits in an outbox."""
