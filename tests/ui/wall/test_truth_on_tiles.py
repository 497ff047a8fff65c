"""The wall never lies: what a tile says when pictures come, stop, freeze, or are another camera's."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from tests.ui.wall.conftest import GREEN, MAGENTA, OpenWall, WallRoom, difference, lightness, plain, share_of, street
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Sensitivity, StreamName
from wallapp.domain.feed_state import Cause, Phase, Reading, TruthState
from wallapp.domain.layout import preset
from wallapp.domain.view import Level
from wallapp.frames.slot import clear_row

ONE, TILE = CameraNumber(1), TileId(0)


def _state(room: WallRoom, tile: int = 0) -> TruthState | None:
    truth = room.canvas.truth(TileId(tile))
    return None if truth is None else truth.state


def test_tile_connects_goes_live_late_stale_and_lost_and_comes_back(open_wall: OpenWall) -> None:
    room = open_wall()
    assert _state(room) is TruthState.CONNECTING
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    assert share_of(room.image(), MAGENTA) > 0.8
    room.pass_time(0.9)
    assert _state(room) is TruthState.LIVE
    room.pass_time(0.3)
    assert _state(room) is TruthState.LATE
    assert share_of(room.image(), MAGENTA) > 0.8, "a late picture stays in colour"
    room.pass_time(2.0)
    assert _state(room) is TruthState.STALE
    assert share_of(room.image(), MAGENTA) == 0.0, "a stale picture has no colour of its own"
    room.pass_time(7.0)
    assert _state(room) is TruthState.LOST
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    assert share_of(room.image(), MAGENTA) > 0.8
    assert _state(room) is TruthState.LIVE


def test_a_stalled_canvas_claims_nothing_when_it_paints_again(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    room.image()
    room.clock.advance(5.0)  # no tick comes
    wall = room.canvas.grab_wall()
    assert _state(room) is TruthState.STALE
    assert share_of(wall, MAGENTA) == 0.0


def test_the_tile_is_as_old_as_its_own_picture_however_fresh_the_feed(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, street())
    room.canvas.tick()
    room.image()
    for _ in range(10):
        room.pass_time(0.2)
        facts = room.pictures.facts(ONE)
        assert facts is not None
        now_s = room.clock.mono_s()
        room.pictures.set_reading(ONE, replace(facts.reading, decoded_mono_s=now_s, changed_mono_s=now_s))
    room.canvas.tick()
    assert _state(room) is TruthState.LATE


def test_lost_picture_does_not_come_back_without_a_new_one(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.pass_time(11.0)
    assert _state(room) is TruthState.LOST
    facts = room.pictures.facts(ONE)
    assert facts is not None
    now_s = room.clock.mono_s()
    room.pictures.set_reading(ONE, replace(facts.reading, decoded_mono_s=now_s, changed_mono_s=now_s))
    room.pass_time(0.3)
    assert share_of(room.image(), MAGENTA) == 0.0
    assert _state(room) is TruthState.CONNECTING


def test_frozen_source_says_so(open_wall: OpenWall) -> None:
    room = open_wall()
    for _ in range(120):
        room.pictures.publish(ONE, street(), changed=False)
        room.pass_time(0.1)
    assert _state(room) is TruthState.FROZEN
    assert "frozen at source" in room.canvas.tile_text(TILE)


def test_failure_says_cause_and_next_try(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.fail(ONE, Cause.CONNECTION_REFUSED, retry_in_s=6.5)
    room.pass_time(0.2)
    text = room.canvas.tile_text(TILE)
    for part in ("lost", "connection refused", "next try in 6 s", "down since"):
        assert part in text.lower()


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.REFUSED, Phase.QUARANTINED])
def test_every_cause_has_words(open_wall: OpenWall, cause: Cause, phase: Phase) -> None:
    room = open_wall("1", [1], size=(320, 180))
    room.pictures.set_reading(ONE, Reading(phase, Level.CLEAR, cause=cause))
    room.pass_time(0.2)
    text = room.canvas.tile_text(TILE)
    assert cause.value not in text or "_" not in cause.value
    assert len(text.split(", ")) >= 5


@pytest.mark.parametrize(("layout", "size"), [("4", (160, 90)), ("1", (160, 90)), ("1", (480, 270))])
def test_age_can_be_read_at_every_size(open_wall: OpenWall, layout: str, size: tuple[int, int]) -> None:
    room = open_wall(layout, [1], size=size)
    room.pictures.publish(ONE, street())
    room.canvas.tick()
    room.image()
    room.pass_time(4.5, step_s=0.1)
    before = room.image()
    room.pass_time(0.2, step_s=0.1)
    assert room.image() == before
    room.pass_time(1.0, step_s=0.1)
    assert difference(room.image(), before) > 0.001


# What may not stand on a tile


def test_lower_level_drops_the_picture_at_once(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    assert share_of(room.image(), MAGENTA) > 0.8
    private = {n: replace(camera, sensitivity=Sensitivity.PRIVATE) for n, camera in room.cameras.items()}
    room.canvas.set_register(private, room.owners)
    assert share_of(room.image(), MAGENTA) == 0.0
    assert room.pictures.views[0].level is Level.MOSAIC


def test_closed_camera_shows_words_and_no_picture(open_wall: OpenWall) -> None:
    room = open_wall(sensitivity=Sensitivity.PROTECTED)
    assert _state(room) is TruthState.CLOSED
    assert "Closed by its owner" in room.canvas.tile_text(TILE)
    assert room.pictures.reader(TILE) is None


def test_another_camera_never_inherits_the_picture(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    room.image()
    room.session.assign(TILE, CameraNumber(104))
    assert share_of(room.image(), MAGENTA) == 0.0


def test_kept_picture_goes_when_another_camera_comes(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    room.image()
    room.session.set_layout(preset("1"))
    assert share_of(room.image(), MAGENTA) > 0.8, "kept until the new slot has its first"
    room.session.assign(TILE, CameraNumber(104))
    assert share_of(room.image(), MAGENTA) == 0.0


def test_cleared_tile_and_unknown_camera_show_no_picture(open_wall: OpenWall) -> None:
    room = open_wall()
    for camera in (1, 2):
        room.pictures.publish(CameraNumber(camera), plain(*MAGENTA))
    room.canvas.tick()
    room.canvas.grab_wall()
    room.session.clear(TILE)
    room.session.assign(TileId(1), CameraNumber(999))
    assert share_of(room.image(0), MAGENTA) == share_of(room.image(1), MAGENTA) == 0.0
    assert "999" in room.canvas.tile_text(TileId(1))


def test_slot_that_was_given_away_is_not_painted(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    assert share_of(room.image(), MAGENTA) > 0.8
    reader = room.pictures.reader(TILE)
    assert reader is not None
    clear_row(reader.arena, reader.place.row)
    assert share_of(room.image(), MAGENTA) == 0.0


def test_mosaic_with_too_much_detail_is_not_shown(open_wall: OpenWall) -> None:
    room = open_wall(sensitivity=Sensitivity.PRIVATE)
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    assert share_of(room.image(), MAGENTA) > 0.7
    shown = room.pictures._shown[TILE]
    shown.writer.begin(80, 45)[:] = 255
    shown.writer.publish(int(room.clock.mono_s() * 1e9))
    room.canvas.tick()
    assert share_of(room.image(), (255, 255, 255)) < 0.1


def test_a_silhouette_in_doubt_is_called_the_mosaic_that_it_shows(open_wall: OpenWall) -> None:
    room = open_wall()
    room.session.set_levels({ONE: Level.SILHOUETTE})
    room.pass_time(0.6)
    for picture_px, word in (((320, 180), "silhouette"), ((40, 22), "mosaic"), ((320, 180), "silhouette")):
        shown = room.pictures._shown[TILE]
        room.pictures.publish(ONE, plain(*MAGENTA))
        shown.writer.begin(*picture_px)[:] = 255
        shown.writer.publish(int(room.clock.mono_s() * 1e9))
        room.canvas.grab_wall()
        said = {"silhouette", "mosaic"} & set(room.canvas.tile_text(TILE).split(", "))
        assert said == {word}, "said with the very picture, not an assessment later"
        room.pass_time(0.1)


# What may stay


def test_swapped_picture_goes_along_without_a_gap(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.pictures.publish(CameraNumber(2), plain(*GREEN))
    room.canvas.tick()
    room.canvas.grab_wall()
    room.pass_time(0.5)
    room.session.swap(TILE, TileId(1))
    assert share_of(room.image(0), GREEN) > 0.8
    assert share_of(room.image(1), MAGENTA) > 0.8
    room.pass_time(0.6)
    assert _state(room, 0) is TruthState.LATE, "its age goes along"


def test_a_camera_brought_up_from_a_tile_that_goes_has_its_picture_at_once(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(CameraNumber(4), plain(*MAGENTA))
    room.canvas.tick()
    room.canvas.grab_wall()
    light = room.session.standing
    room.session.go_back(
        replace(light, layout=preset("1"), contents=light.contents[3:], choices=(None,), selected=TILE)
    )
    assert share_of(room.image(), MAGENTA) > 0.8


def test_resized_tile_keeps_its_picture_with_its_age(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    room.image()
    reader = room.pictures.reader(TILE)
    room.pass_time(0.5)
    room.session.set_layout(preset("1"))
    assert room.pictures.reader(TILE) is not reader
    assert share_of(room.image(), MAGENTA) > 0.8
    room.pass_time(0.6)
    assert _state(room) is TruthState.LATE
    room.pictures.publish(ONE, plain(*GREEN))
    room.canvas.tick()
    assert share_of(room.image(), GREEN) > 0.8


def test_stream_switch_keeps_the_picture(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(ONE, plain(*MAGENTA))
    room.canvas.tick()
    room.image()
    room.session.pin(TILE, StreamName.SUB)
    assert room.pictures.views[0].stream is StreamName.SUB
    assert share_of(room.image(), MAGENTA) > 0.8


def test_hidden_tiles_of_an_enlarged_wall_go_on(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish_all()
    room.canvas.tick()
    room.session.toggle_enlarge(TileId(2))
    assert {view.tile for view in room.pictures.views} == {0, 1, 2, 3}
    assert {(v.width_px, v.height_px) for v in room.pictures.views if v.tile != 2} == {(480, 270)}
    for _ in range(20):
        room.pictures.publish_all()
        room.pass_time(0.1)
    assert {_state(room, tile) for tile in range(4)} == {TruthState.LIVE}
    room.pass_time(2.0)
    assert {_state(room, tile) for tile in range(4)} == {TruthState.LATE}


# Every state can be told from every other


def _every_state(open_wall: OpenWall, size: tuple[int, int]) -> dict[str, QImage]:
    images = {}
    for level in (Level.CLEAR, Level.MOSAIC):
        sensitivity = Sensitivity.PUBLIC if level is Level.CLEAR else Sensitivity.PRIVATE
        for state, age_s in (("live", 0.1), ("late", 1.5), ("stale", 5.0), ("lost", 11.0)):
            room = open_wall("1", [1], size=size, sensitivity=sensitivity)
            room.pictures.publish(ONE, street())
            room.canvas.tick()
            room.image()
            room.pass_time(age_s, step_s=0.1)
            images[f"{level} {state}"] = room.image()
    del images["mosaic lost"]  # no picture, so none of its level
    frozen = open_wall("1", [1], size=size)
    for _ in range(12):
        frozen.pictures.publish(ONE, street(), changed=False)
        frozen.pass_time(1.0, step_s=0.5)
    images["frozen"] = frozen.image()
    for phase in (Phase.CONNECTING, Phase.REFUSED, Phase.QUARANTINED):
        room = open_wall("1", [1], size=size)
        cause = None if phase is Phase.CONNECTING else Cause.UNAUTHORISED
        room.pictures.set_reading(ONE, Reading(phase, Level.CLEAR, cause=cause))
        room.pass_time(0.2)
        images[phase.value] = room.image()
    images["closed"] = open_wall("1", [1], size=size, sensitivity=Sensitivity.PROTECTED).image()
    images["empty"] = open_wall("1", [], size=size).image()
    unknown = open_wall("1", [], size=size)
    unknown.session.assign(TILE, CameraNumber(999))
    images["unknown"] = unknown.image()
    return images


@pytest.mark.slow
@pytest.mark.parametrize("size", [(480, 270), (160, 90)])
def test_no_two_states_look_alike_and_none_is_black(open_wall: OpenWall, size: tuple[int, int]) -> None:
    images = _every_state(open_wall, size)
    assert len(images) == 14
    for (name, image), (other_name, other) in itertools.combinations(images.items(), 2):
        assert difference(image, other) > 0.004, f"{name} looks like {other_name}"
    for name, image in images.items():
        assert lightness(image) > 20, f"{name} is black"
