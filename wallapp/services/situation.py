"""Everything that one person sees of the room's situation, read at once; and the desks that change it.

Any thread but the GUI's: each reading and each act waits for the store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, TypeVar

from wallapp.base.errors import Denied, Unavailable
from wallapp.base.ids import NO_EXERCISE, AccountId, ExerciseId, StationName
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import CrisisLayer
from wallapp.domain.merge import EditConflict
from wallapp.services.access_ground import AccessGround
from wallapp.services.actor import Actor
from wallapp.services.alarms import AlarmDesk, AlarmList
from wallapp.services.checklist import CheckItem, Checklist
from wallapp.services.crisis import CrisisDesk, LevelView
from wallapp.services.crisis_presets import CrisisPresets
from wallapp.services.incidents import IncidentDesk, IncidentView
from wallapp.services.layers import LayerDesk
from wallapp.services.level_choices import LevelChoices, read_choices
from wallapp.services.logbook import LineView, Logbook
from wallapp.services.markers import MarkerDesk, MarkerView
from wallapp.services.shared_conflicts import ConflictDesk
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_room import SharedRoom

_Seen = TypeVar("_Seen")

LINES: Final = 200
"""So many lines of the log are in a reading; older ones are asked for by the log's own page."""
NO_LEVEL: Final = LevelView(CrisisLevel.ROUTINE, None, None, frozenset(), is_lost=False)


@dataclass(frozen=True, slots=True)
class Situation:
    """One reading. What the person may not see is not in it.

    Attributes:
      incidents: the open ones, oldest first.
      markers: those that are drawn.
      layers: for their roles, hidden ones too, with their drawings, by order; to who draws them also those that wait
        for another level.
      shown_layers: of these, the ones on the wall now.
      alarms: None where their roles see none.
      checklist: of the level in force, for who sees the log.
      lines: the newest of the log first.
      conflicts: changes that were not taken and wait to be settled.
      names: what people are called, by account.
      waiting: how many acts of this station wait for the store.
      is_lost: the store does not answer: what others did since is not in it.
    """

    incidents: tuple[IncidentView, ...] = ()
    markers: tuple[MarkerView, ...] = ()
    layers: tuple[CrisisLayer, ...] = ()
    shown_layers: tuple[CrisisLayer, ...] = ()
    alarms: AlarmList | None = None
    level: LevelView = NO_LEVEL
    checklist: tuple[CheckItem, ...] = ()
    lines: tuple[LineView, ...] = ()
    conflicts: tuple[EditConflict, ...] = ()
    names: Mapping[AccountId, str] = field(default_factory=dict)
    waiting: int = 0
    is_lost: bool = False


class SituationDesks:
    """The desks of one namespace over one shared room. They may be called from any thread but the GUI's.

    Args:
      ground: for facts and circumstances of access; None where the store has no trust list.
    """

    def __init__(
        self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE, ground: AccessGround | None = None
    ) -> None:
        self.room = room
        self.exercise = exercise
        self.incidents = IncidentDesk(room, exercise=exercise)
        self.markers = MarkerDesk(room, exercise=exercise)
        self.layers = LayerDesk(room, exercise=exercise)
        self.alarms = AlarmDesk(room, exercise=exercise, ground=ground)
        self.crisis = CrisisDesk(room, exercise=exercise, ground=ground)
        self.log = Logbook(room, exercise=exercise)
        self.conflicts = ConflictDesk(room)
        self.presets = CrisisPresets(room.store)
        self.checklist = Checklist(room, self.log, exercise=exercise)
        self._ground = ground

    def read(self, actor: Actor | None) -> Situation:
        """What this person sees now.

        Args:
          actor: None on a wall that nobody signed in to.

        Raises:
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self.room.look(actor)
        level = self.crisis.standing(actor)
        return Situation(
            incidents=tuple(_unless_denied(lambda: self.incidents.incidents(actor), [])),
            markers=tuple(_unless_denied(lambda: self.markers.markers(actor), [])),
            layers=tuple(_unless_denied(lambda: self.layers.layers(actor, any_level=True), [])),
            shown_layers=tuple(_unless_denied(lambda: self.layers.layers(actor, shown_only=True), [])),
            alarms=_unless_denied(lambda: self.alarms.alarms(actor), None),
            level=level,
            checklist=tuple(_unless_denied(lambda: self.checklist.items(actor, level.activation), [])),
            lines=tuple(_unless_denied(lambda: self.log.lines(actor, LogQuery(limit=LINES)), [])),
            conflicts=tuple(_unless_denied(lambda: self.conflicts.conflicts(actor), [])),
            names=self.log.names,
            waiting=look.waiting,
            is_lost=look.is_lost,
        )

    def choices(self) -> LevelChoices:
        """What a level may bring.

        Raises:
          BadInput: what the levels bring cannot be read.
          Unavailable: the store is lost.
        """
        return read_choices(self.room.store, self.presets, None if self.exercise != NO_EXERCISE else self._ground)

    def keep(self, station: StationName) -> None:
        """What time asks for: send what waits, end what is over, remind of what is overdue. Called by a timer, on
        every station; whoever comes first does it."""
        with suppress(Unavailable):
            self.room.send()
            self.markers.expire_due(station)
            self.alarms.unshelve_due(station)
            self.crisis.remind(station, self.alarms)


def _unless_denied(see: Callable[[], _Seen], nothing: _Seen) -> _Seen:
    """Each part for itself: who may not see incidents sees the level all the same."""
    try:
        return see()
    except Denied:
        return nothing
