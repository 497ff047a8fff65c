"""The crisis levels of a room and how one is changed: two persons, any step up, one step down, a review in time.

Colours follow ISO 22324 and are never alone: a number, a word and a fixed position go with them. A message from
outside (CAP) never changes a level; people do. What the level does to wall, layers and access is its bindings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, ActivationId, ExerciseId, IncidentId, LayerId, LayoutNumber

RATIFY_WITHIN: Final = timedelta(minutes=15)
"""How long a level raised by one person in an emergency may stand before a second one has agreed."""


class CrisisLevel(StrEnum):
    """The default ladder; the value is the number on the banner."""

    ROUTINE = "0"
    RECOVERY = "R"
    WATCH = "1"
    PARTIAL = "2"
    FULL = "3"

    @property
    def rank(self) -> int:
        """Its position, severity rising; recovery stands between routine and watch."""
        return _RANKS[self]

    @property
    def needs_review(self) -> bool:
        """Whether it may stand only until a time at which somebody looks at it again."""
        return self is not CrisisLevel.ROUTINE


_RANKS: Final = MappingProxyType({level: rank for rank, level in enumerate(CrisisLevel)})


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a level is shown. `name` is English, the ui translates it; the colours are #RRGGBB."""

    name: str
    colour: str
    text_colour: str


LOOKS: Final = MappingProxyType(
    {
        CrisisLevel.ROUTINE: LevelLook("Routine", "#1B7F3B", "#FFFFFF"),
        CrisisLevel.RECOVERY: LevelLook("Recovery", "#B5CC18", "#000000"),
        CrisisLevel.WATCH: LevelLook("Watch", "#FFD166", "#000000"),
        CrisisLevel.PARTIAL: LevelLook("Partial activation", "#F48C06", "#000000"),
        CrisisLevel.FULL: LevelLook("Full activation", "#C1121F", "#FFFFFF"),
    }
)

# Down is one step; from an activation the room may also go through recovery, which ends in routine.
_DOWN: Final = MappingProxyType(
    {
        CrisisLevel.FULL: frozenset({CrisisLevel.PARTIAL, CrisisLevel.RECOVERY}),
        CrisisLevel.PARTIAL: frozenset({CrisisLevel.WATCH, CrisisLevel.RECOVERY}),
        CrisisLevel.WATCH: frozenset({CrisisLevel.ROUTINE}),
        CrisisLevel.RECOVERY: frozenset({CrisisLevel.ROUTINE}),
        CrisisLevel.ROUTINE: frozenset[CrisisLevel](),
    }
)


class ScopeKind(StrEnum):
    """What a level holds for."""

    SITE = "site"
    SECTOR = "sector"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class LevelScope:
    """One ladder: each scope has its own level. `name` is the sector's name or the incident's id; empty for SITE."""

    kind: ScopeKind = ScopeKind.SITE
    name: str = ""


@dataclass(frozen=True, slots=True)
class Bindings:
    """What a level brings with it and its end takes away.

    Attributes:
      checklist: its lines, in order.
      circumstances: names of pre-approved circumstances of the access policies that hold while the level does.
    """

    layout: LayoutNumber | None = None
    layers: frozenset[LayerId] = frozenset()
    checklist: tuple[str, ...] = ()
    circumstances: frozenset[str] = frozenset()


NOTHING_BOUND: Final = Bindings()


@dataclass(frozen=True, slots=True)
class LevelRequest:
    """One person wants another level; nothing has changed yet.

    Attributes:
      review_at: aware, after `requested_at`; None only for routine.
      declared_authority: on whose authority, in words.
    """

    id: ActivationId
    scope: LevelScope
    level: CrisisLevel
    before: CrisisLevel
    reason: str
    requested_by: AccountId
    requested_at: datetime
    review_at: datetime | None
    declared_authority: str = ""
    bindings: Bindings = NOTHING_BOUND
    exercise: ExerciseId = NO_EXERCISE
    incident: IncidentId | None = None


@dataclass(frozen=True, slots=True)
class Activation:
    """A level in force, and who answers for it.

    Attributes:
      approved_by: None while a level raised by one person in an emergency waits for the second.
      began_at: when the level changed.
      ratify_by_at: until when the second person must have agreed; None where nothing is owed.
      review_at: when it must be looked at again.
    """

    request: LevelRequest
    approved_by: AccountId | None
    began_at: datetime
    review_at: datetime | None
    ratify_by_at: datetime | None = None
    rev: int = 1

    @property
    def level(self) -> CrisisLevel:
        """The level that is in force."""
        return self.request.level


def may_follow(before: CrisisLevel, after: CrisisLevel) -> bool:
    """Whether a room may go from one level to the other in one change."""
    if after.rank > before.rank:
        return after is not CrisisLevel.RECOVERY
    return after in _DOWN[before]


def check_request(request: LevelRequest) -> None:
    """Whether it may be asked for at all.

    Raises:
      RuleBroken: the ladder has no such step.
      BadInput: the reason or the time of review is missing or cannot be.
    """
    if not may_follow(request.before, request.level):
        raise RuleBroken(
            f"level {request.before} cannot be followed by {request.level}: any step up, one step down, "
            "recovery only after an activation"
        )
    if not request.reason.strip():
        raise BadInput("a change of the crisis level needs its reason")
    _check_review(request.level, request.review_at, request.requested_at)


def approve(request: LevelRequest, by: AccountId, at: datetime, current: CrisisLevel) -> Activation:
    """The level in force once a second person agreed.

    Args:
      current: the level in force now, which must still be the one that the request began from.

    Raises:
      Denied: the approver is who asked.
      RuleBroken: the level has changed since, or the time of review has passed; ask again.
      BadInput: as for `check_request`.
    """
    check_request(request)
    if by == request.requested_by:
        raise Denied("a crisis level needs a second person; somebody else must approve it")
    _check_still(request, at, current)
    return Activation(request, by, at, request.review_at)


def raise_alone(request: LevelRequest, at: datetime, current: CrisisLevel) -> Activation:
    """An emergency: up at once on one person's word, which a second must ratify within fifteen minutes.

    Raises:
      RuleBroken: it is no step up, or as for `approve`.
      BadInput: as for `check_request`.
    """
    check_request(request)
    if request.level.rank <= request.before.rank:
        raise RuleBroken("only a step up can be an emergency; a step down waits for the second person")
    _check_still(request, at, current)
    return Activation(request, None, at, request.review_at, ratify_by_at=at + RATIFY_WITHIN)


def ratify(activation: Activation, by: AccountId) -> Activation:
    """After the second person agreed to what one had done alone; also late, the alarm then ends.

    Raises:
      Denied: it is the same person.
      RuleBroken: nothing waits to be ratified.
    """
    if activation.approved_by is not None:
        raise RuleBroken("this level was approved already")
    if by == activation.request.requested_by:
        raise Denied("who raised the level cannot ratify it; somebody else must")
    return replace(activation, approved_by=by, ratify_by_at=None, rev=activation.rev + 1)


def reviewed(activation: Activation, review_at: datetime, at: datetime) -> Activation:
    """After somebody looked at it and let it stand until another time.

    Raises:
      BadInput: that time is not ahead.
      RuleBroken: the level needs no review.
    """
    if not activation.level.needs_review:
        raise RuleBroken("routine needs no review")
    _check_review(activation.level, review_at, at)
    return replace(activation, review_at=review_at, rev=activation.rev + 1)


class LevelAlarm(StrEnum):
    """What is owed to a level in force; shown until it is done. A level never drops by itself."""

    REVIEW_OVERDUE = "review_overdue"
    RATIFICATION_OVERDUE = "ratification_overdue"


def alarms(activation: Activation, now_at: datetime) -> frozenset[LevelAlarm]:
    """What is overdue now."""
    due = set()
    if activation.review_at is not None and now_at >= activation.review_at:
        due.add(LevelAlarm.REVIEW_OVERDUE)
    if activation.ratify_by_at is not None and now_at >= activation.ratify_by_at:
        due.add(LevelAlarm.RATIFICATION_OVERDUE)
    return frozenset(due)


@dataclass(frozen=True, slots=True)
class BindingChange:
    """What to begin and what to take back when one level follows another.

    Attributes:
      layout: to show; None leaves the wall as it is.
      restores_layout: the wall goes back to what it showed before the level's own layout.
    """

    layout: LayoutNumber | None
    restores_layout: bool
    shown_layers: frozenset[LayerId]
    hidden_layers: frozenset[LayerId]
    begun_circumstances: frozenset[str]
    ended_circumstances: frozenset[str]
    checklist: tuple[str, ...]


def binding_change(before: Bindings, after: Bindings) -> BindingChange:
    """The difference: what both bind goes on undisturbed, what only the old one bound is taken back."""
    return BindingChange(
        layout=after.layout if after.layout != before.layout else None,
        restores_layout=before.layout is not None and after.layout is None,
        shown_layers=after.layers - before.layers,
        hidden_layers=before.layers - after.layers,
        begun_circumstances=after.circumstances - before.circumstances,
        ended_circumstances=before.circumstances - after.circumstances,
        checklist=after.checklist,
    )


def _check_still(request: LevelRequest, at: datetime, current: CrisisLevel) -> None:
    if current is not request.before:
        raise RuleBroken(f"the level is {current} by now, not {request.before}; ask again")
    if request.review_at is not None and request.review_at <= at:
        raise RuleBroken("the time of review that was asked for has passed; ask again")


def _check_review(level: CrisisLevel, review_at: datetime | None, at: datetime) -> None:
    if not level.needs_review:
        return
    if review_at is None:
        raise BadInput(f"level {level} needs a time at which it is reviewed")
    if review_at <= at:
        raise BadInput("the time of review must be ahead")
