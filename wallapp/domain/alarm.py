"""Alarms: what a partner's system or a sensor raised and somebody has to look at. Words of ISA-18.2.

An alarm never goes away by itself: a person acknowledges it, or shelves it with a reason and an end, after which it
is back. Too many in too short a time is a flood, which is said and never hides one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, AlarmId, CameraNumber, ExerciseId, IncidentId
from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind

LONGEST_SHELF: Final = timedelta(hours=12)
"""A shift: what is to be silent for longer is to be mended at its source."""
FLOOD_WITHIN: Final = timedelta(minutes=10)
FLOOD_FROM: Final = 10
"""More new alarms than this within FLOOD_WITHIN are a flood (ISA-18.2: 10 in 10 minutes for one operator)."""
FLOOD_UNTIL: Final = 5
"""Fewer than this end it."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm.

    Attributes:
      source: the partner or sensor, by the name under which it is configured.
      reference: what the source calls it: the same again is a repetition, not another alarm.
      fact: what it says has happened, where a person may confirm that for pre-approved circumstances; None else.
      count: how often it was raised.
      raised_at: the last time; first_at the first.
      acknowledged_by: None until somebody looked at it; again None when it is raised anew.
      shelved_until: silent until then.
      incident: that somebody opened from it.
    """

    id: AlarmId
    source: str
    title: str
    first_at: datetime
    raised_at: datetime
    reference: str = ""
    detail: str = ""
    priority: Priority = Priority.MEDIUM
    category: Category = Category.OTHER
    camera: CameraNumber | None = None
    place: Place | None = None
    fact: FactKind | None = None
    count: int = 1
    acknowledged_by: AccountId | None = None
    acknowledged_at: datetime | None = None
    shelved_by: AccountId | None = None
    shelved_until: datetime | None = None
    shelved_reason: str = ""
    incident: IncidentId | None = None
    exercise: ExerciseId = NO_EXERCISE
    rev: int = 1


def is_shelved(alarm: Alarm, now_at: datetime) -> bool:
    """Whether it is silent now."""
    return alarm.shelved_until is not None and now_at < alarm.shelved_until


def calls(alarm: Alarm, now_at: datetime) -> bool:
    """Whether it asks for somebody now: it flashes."""
    return alarm.acknowledged_by is None and not is_shelved(alarm, now_at)


def repeated(alarm: Alarm, at: datetime) -> Alarm:
    """Raised once more: to be looked at again, though a shelf holds to its end."""
    return replace(
        alarm, count=alarm.count + 1, raised_at=max(alarm.raised_at, at), acknowledged_by=None, acknowledged_at=None
    )


def acknowledge(alarm: Alarm, by: AccountId, at: datetime) -> Alarm:
    """Somebody has looked at it.

    Raises:
      RuleBroken: somebody had already.
    """
    if alarm.acknowledged_by is not None:
        raise RuleBroken("this alarm was acknowledged already")
    return replace(alarm, acknowledged_by=by, acknowledged_at=at)


def shelve(alarm: Alarm, by: AccountId, *, at: datetime, until_at: datetime, reason: str) -> Alarm:
    """Silent until then.

    Raises:
      BadInput: no reason, or an end that is not ahead or too far.
      RuleBroken: it is shelved already.
    """
    if is_shelved(alarm, at):
        raise RuleBroken("this alarm is shelved already; take it from the shelf first")
    if not reason.strip():
        raise BadInput("say why the alarm is shelved")
    if not at < until_at <= at + LONGEST_SHELF:
        raise BadInput("an alarm is shelved until a time within the next 12 hours")
    return replace(alarm, shelved_by=by, shelved_until=until_at, shelved_reason=reason.strip())


def unshelve(alarm: Alarm) -> Alarm:
    """Back from the shelf.

    Raises:
      RuleBroken: it is not there.
    """
    if alarm.shelved_until is None:
        raise RuleBroken("this alarm is not shelved")
    return replace(alarm, shelved_by=None, shelved_until=None, shelved_reason="")


def is_flood(raised_at: Iterable[datetime], now_at: datetime, *, was: bool) -> bool:
    """Whether more come than people can look at; once it is so, until they have become few."""
    recent = sum(now_at - FLOOD_WITHIN < at <= now_at for at in raised_at)
    return recent >= FLOOD_UNTIL if was else recent > FLOOD_FROM
