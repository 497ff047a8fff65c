"""Every action of the window, in menus and with its key; the window connects them to what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QStyle, QWidget

from wallapp.base.ids import LayoutNumber
from wallapp.domain.layout import PRESETS, Layout
from wallapp.services.ports import SavedLayout
from wallapp.ui.language import OWN_NAMES, Language
from wallapp.ui.window_memory import SIZES_PERCENT


class Menus(QMenuBar):
    """Signals: `grid_chosen` (preset's name), `recall_chosen`, `delete_chosen` (layout number), `language_chosen`
    (Language), `size_chosen` (percent). The other actions are attributes. GUI thread.
    """

    grid_chosen = Signal(str)
    recall_chosen = Signal(int)
    delete_chosen = Signal(int)
    language_chosen = Signal(object)
    size_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setNativeMenuBar(False)
        self._wall = self._add_menu()
        self._layout = self._add_menu()
        self._view = self._add_menu()
        self._language = self._add_menu()
        self._help = self._add_menu()
        self.snapshot_tile = self._action(self._wall, "F9")
        self.snapshot_wall = self._action(self._wall, "Shift+F9")
        self._wall.addSeparator()
        self.wall_only = self._action(self._wall, "F11", checkable=True)
        self._wall.addSeparator()
        self.steer_pad = self._action(self._wall, "", checkable=True)
        self.steer_home = self._action(self._wall, "Ctrl+Home")
        self._steer_end = self._wall.addSeparator()
        self.offer_steering(on=False)
        self.quit = self._action(self._wall, "Ctrl+Q")
        self.save_layout = self._action(self._layout, "Ctrl+S")
        self._recall = self._sub_menu(self._layout)
        self._delete = self._sub_menu(self._layout)
        self._grid = self._sub_menu(self._view)
        self._size = self._sub_menu(self._view)
        self._view.addSeparator()
        self.find_camera = self._action(self._view, "Ctrl+F")
        self.entry_line = self._action(self._view, "Ctrl+E")
        self.health = self._action(self._view, "F2", checkable=True)
        self.map = self._action(self._view, "F3", checkable=True)
        self.map_large = self._action(self._view, "Shift+F3", checkable=True)
        self.help = self._action(self._help, "F1")
        self._grids = self._add_grids()
        self._languages = self._add_languages()
        self._sizes = self._add_sizes()
        self._retranslate()

    # What the window asks

    def own_actions(self) -> list[QAction]:
        """Those with keys, so that the window has them while the menus are hidden."""
        return [
            self.snapshot_tile,
            self.snapshot_wall,
            self.wall_only,
            self.steer_pad,
            self.steer_home,
            self.quit,
            self.save_layout,
            self.find_camera,
            self.entry_line,
            self.health,
            self.map,
            self.map_large,
            self.help,
        ]

    def add_access(self, menu: QMenu) -> None:
        """Take the menu of the access desks in, before the languages."""
        self.insertMenu(self._language.menuAction(), menu)
        self.updateGeometry()

    def offer_steering(self, *, on: bool) -> None:
        """Whether there are cameras to steer."""
        self.steer_pad.setChecked(on)
        for action in (self.steer_pad, self.steer_home, self._steer_end):
            action.setVisible(on)
            action.setEnabled(on)

    def sizeHint(self) -> QSize:
        """Room for all titles: read from right to left, Qt's own hint depends on the room the bar happens to have."""
        titles = [action for action in self.actions() if action.isVisible()]
        gap_px = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarItemSpacing, None, self)
        width_px = sum(self.actionGeometry(action).width() + gap_px for action in titles)
        return QSize(width_px + 2 * gap_px, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No title may fall away."""
        return self.sizeHint()

    def show_layouts(self, layouts: Sequence[SavedLayout], shown: LayoutNumber | None) -> None:
        """Offer these for recall and deletion."""
        for menu, signal in ((self._recall, self.recall_chosen), (self._delete, self.delete_chosen)):
            menu.clear()
            menu.setEnabled(bool(layouts))
            for layout in layouts:
                number = int(layout.number)
                action = menu.addAction(f"{number}  {layout.name}".strip())
                action.setCheckable(menu is self._recall)
                action.setChecked(menu is self._recall and layout.number == shown)
                action.triggered.connect(lambda _on=False, send=signal, number=number: send.emit(number))

    def show_grid(self, layout: Layout) -> None:
        """Mark the grid in force, if it is a preset."""
        for name, action in self._grids.items():
            action.setChecked(PRESETS[name].spans == layout.spans)

    def show_language(self, language: Language | None) -> None:
        """Mark the language spoken; None hides the menu."""
        self._language.menuAction().setVisible(language is not None)
        for each, action in self._languages.items():
            action.setChecked(each is language)

    def show_size(self, size_percent: int) -> None:
        """Mark the size of texts and controls that was chosen."""
        for size, action in self._sizes.items():
            action.setChecked(size == size_percent)

    # Inside

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        self.addMenu(menu)
        return menu

    def _sub_menu(self, above: QMenu) -> QMenu:
        menu = QMenu(above)
        above.addMenu(menu)
        return menu

    def _action(self, menu: QMenu, keys: str, *, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setCheckable(checkable)
        menu.addAction(action)
        return action

    def _add_grids(self) -> dict[str, QAction]:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        found = {}
        for name, layout in PRESETS.items():
            shape = name if "+" in name else f"{layout.rows}x{layout.columns}"
            action = self._grid.addAction(shape)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, name=name: self.grid_chosen.emit(name))
            found[name] = action
        return found

    def _add_languages(self) -> dict[Language, QAction]:
        found = {}
        for language, own_name in OWN_NAMES.items():
            action = self._language.addAction(own_name)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, language=language: self.language_chosen.emit(language))
            found[language] = action
        return found

    def _add_sizes(self) -> dict[int, QAction]:
        found = {}
        for size in SIZES_PERCENT:
            action = self._size.addAction(f"{size} %")
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, size=size: self.size_chosen.emit(size))
            found[size] = action
        return found

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._wall.setTitle(self.tr("&Wall"))
        self._layout.setTitle(self.tr("&Layout"))
        self._view.setTitle(self.tr("&View"))
        self._language.setTitle(self.tr("Lan&guage"))
        self._help.setTitle(self.tr("&Help"))
        self.snapshot_tile.setText(self.tr("Snapshot of the selected tile"))
        self.snapshot_wall.setText(self.tr("Snapshot of the whole wall"))
        self.wall_only.setText(self.tr("Wall only, full screen"))
        self.steer_pad.setText(self.tr("Buttons for turning on the picture"))
        self.steer_home.setText(self.tr("Send the camera to its home position"))
        self.quit.setText(self.tr("Quit"))
        self.save_layout.setText(self.tr("Save this wall…"))
        self._recall.setTitle(self.tr("Recall"))
        self._delete.setTitle(self.tr("Delete"))
        self._grid.setTitle(self.tr("Grid"))
        self._size.setTitle(self.tr("Size of texts"))
        self.find_camera.setText(self.tr("Find a camera"))
        self.entry_line.setText(self.tr("Entry line"))
        self.health.setText(self.tr("Health of the cameras"))
        self.map.setText(self.tr("Map"))
        self.map_large.setText(self.tr("Map in place of the wall"))
        self.help.setText(self.tr("Help and keys"))
        self.updateGeometry()
