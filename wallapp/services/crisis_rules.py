"""What may be done to the crisis level, and what the log says of it. Never from an outbox: two persons, one store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from wallapp.base.errors import Denied, RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, ExerciseId
from wallapp.domain.crisis_level import (
    Activation,
    CrisisLevel,
    LevelRequest,
    LevelScope,
    approve,
    check_request,
    raise_alone,
    ratify,
    reviewed,
)
from wallapp.domain.logbook import LogEvent, LogKind, LogLine
from wallapp.domain.merge import SharedKind
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb
from wallapp.services.shared_acts import activation_in
from wallapp.services.shared_bodies import noun_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_state import Change, check_right


class AskedState(StrEnum):
    """What became of a request for another level."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for another level, with what became of it."""

    request: LevelRequest
    state: AskedState = AskedState.WAITING
    decided_by: AccountId | None = None
    decided_at: datetime | None = None
    reason: str = ""


def judge_asked(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of requests for a level.

    Raises:
      Denied: the person may not ask, agree or refuse.
      RuleBroken: the ladder has no such step, or it was decided already.
      BadInput: the reason or the time of review is missing.
    """
    after = noun_of(change.after, Asked)
    request = after.request
    if change.before is None:
        person = check_right(change.person, Verb.ASK_LEVEL, change.operation.exercise)
        if request.requested_by != person.account or after.state is not AskedState.WAITING:
            raise Denied("a level is asked for under one's own name")
        check_request(request)
        if current_level(view, request.scope, change.operation.exercise) is not request.before:
            raise RuleBroken(f"the level is not {request.before} any more; look again")
        text = f"crisis level {request.level.value} asked for: {request.reason}"
        return [_line(change, request, LogEvent.LEVEL_ASKED, text)]
    before = noun_of(change.before, Asked)
    if before.state is not AskedState.WAITING or change.after.deleted or before.request != request:
        raise RuleBroken("this request for a level was decided already")
    if after.state is AskedState.WITHDRAWN:
        person = check_right(change.person, Verb.ASK_LEVEL, change.operation.exercise)
        if request.requested_by != person.account:
            raise Denied("a request for a level is withdrawn by who made it")
    else:
        person = check_right(change.person, Verb.AGREE_TO_LEVEL, change.operation.exercise)
        if request.requested_by == person.account:
            raise Denied("a crisis level needs a second person; somebody else must decide")
    if after.state is AskedState.APPROVED:
        return []  # Said by the level itself.
    because = f": {after.reason}" if after.reason else ""
    text = f"crisis level {request.level.value} {after.state.value}{because}"
    line = _line(change, request, LogEvent.LEVEL_ASKED_OFF, text)
    return [replace(line, facts={**line.facts, "answer": after.reason})]


def judge_activation(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of levels in force.

    Raises:
      Denied: the person may not, or is the first person once more.
      RuleBroken: nobody asked for it, the level has changed since, or nothing waits to be ratified.
      BadInput: the time of review is not ahead.
    """
    after = noun_of(change.after, Activation)
    before = noun_of(change.before, Activation) if change.before is not None else None
    if change.after.deleted:
        raise RuleBroken("a crisis level ends by a step down, never by a deletion")
    if before is None or before.request.id != after.request.id:
        return _begun(view, change, before, after)
    if before.approved_by is None and after.approved_by is not None:
        person = check_right(change.person, Verb.AGREE_TO_LEVEL, change.operation.exercise)
        _must_be(after, ratify(before, person.account))
        return [_line(change, after.request, LogEvent.LEVEL_RATIFIED, f"crisis level {after.level.value} ratified")]
    check_right(change.person, Verb.ASK_LEVEL, change.operation.exercise)
    if after.review_at is None:
        raise RuleBroken("a level above routine is reviewed in time")
    _must_be(after, reviewed(before, after.review_at, change.operation.at))
    text = f"crisis level {after.level.value} reviewed, again at {after.review_at:%Y-%m-%d %H:%M} UTC"
    return [_line(change, after.request, LogEvent.LEVEL_REVIEWED, text)]


def _begun(view: ObjectView, change: Change, before: Activation | None, after: Activation) -> list[LogLine]:
    request, at = after.request, after.began_at
    current = before.level if before is not None else CrisisLevel.ROUTINE
    if after.approved_by is None:
        person = check_right(change.person, Verb.ASK_LEVEL, change.operation.exercise)
        _must_be_asked_by(request, person)
        expected = raise_alone(request, at, current)
        how = "by one person in an emergency, to be ratified"
    else:
        person = check_right(change.person, Verb.AGREE_TO_LEVEL, change.operation.exercise)
        asked = view.entity(SharedKind.LEVEL_REQUEST, request.id)
        # The request was decided earlier in this very act.
        if asked is None or noun_of(asked, Asked).request != request:
            raise RuleBroken("nobody asked for this level")
        expected = approve(request, person.account, at, current)
        how = "by two persons"
    _must_be(after, expected)
    text = f"crisis level {current.value} to {request.level.value} {how}: {request.reason}"
    return [_line(change, request, LogEvent.LEVEL_CHANGED, text)]


def current_level(view: ObjectView, scope: LevelScope, exercise: ExerciseId) -> CrisisLevel:
    """What is in force in a scope."""
    activation = activation_in(view, scope, exercise)
    return activation.level if activation is not None else CrisisLevel.ROUTINE


def circumstance_holds(view: ObjectView, name: str) -> bool:
    """Whether a level in force brings this pre-approved circumstance with it; a drill's level opens nothing."""
    found = (each for each in view.entities(SharedKind.ACTIVATION) if each.exercise == NO_EXERCISE)
    activations = (noun_of(each, Activation) for each in found)
    return any(name in one.request.bindings.circumstances and one.approved_by is not None for one in activations)


def _must_be_asked_by(request: LevelRequest, person: Person) -> None:
    if request.requested_by != person.account:
        raise Denied("a level is raised under one's own name")


def _must_be(after: Activation, expected: Activation) -> None:
    if replace(after, rev=0) != replace(expected, rev=0):
        raise RuleBroken("a crisis level changes by its own steps only; look again")


def _line(change: Change, request: LevelRequest, event: LogEvent, text: str) -> LogLine:
    facts = {
        "level": request.level.value,
        "before": request.before.value,
        "scope": request.scope.kind.value,
        "name": request.scope.name,
        "reason": request.reason,
        "authority": request.declared_authority,
    }
    return replace(change.line(1, event, text, kind=LogKind.LEVEL), incident=request.incident, facts=facts)
