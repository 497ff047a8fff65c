"""Markers and incidents on the very spot, in windows over a real store: by mouse, by keys, on the map."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from wallapp.base.ids import CameraNumber, MarkerId, TileId
from wallapp.domain.marker import CameraAnchor, GeoAnchor, How, ImageAnchor, Marker, MarkerColour, MarkerState
from wallapp.domain.place import Place, distance_m
from wallapp.domain.view_state import ViewId, ViewReport, ViewState
from wallapp.services.incidents import NewIncident
from wallapp.services.markers import NewMarker
from wallapp.services.picture_views import ViewStored, ViewTold
from wallapp.ui.crisis.marker_form import MarkerForm
from wallapp.ui.crisis.marker_views import MarkerViews
from wallapp.ui.crisis.marker_words import LASTS
from wallapp.ui.crisis.spots import SpotFloor
from wallapp.ui.map.projection import to_place
from wallapp.ui.map.view import MapView
from wallapp.ui.wall.menu import tile_menu
from wallapp.ui.wall.overlay import TileSpot

FIRST = TileId(0)
PLAZA, HALL = CameraNumber(104), CameraNumber(111)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def watching(seat: Seat, *numbers: int) -> SpotFloor:
    """Cameras with pictures on the tiles."""
    seat.show(*numbers)
    seat.window.canvas.tick()
    seat.station.pictures.publish_all()
    seat.station.clock.advance(0.2)
    seat.window.canvas.tick()
    seat.window.canvas.grab_wall()
    seat.window.canvas.tick()
    return seat.floor.spots


def spot_of(seat: Seat, x: float, y: float, tile: int = 0) -> TileSpot:
    canvas = seat.window.canvas
    spot = canvas.spot_at(canvas.picture_point(TileId(tile), x, y))
    assert spot is not None
    return spot


def marker_of(seat: Seat, qtbot: QtBot) -> Marker:
    qtbot.waitUntil(lambda: len(seat.situation.markers) == 1, timeout=20_000)
    return seat.situation.markers[0].marker


def changed(seat: Seat, qtbot: QtBot, state: MarkerState) -> None:
    qtbot.waitUntil(lambda: seat.situation.markers[0].marker.state is state, timeout=20_000)


def form_of(spots: SpotFloor) -> MarkerForm:
    assert isinstance(spots.form, MarkerForm)
    return spots.form


def said(seat: Seat, what: str) -> list[ViewId]:
    """The views of which the decoders were told this."""
    return [ViewId(int(str(each[1]))) for each in seat.views.said if each[0] == what]


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_marker_is_placed_on_the_spot_with_its_place_on_the_ground(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spot = spot_of(seat, 0.6, 0.8)
    menu = tile_menu(seat.window.canvas, FIRST, spot=spot)
    assert texts(menu)[:3] == ["Open an incident here", "Place a marker", "Spotlight the nearest 8"]
    action(menu, "Place a marker").trigger()
    menu.deleteLater()
    assert said(seat, "remember"), "the view is held from the click on, not from the Enter on"
    form = form_of(spots)
    form.label.setText("Person down")
    form.colour.setCurrentIndex(form.colour.findData(MarkerColour.RED.value))
    form.lasts.setCurrentIndex(list(LASTS).index(timedelta(hours=1)))
    qtbot.keyClick(form.label, Qt.Key.Key_Return)
    marker = marker_of(seat, qtbot)
    assert isinstance(marker.anchor, ImageAnchor)
    assert spot.at is not None
    assert (marker.anchor.camera, marker.anchor.u, marker.anchor.v) == (PLAZA, *spot.at)
    assert (marker.label, marker.colour, marker.how) == ("Person down", MarkerColour.RED, How.CALCULATED)
    assert marker.stale_at is not None
    camera = seat.board.rooms.cameras[PLAZA]
    assert camera.lat_deg is not None and camera.lon_deg is not None
    assert marker.place is not None
    assert 1 < distance_m(marker.place, Place(camera.lat_deg, camera.lon_deg)) < 100


def test_a_view_is_let_go_where_nothing_was_placed(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.place_marker(spot_of(seat, 0.5, 0.5))
    qtbot.keyClick(form_of(spots), Qt.Key.Key_Escape)
    assert said(seat, "forget") == said(seat, "remember")
    spots.open_incident(spot_of(seat, 0.5, 0.5))
    assert seat.floor.incidents.form is not None
    qtbot.keyClick(seat.floor.incidents.form, Qt.Key.Key_Escape)
    assert len(said(seat, "forget")) == len(said(seat, "remember")) == 2
    spots.place_marker(spot_of(seat, 0.5, 0.5))
    spots.stop()
    assert len(said(seat, "forget")) == len(said(seat, "remember")) == 3, "the window closed over the form"


def test_an_incident_opened_on_a_spot_has_its_marker_there(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.open_incident(spot_of(seat, 0.4, 0.9))
    form = seat.floor.incidents.form
    assert form is not None
    qtbot.keyClicks(form.event_word, "Crowd fall")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
    marker = marker_of(seat, qtbot)
    incident = seat.situation.incidents[0].incident
    assert marker.incident == incident.id
    assert marker.label == f"#{incident.number} Crowd fall"
    assert incident.place == marker.place
    assert incident.linked_cameras[0].camera == PLAZA
    assert not [each for each in seat.window.map_model.features if each.feature_id.startswith("marker:")], (
        "the incident's own symbol stands at that place"
    )


def test_the_keys_alone_choose_a_spot(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    canvas = seat.window.canvas
    qtbot.keyClick(seat.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    before = canvas.cross_point
    for _ in range(4):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    width_px, height_px = canvas.picture_size(FIRST)
    moved = canvas.cross_point - before
    assert moved.x() == pytest.approx(0.1 * width_px, abs=2)
    assert 0 <= moved.y() <= 0.01 * height_px + 1
    assert seat.station.session.selected == FIRST, "the arrows moved the cross and not the selection"
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    menu = popup()
    assert menu.activeAction().text() == "Open an incident here"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.keyClick(form_of(spots).label, Qt.Key.Key_Return)
    anchor = marker_of(seat, qtbot).anchor
    assert isinstance(anchor, ImageAnchor)
    assert anchor.u == pytest.approx(0.6, abs=0.01)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert seat.station.session.selected != FIRST


def test_on_a_mosaic_a_marker_is_allowed_and_nothing_of_the_picture_is_stored(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, HALL)
    spots.place_marker(spot_of(seat, 0.3, 0.6))
    form_of(spots).accept()
    anchor = marker_of(seat, qtbot).anchor
    assert isinstance(anchor, ImageAnchor)
    assert anchor.camera == HALL
    view = said(seat, "remember")[-1]
    seat.views.news.append(ViewStored(HALL, view, b"a picture of the hall"))
    seat.board.rooms.views.look()
    seat.hear()
    qtbot.waitUntil(lambda: not seat.board._is_asking, timeout=20_000)
    anchor = marker_of(seat, qtbot).anchor
    assert isinstance(anchor, ImageAnchor)
    assert anchor.signature is None or anchor.signature.thumbnail == b""


def test_the_signature_follows_its_marker_into_the_store(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.place_marker(spot_of(seat, 0.5, 0.8))
    form_of(spots).accept()
    assert isinstance(marker_of(seat, qtbot).anchor, ImageAnchor)
    view = said(seat, "remember")[-1]
    seat.views.news.append(ViewStored(PLAZA, view, b"plaza"))
    seat.board.rooms.views.look()

    def is_signed() -> bool:
        marker = marker_of(seat, qtbot)
        return isinstance(marker.anchor, ImageAnchor) and bool(
            marker.anchor.signature and marker.anchor.signature.thumbnail == b"plaza"
        )

    qtbot.waitUntil(is_signed, timeout=20_000)
    marker = marker_of(seat, qtbot)
    assert marker.earlier_anchors == (), "it has not been moved"
    assert isinstance(marker.anchor, ImageAnchor) and marker.anchor.signature is not None
    assert marker.anchor.signature.aspect == pytest.approx(16 / 9)
    # Another console, later: it looks out for the stored view, as whoever may.
    other = sit("supervisor", at="desk-2")
    qtbot.waitUntil(lambda: any(each[0] == "restore" for each in other.views.said), timeout=20_000)
    assert [each[2] for each in other.views.said if each[0] == "restore"] == [b"plaza"]


def test_whoever_comes_next_stores_what_came_after_the_other_left(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.place_marker(spot_of(seat, 0.5, 0.8))
    form_of(spots).accept()
    marker = marker_of(seat, qtbot)
    spots.stop()  # signed out; the decoder and what it knows of views goes on
    view = said(seat, "remember")[-1]
    seat.views.news.append(ViewStored(PLAZA, view, b"plaza"))
    views = seat.board.rooms.views
    views.look()
    assert views.signature_of(str(marker.id)) == b"plaza"
    following = MarkerViews(seat.board)  # the next session's
    seat.station.clock.advance(60)
    seat.board.changed.emit()
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).rev > marker.rev, timeout=20_000)
    following.stop()


def placed(seat: Seat, qtbot: QtBot, **said: object) -> Marker:
    """One that is there already."""
    assert seat.actor is not None
    new = NewMarker("person", ImageAnchor(PLAZA, 0.5, 0.5), label="Bag", **said)  # type: ignore[arg-type]  # plain fields
    seat.desks.markers.place(seat.actor, new)
    seat.hear()
    return marker_of(seat, qtbot)


def menu_of(seat: Seat, marker: MarkerId) -> QMenu:
    menu = QMenu()
    seat.floor.spots.add_mark(menu, marker)
    return menu


def choose(seat: Seat, marker: MarkerId, text: str) -> None:
    menu = menu_of(seat, marker)
    action(menu, text).trigger()
    menu.deleteLater()


def test_a_marker_goes_its_way_from_its_menu(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    marker = placed(seat, qtbot)
    menu = menu_of(seat, marker.id)
    assert texts(menu)[0] == "Bag · Person"
    assert "Resolve" not in texts(menu)
    action(menu, "Confirm").trigger()
    changed(seat, qtbot, MarkerState.CONFIRMED)
    choose(seat, marker.id, "Resolve")
    changed(seat, qtbot, MarkerState.RESOLVED)
    assert "Put it elsewhere…" not in texts(menu_of(seat, marker.id))
    choose(seat, marker.id, "Open it again")
    changed(seat, qtbot, MarkerState.CONFIRMED)
    choose(seat, marker.id, "Withdraw…")
    form = seat.floor.spots.form
    assert isinstance(form, QInputDialog)
    form.setTextValue("It was a shadow")
    form.accept()
    qtbot.waitUntil(lambda: not seat.situation.markers, timeout=20_000)
    assert seat.actor is not None
    (view,) = seat.desks.markers.markers(seat.actor, all_states=True)
    assert (view.marker.state, view.marker.state_reason) == (MarkerState.WITHDRAWN, "It was a shadow")


def test_a_marker_is_given_to_an_incident_and_taken_from_it(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    incident = seat.desks.incidents.open(seat.actor, NewIncident("Fire", camera=PLAZA)).value
    marker = placed(seat, qtbot)
    menu = menu_of(seat, marker.id)
    belongs = action(menu, "Belongs to").menu()
    assert isinstance(belongs, QMenu)
    belongs.actions()[1].trigger()
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).incident == incident.id, timeout=20_000)
    seat.floor.spots.belong_to(marker.id, None)
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).incident is None, timeout=20_000)
    seat.floor.spots.keep_fresh(marker.id, timedelta(minutes=15))
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).stale_at is not None, timeout=20_000)
    seat.floor.spots.change(marker_of(seat, qtbot))
    form = form_of(seat.floor.spots)
    assert form.label.text() == "Bag"
    form.label.setText("Suitcase")
    form.accept()
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).label == "Suitcase", timeout=20_000)


def test_a_moved_marker_is_looked_for_in_its_new_view_once_the_store_has_it(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.place_marker(spot_of(seat, 0.5, 0.8))
    form_of(spots).accept()
    marker, views = marker_of(seat, qtbot), seat.board.rooms.views
    first = said(seat, "remember")[-1]
    seat.views.news.append(ViewTold(PLAZA, ViewReport(first, ViewState.MOVED, 0)))
    views.look()
    assert views.state_of(str(marker.id)) is ViewState.MOVED
    spots.move(marker)
    point = seat.window.canvas.picture_point(FIRST, 0.2, 0.7)
    qtbot.mouseClick(seat.window.canvas, Qt.MouseButton.LeftButton, pos=point)
    second = said(seat, "remember")[-1]
    assert second != first
    seat.views.news.append(ViewTold(PLAZA, ViewReport(second, ViewState.SAME, 0)))
    views.look()
    assert views.state_of(str(marker.id)) is ViewState.MOVED, "until the store has it, it is where it was"
    qtbot.waitUntil(lambda: bool(marker_of(seat, qtbot).earlier_anchors), timeout=20_000)
    qtbot.waitUntil(lambda: views.state_of(str(marker.id)) is ViewState.SAME, timeout=20_000)
    assert first in said(seat, "forget")


def test_what_others_put_elsewhere_is_not_drawn_in_our_view(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    spots = watching(seat, PLAZA)
    spots.place_marker(spot_of(seat, 0.5, 0.8))
    form_of(spots).accept()
    marker, views = marker_of(seat, qtbot), seat.board.rooms.views
    view = said(seat, "remember")[-1]
    seat.views.news.append(ViewTold(PLAZA, ViewReport(view, ViewState.SAME, 0)))
    views.look()
    assert views.state_of(str(marker.id)) is ViewState.SAME
    assert seat.actor is not None
    seat.desks.markers.put(seat.actor, marker.id, ImageAnchor(PLAZA, 0.1, 0.1))
    seat.hear()
    qtbot.waitUntil(lambda: bool(marker_of(seat, qtbot).earlier_anchors), timeout=20_000)
    assert views.state_of(str(marker.id)) is ViewState.UNSURE


def test_markers_stand_on_the_map_dimmed_when_their_time_is_over(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    here = Place(33.6, -7.6)
    stale_at = seat.board.rooms.clock.now_at() + timedelta(minutes=1)
    new = NewMarker("team", GeoAnchor(here), label="Team 2", colour=MarkerColour.BLUE, stale_at=stale_at)
    seat.desks.markers.place(seat.actor, new)
    seat.hear()
    marker_of(seat, qtbot)

    def colour() -> str:
        (feature,) = [each for each in seat.window.map_model.features if each.feature_id.startswith("marker:")]
        assert feature.label == "Team 2"
        assert feature.style is not None
        return feature.style.fill

    qtbot.waitUntil(lambda: colour() == "#4CC9F0", timeout=20_000)
    seat.station.clock.advance(120)
    seat.hear()
    qtbot.waitUntil(lambda: colour() != "#4CC9F0", timeout=20_000)


def test_the_map_places_a_marker_too(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    place = Place(33.601, -7.601)
    menu = seat.floor.markers.place_menu(place)
    assert texts(menu) == ["Open an incident here", "Place a marker here", "Spotlight the nearest 8"]
    action(menu, "Place a marker here").trigger()
    form_of(seat.floor.spots).accept()
    assert marker_of(seat, qtbot).anchor == GeoAnchor(place)
    seat.floor.spots.show_marker(marker_of(seat, qtbot).id)
    assert "Confirm" in texts(popup())
    popup().close()
    menu.deleteLater()


def test_a_marker_is_moved_onto_the_map(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    watching(seat, PLAZA)
    marker = placed(seat, qtbot)
    place = Place(35.2476, -3.9309)
    seat.floor.spots.move(marker)
    seat.window.map.panel.view.choose_place(place)
    qtbot.waitUntil(lambda: marker_of(seat, qtbot).anchor == GeoAnchor(place), timeout=20_000)
    seat.window.map.panel.view.choose_place(None)
    chosen: list[object] = []
    seat.window.canvas.spot_chosen.connect(chosen.append)
    qtbot.mouseClick(seat.window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert chosen == [], "no spot is asked for any more"


def test_a_map_on_a_tile_has_the_menu_of_its_place(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.station.session.show_map(TileId(1))
    canvas = seat.window.canvas
    point = canvas.tile_rect(TileId(1)).center()
    menu_asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, canvas.mapToGlobal(point))
    QApplication.sendEvent(canvas, menu_asked)
    menu = popup()
    assert texts(menu)[:2] == ["Open an incident here", "Place a marker here"]
    action(menu, "Place a marker here").trigger()
    menu.close()
    form_of(seat.floor.spots).accept()
    anchor = marker_of(seat, qtbot).anchor
    shown = canvas.map_widget(TileId(1))
    assert isinstance(anchor, GeoAnchor) and isinstance(shown, MapView)
    middle = to_place(shown.viewport.u, shown.viewport.v)
    assert distance_m(anchor.place, middle) < 20


def test_beside_the_picture_the_whole_camera_is_marked(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(PLAZA)
    seat.window.canvas.tick()
    spot = seat.window.canvas.spot_at(seat.window.canvas.tile_rect(FIRST).center() + QPoint(1, 1))
    assert spot is not None and spot.at is None, "no picture has come yet"
    seat.floor.spots.place_marker(spot)
    form_of(seat.floor.spots).accept()
    assert marker_of(seat, qtbot).anchor == CameraAnchor(PLAZA)


def test_a_wall_that_nobody_signed_in_to_shows_markers_and_changes_none(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    marker = placed(seat, qtbot)
    wall = sit("", at="desk-2")
    qtbot.waitUntil(lambda: len(wall.situation.markers) == 1, timeout=20_000)
    watching(wall, PLAZA)
    menu = tile_menu(wall.window.canvas, FIRST, spot=spot_of(wall, 0.2, 0.2))
    assert "Place a marker" not in texts(menu)
    menu.deleteLater()
    menu = menu_of(wall, marker.id)
    assert "Confirm" not in texts(menu) and "Spotlight its place" in texts(menu)
