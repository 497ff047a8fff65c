"""The situation as this station last read it, kept current for everything in the window that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.base.errors import Unavailable, WallError
from wallapp.base.ids import CameraNumber, FeatureId
from wallapp.domain.layer import CrisisLayer, without
from wallapp.domain.marker import Marker
from wallapp.domain.sight import Gaze
from wallapp.services.actor import Actor
from wallapp.services.shared_done import Done
from wallapp.services.situation import Situation
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.rooms import CrisisRooms
from wallapp.ui.notice import Notice, Weight

_Answer = TypeVar("_Answer")

POLL_MS: Final = 5_000
"""So often the store is asked though nothing woke the window: time ends things too."""


class SituationBoard(QObject):
    """Reads at each piece of news and every few seconds; carries out what a panel asks. GUI thread.

    Fulfils services.overlays.OverlaySource.

    Signals:
      changed: another reading.
      told: a Notice of what came of an act.

    Attributes:
      gaze_of: where a camera looks now, for those that tell; None for the others.
    """

    changed = Signal()
    told = Signal(object)

    def __init__(self, rooms: CrisisRooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rooms = rooms
        self.gaze_of: Callable[[CameraNumber], Gaze | None] = lambda number: None
        self.situation = Situation()
        self.is_read = False
        self._markers: tuple[Marker, ...] = ()
        self._draft: CrisisLayer | None = None
        self._replaced: FeatureId | None = None
        self._drafted: tuple[CrisisLayer, ...] = ()
        self._without_replaced: tuple[CrisisLayer, ...] = ()
        self._is_asking = False
        self._asks_again = False
        self._overlay_heard: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._keep)
        self._is_running = False

    def start(self) -> None:
        """Read now and from now on."""
        self._is_running = True
        self.rooms.news.changed.connect(self.refresh)
        self.rooms.news.reachable.connect(self._reach)
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Read no more; the last reading stays."""
        if self._is_running:
            self._is_running = False
            self._timer.stop()
            self.rooms.news.changed.disconnect(self.refresh)
            self.rooms.news.reachable.disconnect(self._reach)

    def refresh(self) -> None:
        """Ask the store; while it is being asked, once more afterwards."""
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        rooms = self.rooms
        ask(rooms.clerk, self, lambda: rooms.desks.read(rooms.actor), then=self._take, failed=self._miss)

    def act(
        self,
        work: Callable[[Actor], _Answer],
        then: Callable[[_Answer], None] | None = None,
        *,
        failed: Callable[[WallError], None] | None = None,
    ) -> None:
        """Do something in the name of who sits here; what came of it is told, and read.

        Args:
          work: calls one of the desks; in the clerk's thread.
          then: with the answer, before the next reading.
          failed: in place of the notice that says why it could not be.
        """
        actor = self.rooms.actor
        if actor is None:
            self.told.emit(Notice(self.tr("Sign in first"), Weight.TROUBLE))
            return

        def answered(answer: _Answer) -> None:
            if isinstance(answer, Done):
                self._tell_done(answer)
            if then is not None:
                then(answer)
            self.refresh()

        def refused(error: WallError) -> None:
            if failed is not None:
                failed(error)
            else:
                self.told.emit(Notice(say(error), Weight.TROUBLE))
            self.refresh()

        ask(self.rooms.clerk, self, lambda: work(actor), then=answered, failed=refused)

    # As the source of what lies over the pictures

    def markers(self) -> Sequence[Marker]:
        """As the port's: those that are drawn, in any state of their anchors."""
        return self._markers

    def layers(self) -> Sequence[CrisisLayer]:
        """As the port's: those on the wall now, and what is drawn at this station and not kept yet."""
        return self._drafted if self._draft is not None else self.situation.shown_layers

    def show_draft(self, draft: CrisisLayer | None, *, in_place_of: FeatureId | None = None) -> None:
        """Lay over the pictures what somebody draws here; None ends it.

        Args:
          in_place_of: the drawing that is changed.
        """
        if (draft, in_place_of) != (self._draft, self._replaced):
            self._draft, self._replaced = draft, in_place_of
            self._tell_overlay()

    @property
    def layers_on_map(self) -> tuple[CrisisLayer, ...]:
        """Those on the wall now, without the drawing that is changed here. The same tuple while nothing changed."""
        return self._without_replaced

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        """As the port's."""
        self._overlay_heard.append(heard)

        def end() -> None:
            if heard in self._overlay_heard:
                self._overlay_heard.remove(heard)

        return end

    # Inside

    def _take(self, situation: Situation) -> None:
        self._is_asking = False
        before = self.situation
        is_first, self.is_read = not self.is_read, True
        markers = tuple(view.marker for view in situation.markers)
        is_same_overlay = markers == self._markers and situation.shown_layers == before.shown_layers
        if is_same_overlay:  # whoever draws them goes by identity
            situation = replace(situation, shown_layers=before.shown_layers)
        else:
            self._markers = markers
        self.situation = situation
        if not is_same_overlay:
            self._tell_overlay()
        if is_first or situation != before:
            self.changed.emit()
        self._go_on()

    def _tell_overlay(self) -> None:
        shown = self.situation.shown_layers
        if self._replaced is not None:
            shown = tuple(without(layer, self._replaced) for layer in shown)
        if shown != self._without_replaced:
            self._without_replaced = shown
        self._drafted = shown + (() if self._draft is None else (self._draft,))
        for heard in tuple(self._overlay_heard):
            heard()

    def _miss(self, error: WallError) -> None:
        self._is_asking = False
        if not isinstance(error, Unavailable):
            self.told.emit(Notice(say(error), Weight.TROUBLE))
        self._go_on()

    def _go_on(self) -> None:
        if self._asks_again:
            self._asks_again = False
            self.refresh()

    def _keep(self) -> None:
        """What time asks for is done by whoever comes first; then read, for time ends things too."""
        rooms = self.rooms
        ask(
            rooms.clerk, self, lambda: rooms.desks.keep(rooms.station), then=lambda _: self.refresh(), failed=self._miss
        )

    def _reach(self, reachable: bool) -> None:
        self.rooms.desks.room.tell_reachable(reachable)
        self.refresh()

    def _tell_done(self, done: Done[object]) -> None:
        if done.conflicts:
            text = self.tr("Somebody else changed it first: both values are kept until one of you settles it")
            self.told.emit(Notice(text, Weight.TROUBLE))
        elif done.is_local:
            text = self.tr("The store does not answer: it is kept at this station and sent when it is back")
            self.told.emit(Notice(text, Weight.TROUBLE))
