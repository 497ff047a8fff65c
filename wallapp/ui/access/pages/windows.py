"""The pages as windows beside the wall: one of each, brought to the front when it is asked for again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from wallapp.services.actor import SigningKey
from wallapp.ui.access.confirmer import Confirmer
from wallapp.ui.access.pages.mask_canvas import Picture
from wallapp.ui.access.pages.page import Page
from wallapp.ui.access.pages.shelf import DECIDE, LOOKING, REVIEWS, Entry, pages_for, shelf
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.role_menu import RoleMenu

_WIDTH_PX: Final = 1600
_HEIGHT_PX: Final = 900


class PageWindow(QDialog):
    """One page. Escape closes it; the wall goes on and stays usable. GUI thread."""

    def __init__(self, entry: Entry, rooms: AccessRooms, confirmer: Confirmer, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self._confirmer = confirmer
        self.page: Page = entry.make(rooms, self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.setWindowTitle(entry.name)
        screen = self.screen().availableGeometry()
        self.resize(min(_WIDTH_PX, screen.width()), min(_HEIGHT_PX, screen.height()))

    def _confirm(self, then: Callable[[SigningKey], None], *, what: str = "") -> None:
        self._confirmer.closed.connect(self.activateWindow, Qt.ConnectionType.SingleShotConnection)
        self._confirmer.confirmed(then, what=what, over=self)


class PageWindows(QObject):
    """Built where somebody is signed in; `stop` it when they leave. GUI thread."""

    def __init__(
        self, rooms: AccessRooms, confirmer: Confirmer, window: QWidget, *, picture: Picture | None = None
    ) -> None:
        super().__init__(window)
        self._rooms = rooms
        self._confirmer = confirmer
        self._window = window
        self._entries = pages_for(rooms.person, shelf(picture))
        self._open: dict[object, PageWindow] = {}

    def fill(self, menu: RoleMenu) -> None:
        """Put the pages into the menu."""
        for entry in self._entries:
            menu.add_page(partial(_name_of, entry), partial(self._bring, entry.title), keys=entry.keys)

    def show(self, title: object) -> PageWindow | None:
        """Open the page of that title, or bring it to the front; None where this person is shown none of it."""
        entry = next((one for one in self._entries if one.title == title), None)
        if entry is None:
            return None
        window = self._open.get(title)
        if window is None:
            window = PageWindow(entry, self._rooms, self._confirmer, self._window)
            window.finished.connect(partial(self._closed, title))
            self._open[title] = window
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def show_cases(self) -> None:
        """Where a notice of a new request leads."""
        self.show(DECIDE)

    def show_reviews(self) -> None:
        """Where a notice of a broken glass leads; who may not review is shown who looks."""
        if self.show(REVIEWS) is None:
            self.show(LOOKING)

    def stop(self) -> None:
        """Close all."""
        for window in list(self._open.values()):
            window.reject()

    def _bring(self, title: object) -> None:
        self.show(title)

    def _closed(self, title: object, _result: int) -> None:
        window = self._open.pop(title, None)
        if window is not None:
            window.deleteLater()
        self._window.activateWindow()


def _name_of(entry: Entry) -> str:
    return entry.name
