"""Remembered views with a real decoder and the simulated PTZ, drawn live where it looks."""

from __future__ import annotations

import os
import signal

import pytest

from tests.feeds.view_stage import MARK, MAST, staged
from wallapp.domain.camera import Sensitivity
from wallapp.domain.view_state import NO_SHIFT, ViewState


@pytest.mark.slow
@pytest.mark.logs("decoder 1 was replaced")
def test_a_camera_that_moves_leaves_its_view_and_is_known_again() -> None:
    with staged() as stage:
        home = stage.source.ptz.aim
        assert stage.views.hold(MARK, MAST, (0.5, 0.5)) == (0.5, 0.5)
        assert stage.state() is ViewState.UNSURE, "nothing is compared yet"
        stage.wait(ViewState.SAME, within_s=3)
        assert stage.views.shift_of(MARK) == NO_SHIFT
        assert list(stage.stored) == [MARK]

        # By somebody else's hand: nobody tells us, the pictures do.
        stage.source.ptz.goto(home.pan_deg + 22, home.tilt_deg, home.zoom)
        assert stage.wait(ViewState.MOVED, within_s=6) < 6
        stage.source.ptz.goto(home.pan_deg, home.tilt_deg, home.zoom)
        stage.wait(ViewState.SAME, within_s=8)

        # By ours: known before the first picture that shows it.
        stage.views.commanded(MAST, going_on=True)
        assert stage.views.state_of(MARK) is ViewState.MOVED
        stage.source.ptz.goto(home.pan_deg - 15, home.tilt_deg, home.zoom)
        stage.views.commanded(MAST)
        stage.source.ptz.goto(home.pan_deg, home.tilt_deg, home.zoom)
        assert stage.state() is ViewState.MOVED
        stage.wait(ViewState.SAME, within_s=8)

        # A decoder that dies knows nothing any more; the next one is told what was stored.
        for pid in stage.rig.pool.board.pids.values():
            os.kill(pid, signal.SIGKILL)
        stage.wait(ViewState.UNSURE, within_s=3)
        stage.wait(ViewState.SAME, within_s=15)

        # Another station, or this one tomorrow, knows the view by its signature.
        signature = stage.stored[MARK]
        stage.views.release(MARK)
        assert stage.views.state_of(MARK) is ViewState.UNSURE
        stage.views.follow({MARK: (MAST, signature)})
        stage.wait(ViewState.SAME, within_s=3)
        stage.views.follow({})
        assert stage.views.state_of(MARK) is ViewState.UNSURE


@pytest.mark.slow
def test_the_signature_of_a_private_camera_never_reaches_the_console() -> None:
    with staged(Sensitivity.PRIVATE) as stage:
        stage.views.hold(MARK, MAST, (0.5, 0.5))
        stage.wait(ViewState.SAME, within_s=3)
        home = stage.source.ptz.aim
        stage.source.ptz.goto(home.pan_deg + 22, home.tilt_deg, home.zoom)
        stage.wait(ViewState.MOVED, within_s=6)
        assert not stage.stored
