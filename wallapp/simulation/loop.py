"""The beat of the city: how long its loop is, how often it is drawn, how large."""

from __future__ import annotations

LOOP_S = 12.0
"""Everything in the city repeats after this long, so that a clip runs on without a seam."""

RATE_HZ = 25
FRAMES = int(LOOP_S * RATE_HZ)

MAIN_PX = (640, 360)
SUB_PX = (320, 180)
SUB_EVERY = 2
"""The sub stream takes every second frame: 12.5 a second."""

PTZ_SCENE_PX = (1920, 1080)
"""The larger scene of which a PTZ shows a part."""
