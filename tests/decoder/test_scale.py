"""Colours and sizes against FFmpeg's own scaler, which is not ours."""

from __future__ import annotations

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from wallapp.decoder.planes import planes_of
from wallapp.decoder.scale import Scaler, fit
from wallapp.domain.view import WHOLE, Crop


def smooth_picture(width_px: int, height_px: int) -> NDArray[np.uint8]:
    """A gradient in all three colours: what any sane scaler renders alike."""
    x, y = np.meshgrid(np.linspace(0, 1, width_px), np.linspace(0, 1, height_px))
    return np.dstack([40 + 180 * x, 40 + 180 * y, 220 - 180 * x]).astype(np.uint8)


def frame_of(rgb: NDArray[np.uint8], pixel_format: str, colorspace: int) -> av.VideoFrame:
    matrix = "itu709" if colorspace == 1 else "itu601"
    source = av.VideoFrame.from_ndarray(rgb, format="rgb24")
    frame = source.reformat(format=pixel_format, dst_colorspace=matrix)
    frame.colorspace = colorspace
    return frame


@pytest.mark.parametrize(
    "pixel_format",
    ["yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "gray", "bgr24", "nv12", "yuv420p10le", "yuv440p"],
)
@pytest.mark.parametrize("colorspace", [1, 5])
def test_colours_come_out_as_they_went_in(pixel_format: str, colorspace: int) -> None:
    rgb = smooth_picture(640, 360)
    target = np.zeros((180, 320, 4), np.uint8)
    Scaler().write(planes_of(frame_of(rgb, pixel_format, colorspace)), WHOLE, target)
    expected = rgb[1::2, 1::2, ::-1].astype(int)
    if pixel_format == "gray":
        assert np.ptp(target[:, :, :3].astype(int), axis=2).max() <= 2
    else:
        assert np.abs(target[:, :, :3].astype(int) - expected).mean() < 3.0
    assert (target[:, :, 3] == 255).all()


def test_an_hd_picture_that_does_not_say_its_matrix_is_taken_as_bt709() -> None:
    rgb = smooth_picture(1280, 720)
    frame = frame_of(rgb, "yuv420p", 1)
    frame.colorspace = 2
    target = np.zeros((360, 640, 4), np.uint8)
    Scaler().write(planes_of(frame), WHOLE, target)
    assert np.abs(target[:, :, :3].astype(int) - rgb[1::2, 1::2, ::-1]).mean() < 3.0


def test_a_crop_shows_its_part_alone() -> None:
    rgb = np.zeros((360, 640, 3), np.uint8)
    rgb[:180, 320:] = (255, 0, 0)
    target = np.zeros((90, 160, 4), np.uint8)
    Scaler().write(planes_of(frame_of(rgb, "yuv444p", 5)), Crop(0.5, 0.0, 1.0, 0.5), target)
    assert target[:, :, 2].min() > 240
    assert target[:, :, :2].max() < 20


@pytest.mark.parametrize(
    ("source_px", "box_px", "fitted"),
    [
        ((640, 360), (480, 272), (480, 270)),
        ((640, 480), (480, 272), (362, 272)),
        ((360, 640), (480, 272), (152, 272)),
        ((640, 360), (1, 1), (0, 0)),
        ((2, 2000), (100, 100), (2, 100)),
    ],
)
def test_the_shape_is_kept(source_px: tuple[int, int], box_px: tuple[int, int], fitted: tuple[int, int]) -> None:
    assert fit(source_px, box_px) == fitted
