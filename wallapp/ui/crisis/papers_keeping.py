"""Writing a file that leaves the window: a place is asked for, the log says so, and a clerk of its own works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber, IncidentId
from wallapp.services.actor import Actor
from wallapp.services.log_paper import Left, note_left
from wallapp.services.paper_files import PaperFiles
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.clerk import Clerk
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.paper.printing import Printer

_Answer = TypeVar("_Answer")

_AS_IT_IS: Final = "\u2066{}\u2069"
"""Keeps a path's slashes in their places within a line read from right to left."""


class Keeper(QObject):
    """One for each window. GUI thread; files are read, made and written in its clerk's thread.

    Signals: `told` (Notice).

    Attributes:
      choose_file: asks for a file to read, by its kinds; empty for none. choose_new: for one to write, with a name to
        begin from and its kinds.
    """

    told = Signal(object)

    def __init__(self, board: SituationBoard, window: QWidget) -> None:
        super().__init__(window)
        self.board = board
        self.window = window
        self.printer = Printer()
        self._clerk: Clerk | None = None
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.choose_file: Callable[[str], str] = self._ask_file
        self.choose_new: Callable[[str, str], str] = self._ask_new

    def stop(self) -> None:
        """The window closes: a file that was begun is finished, a paper is not."""
        self.printer.stop()
        if self._clerk is not None:
            self._clerk.close()

    def keep(
        self,
        name: str,
        kinds: str,
        what: Left,
        made: Callable[[Actor, PaperFiles], bytes],
        *,
        incident: IncidentId | None = None,
        cameras: frozenset[CameraNumber] = frozenset(),
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask for a place, make the content, say in the log that it leaves, and write it.

        Args:
          made: in the clerk's thread.
          cameras: whose pictures are in it.
          then: once it is written.
        """
        rooms = self.board.rooms
        actor, files = rooms.actor, rooms.paper_files
        if actor is None or files is None:
            self.told.emit(Notice(self.tr("Sign in first"), Weight.TROUBLE))
            return
        path = self.place(name, kinds)
        if path is None:
            return

        def work() -> Path:
            content = made(actor, files)
            note_left(rooms.desks, actor, what, path.name, incident=incident, cameras=cameras)
            files.write(path, content)
            return path

        def kept(where: Path) -> None:
            self.tell_written(where)
            then()

        text = self.tr("Being written: {file}").format(file=_AS_IT_IS.format(path.name))
        self.told.emit(Notice(text, Weight.PROGRESS))
        self.ask(self, work, kept)

    def place(self, name: str, kinds: str) -> Path | None:
        """Where a file is to go; None where the person gave it up."""
        chosen = self.choose_new(name, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = path.parent
        return path

    def tell_written(self, path: Path) -> None:
        """Say what was written where."""
        self.told.emit(Notice(self.tr("Written: {file}").format(file=_AS_IT_IS.format(path))))
        self.board.refresh()

    def ask(
        self,
        asker: QObject,
        work: Callable[[], _Answer],
        then: Callable[[_Answer], None],
        *,
        failed: Callable[[WallError], None] | None = None,
    ) -> None:
        """Do `work` in the clerk's thread; a refusal is told where nobody else takes it."""
        if self._clerk is None:
            self._clerk = Clerk()
        ask(self._clerk, asker, work, then=then, failed=failed or self.tell_trouble)

    def tell_trouble(self, error: WallError) -> None:
        """A refusal, in one line."""
        self.told.emit(Notice(say(error), Weight.TROUBLE))

    def open(self, dialog: QDialog) -> None:
        """Open a dialog over the window, which takes the keyboard back after it."""
        dialog.finished.connect(self.window.activateWindow)
        dialog.open()
        dialog.activateWindow()

    def stamp(self) -> str:
        """The moment, for a file's name."""
        return f"{self.board.rooms.clock.now_at():%Y%m%dT%H%M%SZ}"

    def _ask_file(self, kinds: str) -> str:
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Choose a file"), str(self._folder), kinds)
        return name

    def _ask_new(self, name: str, kinds: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Write as"), str(self._folder / name), kinds)
        return chosen


def is_right_to_left() -> bool:
    """Whether the window is read from the right."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
