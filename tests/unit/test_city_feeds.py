"""Which of the demo's cameras can be shown: files once they are drawn, the one that turns as soon as it is live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wallapp.app.sources import CityFeeds, CityFiles
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import load_city

CITY = load_city()
MAST, PLAZA = CameraNumber(114), CameraNumber(101)
COUNT = [camera.number for camera in CITY.cameras].index(MAST) + 1


@dataclass
class Media:
    """Clips that the test says are drawn."""

    drawn: set[CameraNumber] = field(default_factory=set)
    asked: list[CameraNumber] = field(default_factory=list)

    def path(self, number: CameraNumber, stream: StreamName) -> Path:
        return Path(f"/city/{number}-{stream}.mp4")

    def is_ready(self, number: CameraNumber) -> bool:
        return number in self.drawn

    def prepare(self, numbers: Sequence[CameraNumber]) -> None:
        self.asked += numbers


@dataclass
class Live:
    """A station that the test says serves, or is over."""

    number: CameraNumber = MAST
    address: str | None = None
    is_over: bool = False


def feeds_of(media: Media, live: Live | None) -> CityFeeds:
    return CityFeeds(CITY, COUNT, media, CityFiles(media), live=live)  # type: ignore[arg-type]  # as far as it is used


def test_a_measured_wall_plays_every_camera_from_its_file() -> None:
    media = Media()
    feeds = feeds_of(media, None)
    feeds.prepare()
    assert len(media.asked) == COUNT and MAST in media.asked
    media.drawn |= {MAST}
    ready = feeds.look()
    assert ready is not None and set(ready[MAST].streams) == {StreamName.MAIN, StreamName.SUB}
    assert feeds.progress == (1, COUNT)


def test_the_camera_that_turns_comes_live_and_is_not_drawn_beforehand() -> None:
    media, live = Media(), Live()
    feeds = feeds_of(media, live)
    feeds.prepare()
    assert MAST not in media.asked and len(media.asked) == COUNT - 1
    assert feeds.look() is None
    media.drawn |= {PLAZA}
    assert feeds.look() is not None and set(feeds.drawn) == {PLAZA}
    live.address = "rtsp://127.0.0.1:9/114"
    ready = feeds.look()
    assert ready is not None and ready[MAST].streams == {StreamName.MAIN: live.address}
    assert feeds.look() is None
    assert feeds.progress == (1, COUNT - 1), "what is live is never drawn for good"


def test_where_it_cannot_be_live_it_plays_its_tour() -> None:
    media, live = Media(), Live(is_over=True)
    feeds = feeds_of(media, live)
    feeds.prepare()
    assert feeds.look() is None
    assert media.asked[-1] == MAST
    media.drawn |= {MAST}
    ready = feeds.look()
    assert ready is not None and ready[MAST].streams == {StreamName.MAIN: "/city/114-main.mp4"}
    assert media.asked.count(MAST) == 1
