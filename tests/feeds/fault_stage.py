"""The stage of the fault table: cameras that go wrong on command beside cameras that do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from tests.feeds.rig import Rig, rig
from tests.servers.certificates import make_certificates
from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.http_servers import HttpCameras
from tests.servers.udp_sender import UdpSender
from tests.waiting import look_for
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.feeds.settings import PoolSettings
from wallapp.services.credentials import Credential
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_messages import Credentials
from wallapp.simulation.rtsp_server import RtspServer, TlsFiles

GOOD_CAMERAS = 8
GOOD_FPS = 25
SMALL = ClipKind(width_px=320, height_px=180)
LOGIN = Credentials("op", "s3cret")


class Begin(Enum):
    """When a camera goes wrong."""

    BORN = "from the start"
    PLAYING = "while it plays"


@dataclass(slots=True)
class Actor:
    """A camera of the stage: its address, and how it is broken and mended (nothing where it is born wrong)."""

    url: str
    go_wrong: Callable[[], object]
    mend: Callable[[], object]


Line = tuple[float, TruthState, Cause | None]


@dataclass(slots=True)
class Story:
    """What a tile said: (seconds since the command, state, cause) at each change; first broken, then mended."""

    broken: list[Line] = field(default_factory=list)
    mended: list[Line] = field(default_factory=list)
    codec_while_broken: str = ""

    def states(self) -> list[TruthState]:
        """The states while broken in the order they were said, repeated ones once."""
        said = [state for _, state, _ in self.broken]
        return [state for index, state in enumerate(said) if index == 0 or said[index - 1] is not state]

    def settled_s(self, *, any_cause: bool = False) -> float:
        """When the last word was said that still held at the end; with `any_cause` a change of cause alone is none."""
        settled_s, state, _ = self.broken[-1]
        for at_s, said, _ in reversed(self.broken):
            if not any_cause or said is not state:
                break
            settled_s = at_s
        return settled_s

    def live_again_s(self) -> float | None:
        """When it was live again for good after mending; None where it was not."""
        return self.mended[-1][0] if self.mended[-1][1] is TruthState.LIVE else None


class Stage:
    """All cameras by name, playing into one pool."""

    def __init__(self, actors: dict[str, Actor], room: Rig) -> None:
        self.actors = actors
        self.room = room
        self.numbers = {name: number for number, name in enumerate(actors, 1)}
        self.good = [number for name, number in self.numbers.items() if name.startswith("good")]
        self.stories = {name: Story() for name in actors}
        self.restarts: dict[int, int] = {}
        self._begun: tuple[float, dict[int, int]] = (0.0, {})
        self._ended: tuple[float, dict[int, int]] = (0.0, {})

    def begin(self) -> None:
        """Count the good cameras' pictures from now on."""
        self._begun = self._count()

    def end(self) -> None:
        """Up to now."""
        self._ended = self._count()
        self.restarts = dict(self.room.pool.board.restarts)

    def lost_share(self) -> float:
        """Of the pictures due to the good cameras' tiles between begin and end, the part that never came; the worst."""
        (begin_s, before), (end_s, after) = self._begun, self._ended
        due = GOOD_FPS * (end_s - begin_s)
        return max(1 - (after[number] - before[number]) / due for number in self.good)

    def watch_broken(self, seconds: float) -> None:
        """Write down every change of what the tiles say for so long."""
        look_for(seconds, lambda gone_s: self._look(gone_s, mended=False))
        for name, story in self.stories.items():
            facts = self.room.facts(self.numbers[name])
            story.codec_while_broken = facts.codec if facts else ""

    def watch_mended(self, seconds: float) -> None:
        """The same after mending."""
        look_for(seconds, lambda gone_s: self._look(gone_s, mended=True))

    def try_all_now(self) -> None:
        """What an operator does who will not wait: a refused camera is not tried again otherwise."""
        for name, number in self.numbers.items():
            if self.stories[name].live_again_s() is None:
                self.room.pool.try_now(CameraNumber(number))

    def _look(self, gone_s: float, *, mended: bool) -> None:
        for name, story in self.stories.items():
            truth = self.room.truth(self.numbers[name])
            lines = story.mended if mended else story.broken
            if truth is not None and (not lines or lines[-1][1:] != (truth.state, truth.cause)):
                lines.append((round(gone_s, 2), truth.state, truth.cause))

    def _count(self) -> tuple[float, dict[int, int]]:
        return self.room.clock.mono_s(), {number: self.room.sequence(number) for number in self.good}


@contextmanager
def open_stage(clips: ClipShelf, folder: Path, faults: dict[str, tuple[Begin, Fault]]) -> Iterator[Stage]:
    """Start every server and the pool; those born wrong are wrong from the start."""
    with ExitStack() as open_things:
        authority = make_certificates(folder)
        actors = _rtsp_actors(open_things, clips, faults)
        actors |= _tls_actors(
            open_things, clips, folder, authority_signed=TlsFiles(authority.certificate, authority.key)
        )
        actors |= _other_actors(open_things, clips, folder)
        settings = PoolSettings(ca_file=str(authority.authority))
        addresses = dict(enumerate((actor.url for actor in actors.values()), 1))
        credentials = {"room": Credential(LOGIN.user, LOGIN.password)}
        room = open_things.enter_context(
            rig(addresses, settings=settings, credentials=credentials, credential_name="room")
        )
        yield Stage(actors, room)


def _rtsp_actors(open_things: ExitStack, clips: ClipShelf, faults: dict[str, tuple[Begin, Fault]]) -> dict[str, Actor]:
    server = open_things.enter_context(RtspServer(clock=SystemClock(), credentials=LOGIN))
    for number in range(GOOD_CAMERAS):
        server.add_file(f"good{number}", clips.file())
    for name, (begin, fault) in faults.items():
        server.add_file(name, clips.file(SMALL))
        server.set_fault(name, fault)  # makes what it needs now, not in the middle of the play
        if begin is Begin.PLAYING:
            server.set_fault(name, None)
    names = [f"good{number}" for number in range(GOOD_CAMERAS)]
    actors = {name: Actor(server.url(name), _nothing, _nothing) for name in names}
    for name, (_, fault) in faults.items():
        actors[name] = Actor(
            server.url(name),
            lambda name=name, fault=fault: server.set_fault(name, fault),  # type: ignore[misc]  # mypy cannot infer it
            lambda name=name: server.set_fault(name, None),  # type: ignore[misc]  # likewise
        )
    return actors


def _tls_actors(
    open_things: ExitStack, clips: ClipShelf, folder: Path, *, authority_signed: TlsFiles
) -> dict[str, Actor]:
    own = folder / "self-signed"
    own.mkdir()
    files = make_certificates(own, self_signed=True)
    actors = {}
    for name, tls in (("known authority", authority_signed), ("self-signed", TlsFiles(files.certificate, files.key))):
        server = open_things.enter_context(RtspServer(clock=SystemClock(), tls=tls, credentials=LOGIN))
        server.add_file("cam1", clips.file(SMALL))
        actors[name] = Actor(server.url("cam1"), _nothing, _nothing)
    return actors


def _other_actors(open_things: ExitStack, clips: ClipShelf, folder: Path) -> dict[str, Actor]:
    hls = folder / "hls"
    hls.mkdir()
    mjpeg = clips.file(ClipKind("mjpeg", width_px=320, height_px=180))
    web = open_things.enter_context(HttpCameras(mjpeg=mjpeg, h264=clips.file(SMALL), folder=hls))
    box = open_things.enter_context(UdpSender(clips.file(SMALL)))
    gone = RtspServer(clock=SystemClock())
    gone.add_file("cam1", clips.file(SMALL))
    gone.start()
    open_things.callback(gone.stop)
    return {
        "HTTP stalls": Actor(web.url("cam.mjpg"), web.stalled.set, web.stalled.clear),
        "UDP falls silent": Actor(box.url, box.stop, box.start),
        "server gone": Actor(gone.url("cam1"), gone.stop, gone.start),
    }


def _nothing() -> None:
    """For a camera that stays as it is."""
