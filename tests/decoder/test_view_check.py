"""The view check on the city's own pictures: by day, by night, knocked, on tour; and what it must not fall for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
import pytest

from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import CameraNumber
from wallapp.decoder.view_check import ViewCheck
from wallapp.decoder.view_match import Finding, Glance, Look, Luma, ViewSignature, compare
from wallapp.domain.view import Level
from wallapp.domain.view_state import VIEWS_MOST, Evidence, ViewId, ViewReport, ViewState
from wallapp.simulation.city import load_city
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES
from wallapp.simulation.ptz import tour
from wallapp.simulation.scenes import happening
from wallapp.simulation.scenes.large_scene import LargeScene
from wallapp.simulation.scenes.scene import Scene

CITY = load_city()
CORNICHE, TRAM_STOP = 104, 107
MAST = 114
VIEW = ViewId(1)


@lru_cache(maxsize=8)
def pictures(number: int, *, night: bool = False, event: Event | None = None, first: int = 0) -> list[Luma]:
    """Six pictures of a camera, spread over its loop."""
    scene = Scene(replace(CITY.viewpoints[CameraNumber(number)], night=night), event=event)
    return [grey(scene.frame(first + index * (FRAMES - first) // 6)) for index in range(6)]


@lru_cache(maxsize=1)
def mast() -> LargeScene:
    return LargeScene(CITY.viewpoints[CameraNumber(MAST)])


def grey(image: np.ndarray) -> Luma:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)


def found(view: Luma, now: Luma) -> Finding:
    signature = Glance(view).signature()
    return compare(signature, [Look(signature.coarse)], Glance(now))


def shifted(picture: Luma, dx_px: float, dy_px: float) -> Luma:
    matrix = np.array([[1.0, 0.0, dx_px], [0.0, 1.0, dy_px]])
    return np.asarray(cv2.warpAffine(picture, matrix, (640, 360), borderMode=cv2.BORDER_REFLECT), np.uint8)


def turned(picture: Luma, roll_deg: float, zoom: float) -> Luma:
    matrix = cv2.getRotationMatrix2D((320, 180), roll_deg, zoom)
    return np.asarray(cv2.warpAffine(picture, matrix, (640, 360)), np.uint8)


def rain(picture: Luma, seed: int) -> Luma:
    """Streaks all over it, noise, and a veil."""
    random = np.random.default_rng(seed)
    wet = (picture * 0.7 + 50 + random.normal(0, 12, picture.shape)).clip(0, 255).astype(np.uint8)
    for x, y in random.uniform(0, 1, (250, 2)) * (640, 360):
        cv2.line(wet, (int(x), int(y)), (int(x) + 3, int(y) + 22), (210,), 1)
    return wet


def infrared(picture: Luma) -> Luma:
    """Leaves bright, sky dark, flat contrast: the other way round, as infrared often is."""
    return np.asarray(200 - picture * 0.6, np.uint8)


@pytest.mark.slow
@pytest.mark.parametrize("number", [CORNICHE, TRAM_STOP])
def test_day_and_night_are_one_view(number: int) -> None:
    by_day, by_night = pictures(number), pictures(number, night=True)
    for one in (*by_day, *by_night):
        finding = found(by_day[0], one)
        assert finding.evidence is Evidence.AGREES
        assert max(abs(finding.shift.dx), abs(finding.shift.dy)) < 0.005
    assert all(found(by_night[0], one).evidence is Evidence.AGREES for one in by_day)


GOLDEN: dict[str, tuple[Callable[[Luma], Luma], Evidence]] = {
    "itself": (lambda picture: picture, Evidence.AGREES),
    "dimmed": (lambda picture: (picture * 0.3).astype(np.uint8), Evidence.AGREES),
    "overexposed": (lambda picture: (picture * 1.6).clip(0, 255).astype(np.uint8), Evidence.AGREES),
    "infrared": (infrared, Evidence.AGREES),
    "rain": (lambda picture: rain(picture, 3), Evidence.AGREES),
    "a tenth of it hidden": (lambda picture: _hidden(picture, 0.1), Evidence.AGREES),
    "half of it hidden": (lambda picture: _hidden(picture, 0.5), Evidence.AGREES),
    "swayed": (lambda picture: shifted(picture, 6, -4), Evidence.AGREES),
    "pushed by a twelfth": (lambda picture: shifted(picture, 52, 0), Evidence.ELSEWHERE),
    "pushed far": (lambda picture: shifted(picture, 120, 30), Evidence.ELSEWHERE),
    "enlarged": (lambda picture: turned(picture, 0, 1.15), Evidence.ELSEWHERE),
    "slightly enlarged": (lambda picture: turned(picture, 0, 1.09), Evidence.ELSEWHERE),
    "rolled": (lambda picture: turned(picture, 12, 1.0), Evidence.ELSEWHERE),
    "black": (np.zeros_like, Evidence.BLIND),
    "fog": (lambda picture: (170 + picture * 0.02).astype(np.uint8), Evidence.BLIND),
    "upside down": (lambda picture: np.ascontiguousarray(picture[::-1, ::-1]), Evidence.ELSEWHERE),
    "another place": (lambda picture: np.ascontiguousarray(picture[:, ::-1]), Evidence.MISS),
}


def _hidden(picture: Luma, share: float) -> Luma:
    covered = picture.copy()
    covered[:, : int(640 * share)] = 90
    return covered


@pytest.mark.parametrize("case", GOLDEN)
def test_the_golden_table(case: str) -> None:
    change, evidence = GOLDEN[case]
    first, *_, other = pictures(CORNICHE)
    assert found(first, change(other)).evidence is evidence


def test_texts_burnt_into_the_margins_do_not_hold_a_view() -> None:
    first, *_, other = (_captioned(picture) for picture in pictures(CORNICHE))
    assert found(first, other).evidence is Evidence.AGREES
    elsewhere = _captioned(np.ascontiguousarray(pictures(CORNICHE)[0][:, ::-1]))
    assert found(first, elsewhere).evidence is Evidence.MISS
    assert found(first, _captioned(np.full((360, 640), 90, np.uint8))).evidence is Evidence.BLIND


def _captioned(picture: Luma) -> Luma:
    """Name, date and a logo in bright letters above and below, as some cameras have it."""
    written = picture.copy()
    for y_px in (22, 350):
        cv2.putText(written, "CORNICHE EAST 2026-01-01 12:00:00 CAM 104", (6, y_px), 0, 0.8, (255,), 2)
    return written


@pytest.mark.parametrize(("dx_px", "dy_px"), [(3, 0), (-9, 5), (20, -12), (0, 18)])
def test_a_small_shift_is_measured(dx_px: float, dy_px: float) -> None:
    first, *_, other = pictures(CORNICHE)
    finding = found(first, shifted(other, dx_px, dy_px))
    assert finding.evidence is Evidence.AGREES
    assert (finding.shift.dx * 640, finding.shift.dy * 360) == pytest.approx((dx_px, dy_px), abs=1.0)


@pytest.mark.slow
def test_no_camera_is_taken_for_another() -> None:
    """Names and clocks are burnt in at the same place everywhere."""
    sets = {number: [*pictures(number), *pictures(number, night=True)] for number in (CORNICHE, TRAM_STOP)}
    for number, views in sets.items():
        others = [one for other, several in sets.items() if other != number for one in several]
        assert {found(views[0], one).evidence for one in others} <= {Evidence.MISS, Evidence.DOUBT}


class Feed:
    """A view check with pictures shown to it 25 times a second, on a clock moved by hand."""

    def __init__(self, first: Luma, *, turns: bool = False) -> None:
        self.clock = ManualClock()
        self.check = ViewCheck(turns=turns)
        self.check.remember(VIEW)
        self.reports: list[ViewReport] = []
        self.checks = 0
        self.show([first])

    def state(self) -> ViewState:
        return self.reports[-1].state

    def show(self, frames: Iterable[Luma]) -> None:
        for frame in frames:
            self.clock.advance(0.04)
            if self.check.is_due(self.clock.mono_s()):
                self.checks += 1
                self.reports += self.check.check(frame, self.clock.mono_s())

    def show_for(self, seconds: float, frames: list[Luma]) -> None:
        self.show(frames[index // 12 % len(frames)] for index in range(int(seconds * 25)))


@pytest.mark.slow
@pytest.mark.parametrize("turns", [False, True])
def test_two_hundred_frames_of_dusk_trip_nothing(turns: bool) -> None:
    by_day, by_night = pictures(TRAM_STOP), pictures(TRAM_STOP, night=True)
    feed = Feed(by_day[0], turns=turns)
    for index in range(200):
        night = min(1.0, max(0.0, index / 120 - 0.2))
        one = by_day[index // 12 % 6] * (1 - night) + by_night[index // 12 % 6] * night
        feed.show([infrared(one.astype(np.uint8)) if index > 160 else one.astype(np.uint8)])
    feed.show_for(10, [infrared(one) for one in by_night])
    feed.show_for(10, by_day)
    assert {report.state for report in feed.reports} == {ViewState.SAME}
    assert feed.checks <= 2 * (8 + 20)


@pytest.mark.slow
def test_a_sudden_night_switch_trips_not_even_a_camera_that_turns() -> None:
    feed = Feed(pictures(CORNICHE)[0], turns=True)
    for _ in range(4):
        feed.show_for(6, pictures(CORNICHE, night=True))
        feed.show_for(6, pictures(CORNICHE))
    assert {report.state for report in feed.reports} == {ViewState.SAME}


@pytest.mark.slow
def test_a_knocked_camera_is_noticed_within_six_seconds_and_trusted_again_once_put_back() -> None:
    before, after = pictures(CORNICHE), pictures(CORNICHE, event=Event.KNOCKED, first=happening.KNOCK_FRAME)
    feed = Feed(before[0])
    feed.show_for(5, before)
    assert feed.state() is ViewState.SAME
    feed.show_for(3, after)
    assert feed.state() is ViewState.MOVED
    feed.show_for(60, after)
    assert feed.state() is ViewState.MOVED
    feed.show_for(4, before)
    assert feed.state() is ViewState.SAME


@pytest.mark.slow
@pytest.mark.parametrize("event", [Event.CROWD, Event.SMOKE])
def test_what_happens_before_the_camera_does_not_trip_it(event: Event) -> None:
    feed = Feed(pictures(CORNICHE)[0])
    feed.show_for(12, pictures(CORNICHE, event=event, first=FRAMES // 2))
    assert {report.state for report in feed.reports} == {ViewState.SAME}


@pytest.mark.slow
def test_a_touring_camera_leaves_its_view_within_one_check_and_comes_back() -> None:
    scene = mast()
    stands = [grey(scene.draw(tour(0.0), index)) for index in (0, 12, 24)]
    feed = Feed(stands[0], turns=True)
    feed.show_for(3, stands)
    assert feed.state() is ViewState.SAME
    away = [grey(scene.draw(tour(0.28), 40))]
    feed.show(away * 25)
    assert feed.state() is ViewState.MOVED
    for share in (0.2, 0.45, 0.6, 0.8):
        feed.show([grey(scene.draw(tour(share), 50))] * 26)
        assert feed.state() is ViewState.MOVED
    feed.show_for(3, stands)
    assert feed.state() is ViewState.SAME


def test_our_own_move_is_told_before_any_picture_and_not_taken_back_by_the_old_ones() -> None:
    stands = pictures(CORNICHE)
    feed = Feed(stands[0], turns=True)
    feed.show_for(1.2, stands)
    reports = feed.check.commanded(1, feed.clock.mono_s())
    assert [(report.state, report.revision) for report in reports] == [(ViewState.MOVED, 1)]
    feed.reports += reports
    # The camera takes its time: the old picture comes for a second yet.
    feed.show_for(1.0, stands)
    assert feed.state() is ViewState.MOVED
    feed.show_for(2.0, [shifted(stands[0], 150, 0)])
    assert feed.state() is ViewState.MOVED
    feed.show_for(3.0, stands)
    assert (feed.state(), feed.reports[-1].revision) == (ViewState.SAME, 1)


def test_a_lost_feed_is_unsure_until_its_first_picture() -> None:
    stands = pictures(CORNICHE)
    feed = Feed(stands[0])
    assert [report.state for report in feed.check.feed_lost()] == [ViewState.UNSURE]
    feed.show(stands[1:2])
    assert feed.state() is ViewState.SAME


def test_a_sagging_camera_is_followed_and_then_given_up() -> None:
    stands = pictures(CORNICHE)
    feed = Feed(stands[0])
    for down_px in range(0, 25, 4):
        feed.show_for(2, [shifted(stands[1], 0, down_px)])
    assert feed.state() is ViewState.SAME
    assert feed.reports[-1].shift.dy * 360 == pytest.approx(24, abs=1.5)
    feed.show_for(3, [shifted(stands[1], 0, 44)])
    assert feed.state() is ViewState.MOVED


def test_a_signature_leaves_only_a_clear_camera_and_survives_storing() -> None:
    stands = pictures(CORNICHE)
    feed = Feed(stands[0])
    for level in Level:
        assert (feed.check.signature(VIEW, level) is not None) == (level is Level.CLEAR)
    stored = feed.check.signature(VIEW, Level.CLEAR)
    assert stored is not None
    assert len(stored) < 26_000
    restored = ViewSignature.from_bytes(stored)
    assert restored.to_bytes() == stored
    again = ViewCheck(turns=False)
    again.restore(VIEW, restored, 0.0)
    assert [report.state for report in again.check(stands[3], 0.0)] == [ViewState.SAME]
    for damaged in (b"", stored[:-1], stored + b"x", b"XXXX" + stored[4:], stored[:8] + b"\xff\xff" + stored[10:]):
        with pytest.raises(BadInput, match="damaged"):
            ViewSignature.from_bytes(damaged)


def test_a_report_holds_no_pixel() -> None:
    feed = Feed(pictures(CORNICHE)[0])
    assert {type(value) for value in _values(feed.reports[0])} <= {int, float, ViewState}


def _values(report: ViewReport) -> list[object]:
    return [report.view, report.state, report.revision, report.shift.dx, report.shift.dy]


def test_views_are_bounded_and_forgotten() -> None:
    check = ViewCheck(turns=False)
    assert not check.is_due(1e9), "without views it asks for nothing"
    for number in range(VIEWS_MOST):
        check.remember(ViewId(number))
    with pytest.raises(RuleBroken, match="resolve"):
        check.remember(ViewId(99))
    check.check(pictures(CORNICHE)[0], 1.0)
    with pytest.raises(RuleBroken, match="resolve"):
        check.restore(ViewId(99), Glance(pictures(CORNICHE)[0]).signature(), 1.0)
    for number in range(VIEWS_MOST):
        check.forget(ViewId(number))
    assert not check.is_due(1e9)
    check.forget(ViewId(99))


def test_a_picture_without_anything_in_it_can_be_remembered() -> None:
    feed = Feed(np.full((360, 640), 128, np.uint8))
    feed.show_for(20, [np.full((360, 640), 120, np.uint8)])
    assert feed.state() is ViewState.UNSURE


@pytest.mark.parametrize("shape", [(180, 320), (1080, 1920), (576, 704), (90, 160), (48, 64)])
def test_any_size_of_picture_will_do(shape: tuple[int, int]) -> None:
    first, other = (np.asarray(cv2.resize(one, shape[::-1]), np.uint8) for one in pictures(CORNICHE)[:2])
    assert found(pictures(CORNICHE)[0], other).evidence is Evidence.AGREES or shape[0] < 90
    assert found(first, other).evidence is Evidence.AGREES
