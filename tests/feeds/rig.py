"""A pool with real decoders for tests, and words to ask it with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber, OwnerName, TileId
from wallapp.domain.camera import Camera, StreamName, Transport
from wallapp.domain.feed_state import Truth, TruthState, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import Level, View
from wallapp.feeds.pool import Pool
from wallapp.feeds.settings import PoolSettings
from wallapp.services.credentials import Credential

LIVE_WITHIN_S = 20.0


@dataclass(frozen=True)
class Rig:
    """Cameras by number on tiles of the same number."""

    pool: Pool
    cameras: Mapping[CameraNumber, Camera]
    clock: SystemClock

    def want(
        self,
        numbers: list[int] | None = None,
        *,
        size_px: tuple[int, int] = (240, 136),
        level: Level = Level.CLEAR,
        stream: StreamName = StreamName.MAIN,
    ) -> None:
        """Show these cameras, or all."""
        chosen = list(self.cameras) if numbers is None else [CameraNumber(number) for number in numbers]
        self.pool.want([View(TileId(int(number)), number, stream, *size_px, level) for number in chosen])

    def facts(self, number: int) -> FeedFacts | None:
        """Of the feed in use."""
        return self.pool.facts(CameraNumber(number))

    def truth(self, number: int) -> Truth | None:
        """What its tile would say now."""
        facts = self.facts(number)
        return None if facts is None else assess(facts.reading, self.clock.mono_s())

    def state(self, number: int) -> TruthState | None:
        """The state alone."""
        truth = self.truth(number)
        return None if truth is None else truth.state

    def sequence(self, number: int) -> int:
        """Of the tile's newest picture; 0 where there is none."""
        reader = self.pool.reader(TileId(number))
        return 0 if reader is None else reader.sequence

    def wait_live(self, numbers: list[int] | None = None, *, within_s: float = LIVE_WITHIN_S) -> float:
        """Until all these are live; returns how long it took."""
        chosen = [int(number) for number in self.cameras] if numbers is None else numbers
        return wait_until(
            lambda: all(self.state(number) is TruthState.LIVE and self.sequence(number) for number in chosen),
            within_s=within_s,
            what=f"cameras {chosen} live",
        )

    def wait_state(self, number: int, state: TruthState, *, within_s: float) -> float:
        """Until the tile says so; returns how long it took."""
        return wait_until(lambda: self.state(number) is state, within_s=within_s, what=f"camera {number} {state}")


@contextmanager
def rig(
    addresses: Mapping[int, str],
    *,
    settings: PoolSettings | None = None,
    credentials: Mapping[str, Credential] | None = None,
    credential_name: str = "",
    subs: Mapping[int, str] | None = None,
    over_udp: Collection[int] = (),
) -> Iterator[Rig]:
    """A pool over cameras at these addresses; closed with the context. `over_udp`: those whose RTP comes by UDP."""
    cameras = {}
    for number, address in addresses.items():
        streams = {StreamName.MAIN: address}
        if subs and number in subs:
            streams[StreamName.SUB] = subs[number]
        cameras[CameraNumber(number)] = Camera(
            CameraNumber(number),
            f"camera {number}",
            OwnerName("city"),
            streams,
            transport=Transport.UDP if number in over_udp else Transport.TCP,
            credential=credential_name,
        )
    clock = SystemClock()
    pool = Pool(clock, lambda name: (credentials or {}).get(name), settings)
    try:
        pool.set_cameras(cameras)
        yield Rig(pool, cameras, clock)
    finally:
        pool.close()
