"""What a person puts on a spot: incidents and markers, on a picture or on the map; and what becomes of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QWidget

from wallapp.base.errors import RuleBroken, WallError
from wallapp.base.ids import CameraNumber, IncidentId, MarkerId
from wallapp.domain.incident import Incident, Priority
from wallapp.domain.marker import Anchor, CameraAnchor, GeoAnchor, How, ImageAnchor, Marker, MarkerColour, MarkerState
from wallapp.domain.permissions import Verb
from wallapp.domain.place import Place
from wallapp.domain.view import Level, static_level
from wallapp.services.actor import Actor
from wallapp.services.markers import MarkerView, NewMarker
from wallapp.services.shared_done import Done
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_desk import IncidentFloor
from wallapp.ui.crisis.marker_form import LABEL_MAX, MarkerForm, MarkerSaid
from wallapp.ui.crisis.marker_menu import fill_marker_menu, lines_about
from wallapp.ui.crisis.marker_views import MarkerViews
from wallapp.ui.crisis.marker_words import INCIDENT_KIND, called, place_text
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.wall.canvas import WallCanvas
from wallapp.ui.wall.menu import spot_menu
from wallapp.ui.wall.overlay import TileSpot
from wallapp.ui.wall.words import with_dots

_COLOURS = {
    Priority.CRITICAL: MarkerColour.RED,
    Priority.HIGH: MarkerColour.ORANGE,
    Priority.MEDIUM: MarkerColour.YELLOW,
    Priority.LOW: MarkerColour.BLUE,
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where something is to be put.

    Attributes:
      holder: who holds the picture's view until it is; the new marker's id.
      place: where that is on the ground, where anybody knows.
      is_clear: whether anything of the picture may be stored.
      where: in words.
    """

    holder: str
    anchor: Anchor
    place: Place | None
    how: How
    is_clear: bool
    where: str

    @property
    def camera(self) -> CameraNumber | None:
        """Of a picture; None on the map."""
        return None if isinstance(self.anchor, GeoAnchor) else self.anchor.camera


class SpotFloor(QObject):
    """Fulfils ui.wall.overlay.SpotDesk and ui.crisis.marker_menu.MarkerHands. GUI thread.

    Signals:
      told: a Notice.
      lit: the cameras around this (CameraNumber or Place) are wanted.
    """

    told = Signal(object)
    lit = Signal(object)

    def __init__(self, board: SituationBoard, incidents: IncidentFloor, canvas: WallCanvas, window: QWidget) -> None:
        super().__init__(window)
        self.board = board
        self._incidents = incidents
        self.works = board.rooms.may(Verb.WORK_ON_INCIDENTS)
        self.views = MarkerViews(board, self)
        self.form: QDialog | None = None
        self._canvas = canvas
        self._window = window
        self._asked: Callable[[TileSpot | Place | None], None] | None = None
        self._held: set[str] = set()
        canvas.spot_desk = self
        canvas.mark_chosen.connect(lambda marker: self.show_marker(MarkerId(marker)))
        canvas.spot_chosen.connect(self._answer)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        works = [Verb.WORK_ON_INCIDENTS]
        menu.add_page(lambda: self.tr("Mark a spot of the selected tile…"), self.ask_spot, keys="Ctrl+M", verbs=works)

    def stop(self) -> None:
        """The window closes: what was pointed at and never placed holds nothing."""
        for holder in tuple(self._held):
            self._let_go(holder)
        self.views.stop()

    # What the menu of a spot leads to

    def open_incident(self, spot: TileSpot | Place) -> None:
        """Ask in a word what happened; a marker of it stays on the spot."""
        if self._incidents.form is not None:
            self._incidents.form.activateWindow()
            return
        target = self._target(spot, str(uuid.uuid4()))
        if target is None:
            return
        self._incidents.open_form(target.camera, target.place, lambda incident: self._mark_incident(target, incident))
        form = self._incidents.form
        if form is not None:
            form.rejected.connect(lambda: self._let_go(target.holder))

    def place_marker(self, spot: TileSpot | Place) -> None:
        """Open the small form; Enter places it."""
        target = self._target(spot, str(uuid.uuid4()))
        if target is None:
            return
        chosen = self._incidents.current
        form = MarkerForm(
            target.where, incidents=self._named(), chosen=chosen.id if chosen else None, parent=self._window
        )
        form.accepted.connect(lambda: self._place(target, self._new(target, form.said)))
        self._open(form, lambda: self._let_go(target.holder))

    def spotlight(self, about: Marker | TileSpot | Place) -> None:
        """Bring up the cameras around it."""
        if isinstance(about, Marker):
            self.lit.emit(about.ground if about.ground is not None else about.camera)
        else:
            self.lit.emit(about.camera if isinstance(about, TileSpot) else about)

    def add_mark(self, menu: QMenu, marker: MarkerId) -> None:
        """Put what can be done with a marker into a menu."""
        view = self._view(marker)
        if view is None:
            return
        situation = self.board.situation
        incidents = self._named()
        incident = next((name for one, name in incidents if one == view.marker.incident), "")
        lines = lines_about(view.marker, self.board.rooms.clock, incident=incident, names=situation.names)
        fill_marker_menu(menu, view, self, lines=lines, incidents=incidents, works=self.works)

    def show_marker(self, marker: MarkerId) -> None:
        """Open the marker's own menu where the cursor is."""
        if self._view(marker) is not None:
            menu = self._new_menu()
            self.add_mark(menu, marker)
            menu.popup(QCursor.pos())

    # By keys

    def ask_spot(self) -> None:
        """Let the keys choose a spot of the selected tile, then what is to be put there."""
        session = self._canvas.session
        if session.content(session.selected) is None:
            self.told.emit(Notice(self.tr("The selected tile is empty: choose one with a camera first")))
            return
        self._ask(self._offer, self.tr("Arrows move the cross, Enter chooses the spot, Escape gives up"))

    def _offer(self, spot: TileSpot | Place | None) -> None:
        if isinstance(spot, TileSpot):
            menu = self._new_menu()
            spot_menu(menu, self, spot)
            first = menu.actions()[0] if menu.actions() else None
            menu.popup(self._canvas.mapToGlobal(self._canvas.cross_point))
            if first is not None:
                menu.setActiveAction(first)

    def _ask(self, then: Callable[[TileSpot | Place | None], None], how: str) -> None:
        self._asked = then
        self.told.emit(Notice(how))
        self._canvas.ask_spot()
        self._canvas.setFocus()

    def take_place(self, place: Place | None) -> None:
        """A place of the map was chosen: it answers too, while a spot is asked for."""
        if place is not None and self._asked is not None:
            asked, self._asked = self._asked, None
            self._canvas.give_up_spot()
            asked(place)

    def _answer(self, spot: TileSpot | None) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked(spot)

    # What becomes of a marker

    def step(self, marker: MarkerId, to: MarkerState) -> None:
        """Confirm, resolve or archive it."""
        markers = self.board.rooms.desks.markers
        self.board.act(lambda actor: markers.move_on(actor, marker, to))

    def withdraw(self, marker: Marker) -> None:
        """Ask for the reason, then withdraw it."""
        markers = self.board.rooms.desks.markers
        form = QInputDialog(self._window)
        form.setWindowTitle(self.tr("Withdraw a marker"))
        form.setLabelText(self.tr("Why is “{marker}” withdrawn?").format(marker=called(marker)))
        form.setMinimumWidth(420)
        form.textValueSelected.connect(
            lambda reason: self.board.act(
                lambda actor: markers.move_on(actor, marker.id, MarkerState.WITHDRAWN, reason=reason)
            )
        )
        self._open(form, lambda: None)

    def move(self, marker: Marker) -> None:
        """Let the person choose where it is put anew."""

        def put(spot: TileSpot | Place | None) -> None:
            if spot is not None:
                self.put(marker.id, spot)

        self._ask(put, self.tr("Click where the marker belongs now, or use the arrows and Enter; Escape gives up"))

    def put(self, marker: MarkerId, spot: TileSpot | Place) -> None:
        """Put it anew, on a picture or on the map."""
        target = self._target(spot, f"{marker}@{uuid.uuid4()}")
        if target is None:
            return
        markers = self.board.rooms.desks.markers
        anchor = self.views.signed(target.anchor, target.holder)
        self._held.discard(target.holder)
        self.views.moving(marker, target.holder, anchor)

        def work(actor: Actor) -> Done[Marker]:
            return markers.put(actor, marker, anchor, place=target.place, is_clear=target.is_clear)

        def failed(error: WallError) -> None:
            self.views.not_moved(marker)
            self.told.emit(Notice(say(error), Weight.TROUBLE))

        self.board.act(work, failed=failed)

    def change(self, marker: Marker) -> None:
        """Open the form of its words."""
        markers = self.board.rooms.desks.markers
        form = MarkerForm(called(marker), marker=marker, parent=self._window)

        def change() -> None:
            said = form.said
            wanted = replace(marker, kind=said.kind, label=said.label, remarks=said.remarks, colour=said.colour)
            if wanted != marker:
                self.board.act(lambda actor: markers.change(actor, marker, wanted))

        form.accepted.connect(change)
        self._open(form, lambda: None)

    def keep_fresh(self, marker: MarkerId, lasts: timedelta | None) -> None:
        """Fresh for so long from now; None for ever."""
        markers = self.board.rooms.desks.markers
        stale_at = None if lasts is None else self.board.rooms.clock.now_at() + lasts
        self.board.act(lambda actor: markers.refresh(actor, marker, stale_at))

    def belong_to(self, marker: MarkerId, incident: IncidentId | None) -> None:
        """Give it to an incident, or take it from its own."""
        markers = self.board.rooms.desks.markers
        if incident is None:
            self.board.act(lambda actor: markers.detach(actor, marker))
        else:
            self.board.act(lambda actor: markers.attach(actor, marker, incident))

    # Inside

    def _target(self, spot: TileSpot | Place, holder: str) -> Target | None:
        """What was pointed at; None, and a notice, where nothing can be put there."""
        if isinstance(spot, Place):
            where = self.tr("On the map · {place}").format(place=place_text(spot))
            return Target(holder, GeoAnchor(spot), spot, How.ESTIMATED, False, where)
        rooms = self.board.rooms
        camera = rooms.cameras.get(spot.camera)
        if camera is None:
            self.told.emit(Notice(self.tr("The register does not know this camera"), Weight.TROUBLE))
            return None
        facts = self._canvas.pictures.facts(spot.camera)
        self._held.add(holder)
        try:
            held = self.views.hold(holder, spot, source_px=facts.source_px if facts is not None else (0, 0))
        except RuleBroken as error:
            self._let_go(holder)
            self.told.emit(Notice(say(error), Weight.TROUBLE))
            return None
        anchor: Anchor = CameraAnchor(spot.camera) if held is None else ImageAnchor(spot.camera, *held)
        has_left = rooms.views.has_left(spot.camera)
        ground = None if has_left or spot.at is None else rooms.calibrations.of(camera)
        fix = None if ground is None or spot.at is None else ground.to_ground(*spot.at)
        place = None if fix is None else fix.place
        where = with_dots(f"{camera.number} {camera.name}", place_text(place) if held else "")
        if fix is not None:
            where = self.tr("{where}, within {metres} m").format(where=where, metres=max(1, round(fix.uncertainty_m)))
        is_clear = spot.is_clear and static_level(camera.sensitivity) is Level.CLEAR
        return Target(holder, anchor, place, How.CALCULATED if fix else How.ESTIMATED, is_clear, where)

    def _new(self, target: Target, said: MarkerSaid) -> NewMarker:
        stale_at = None if said.lasts is None else self.board.rooms.clock.now_at() + said.lasts
        return NewMarker(
            kind=said.kind,
            anchor=target.anchor,
            place=target.place,
            incident=said.incident,
            label=said.label,
            remarks=said.remarks,
            colour=said.colour,
            how=target.how,
            auto_expire=said.ends,
            stale_at=stale_at,
        )

    def _mark_incident(self, target: Target, incident: Incident) -> None:
        name = incident.title or incident.event
        new = NewMarker(
            kind=INCIDENT_KIND,
            anchor=target.anchor,
            place=target.place,
            incident=incident.id,
            label=(f"#{incident.number} {name}" if incident.number else name)[:LABEL_MAX],
            colour=_COLOURS[incident.priority],
            how=target.how,
        )
        self._place(target, new)

    def _place(self, target: Target, new: NewMarker) -> None:
        markers = self.board.rooms.desks.markers
        new = replace(new, anchor=self.views.signed(new.anchor, target.holder))
        self._held.discard(target.holder)

        def work(actor: Actor) -> Done[Marker]:
            return markers.place(actor, new, is_clear=target.is_clear, marker=MarkerId(target.holder))

        def placed(done: Done[Marker]) -> None:
            self.told.emit(Notice(self.tr("Marker placed: {marker}").format(marker=called(done.value))))

        def failed(error: WallError) -> None:
            self.views.release(target.holder)
            self.told.emit(Notice(say(error), Weight.TROUBLE))

        self.board.act(work, placed, failed=failed)

    def _let_go(self, holder: str) -> None:
        self._held.discard(holder)
        self.views.release(holder)

    def _view(self, marker: MarkerId) -> MarkerView | None:
        return next((view for view in self.board.situation.markers if view.marker.id == marker), None)

    def _named(self) -> list[tuple[IncidentId, str]]:
        cameras = self.board.rooms.cameras
        found = (view.incident for view in self.board.situation.incidents)
        return [(incident.id, words.called(incident, cameras)) for incident in found]

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open(self, form: QDialog, given_up: Callable[[], None]) -> None:
        """Show a form, one at a time, and take the keyboard back after it."""
        self.form = form
        form.rejected.connect(given_up)
        form.finished.connect(form.deleteLater)
        form.finished.connect(self._closed)
        form.open()
        form.activateWindow()

    def _closed(self) -> None:
        self.form = None
        self._window.activateWindow()
        self._canvas.setFocus()
