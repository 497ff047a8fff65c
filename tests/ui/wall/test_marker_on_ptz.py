"""A marker on the PTZ's picture, on a painted wall with a real decoder: it is never at a pixel that is not its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.feeds.view_stage import MAST, Stage, staged
from tests.ui.wall.marked_wall import FIRST, HOLDER, SPOT, MarkedWall
from tests.waiting import wait_until
from wallapp.simulation.ptz import Aim
from wallapp.ui.application import ConsoleApplication


@pytest.mark.slow
def test_a_marker_leaves_its_pixel_when_the_camera_turns_and_comes_back_with_the_view(
    qtbot: QtBot, console: ConsoleApplication
) -> None:
    with staged() as stage:
        wall = MarkedWall(stage.rig, stage.views, MAST)
        try:
            _story(stage, wall)
        finally:
            wall.end()


def _story(stage: Stage, wall: MarkedWall) -> None:
    ptz, home = stage.source.ptz, stage.source.ptz.aim
    wait_until(lambda: not wall.is_marked() and wall.canvas.whole_picture(FIRST), within_s=20, what="a picture")
    stage.views.hold(HOLDER, MAST, SPOT)
    wait_until(wall.is_marked, within_s=5, what="the marker stands")

    # Somebody else turns the camera: within 6 s.
    ptz.goto(home.pan_deg + 22, home.tilt_deg, home.zoom)
    assert wait_until(lambda: not wall.is_marked(), within_s=6, what="the marker has left") < 6
    _back(ptz.goto, home)
    wait_until(wall.is_marked, within_s=10, what="the marker is back")

    # We turn it: gone from the very next painting on, which is before any new picture, and it stays away.
    pictures = wall.shown
    stage.views.commanded(MAST, going_on=True)
    assert not wall.is_marked()
    assert wall.shown <= pictures + 1
    ptz.move(pan_deg_s=20.0)
    seen = wall.shown
    while wall.shown < seen + 25:
        assert not wall.is_marked()
    stage.views.commanded(MAST)
    _back(ptz.goto, home)
    assert not wall.is_marked()
    wait_until(wall.is_marked, within_s=10, what="the marker is back")


def _back(goto: Callable[[float, float, float], None], home: Aim) -> None:
    goto(home.pan_deg, home.tilt_deg, home.zoom)
