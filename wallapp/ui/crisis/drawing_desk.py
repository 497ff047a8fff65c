"""Drawing: begins it, lays the sheets over map and wall, shows it on the pictures while it grows, and keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from wallapp.base.errors import WallError
from wallapp.base.ids import AccountId, CameraNumber
from wallapp.domain.affected import affected_cameras
from wallapp.domain.camera import CameraKind
from wallapp.domain.ground import GroundCalibration
from wallapp.domain.incident import Incident
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind
from wallapp.domain.place import Place, distance_m
from wallapp.domain.sight import camera_place
from wallapp.services.actor import Actor
from wallapp.services.layers import NewLayer, new_feature_id
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.drawing_draft import Draft, Purpose
from wallapp.ui.crisis.drawing_sheet import DrawingSheet
from wallapp.ui.crisis.drawing_sheets import MapSheet, PictureSheet
from wallapp.ui.crisis.drawing_sketch import Sketch, Tool, sketch_of
from wallapp.ui.crisis.layer_words import kind_word
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.map.view import MapView
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.wall.canvas import WallCanvas

PERIMETER_M = 50.0
"""The radius that a perimeter round an incident begins with."""
_AROUND_M = 40.0


class DrawingDesk(QObject):
    """One drawing at a time. GUI thread.

    Signals: `told` (Notice); `changed`: a drawing began or ended; `concerned` (camera numbers): those that it concerns
    as it is now; `left`: the keyboard is to go back to the wall.

    Attributes:
      draft: what is drawn now; None where nobody draws.
    """

    told = Signal(object)
    changed = Signal()
    concerned = Signal(object)
    left = Signal()

    def __init__(
        self, board: SituationBoard, *, canvas: WallCanvas, map_desk: MapDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._canvas = canvas
        self._map_desk = map_desk
        self.draft: Draft | None = None
        self.map_sheet: MapSheet | None = None
        self.picture_sheet: PictureSheet | None = None
        self._sheets: list[DrawingSheet] = []
        self._is_keeping = False
        self._is_counting = False

    # Begin

    def begin(self, kind: LayerKind, tool: Tool, *, onto: CrisisLayer | None = None) -> None:
        """Draw something new: on a layer, or on a new one of its kind."""
        name = "" if onto is not None or tool is Tool.TEXT else self._free_name(kind_word(kind))
        self._start(Purpose(onto.kind if onto is not None else kind, onto), Sketch(tool), name)

    def _free_name(self, word: str) -> str:
        """The word, with a number where a layer is called so already."""
        taken = {layer.name for layer in self._board.situation.layers}
        numbered = (f"{word} {number}" for number in range(2, len(taken) + 3))
        return word if word not in taken else next(name for name in numbered if name not in taken)

    def draw_perimeter(self, incident: Incident) -> None:
        """Draw a perimeter round an incident; where it has no place, wherever the person says."""
        title = self.tr("Perimeter #{number}").format(number=incident.number)
        purpose = Purpose(LayerKind.PERIMETER, incident=incident.id)
        place = incident.place or self._place_of_camera(incident)
        if place is None:
            self._start(purpose, Sketch(Tool.AREA), title)
        else:
            self._start(purpose, Sketch(Tool.CIRCLE, (place,), PERIMETER_M), title)
            self._map_desk.panel.view.show_around(place, 3 * PERIMETER_M)

    def change(self, layer: CrisisLayer, feature: LayerFeature) -> None:
        """Change the corners of a drawing that is there."""
        sketch = sketch_of(feature)
        if sketch is None:
            text = self.tr("This drawing has several parts: its corners cannot be changed here")
            self.told.emit(Notice(text, Weight.TROUBLE))
            return
        self._start(Purpose(layer.kind, layer, feature), sketch, feature.title)
        self.show_places(feature.geometry.places, around_m=feature.radius_m or 0.0)

    def show_places(self, places: Sequence[Place], *, around_m: float = 0.0) -> None:
        """Bring some places into sight on the map, with so many metres around them."""
        if places:
            corners = [(fit(p.lat_deg for p in places), fit(p.lon_deg for p in places)) for fit in (min, max)]
            (south, west), (north, east) = corners
            middle = Place((south + north) / 2, (west + east) / 2)
            far_m = distance_m(Place(south, west), Place(north, east)) / 2
            self._map_desk.panel.view.show_around(middle, max(_AROUND_M, 1.4 * (far_m + around_m)))

    def _start(self, purpose: Purpose, sketch: Sketch, name: str) -> None:
        self.end()
        draft = self.draft = Draft(purpose, sketch, name=name, parent=self)
        if not self._map_desk.is_shown:
            self._map_desk.show(on=True, focus=False)
        self.map_sheet = MapSheet(self._map_desk.panel.view, draft)
        self.picture_sheet = PictureSheet(
            self._canvas, draft, ground_of=self._ground, why_none=self._why_no_ground, told=self._refuse
        )
        self._sheets = [self.picture_sheet, self.map_sheet]
        for view in self._canvas.findChildren(MapView):  # the maps on tiles lie above the wall's pictures
            view.raise_()
            self._sheets.append(MapSheet(view, draft))
        for sheet in self._sheets:
            sheet.show()
            if sketch.corners:
                sheet.point_at(sketch.corners[0])
        draft.changed.connect(self._follow)
        draft.done_asked.connect(self.keep)
        draft.given_up.connect(self.end)
        self._follow()
        self.changed.emit()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the sheet over the map."""
        if self.map_sheet is not None:
            self.map_sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # While it grows

    def _follow(self) -> None:
        draft = self.draft
        if draft is None:
            return
        actor = self._board.rooms.actor
        by = actor.account if actor is not None else AccountId("")
        seen = draft.purpose.seen
        layer = draft.layer(by=by, at=self._board.rooms.clock.now_at())
        self._board.show_draft(layer, in_place_of=None if seen is None else seen.id)
        self._count()

    def _count(self) -> None:
        """Work out which cameras it concerns, away from here, and again where it changed meanwhile."""
        draft = self.draft
        feature = None if draft is None else draft.feature(new_feature_id())
        if draft is None or feature is None or self._is_counting:
            return
        self._is_counting = True
        cameras, sketch = tuple(self._board.rooms.cameras.values()), draft.sketch

        def counted(numbers: tuple[CameraNumber, ...]) -> None:
            self._is_counting = False
            if self.draft is draft:
                self.concerned.emit(numbers)
                if draft.sketch != sketch:
                    self._count()

        def failed(_error: object) -> None:
            self._is_counting = False

        ask(self._board.rooms.clerk, self, lambda: affected_cameras(feature, cameras), then=counted, failed=failed)

    def _ground(self, number: CameraNumber) -> GroundCalibration | None:
        rooms = self._board.rooms
        camera = rooms.cameras.get(number)
        if camera is None or rooms.views.has_left(number):
            return None
        return rooms.calibrations.of(camera)

    def _why_no_ground(self, number: CameraNumber) -> str:
        camera = self._board.rooms.cameras.get(number)
        if camera is not None and camera.kind is not CameraKind.FIXED:
            return self.tr("The picture of camera {number} has no fixed ground: draw on the map")
        if self._board.rooms.views.has_left(number):
            return self.tr("Camera {number} looks elsewhere than its ground was calibrated: draw on the map")
        return self.tr("Camera {number} has no ground: draw on the map, or calibrate its ground")

    def _place_of_camera(self, incident: Incident) -> Place | None:
        """Of its first camera that the person may know of."""
        cameras = self._board.rooms.cameras
        found = (cameras[link.camera] for link in incident.linked_cameras if link.camera in cameras)
        return next((place for camera in found if (place := camera_place(camera)) is not None), None)

    def _refuse(self, text: str) -> None:
        self.told.emit(Notice(text, Weight.TROUBLE))

    @property
    def next_order(self) -> int:
        """Of a layer that is to be drawn above all that are there."""
        return max((each.order for each in self._board.situation.layers), default=-1) + 1

    # End

    def end(self) -> None:
        """Give up what is drawn."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        had_focus = any(sheet.hasFocus() for sheet in self._sheets)
        for sheet in self._sheets:
            sheet.hide()
            sheet.deleteLater()
        self._sheets = []
        self.map_sheet = self.picture_sheet = None
        self._is_keeping = False
        self._board.show_draft(None)
        draft.deleteLater()
        self.changed.emit()
        if had_focus:
            self.left.emit()

    def keep(self) -> None:
        """Keep it in the store; on a refusal it stays, so that nothing drawn is lost."""
        draft = self.draft
        if draft is None or self._is_keeping:
            return
        feature = draft.feature(new_feature_id())
        trouble = self._trouble(draft) if feature is not None else self.tr("It is not complete yet")
        if feature is None or trouble:
            self.told.emit(Notice(trouble, Weight.TROUBLE))
            return
        self._is_keeping = True
        onto = draft.purpose.layer
        draft_name = draft.name.strip() or (onto.name if onto is not None else "")

        def kept(_done: object) -> None:
            self._is_keeping = False
            text = self.tr("{name}: kept, and drawn at all stations").format(name=draft_name)
            self.told.emit(Notice(text))
            if self.draft is draft:
                self.end()

        def failed(error: WallError) -> None:
            self._is_keeping = False
            self.told.emit(Notice(say(error), Weight.TROUBLE))

        self._board.act(self._work(draft, feature), kept, failed=failed)

    def _trouble(self, draft: Draft) -> str:
        if draft.sketch.crosses_itself:
            return self.tr("Its lines cross: nobody could say what is inside; move a corner")
        if not draft.name.strip() and (draft.purpose.layer is None or draft.sketch.tool is Tool.TEXT):
            return self.tr("Give it a name first")
        return ""

    def _work(self, draft: Draft, feature: LayerFeature) -> Callable[[Actor], object]:
        desk, purpose = self._board.rooms.desks.layers, draft.purpose
        layer, seen = purpose.layer, purpose.seen
        if layer is not None and seen is not None:
            return lambda actor: desk.redraw(actor, layer.id, seen, feature)
        if layer is not None:
            return lambda actor: desk.draw(actor, layer.id, feature)
        new = NewLayer(draft.name.strip(), purpose.kind, order=self.next_order, incident=purpose.incident)
        return lambda actor: desk.make(actor, new, (feature,))
