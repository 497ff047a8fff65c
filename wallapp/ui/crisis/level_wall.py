"""The wall that a crisis level brings: shown when it begins, taken back when it ends, never over a hand at work.

A wall that the operator is in the middle of (a spotlight, a drawing) is left alone and the level's is offered; one that
was changed since the level set it is theirs and stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal

from wallapp.base.errors import BadInput, NotFound, Unavailable, WallError
from wallapp.base.ids import LayoutNumber
from wallapp.domain import wall
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.wall import WallPlan
from wallapp.services.wall_session import Change, Standing, WallSession
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_words import level_called
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.rooms import StationTexts

_KEPT: Final = "wall.level"


class LevelMemory(msgspec.Struct, frozen=True):
    """What a station remembers over a restart.

    Attributes:
      activation: id of the level that this wall has followed last.
      layout: that the level set here; None where it set none, or it was taken back.
      before, shown: the walls before it and right after it, as texts.
    """

    activation: str = ""
    layout: int | None = None
    before: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the bar above the wall offers.

    Attributes:
      is_shown: the level's wall stands, and the one before can be had back; else it is the other way round.
      layout: None where the level that ended is the matter: its wall stays until the operator goes back.
    """

    level: CrisisLevel
    layout: LayoutNumber | None
    is_shown: bool


class LevelWall(QObject):
    """GUI thread.

    Attributes:
      offer: what can be done now; None where there is nothing.

    Signals: `told` (Notice); `recalled` (layout number, 0 for none): which saved layout is the one shown; `changed`:
    another offer.
    """

    told = Signal(object)
    recalled = Signal(int)
    changed = Signal()

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        *,
        texts: StationTexts | None,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Args: is_busy: whether the operator is in the middle of something on the wall."""
        super().__init__(parent)
        self._board, self._session, self._texts, self._is_busy = board, session, texts, is_busy
        self._memory = self._read()
        self._standing: Standing | None = None
        self.offer: Offer | None = None
        board.changed.connect(self.follow)
        self._end = session.subscribe(self._wall_changed)

    def stop(self) -> None:
        """The window closes."""
        self._end()

    def follow(self) -> None:
        """Look whether another level has begun."""
        if not self._board.is_read:
            return
        activation = self._board.situation.level.activation
        identifier = activation.request.id if activation is not None else ""
        if identifier == self._memory.activation or activation is None:
            return
        self._memory = msgspec.structs.replace(self._memory, activation=identifier)
        wanted, level = activation.request.bindings.layout, activation.level
        if wanted is None:
            self._take_back(level)
        elif wanted != self._memory.layout:
            if self._is_busy():
                self._show_offer(Offer(level, wanted, is_shown=False))
            else:
                self._bring(level, wanted)
        self._keep()

    def take(self) -> None:
        """Do what is offered."""
        offer = self.offer
        if offer is None:
            return
        if offer.is_shown or offer.layout is None:
            self._go_back()
            self.told.emit(Notice(self.tr("The wall is as it was before the crisis level")))
        else:
            self._bring(offer.level, offer.layout)
        self._keep()

    def decline(self) -> None:
        """Leave the wall as it is, and offer nothing any more."""
        if self.offer is not None and self.offer.layout is None:  # nothing is left to go back from
            self._memory, self._standing = LevelMemory(self._memory.activation), None
            self._keep()
        self._show_offer(None)

    # Inside

    def _bring(self, level: CrisisLevel, number: LayoutNumber) -> None:
        before, before_text = self._session.standing, wall.to_text(self._session.plan())
        if self._memory.layout is not None and self._stands():  # from one level to another: the first wall comes back
            before, before_text = self._standing or before, self._memory.before
        try:
            self._session.recall(number)
        except NotFound:
            text = self.tr("Level {level} brings wall {number}, but none is saved under it")
            self._trouble(text.format(level=level_called(level), number=number))
            return
        except (BadInput, Unavailable) as error:
            text = self.tr("Wall {number} of level {level} cannot be shown: {reason}")
            self._trouble(text.format(level=level_called(level), number=number, reason=say(error)))
            return
        self._standing = before
        shown = wall.to_text(self._session.plan())
        self._memory = LevelMemory(self._memory.activation, int(number), before_text, shown)
        self.recalled.emit(int(number))
        self._show_offer(Offer(level, number, is_shown=True))

    def _take_back(self, level: CrisisLevel) -> None:
        """The level brings no wall: the one before it comes back, unless the operator has made it another."""
        if self._memory.layout is None:
            self._show_offer(None)
        elif self._stands() and not self._is_busy():
            self._go_back()
            self.told.emit(Notice(self.tr("The wall is as it was before the crisis level")))
        else:
            self._show_offer(Offer(level, None, is_shown=False))

    def _go_back(self) -> None:
        before = self._standing
        if before is not None:
            self._session.go_back(before)
        elif (plan := _plan(self._memory.before)) is not None:
            self._session.restore(plan)
        self._standing = None
        self._memory = LevelMemory(self._memory.activation)
        self.recalled.emit(0)
        self._show_offer(None)

    def _stands(self) -> bool:
        return wall.to_text(self._session.plan()) == self._memory.shown

    def _wall_changed(self, change: Change) -> None:
        """A wall that the operator works on is theirs: the way back over it is no longer held out."""
        is_back_offered = self.offer is not None and self.offer.is_shown
        if change in (Change.LAYOUT, Change.CONTENT) and is_back_offered and not self._stands():
            self._show_offer(None)

    def _show_offer(self, offer: Offer | None) -> None:
        if offer != self.offer:
            self.offer = offer
            self.changed.emit()

    def _trouble(self, text: str) -> None:
        self.told.emit(Notice(text, Weight.TROUBLE))

    def _read(self) -> LevelMemory:
        try:
            text = self._texts.read(_KEPT) if self._texts is not None else None
            return msgspec.json.decode(text, type=LevelMemory) if text else LevelMemory()
        except (WallError, msgspec.DecodeError):
            return LevelMemory()

    def _keep(self) -> None:
        if self._texts is None:
            return
        try:
            self._texts.write(_KEPT, msgspec.json.encode(self._memory).decode())
        except WallError as error:
            text = self.tr("This station will not know after a restart that the level set its wall: {reason}")
            self._trouble(text.format(reason=say(error)))


def _plan(text: str) -> WallPlan | None:
    try:
        return wall.from_text(text) if text else None
    except BadInput:
        return None
