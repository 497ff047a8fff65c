"""The PTZ: speeds, limits, the window over the large scene, and its live stream."""

from __future__ import annotations

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.ids import CameraNumber
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import PTZ_SCENE_PX, RATE_HZ
from wallapp.simulation.ptz import MOST_ZOOM, PAN_SPEED_DEG_S, PRESETS, Aim, Motion, Ptz, moved, tour, window
from wallapp.simulation.ptz_source import PtzSource

HFOV_DEG = 96.0
ANGLES = st.floats(-180, 180)
VIEW = load_city().viewpoints[CameraNumber(114)]


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
