"""Crisis layers in the window: panel, drawing, menu, form and files, and the layers on the map, joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QMessageBox

from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerState, ReadFeatures
from wallapp.domain.permissions import Verb
from wallapp.services.shared_done import Done
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.drawing_desk import DrawingDesk
from wallapp.ui.crisis.drawing_sketch import Tool
from wallapp.ui.crisis.layer_form import LayerForm
from wallapp.ui.crisis.layer_menu import layer_menu
from wallapp.ui.crisis.layer_shapes import map_features
from wallapp.ui.crisis.layers_panel import LayersPanel
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.map.model import MapModel
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.right_side import RightSide
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.wall.canvas import WallCanvas

SOURCE = "layers"
"""Under which they stand on the map; LOOK is one that is looked at before it is shown."""
LOOK = "looked at"
MAP_PX = 380
"""So high the map's panel is at least while somebody draws."""


class LayersFloor(QObject):
    """One for each window. GUI thread.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall.

    Attributes:
      choose_file: asks for a file to read; empty for none. choose_new: for one to write, with a name to begin from.
    """

    told = Signal(object)
    left = Signal()

    def __init__(
        self,
        board: SituationBoard,
        *,
        canvas: WallCanvas,
        side: RightSide,
        map_desk: MapDesk,
        map_model: MapModel,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._board = board
        self._side = side
        self._map_desk = map_desk
        self._model = map_model
        self._window = window
        self._shown: object = None
        self._is_asked = False
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_new: Callable[[str], str] = self._ask_new
        self.drawing = DrawingDesk(board, canvas=canvas, map_desk=map_desk, parent=self)
        self.panel = LayersPanel(board, self.drawing)
        place = side.indexOf(map_desk.panel)
        side.add_part(self.panel, on=False, at=place if place >= 0 else None)
        self.drawing.told.connect(self.told)
        self.drawing.left.connect(self.left)
        self.drawing.changed.connect(self._follow)
        self.panel.left.connect(self._leave)
        self.panel.menu_asked.connect(self._open_menu)
        self.panel.moved.connect(self.move)
        self.panel.take_in_asked.connect(self.take_in)
        board.changed.connect(self._follow)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        draws = [Verb.DRAW_LAYERS]
        menu.add_page(lambda: self.tr("Layers"), self.take_focus, keys="Ctrl+F3", verbs=[Verb.SEE_INCIDENTS])
        menu.add_page(
            lambda: self.tr("Draw a perimeter"),
            lambda: self.drawing.begin(LayerKind.PERIMETER, Tool.AREA),
            keys="Ctrl+P",
            verbs=draws,
        )
        menu.add_page(lambda: self.tr("Draw…"), self.open_drawing, keys="Ctrl+Shift+P", verbs=draws)
        menu.add_page(lambda: self.tr("Take in a GeoJSON file…"), self.take_in, verbs=draws)

    def stop(self) -> None:
        """The window closes."""
        self.drawing.end()
        self.panel.cameras.stop()

    def take_focus(self) -> None:
        """Show the panel, though there be nothing on it, and give it the keyboard."""
        self._is_asked = True
        self._show()
        self.panel.take_focus()

    def open_drawing(self) -> None:
        """Ask what is to be drawn."""
        self.take_focus()
        self.panel.open_draw_menu()

    def _leave(self) -> None:
        self._is_asked = False
        self._show()
        self.left.emit()

    # What it shows

    def _follow(self) -> None:
        shown = self._board.layers_on_map
        if shown is not self._shown:
            self._shown = shown
            self._model.set_features(SOURCE, map_features(shown))
            self._model.set_features(LOOK, ())
        self._show()
        self._give_room()

    def _give_room(self) -> None:
        """The map at the side is large enough to be drawn on for as long as somebody draws."""
        self._map_desk.panel.setMinimumHeight(MAP_PX if self.drawing.draft is not None else 0)

    def _show(self) -> None:
        on = self.panel.has_news or self._is_asked
        if self.panel.isHidden() is on:
            self._side.show_part(self.panel, on=on)

    # What can be done with a layer

    def _open_menu(self, layer: CrisisLayer, where: QPoint) -> None:
        rooms = self._board.rooms
        menu = layer_menu(
            layer,
            self,
            may_draw=rooms.may(Verb.DRAW_LAYERS),
            has_files=rooms.layer_files is not None,
            parent=self.panel,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def switch(self, layer: CrisisLayer) -> None:
        """Show it, or hide it."""
        self.panel.switch(layer.id)

    def look_at(self, layer: CrisisLayer) -> None:
        """Show it on this station's map, though it be hidden on the wall."""
        if not self._map_desk.is_shown:
            self._map_desk.show(on=True, focus=False)
        is_on_wall = any(each.id == layer.id for each in self._board.situation.shown_layers)
        self._model.set_features(LOOK, () if is_on_wall else map_features([layer]))
        places = [place for feature in layer.features for place in feature.geometry.places]
        self.drawing.show_places(places, around_m=max((each.radius_m or 0.0 for each in layer.features), default=0.0))

    def draw_on(self, layer: CrisisLayer, tool: Tool) -> None:
        """Draw one more on it."""
        self.drawing.begin(layer.kind, tool, onto=layer)

    def change(self, layer: CrisisLayer, feature: LayerFeature) -> None:
        """Change the corners of a drawing, and its name."""
        self.drawing.change(layer, feature)

    def erase(self, layer: CrisisLayer, feature: LayerFeature) -> None:
        """Delete a drawing, once that is confirmed."""
        desk = self._board.rooms.desks.layers
        text = self.tr("Delete this drawing of {layer}, on all stations?").format(layer=layer.name)
        self._confirm(
            self.tr("Delete a drawing"),
            text,
            self.tr("Delete"),
            lambda: self._board.act(lambda actor: desk.erase(actor, layer.id, feature.id)),
        )

    def lock(self, layer: CrisisLayer) -> None:
        """Lock it, or unlock it."""
        self._turn(layer, replace(layer, locked=not layer.locked))

    def move(self, layer: CrisisLayer, by: int) -> None:
        """One farther up in the list (-1) or down (1): what stands higher is drawn above."""
        listed = list(reversed(self._board.situation.layers))
        at = next((index for index, each in enumerate(listed) if each.id == layer.id), None)
        if at is None or not 0 <= at + by < len(listed):
            return
        listed[at], listed[at + by] = listed[at + by], listed[at]
        listed.reverse()
        changed = [(each, replace(each, order=order)) for order, each in enumerate(listed) if each.order != order]
        desk = self._board.rooms.desks.layers
        self._board.act(lambda actor: [desk.change(actor, seen, wanted) for seen, wanted in changed])

    def set_up(self, layer: CrisisLayer) -> None:
        """Open its form."""
        rooms = self._board.rooms
        mine = rooms.person.roles if rooms.person is not None else ()
        form = LayerForm(layer, now_at=rooms.clock.now_at(), mine=mine, parent=self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._turn(layer, form.wanted))
        self._over(form)

    def archive(self, layer: CrisisLayer) -> None:
        """Take it off for good, once that is confirmed."""
        desk = self._board.rooms.desks.layers
        text = self.tr("Archive {layer}? It leaves the wall of all stations and is not changed any more.")
        self._confirm(
            self.tr("Archive a layer"),
            text.format(layer=layer.name),
            self.tr("Archive"),
            lambda: self._board.act(lambda actor: desk.move_on(actor, layer.id, LayerState.ARCHIVED)),
        )

    def _turn(self, seen: CrisisLayer, wanted: CrisisLayer) -> None:
        if wanted != seen:
            desk = self._board.rooms.desks.layers
            self._board.act(lambda actor: desk.change(actor, seen, wanted))

    # Files

    def take_in(self) -> None:
        """Ask for a GeoJSON file and make a layer of it; hidden until somebody has looked at it."""
        files, name = self._board.rooms.layer_files, self.choose_file()
        if not name or files is None:
            return
        path = Path(name)
        ask(
            self._board.rooms.clerk,
            self,
            lambda: files.read(path),
            then=lambda read: self._taken(read, path),
            failed=lambda error: self.told.emit(Notice(say(error), Weight.TROUBLE)),
        )

    def _taken(self, read: ReadFeatures, path: Path) -> None:
        if not read.features:
            text = self.tr("{file} holds no drawing that could be taken in").format(file=path.name)
            self.told.emit(Notice(text, Weight.TROUBLE))
            return
        desk = self._board.rooms.desks.layers

        name, order = read.name or path.stem, self.drawing.next_order

        def kept(done: Done[CrisisLayer]) -> None:
            self.panel.prefer(done.value.id)
            text = self.tr("{file}: taken in and hidden until you show it. Drawings: {count}")
            text = text.format(file=path.name, count=len(read.features))
            if read.oddities:
                odd = self.tr("Oddities: {count}, such as: {first}")
                text += ". " + odd.format(count=len(read.oddities), first=read.oddities[0])
            self.told.emit(Notice(text))

        self._board.act(lambda actor: desk.take_in(actor, read, name=name, kind=LayerKind.IMPORTED, order=order), kept)

    def write_out(self, layer: CrisisLayer) -> None:
        """Ask for a name and write the layer as GeoJSON."""
        files, name = self._board.rooms.layer_files, self.choose_new(f"{layer.name}.geojson")
        if not name or files is None:
            return
        path = Path(name)
        ask(
            self._board.rooms.clerk,
            self,
            lambda: files.write(path, layer),
            then=lambda _none: self.told.emit(Notice(self.tr("Written: {file}").format(file=path))),
            failed=lambda error: self.told.emit(Notice(say(error), Weight.TROUBLE)),
        )

    def _ask_file(self) -> str:
        kinds = self.tr("Drawings (*.geojson *.json)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("A GeoJSON file"), "", kinds)
        return name

    def _ask_new(self, name: str) -> str:
        kinds = self.tr("Drawings (*.geojson *.json)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Write the layer as"), name, kinds)
        return chosen

    # Dialogs

    def _confirm(self, title: str, text: str, word: str, do: Callable[[], None]) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.button(QMessageBox.StandardButton.Yes)
        yes.setText(word)
        yes.clicked.connect(lambda: do())
        self._over(box)

    def _over(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
        dialog.activateWindow()
