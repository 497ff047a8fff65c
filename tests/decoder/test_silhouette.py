"""Silhouettes on encoded video: who stands still stays covered, and every doubt ends in none."""

from __future__ import annotations

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.decoder.pictures import clip, decoded, gate_with, pixels
from wallapp.base.errors import BadInput, RuleBroken
from wallapp.decoder.planes import planes_of
from wallapp.decoder.redact import FILL_LEVEL
from wallapp.decoder.scene import Scene, certify_scene
from wallapp.decoder.silhouette import FIGURE_LEVEL, RIM_LEVEL, Silhouette
from wallapp.domain.mask import Mask
from wallapp.domain.view import Level, silhouette_size

Rgb = NDArray[np.uint8]
SIZE_PX = (640, 360)
SECOND_NS = 1_000_000_000
BODY = (slice(140, 300), slice(300, 360))
"""Rows and columns of somebody who stands there, in source pixels."""


def street() -> Rgb:
    """An empty place: a gradient, walls, windows and a kerb."""
    rgb = np.empty((360, 640, 3), np.float64)
    rgb[:] = np.linspace(150, 90, 360)[:, None, None]
    rgb[40:200, 60:260] = (120, 100, 85)
    rgb[40:180, 400:600] = (170, 165, 150)
    for left in range(80, 250, 40):
        rgb[60:100, left : left + 20] = (50, 60, 75)
        rgb[120:160, left : left + 20] = (60, 60, 70)
    for left in range(420, 590, 40):
        rgb[70:110, left : left + 24] = (80, 90, 105)
    rgb[240:246] = (190, 190, 185)
    return rgb.astype(np.uint8)


def filmed(pictures: list[Rgb], *, seed: int = 1, noise: float = 3.0) -> list[av.VideoFrame]:
    """As a camera sends them: with a sensor's noise, then H.264."""
    rng = np.random.default_rng(seed)
    noisy = [np.clip(one + rng.normal(0, noise, one.shape), 0, 255).astype(np.uint8) for one in pictures]
    return list(decoded(clip(noisy)))


def with_somebody(colour: tuple[int, int, int], at: tuple[slice, slice] = BODY) -> Rgb:
    rgb = street()
    rgb[at] = colour
    return rgb


@pytest.fixture(scope="module")
def scene() -> Scene:
    return certify_scene(filmed([street()] * 9, seed=9))


def drawn(scene: Scene, frame: av.VideoFrame, *, masks: tuple[Mask, ...] = ()) -> NDArray[np.uint8] | None:
    return Silhouette((scene,), masks).draw(planes_of(frame), 10 * SECOND_NS)


def figure_share(shown: NDArray[np.uint8], at: tuple[slice, slice] = BODY) -> float:
    """Of the body's pixels that are solid."""
    rows, columns = (slice(one.start // 2, one.stop // 2) for one in at)
    return float((shown[rows, columns, :3] == FIGURE_LEVEL).all(axis=2).mean())


def test_an_empty_place_shows_nobody(scene: Scene) -> None:
    for frame in filmed([street()] * 6):
        shown = drawn(scene, frame)
        assert shown is not None
        assert (shown[:, :, :3] == scene.bgr).all(axis=2).mean() > 0.999


@pytest.mark.parametrize(
    "colour",
    [(20, 20, 25), (230, 225, 220), (160, 60, 60), (60, 130, 60)],
    ids=["dark", "light", "red", "green"],
)
def test_somebody_is_solid_and_nothing_of_them_shows(scene: Scene, colour: tuple[int, int, int]) -> None:
    shown = drawn(scene, filmed([with_somebody(colour)] * 3)[-1])
    assert shown is not None
    assert figure_share(shown) == 1.0
    ours = (shown[:, :, :3] == scene.bgr).all(axis=2)
    assert (ours | np.isin(shown[:, :, :3], (FIGURE_LEVEL, RIM_LEVEL)).all(axis=2)).all()


def test_a_colour_alone_is_a_difference(scene: Scene) -> None:
    """Clothing as bright as the wall behind it: of the same luma, another hue."""
    wall = int(street()[200, 320, 1])
    colour = (wall + 45, wall - 18, wall - 30)
    luma = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    assert abs(luma - wall) < 3
    shown = drawn(scene, filmed([with_somebody(colour, (slice(190, 220), slice(300, 360)))] * 3)[-1])
    assert shown is not None
    assert figure_share(shown, (slice(190, 220), slice(300, 360))) > 0.95


@pytest.mark.parametrize(("contrast", "seen"), [(10, False), (35, True)])
def test_the_limit_that_is_told_to_the_owner(scene: Scene, contrast: int, *, seen: bool) -> None:
    """Under 20 of 255 in every colour somebody is not drawn. Even then nothing of them leaves."""
    rgb = street()
    rgb[BODY] += np.uint8(contrast)
    shown = drawn(scene, filmed([rgb] * 3)[-1])
    assert shown is not None
    assert (figure_share(shown) > 0.9) is seen
    ours = (shown[:, :, :3] == scene.bgr).all(axis=2)
    assert (ours | np.isin(shown[:, :, :3], (FIGURE_LEVEL, RIM_LEVEL)).all(axis=2)).all()


@pytest.mark.slow
def test_who_stands_still_stays_covered_for_twenty_thousand_frames(scene: Scene) -> None:
    """27 minutes at 12.5/s; a background model that learns uncovers them after five seconds."""
    rng = np.random.default_rng(5)
    size_px = (96, 54)
    small = street()[::6, ::6][:54, :96]
    frames = []
    for one in range(9):
        noisy = np.clip(small + rng.normal(0, 2, small.shape), 0, 255).astype(np.uint8)
        if one > 5:
            noisy[20:45, 40:50] = (30, 30, 35)
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(noisy), format="rgb24")
        frames.append(planes_of(frame.reformat(format="yuv420p")))
    empty = [av.VideoFrame.from_ndarray(np.ascontiguousarray(small), format="rgb24").reformat(format="yuv420p")] * 5
    silhouette = Silhouette((certify_scene(empty),))
    assert silhouette_size(*size_px) == size_px
    for index in range(20_000):
        shown = silhouette.draw(frames[6 + index % 3], 10 * SECOND_NS + index * SECOND_NS * 2 // 25)
        assert shown is not None
        if index % 1000 in (0, 999):
            assert (shown[20:45, 40:50, :3] == FIGURE_LEVEL).all()


def _lit(rgb: Rgb) -> Rgb:
    return np.clip(rgb.astype(np.int16) + 60, 0, 255).astype(np.uint8)


def _dusk(rgb: Rgb) -> Rgb:
    return (rgb * 0.5).astype(np.uint8)


def _bumped(rgb: Rgb) -> Rgb:
    return np.roll(rgb, (10, 16), axis=(0, 1))


def _turned_right(rgb: Rgb) -> Rgb:
    return np.roll(rgb, -6, axis=1)


def _turned_left(rgb: Rgb) -> Rgb:
    return np.roll(rgb, 6, axis=1)


def _sunk(rgb: Rgb) -> Rgb:
    return np.roll(rgb, -6, axis=0)


def _raised(rgb: Rgb) -> Rgb:
    return np.roll(rgb, 6, axis=0)


def _covered(rgb: Rgb) -> Rgb:
    return np.full_like(rgb, 12)


@pytest.mark.parametrize("happens", [_lit, _dusk, _bumped, _turned_right, _turned_left, _sunk, _raised, _covered])
def test_a_light_or_a_moved_camera_is_a_doubt(scene: Scene, happens: object) -> None:
    assert callable(happens)
    assert drawn(scene, filmed([happens(street())] * 3)[-1]) is None


def test_a_change_of_most_of_the_picture_is_a_doubt_though_edges_stay() -> None:
    """A blind that opens over a plain wall, the furniture beside it as before."""
    plain = street()
    plain[:, 200:] = 100
    bright = plain.copy()
    bright[:, 220:] = 160
    scene = certify_scene(filmed([plain] * 5))
    assert drawn(scene, filmed([plain] * 3)[-1]) is not None
    assert drawn(scene, filmed([bright] * 3)[-1]) is None


def test_another_size_or_a_scene_without_edges_is_a_doubt(scene: Scene) -> None:
    other = av.VideoFrame.from_ndarray(street(), format="rgb24").reformat(width=320, height=180, format="yuv420p")
    assert drawn(scene, other) is None
    plain = av.VideoFrame.from_ndarray(np.full((360, 640, 3), 128, np.uint8), format="rgb24")
    assert drawn(certify_scene([plain] * 5), plain) is None


def test_a_doubt_falls_to_mosaic_and_lasts_two_seconds(scene: Scene) -> None:
    calm, lit = filmed([street()] * 3)[-1], filmed([_lit(street())] * 3)[-1]
    sizes = []
    with gate_with(Level.SILHOUETTE, (320, 320), scenes=(scene,)) as (gate, reader):
        for index in range(50):  # of a tenth of a second
            gate.pass_frame(lit if 10 <= index < 12 else calm, 10 * SECOND_NS + index * SECOND_NS // 10)
            shown = pixels(reader)
            assert shown is not None
            sizes.append(shown.shape[1])
    assert sizes[:10] == [320] * 10
    assert sizes[14:31] == [40] * 17
    assert sizes[32:] == [320] * 18


def test_silhouettes_come_at_most_so_often(scene: Scene) -> None:
    frame = filmed([street()] * 3)[-1]
    with gate_with(Level.SILHOUETTE, (320, 320), scenes=(scene,)) as (gate, reader):
        for index in range(100):  # two seconds at 50/s
            gate.pass_frame(frame, 10 * SECOND_NS + index * SECOND_NS // 50)
        assert 20 <= reader.sequence <= 25


def test_what_a_mask_covers_does_not_show_from_the_scene_either(scene: Scene) -> None:
    mask = Mask(((0, 0), (4000, 0), (4000, 6000), (0, 6000)))
    shown = drawn(scene, filmed([with_somebody((20, 20, 25))] * 3)[-1], masks=(mask,))
    assert shown is not None
    assert (shown[:108, :128, :3] == FILL_LEVEL).all()
    assert figure_share(shown) > 0.95


def test_a_scene_goes_through_its_file_unchanged(scene: Scene) -> None:
    again = Scene.from_bytes(scene.to_bytes())
    assert (again.bgr == scene.bgr).all()
    assert (again.source_px, again.digest) == (scene.source_px, scene.digest)
    other = scene.bgr.copy()
    other[0, 0, 0] ^= 1
    assert Scene(other, scene.source_px).digest != scene.digest
    assert Scene(scene.bgr, (640, 361)).digest != scene.digest


@pytest.mark.parametrize("data", [b"", b"x", b"wallapp scene 1 640x360\n", b"wallapp scene 1 99999x2\n\x89PNG"])
def test_what_is_no_scene_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        Scene.from_bytes(data)


def test_a_cut_or_a_foreign_scene_file_is_refused(scene: Scene) -> None:
    data = scene.to_bytes()
    with pytest.raises(BadInput):
        Scene.from_bytes(data.replace(b"640x360", b"640x480", 1))
    with pytest.raises(BadInput):
        Scene.from_bytes(data[:60])


def test_a_scene_is_taken_of_an_empty_still_place_alone() -> None:
    walking = [with_somebody((20, 20, 25), (BODY[0], slice(left, left + 60))) for left in range(100, 400, 40)]
    with pytest.raises(RuleBroken):
        certify_scene(filmed(walking))
    with pytest.raises(BadInput):
        certify_scene(filmed([street()] * 3))
