"""What the operator's commands do to the wall, each answered by one line in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wallapp.base.errors import BadInput, NotFound, WallError
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain.layout import PRESETS, preset
from wallapp.services.entry_line import (
    LAYOUT_NUMBER_MAX,
    Page,
    RecallLayout,
    SaveLayout,
    SetGrid,
    ShineSpotlight,
    ShowCamera,
    ShowMap,
    Trouble,
    parse,
)
from wallapp.services.log_line import begins_log_line
from wallapp.services.ports import SavedLayout
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.rooms import Rooms


class WallCommands(QObject):
    """Signals: `told` (Notice), `page_asked` (Page), `done`: the line was carried out, `layouts_changed`,
    `spotlight_asked`, `line_asked` (what was typed for the log).

    GUI thread.
    """

    told = Signal(object)
    page_asked = Signal(object)
    done = Signal()
    layouts_changed = Signal()
    spotlight_asked = Signal()
    line_asked = Signal(str)

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._session = rooms.session
        self._shown: LayoutNumber | None = None
        self._to_replace: LayoutNumber | None = None

    @property
    def shown_layout(self) -> LayoutNumber | None:
        """The saved layout that was recalled or saved last; None after the grid was chosen otherwise."""
        return self._shown

    def remember_layout(self, number: LayoutNumber | None) -> None:
        """Take it as shown, after a restart."""
        self._shown = number
        self.layouts_changed.emit()

    # The entry line

    def enter(self, line: str) -> None:
        """Carry out a line of the entry line; `done` follows unless it was refused."""
        if begins_log_line(line) and self._rooms.crisis is not None:
            self.done.emit()  # first: a line that cannot be written comes back to the empty field
            self.line_asked.emit(line)
            return
        command = parse(line)
        if not isinstance(command, SaveLayout):
            self._to_replace = None
        if isinstance(command, Trouble):
            self._trouble(self._refusal(command, line.strip()))
            return
        if isinstance(command, Page):
            self.page_asked.emit(command)
            carried_out = True
        elif isinstance(command, ShineSpotlight):
            self.spotlight_asked.emit()
            carried_out = True
        elif isinstance(command, ShowCamera):
            carried_out = self.show_camera(command.number)
        elif isinstance(command, ShowMap):
            carried_out = self.show_map()
        elif isinstance(command, RecallLayout):
            carried_out = self.recall(command.number)
        elif isinstance(command, SetGrid):
            carried_out = self.set_grid(command.grid)
        else:
            carried_out = self._save_typed(command.number)
        if carried_out:
            self.done.emit()

    def _save_typed(self, number: LayoutNumber) -> bool:
        """Save; a number that is taken asks for the same line a second time, so that no layout is lost by a slip."""
        taken = self.saved_under(number)
        if taken is not None and self._to_replace != number:
            self._to_replace = number
            text = self.tr("Layout {number} {name} exists: press Enter again to replace it")
            self._trouble(text.format(number=number, name=taken.name))
            return False
        self._to_replace = None
        return self.save(number, taken.name if taken is not None else "")

    # Commands

    def show_camera(self, number: CameraNumber, *, on: TileId | None = None) -> bool:
        """Put a camera on a tile; on the selected one where none is named."""
        camera = self._rooms.cameras.get(number)
        if camera is None:
            return self._trouble(self.tr("There is no camera {number}").format(number=number))
        tile = self._session.selected if on is None else on
        self._session.assign(tile, number)
        text = self.tr("{number} {name} on tile {tile}")
        return self._done(text.format(number=number, name=camera.name, tile=tile + 1))

    def show_map(self) -> bool:
        """Put the map on the selected tile."""
        self._session.show_map(self._session.selected)
        return self._done(self.tr("The map on tile {tile}").format(tile=self._session.selected + 1))

    def recall(self, number: LayoutNumber) -> bool:
        """Show the layout saved under a number."""
        try:
            self._session.recall(number)
        except NotFound:
            return self._trouble(self.tr("There is no layout {number}").format(number=number))
        except BadInput:
            text = self.tr("Layout {number} cannot be read: save it again or delete it")
            return self._trouble(text.format(number=number))
        except WallError as error:
            return self._trouble(self.tr("Layouts cannot be read now: {reason}").format(reason=error))
        self._shown = number
        self.layouts_changed.emit()
        kept = self.saved_under(number)
        return self._done(self.tr("Layout {number} {name}").format(number=number, name=kept.name if kept else ""))

    def save(self, number: LayoutNumber, name: str) -> bool:
        """Keep the wall under a number, in place of what was kept there."""
        try:
            self._session.save(number, name)
        except WallError as error:
            return self._trouble(self.tr("The layout was not saved: {reason}").format(reason=error))
        self._shown = number
        self.layouts_changed.emit()
        return self._done(self.tr("Saved as layout {number} {name}").format(number=number, name=name))

    def forget(self, number: LayoutNumber) -> bool:
        """Delete the layout kept under a number."""
        try:
            self._session.forget(number)
        except NotFound:
            return self._trouble(self.tr("There is no layout {number}").format(number=number))
        except WallError as error:
            return self._trouble(self.tr("The layout was not deleted: {reason}").format(reason=error))
        if self._shown == number:
            self._shown = None
        self.layouts_changed.emit()
        return self._done(self.tr("Layout {number} deleted").format(number=number))

    def set_grid(self, name: str) -> bool:
        """Divide the wall anew, by a preset's name or rows x columns."""
        try:
            layout = preset(name)
        except BadInput:
            text = self.tr("There is no grid {name}: take {presets}, or rows x columns such as 4x3")
            return self._trouble(text.format(name=name, presets=", ".join(PRESETS)))
        self._shown = None
        self._session.set_layout(layout)
        self.layouts_changed.emit()
        return self._done(self.tr("Grid {name}").format(name=layout.name))

    def try_now(self, number: CameraNumber) -> None:
        """Open a camera again at once, and release it from quarantine."""
        self._rooms.pictures.try_now(number)
        self.tell_trying(number)

    def tell_trying(self, number: CameraNumber) -> None:
        """Say that a camera is opened again."""
        self._done(self.tr("Trying camera {number} again").format(number=number))

    def find(self, number: CameraNumber) -> bool:
        """Select a tile that shows the camera."""
        tiles = self._session.tiles_of(number)
        if not tiles:
            text = self.tr("Camera {number} stands on no tile: type {number} and Enter to show it")
            return self._trouble(text.format(number=number))
        self._session.select(tiles[0])
        return True

    # Layouts

    def layouts(self) -> list[SavedLayout]:
        """The layouts kept; none, and a notice, where the store does not answer."""
        try:
            return list(self._session.saved())
        except WallError as error:
            self._trouble(self.tr("Layouts cannot be read now: {reason}").format(reason=error))
            return []

    def saved_under(self, number: LayoutNumber) -> SavedLayout | None:
        """The layout kept under a number; None where there is none."""
        return next((layout for layout in self.layouts() if layout.number == number), None)

    def next_number(self) -> LayoutNumber:
        """The lowest number that is free; the last one where all are taken."""
        taken = {layout.number for layout in self.layouts()}
        free = (number for number in range(1, LAYOUT_NUMBER_MAX + 1) if number not in taken)
        return LayoutNumber(next(free, LAYOUT_NUMBER_MAX))

    # Inside

    def _done(self, text: str) -> bool:
        self.told.emit(Notice(text.strip()))
        return True

    def _trouble(self, text: str) -> bool:
        self.told.emit(Notice(text, Weight.TROUBLE))
        return False

    def _refusal(self, trouble: Trouble, line: str) -> str:
        texts = {
            Trouble.EMPTY: self.tr("Nothing was typed"),
            Trouble.NOT_A_COMMAND: self.tr("“{line}” is no command: type a camera number, L2, S2, 4x4, 1+5, M, H or ?"),
            Trouble.NO_SUCH_CAMERA_NUMBER: self.tr("“{line}” is no camera number: they run from 1 to 999999"),
            Trouble.NO_SUCH_LAYOUT_NUMBER: self.tr("“{line}” is no layout number: they run from 1 to 999"),
            Trouble.LAYOUT_NUMBER_MISSING: self.tr("Which layout? Type its number too, such as L2 or S2"),
        }
        return texts[trouble].format(line=line if len(line) <= 24 else line[:23] + "…")
