"""Runs a wall: builds the rooms, joins them, and closes them in reverse order."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from wallapp.app.access import Access, Joined
from wallapp.app.came_in import CameIn, asked, came_in, wants_people
from wallapp.app.credentials import CredentialDesk
from wallapp.app.first_run import answered
from wallapp.app.maps import open_map
from wallapp.app.run import Measured, Run
from wallapp.app.situation import Situated
from wallapp.app.sources import CityFeeds, CityFiles, CityServer, Register, file_register, register_of
from wallapp.app.steering import live_ptz, steering_of
from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.ids import CameraNumber, StationName
from wallapp.domain.camera import Camera
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.layout import Layout, preset
from wallapp.feeds.child import Identity
from wallapp.feeds.pool import Pool
from wallapp.feeds.settings import PoolSettings
from wallapp.services.calibrations import Calibrations
from wallapp.services.layouts import Layouts, Settings
from wallapp.services.options import CameraSource, WallOptions
from wallapp.services.picture_views import PictureViews
from wallapp.services.registry import Registry
from wallapp.services.sign_in import SignedIn
from wallapp.services.wall_session import WallSession
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.media import CityMedia
from wallapp.store.engine import DEMO_FILE_NAME, FILE_NAME, open_store
from wallapp.store.unit_of_work import Store
from wallapp.ui.application import ConsoleApplication, make_application
from wallapp.ui.language import language_of
from wallapp.ui.rooms import Rooms, StationTexts
from wallapp.ui.window import MainWindow
from wallapp.ui.window_memory import saved_language, saved_size_percent
from wallapp.vault.choose import open_vault, take_passphrase

HEADLESS_SIZE_PX: Final = (1920, 1080)
_LOOK_MS: Final = 250
_LOG_BYTES: Final = 4 << 20
_WINDOW_FILE: Final = "window.ini"


def run_wall(options: WallOptions) -> int:
    """Show a wall until it is closed or its time is over.

    Returns:
      0; 1 where a time was given and no tile became live.

    Raises:
      BadInput: the cameras' file, the profile or the store cannot be used; nothing was changed.
      Unavailable: there is no display, or a part that is needed does not answer.

    Thread: the main thread; it becomes the GUI's.
    """
    with ExitStack() as rooms:
        clock = SystemClock()
        if options.source is CameraSource.FILE:
            register_of_file = _file_register(options)  # before anything is made: a wrong file leaves no trace
        store = rooms.enter_context(_store(options))
        _check_display(options)
        app = _application(options)
        is_first_run = False
        if options.source is CameraSource.REGISTRY:
            registry = Registry(store)
            is_first_run = not registry.cameras()
            chosen = answered(options, registry) if is_first_run else options
            if chosen is None:
                return 0
            if chosen.source is CameraSource.DEMO:
                is_first_run = False
                store = rooms.enter_context(_store(chosen))  # its people must not stand in the real one
            options = chosen
        city: CityFeeds | None = None
        if options.source is CameraSource.DEMO:
            city = _city(options, clock, rooms)
            register = city.register
            if options.headless and options.duration_s is not None:
                _wait_for_city(city, clock)
        elif options.source is CameraSource.FILE:
            register = register_of_file
        else:
            register = register_of(registry.cameras(), registry.owners())
        access = Access(
            store,
            clock,
            options.station.profile_dir,
            station=_station_name(options),
            is_demo=options.source is CameraSource.DEMO,
        )
        desk = CredentialDesk(open_vault(options.station.profile_dir, take_passphrase(os.environ)))
        identity = Identity(access.pin_path, access.station)
        settings = PoolSettings(log_path=_decoder_log(options.station.profile_dir), identity=identity)
        if wants_people(options, access):
            access.open(register.cameras)
        pool = Pool(clock, desk.credential_of, settings)
        rooms.callback(pool.close)
        if city is None:
            pool.set_cameras(register.cameras)
        views = PictureViews(pool)
        return _sessions(_Parts(options, register, store, pool, app, clock, access, city, views, is_first_run))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What outlives a session at this station."""

    options: WallOptions
    register: Register
    store: Store
    pool: Pool
    app: ConsoleApplication
    clock: Clock
    access: Access
    city: CityFeeds | None
    views: PictureViews
    is_first_run: bool


def _sessions(parts: _Parts) -> int:
    """One session after another: somebody signs in, works, leaves; until the window is closed."""
    if parts.is_first_run:  # there are cameras now; next, somebody who answers for who may see them
        came = _asked(parts)
    else:
        login = parts.options.station.operator
        came = came_in(parts.options, parts.access, login, ask=lambda: _asked(parts, login))
    while came.goes_on:
        door = _DoorBell()
        code = _session(parts, came.who, door)
        if not door.rang:
            return code
        parts.access.open(parts.register.cameras)
        watched = came.who is None
        came = _asked(parts)
        if watched and not came.goes_on:  # who only watched and does not sign in after all goes on watching
            came = CameIn()
    return 0


def _asked(parts: _Parts, login: str = "") -> CameIn:
    """Ask who it is, over the wall as anybody may see it: who comes and goes leaves no dark wall behind."""
    with _wall(parts, None) as wall:
        return asked(parts.access, login, over=wall.window)


@dataclass(slots=True)
class _DoorBell:
    """Whether the window was closed so that somebody (else) may sign in."""

    rang: bool = False


def _session(parts: _Parts, who: SignedIn | None, door: _DoorBell) -> int:
    """Show the wall to this person; returns the exit code."""
    with _wall(parts, who, door) as wall:
        code = Run(parts.app, wall.window, Measured(parts.clock, parts.pool, wall.cameras), parts.options).until_done()
        door.rang = door.rang or (wall.joined is not None and wall.joined.signed_out)
        return code


@dataclass(frozen=True, slots=True)
class _Wall:
    """What is shown to one person. Attributes: joined: None where the store has no trust list."""

    window: MainWindow
    joined: Joined | None
    cameras: Mapping[CameraNumber, Camera]


@contextmanager
def _wall(parts: _Parts, who: SignedIn | None, door: _DoorBell | None = None) -> Iterator[_Wall]:
    """The wall of this person, shown; without a door nobody is offered to sign in from it."""
    options, pool, clock = parts.options, parts.pool, parts.clock
    known = parts.access.known(parts.register, who)
    with ExitStack() as rooms:
        joined = parts.access.join(pool, known, who)
        if joined is not None:
            rooms.callback(joined.close)
        texts = _texts(options, parts.store)
        calibrations = Calibrations(texts, given=_given_matches(options, known), given_px=MAIN_PX)
        situated = Situated(
            parts.store,
            clock,
            parts.access,
            profile_dir=options.station.profile_dir,
            register=parts.register,
            known=known,
            who=who,
            calibrations=calibrations,
            views=parts.views,
            news=joined.news if joined is not None and who is not None else None,
            cap_inbox=options.cap_inbox,
        )
        rooms.callback(situated.close)
        steering = steering_of(parts.city.live if parts.city else None, parts.views, clock=clock, known=known, who=who)
        if steering is not None:
            situated.take_hand(steering)
        given = replace(
            _rooms(options, known, parts.store, pool=pool, app=parts.app, clock=clock),
            map_ground=rooms.enter_context(open_map(options.station.profile_dir, demo=parts.city is not None)),
            texts=texts,
            calibrations=calibrations,
            access=joined.rooms() if joined else None,
            operator=who.person.name if who else options.station.operator,
            overlays=situated.overlays,
            crisis=situated.board,
            steering=steering,
        )

        def ring() -> None:
            if door is not None:
                door.rang = True
                window.close()

        has_door = who is None and door is not None and not options.headless
        window = MainWindow(replace(given, sign_in=ring if has_door else None))
        rooms.callback(window.close)
        if options.headless:
            window.resize(*HEADLESS_SIZE_PX)
        window.show()
        window.activateWindow()  # where no window manager does it, the keys would be dead until a click
        if joined is not None:
            joined.start(given.session, window)
        situated.start()
        if parts.city is not None:
            _follow_city(parts.city, pool, window)
        yield _Wall(window, joined, known.cameras)


def _station_name(options: WallOptions) -> StationName:
    """The name that this station's grants bear; two consoles on one machine need two."""
    if options.station.name:
        return StationName(options.station.name)
    if options.source is CameraSource.DEMO and options.station.operator:
        return StationName(f"{socket.gethostname()}/{options.station.operator}")
    return StationName(socket.gethostname())


def _decoder_log(profile_dir: Path) -> Path:
    """Where the decoders log: beside the console's own log, begun anew where it has grown."""
    path = profile_dir / "log" / "decoders.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _LOG_BYTES:
        path.replace(path.with_suffix(".log.1"))
    return path


@contextmanager
def _store(options: WallOptions) -> Iterator[Store]:
    name = DEMO_FILE_NAME if options.source is CameraSource.DEMO else FILE_NAME
    store = open_store(options.station.profile_dir, url=options.station.store_url, file_name=name)
    try:
        yield store
    finally:
        store.close()


def _file_register(options: WallOptions) -> Register:
    if options.cameras_file is None:
        raise BadInput("wall: name a cameras file with --cameras FILE.csv")
    return file_register(options.cameras_file)


def _city(options: WallOptions, clock: Clock, rooms: ExitStack) -> CityFeeds:
    """The simulated city, being drawn in the background."""
    city = load_city()
    count = options.demo_cameras or (options.layout.tile_count if options.layout else len(city.cameras))
    media = CityMedia(clock=clock)
    rooms.callback(media.stop)
    addresses: CityFiles | CityServer = CityFiles(media)
    if options.rtsp:
        addresses = CityServer(media)
        rooms.callback(addresses.close)
    # A measured wall plays the tour: drawing the picture anew beside it would be measured too.
    feeds = CityFeeds(city, count, media, addresses, live=None if options.headless else live_ptz(city, count, rooms))
    feeds.prepare()
    return feeds


def _check_display(options: WallOptions) -> None:
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0]
    needs_one = sys.platform == "linux" and not options.headless and platform in ("xcb", "wayland")
    if needs_one and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Unavailable("there is no display here: run it on a desktop, or add --headless")


def _application(options: WallOptions) -> ConsoleApplication:
    if options.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    settings_path = options.station.profile_dir / _WINDOW_FILE
    if options.station.language is None and settings_path.exists():
        language = saved_language(settings_path)
    else:
        language = language_of(options.station.language or _system())
    return make_application(language, size_percent=None if options.headless else saved_size_percent(settings_path))


def _system() -> str:
    """The system's language, as its locale names it."""
    return next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")


@dataclass(frozen=True, slots=True)
class _ApartTexts:
    """The station's texts under a prefix: the demo's wall and a file's must not be taken for the register's."""

    texts: Settings
    prefix: str

    def read(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        return self.texts.read(self.prefix + name)

    def write(self, name: str, text: str) -> None:
        """Keep it."""
        self.texts.write(self.prefix + name, text)


def _texts(options: WallOptions, store: Store) -> StationTexts:
    """The station's texts: of the demo, of this file, or of the register."""
    prefixes = {
        CameraSource.DEMO: "demo/",
        CameraSource.FILE: f"file/{Path(options.cameras_file or '').absolute()}/",
        CameraSource.REGISTRY: "",
    }
    return _ApartTexts(Settings(store), prefixes[options.source])


def _rooms(
    options: WallOptions, register: Register, store: Store, *, pool: Pool, app: ConsoleApplication, clock: Clock
) -> Rooms:
    """What the window is given; the wall is filled, in case there is nothing to restore."""
    session = WallSession(options.layout or _layout_for(len(register.cameras)), clock=clock, store=Layouts(store))
    session.fill(list(register.cameras))
    return Rooms(
        session=session,
        pictures=pool,
        cameras=register.cameras,
        owners=register.owners,
        clock=clock,
        settings_path=options.station.profile_dir / _WINDOW_FILE,
        snapshot_dir=options.station.profile_dir / "snapshots",
        station=_station_name(options),
        operator=options.station.operator,
        interpreter=app.interpreter,
        restore_wall=options.layout is None and options.demo_cameras is None and not options.headless,
    )


def _given_matches(options: WallOptions, register: Register) -> dict[CameraNumber, tuple[GroundMatch, ...]]:
    """The simulated city's fixed cameras come calibrated."""
    if options.source is not CameraSource.DEMO:
        return {}
    city = load_city()
    matches = city_matches(city)
    scenes = {number: city.scene_of(number) for number in register.cameras}
    return {number: matches[scene] for number, scene in scenes.items() if scene in matches}


def _layout_for(count: int) -> Layout:
    """The smallest square preset that holds so many cameras; the largest where none does."""
    names = ("1", "4", "9", "16", "25", "36", "64")
    return preset(next((name for name in names if int(name) >= count), names[-1]))


def _wait_for_city(city: CityFeeds, clock: Clock) -> None:
    """A measured run begins with the whole city drawn: drawing beside it would be measured too."""
    city.look()
    told = -1
    while len(city.drawn) < len(city.register.cameras):
        done, total = city.progress
        if done != told:
            told = done
            sys.stderr.write(f"wallapp: drawing the simulated city, once: {done} of {total} cameras\n")
        clock.sleep_s(_LOOK_MS / 1000)
        city.look()


def _follow_city(city: CityFeeds, pool: Pool, window: MainWindow) -> None:
    """Give the pool each simulated camera once it is drawn, and say how far that is."""
    timer = QTimer(window, interval=_LOOK_MS)
    city.look()
    pool.set_cameras(city.drawn)
    told = city.progress

    def look() -> None:
        nonlocal told
        ready = city.look()
        if ready is not None:
            pool.set_cameras(ready)
        if city.progress != told:
            told = city.progress
            window.tell_drawn(*told)
        if len(city.drawn) == len(city.register.cameras):
            timer.stop()

    timer.timeout.connect(look)
    if len(city.drawn) < len(city.register.cameras):
        timer.start()
    if told[0] < told[1]:
        window.tell_drawn(*told)
