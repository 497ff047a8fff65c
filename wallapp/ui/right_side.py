"""The side of the window across from the sources: parts one above the other, gone while none of them is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QWidget

WIDTH_PX: Final = 372


class RightSide(QScrollArea):
    """Add parts from the top down with `add_part`, show and hide them with `show_part`. GUI thread.

    Each part has at least the height that it needs: where the window is too low for all of them, the side scrolls, and
    it follows the keyboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setHandleWidth(3)
        self._parts.setChildrenCollapsible(False)
        self.setWidget(self._parts)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._is_kept_away = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keyboard)
        self.hide()

    def add_part(self, part: QWidget, *, on: bool, at: int | None = None) -> None:
        """Put a part below the others.

        Args:
          at: its place counted from the top, where it is to stand above those that came before it.
        """
        self._parts.insertWidget(self._parts.count() if at is None else at, part)
        self.show_part(part, on=on)

    def indexOf(self, part: QWidget) -> int:
        """Its place counted from the top; -1 where it is none of the parts."""
        return self._parts.indexOf(part)

    def show_part(self, part: QWidget, *, on: bool) -> None:
        """Show or hide a part, and the side with its first and last."""
        part.setVisible(on)
        self.follow()

    def keep_away(self, away: bool) -> None:
        """Hide the whole side for as long as the wall stands alone."""
        self._is_kept_away = away
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._parts.minimumSizeHint().width(), 0)

    def follow(self) -> None:
        """A part has come or gone by itself."""
        self.setVisible(bool(self._shown()) and not self._is_kept_away)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The part that has the keyboard is in sight as a whole, if it can be; else what has the keyboard is."""
        if now is None or not self._parts.isAncestorOf(now):
            return
        whole = next((part for part in self._shown() if part.isAncestorOf(now)), now)
        for each in (whole, now):
            self.ensureWidgetVisible(each, 0, 0)

    def _shown(self) -> list[QWidget]:
        found = (self._parts.widget(place) for place in range(self._parts.count()))
        return [part for part in found if part is not None and not part.isHidden()]
