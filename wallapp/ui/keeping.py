"""Keeps what a restart needs soon after each change, and brings it back at the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

from wallapp.base.errors import BadInput, WallError
from wallapp.ui.commands import WallCommands
from wallapp.ui.health_page import HealthPage
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.rooms import Rooms
from wallapp.ui.sources_panel import SourcesPanel
from wallapp.ui.window_memory import WindowMemory, bring_back_wall, keep_wall

KEEP_AFTER_MS: Final = 400
"""So soon after a change it is on disk, so that a console that is killed comes back as it was."""
_GEOMETRY: Final = "window/geometry"
_BARE: Final = "window/bare"
"""Where a window without a frame stood; empty where it had one."""
_HEALTH: Final = "window/health"
_MAP: Final = "window/map"


class Keeping(QObject):
    """Signals: `told` (Notice). GUI thread."""

    told = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        rooms: Rooms,
        *,
        commands: WallCommands,
        sources: SourcesPanel,
        health: HealthPage,
        map_desk: MapDesk,
        splitters: Sequence[QSplitter],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._commands = commands
        self._sources = sources
        self._health = health
        self._map_desk = map_desk
        self._splitters = splitters
        self._memory = WindowMemory(rooms.settings_path)
        self._is_told = False
        self._is_restored = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def health_was_open(self) -> bool:
        """Whether the health page stood open when the window was kept last."""
        return self._memory.flag(_HEALTH)

    @property
    def map_was_open(self) -> bool:
        """Whether the map stood open when the window was kept last."""
        return self._memory.flag(_MAP)

    @property
    def size_percent(self) -> int:
        """The size of texts and controls chosen; 100 where none was."""
        return self._memory.size_percent() or 100

    def choose_size(self, size_percent: int) -> None:
        """Keep the size for the next start, and say so."""
        self._memory.choose_size(size_percent)
        text = self.tr("Texts and controls at {percent} % from the next start on")
        self.told.emit(Notice(text.format(percent=size_percent)))

    def restore(self) -> None:
        """Bring back geometry, splitters, folded owners and the wall; what cannot be read starts as new."""
        if self._memory.damaged:
            text = self.tr("The window's settings were damaged: it starts as new, the old file was put aside")
            self._tell(text)
        if not self._window.restoreGeometry(self._memory.bytes_of(_GEOMETRY)):
            self._window.setGeometry(self._window.screen().availableGeometry())
        bare = self._memory.rectangle(_BARE)
        if bare is not None and any(screen.geometry().contains(bare) for screen in QGuiApplication.screens()):
            self._window.setGeometry(bare)  # Qt keeps room for a title above it, though there is none
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        for index, splitter in enumerate(self._splitters):
            splitter.restoreState(self._memory.bytes_of(f"window/splitter{index}"))
        self._sources.fold_owners(self._memory.folded_owners())
        self._restore_wall()
        self._is_restored = True

    def _restore_wall(self) -> None:
        texts = self._rooms.texts
        if texts is None or not self._rooms.restore_wall:
            return
        try:
            place = bring_back_wall(self._rooms.session, texts)
        except BadInput:
            self._tell(self.tr("The last wall cannot be read: recall a layout, or put cameras on the tiles"))
        except WallError as error:
            self._tell(self.tr("The last wall cannot be read now: {reason}").format(reason=error))
        else:
            self._commands.remember_layout(place.layout if place is not None else None)

    def soon(self) -> None:
        """Something changed: keep it within a moment, however many changes follow."""
        if self._is_restored and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Write everything down now. Trouble is told once, until it works again."""
        self._timer.stop()
        parts = {_GEOMETRY: self._window.saveGeometry(), _BARE: _bare(self._window)}
        for index, splitter in enumerate(self._splitters):
            parts[f"window/splitter{index}"] = splitter.saveState()
        interpreter = self._rooms.interpreter
        is_kept = self._memory.keep(
            parts=parts,
            flags={_HEALTH: self._health.isVisibleTo(self._window), _MAP: self._map_desk.is_shown},
            folded=self._sources.folded_owners(),
            language=None if interpreter is None else interpreter.language,
        )
        reason = "" if is_kept else str(self._rooms.settings_path)
        try:
            if self._rooms.texts is not None:
                keep_wall(self._rooms.session, self._commands.shown_layout, self._rooms.texts)
        except WallError as error:
            reason = str(error)
        if reason and not self._is_told:
            text = self.tr("What is on the wall cannot be kept for a restart: {reason}")
            self._tell(text.format(reason=reason))
        self._is_told = bool(reason)

    def stop(self) -> None:
        """Keep no more."""
        self._timer.stop()
        self._is_restored = False

    def _tell(self, text: str) -> None:
        self.told.emit(Notice(text, Weight.TROUBLE))


def _bare(window: QMainWindow) -> QByteArray:
    """Where it stands, where nobody gives it a frame; empty where somebody does, or it fills the screen."""
    place = window.geometry()
    if window.frameGeometry() != place or window.isFullScreen() or window.isMaximized():
        return QByteArray()
    return QByteArray(f"{place.x()} {place.y()} {place.width()} {place.height()}".encode())
