"""The city's PTZ as a device: a real child process that serves, turns, tells where it looks, and stops by itself."""

from __future__ import annotations

import sys

import av
import pytest

from tests.waiting import wait_until
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.sight import Gaze
from wallapp.services.ptz import STILL, Speed
from wallapp.simulation.ptz_station import PtzStation

MAST = CameraNumber(114)


@pytest.mark.slow
def test_it_serves_turns_tells_and_stops_by_itself() -> None:
    station = PtzStation(MAST)
    try:
        with pytest.raises(Unavailable):
            station.move(MAST, Speed(pan=1.0), for_s=1.0)
        wait_until(lambda: station.address, within_s=60, what="the PTZ is served")
        assert set(station.cameras) == {MAST}
        assert station.address is not None
        with av.open(station.address, options={"rtsp_transport": "tcp"}, timeout=20) as stream:
            pictures = stream.decode(video=0)

            def turned(gaze: Gaze) -> bool:
                """Whether it looks elsewhere than so, one picture on."""
                next(pictures)
                return station.gaze_of(MAST) != gaze

            next(pictures)
            home = station.gaze_of(MAST)
            assert home is not None and not turned(home)
            station.move(MAST, Speed(pan=1.0), for_s=0.5)
            wait_until(lambda: turned(home), within_s=20, what="it turns")
            # Nobody says anything more: half a second of its pictures later it stands.
            seen: list[Gaze | None] = []

            def stands() -> bool:
                next(pictures)
                seen.append(station.gaze_of(MAST))
                return len(seen) > 8 and len(set(seen[-8:])) == 1

            wait_until(stands, within_s=20, what="it stands")
            there = station.gaze_of(MAST)
            assert there is not None and there.hfov_deg < 60
            assert 3 < (there.azimuth_deg - home.azimuth_deg) % 360 < 40, "to the right"
            station.move(MAST, Speed(zoom=1.0), for_s=30.0)
            wait_until(lambda: turned(there), within_s=20, what="it zooms")
            station.move(MAST, STILL, for_s=0.0)
            station.home(MAST)
            wait_until(lambda: not turned(home), within_s=20, what="it is home")
    finally:
        station.close()
    wait_until(lambda: station.is_over, within_s=5, what="the child is gone")
    assert station.address is None and station.gaze_of(MAST) is None
    with pytest.raises(Unavailable):
        station.home(MAST)


@pytest.mark.logs("something unknown")
def test_a_child_that_ends_or_babbles_costs_the_commands_alone() -> None:
    babble = "print('8554'); print('{\"served\": \"114\"}'); print('[]'); print('{'); print('{\"gaze\": 1}')"
    station = PtzStation(MAST, command=[sys.executable, "-c", babble])
    try:
        wait_until(lambda: station.is_over, within_s=20, what="it has ended")
        assert not station.cameras
        with pytest.raises(Unavailable, match="no commands"):
            station.move(MAST, STILL, for_s=0.0)
    finally:
        station.close()
