"""The map in the window: shown at the side, in place of the wall, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from wallapp.base.ids import CameraNumber
from wallapp.ui.map.panel import MapPanel
from wallapp.ui.right_side import RightSide


class MapDesk(QObject):
    """Signals: `left`: the keyboard is to go back to the wall; `changed`: shown or hidden. GUI thread."""

    left = Signal()
    changed = Signal()

    def __init__(
        self,
        panel: MapPanel,
        *,
        side: RightSide,
        stage: QStackedWidget,
        show_action: QAction,
        large_action: QAction,
        parent: QObject | None = None,
    ) -> None:
        """Args: `stage` holds the wall; the enlarged map stands over it. The actions are checkable."""
        super().__init__(parent)
        self.panel = panel
        self._side = side
        self._stage = stage
        self._show_action, self._large_action = show_action, large_action
        side.add_part(panel, on=False)
        show_action.triggered.connect(self._key)
        large_action.triggered.connect(lambda on: self.show_large(on=on))
        panel.enlarge_asked.connect(lambda: self.show_large(on=not self.is_large))
        panel.hide_asked.connect(lambda: self.show(on=False))
        panel.view.given_up.connect(self._give_up)
        panel.chosen.connect(self._to_wall)

    @property
    def is_shown(self) -> bool:
        """Whether the map stands at the side or in place of the wall."""
        return not self.panel.isHidden() or self.is_large

    @property
    def is_large(self) -> bool:
        """Whether it stands in place of the wall."""
        return self._stage.currentWidget() is self.panel

    def show(self, *, on: bool, focus: bool = True) -> None:
        """Show the map at the side, or hide it."""
        if self.is_large:
            self._to_side()
        self._side.show_part(self.panel, on=on)
        self._tell(focus_map=on and focus)
        if not on:
            self.left.emit()

    def show_large(self, *, on: bool) -> None:
        """Show the map in place of the wall, or at the side again. The cameras go on behind it."""
        if on and not self.is_large:
            self._stage.addWidget(self.panel)
            self._stage.setCurrentWidget(self.panel)
            self.panel.show()
            self._side.follow()
        elif not on and self.is_large:
            self._to_side()
        self.panel.show_large(self.is_large)
        self._tell(focus_map=True)

    def show_wall(self) -> None:
        """Nothing may stand over the wall now."""
        if self.is_large:
            self.show_large(on=False)

    def mark(self, number: CameraNumber | None) -> None:
        """Mark the camera of the selected tile."""
        self.panel.view.mark(number)

    def pick(self, number: int) -> None:
        """Pick the camera that was looked at elsewhere."""
        self.panel.view.pick(CameraNumber(number))

    def _key(self) -> None:
        """One key: shows the map, then gives it the keyboard, then hides it."""
        if self.panel.view.hasFocus():
            self.show(on=False)
        elif self.is_shown:
            self._tell(focus_map=True)
        else:
            self.show(on=True)

    def _to_wall(self) -> None:
        """A camera was put on a tile. Over the wall the map keeps the keyboard, for the next one."""
        if not self.is_large:
            self.left.emit()

    def _give_up(self) -> None:
        if self.is_large:
            self.show_large(on=False)
        self.left.emit()

    def _to_side(self) -> None:
        self._stage.removeWidget(self.panel)
        self._side.add_part(self.panel, on=True)
        self.panel.show_large(False)

    def _tell(self, *, focus_map: bool) -> None:
        self._show_action.setChecked(self.is_shown)
        self._large_action.setChecked(self.is_large)
        if focus_map:
            self.panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()
