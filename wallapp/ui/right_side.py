"""The side of the window across from the sources: parts one above the other, gone while none of them is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QWidget

WIDTH_PX: Final = 372


class RightSide(QSplitter):
    """Add parts from the top down with `add_part`, show and hide them with `show_part`. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(3)
        self.setChildrenCollapsible(False)
        self._is_kept_away = False
        self.hide()

    def add_part(self, part: QWidget, *, on: bool, at: int | None = None) -> None:
        """Put a part below the others.

        Args:
          at: its place counted from the top, where it is to stand above those that came before it.
        """
        self.insertWidget(self.count() if at is None else at, part)
        self.show_part(part, on=on)

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

    def follow(self) -> None:
        """A part has come or gone by itself."""
        parts = [self.widget(index) for index in range(self.count())]
        shown = any(part is not None and not part.isHidden() for part in parts)
        self.setVisible(shown and not self._is_kept_away)
