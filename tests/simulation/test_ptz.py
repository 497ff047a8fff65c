"""The PTZ: speeds, limits, the window over the large scene, and its live stream."""

from __future__ import annotations

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.ids import CameraNumber
from wallapp.domain.place import Place
from wallapp.domain.sight import sight
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX, PTZ_SCENE_PX, RATE_HZ
from wallapp.simulation.ptz import (
    MOST_ZOOM,
    PAN_SPEED_DEG_S,
    PRESETS,
    Aim,
    Motion,
    Ptz,
    enlargement,
    moved,
    steered,
    tour,
    window,
)
from wallapp.simulation.ptz_source import PtzSource, gaze_at
from wallapp.simulation.scenes.lens import Pinhole, lens_of

HFOV_DEG = 96.0
ANGLES = st.floats(-180, 180)
CITY = load_city()
VIEW = CITY.viewpoints[CameraNumber(114)]


@given(ANGLES, ANGLES, st.floats(0.1, 50))
def test_the_window_never_leaves_the_scene(pan_deg: float, tilt_deg: float, zoom: float) -> None:
    shown = window(Aim(pan_deg, tilt_deg, zoom), HFOV_DEG)
    assert shown.left_px >= -1e-6 and shown.top_px >= -1e-6
    assert shown.left_px + shown.width_px <= PTZ_SCENE_PX[0] + 1e-6
    assert shown.top_px + shown.height_px <= PTZ_SCENE_PX[1] + 1e-6
    assert shown.width_px / shown.height_px == pytest.approx(16 / 9)
    assert shown.width_px >= PTZ_SCENE_PX[0] / MOST_ZOOM - 1e-6


@given(st.floats(-500, 500), st.floats(-500, 500), st.floats(-20, 20), st.floats(0.01, 1.0))
def test_no_axis_is_faster_than_its_limit(pan: float, tilt: float, zoom: float, dt_s: float) -> None:
    start = Aim(0.0, 0.0, 3.0)
    after = moved(start, Motion(pan, tilt, zoom), dt_s, HFOV_DEG)
    assert abs(after.pan_deg - start.pan_deg) <= PAN_SPEED_DEG_S * dt_s + 1e-6
    assert abs(after.zoom - start.zoom) <= 2.0 * dt_s + 1e-6


def test_panning_right_and_tilting_up_move_the_window_that_way() -> None:
    ptz = Ptz(HFOV_DEG, Aim(0.0, 0.0, 3.0))
    before = window(ptz.aim, HFOV_DEG)
    ptz.move(pan_deg_s=10, tilt_deg_s=5)
    after = window(ptz.step(0.5), HFOV_DEG)
    assert after.left_px > before.left_px and after.top_px < before.top_px
    ptz.stop()
    assert ptz.step(1.0) == ptz.aim


def test_a_hand_that_says_nothing_more_stops_it() -> None:
    ptz = Ptz(HFOV_DEG, Aim(0.0, 0.0, 3.0))
    ptz.move(pan_deg_s=10, for_s=0.5)
    assert [round(ptz.step(0.3).pan_deg, 6) for _ in range(3)] == [3.0, 5.0, 5.0]


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1), st.floats(1, 6))
def test_steering_slows_down_where_it_is_enlarged(pan: float, tilt: float, zoom: float, at: float) -> None:
    far, near = steered(pan, tilt, zoom, Aim()), steered(pan, tilt, zoom, Aim(zoom=at))
    assert abs(far.pan_deg_s) >= abs(near.pan_deg_s) and abs(near.pan_deg_s) * at <= 1.4 * PAN_SPEED_DEG_S + 1e-6
    assert near.pan_deg_s * pan >= 0 and near.tilt_deg_s * tilt >= 0 and near.zoom_per_s * zoom >= 0


@pytest.mark.parametrize("aim", [*PRESETS, Aim(), Aim(30.0, -8.0, 5.0)])
def test_a_place_stands_at_its_bearing_in_the_picture(aim: Aim) -> None:
    """What the device tells is what the scene draws: a tick at the place's bearing stands above it."""
    camera = CITY.cameras[[one.number for one in CITY.cameras].index(CameraNumber(114))]
    shown = window(aim, VIEW.hfov_deg)
    gaze = gaze_at(VIEW, aim)
    lens = lens_of(VIEW, PTZ_SCENE_PX)
    assert isinstance(lens, Pinhole)
    part = lens.cropped(shown.left_px, shown.top_px, enlargement(shown), MAIN_PX)
    for x in (0.15, 0.3, 0.5, 0.7, 0.85):
        ray = np.array([x * MAIN_PX[0] - part.centre_px[0], MAIN_PX[1] / 2 - part.centre_px[1], part.focal_px])
        east_m, north_m, _ = np.asarray(part.position_m) + ray @ part.axes * 40.0 / part.focal_px
        found = sight(camera, Place(*CITY.plane.to_lat_lon(float(east_m), float(north_m))), gaze=gaze)
        assert found is not None and found.tick_x is not None
        assert abs(found.tick_x - x) < (0.01 if x == 0.5 else 0.08), (
            "a part of one large flat picture is not quite a picture of its own"
        )


def test_goto_arrives_and_stays() -> None:
    ptz = Ptz(HFOV_DEG)
    target = PRESETS[0]
    ptz.goto(target.pan_deg, target.tilt_deg, target.zoom)
    steps = [ptz.step(1 / RATE_HZ) for _ in range(60)]
    assert steps[0] != steps[5]
    assert steps[-1] == steps[-2] == target


def test_goto_beyond_the_scene_ends_at_its_edge() -> None:
    ptz = Ptz(HFOV_DEG)
    ptz.goto(170.0, 0.0, 2.0)
    for _ in range(200):
        aim = ptz.step(1 / RATE_HZ)
    assert window(aim, HFOV_DEG).left_px == pytest.approx(PTZ_SCENE_PX[0] / 2)


def test_the_tour_passes_every_preset_and_has_no_seam() -> None:
    seen = {tour(share / 300) for share in range(300)}
    assert set(PRESETS) <= seen
    assert tour(0.0) == tour(1.0)


@pytest.mark.slow
def test_the_live_source_obeys_and_decodes() -> None:
    source = PtzSource(VIEW)
    decoder = av.CodecContext.create("h264", "r")
    pictures = []
    for index in range(30):
        if index == 3:
            source.ptz.move(pan_deg_s=40)
        coded = source.next_picture()
        assert coded.is_key == (index % 25 == 0)
        pictures += [frame.to_ndarray(format="gray") for frame in decoder.decode(av.Packet(coded.data))]  # type: ignore[attr-defined]  # of video
    pictures += [frame.to_ndarray(format="gray") for frame in decoder.decode(None)]  # type: ignore[attr-defined]  # of video
    assert len(pictures) == 30
    still = np.abs(pictures[1].astype(int) - pictures[2]).mean()
    assert np.abs(pictures[4].astype(int) - pictures[20]).mean() > 5 * still
