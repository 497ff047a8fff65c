"""Runs a wall: builds the rooms, joins them, and closes them in reverse order."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from wallapp.app.credentials import CredentialDesk
from wallapp.app.run import Measured, Run
from wallapp.app.sources import CityFeeds, CityFiles, CityServer, Register, file_register, register_of
from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import BadInput, Unavailable
from wallapp.domain.layout import Layout, preset
from wallapp.feeds.pool import Pool
from wallapp.services.layouts import Layouts, Settings
from wallapp.services.options import CameraSource, WallOptions
from wallapp.services.registry import Registry
from wallapp.services.wall_session import WallSession
from wallapp.simulation.city import load_city
from wallapp.simulation.media import CityMedia
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store
from wallapp.ui.application import ConsoleApplication, make_application
from wallapp.ui.language import language_of
from wallapp.ui.rooms import Rooms
from wallapp.ui.window import MainWindow
from wallapp.vault.choose import open_vault, take_passphrase

HEADLESS_SIZE_PX: Final = (1920, 1080)
_LOOK_MS: Final = 250
_LANGUAGE_SETTING: Final = "language"


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
        profile_dir = options.station.profile_dir
        store = rooms.enter_context(_store(profile_dir, options.station.store_url))
        register, city = _register(options, store, clock, rooms)
        app = _application(options, store)
        desk = CredentialDesk(open_vault(profile_dir, take_passphrase(os.environ)))
        pool = Pool(clock, desk.credential_of)
        rooms.callback(pool.close)
        if city is None:
            pool.set_cameras(register.cameras)
        session = _session(options, register, store, clock)
        window = MainWindow(
            Rooms(
                session=session,
                pictures=pool,
                cameras=register.cameras,
                owners=register.owners,
                clock=clock,
                settings_path=profile_dir / "window.ini",
                snapshot_dir=profile_dir / "snapshots",
                station=socket.gethostname(),
                operator=options.station.operator,
                texts=Settings(store),
                interpreter=app.interpreter,
                restore_wall=options.layout is None and options.source is CameraSource.REGISTRY,
            )
        )
        rooms.callback(window.close)
        if options.headless:
            window.resize(*HEADLESS_SIZE_PX)
        window.show()
        if city is not None:
            _follow_city(city, pool, window)
        return Run(app, window, Measured(clock, pool, register.cameras), options).until_done()


@contextmanager
def _store(profile_dir: Path, url: str | None) -> Iterator[Store]:
    store = open_store(profile_dir, url=url)
    try:
        yield store
    finally:
        store.close()


def _register(options: WallOptions, store: Store, clock: Clock, rooms: ExitStack) -> tuple[Register, CityFeeds | None]:
    if options.source is CameraSource.FILE:
        if options.cameras_file is None:
            raise BadInput("wall: name a cameras file with --cameras FILE.csv")
        return file_register(options.cameras_file), None
    if options.source is CameraSource.REGISTRY:
        registry = Registry(store)
        return register_of(registry.cameras(), registry.owners()), None
    city = load_city()
    count = options.demo_cameras or (options.layout.tile_count if options.layout else len(city.cameras))
    media = CityMedia(clock=clock)
    rooms.callback(media.stop)
    addresses: CityFiles | CityServer = CityFiles(media)
    if options.rtsp:
        addresses = CityServer(media)
        rooms.callback(addresses.close)
    feeds = CityFeeds(city, count, media, addresses)
    media.prepare(list(feeds.register.cameras))
    return feeds.register, feeds


def _application(options: WallOptions, store: Store) -> ConsoleApplication:
    if options.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif _needs_display() and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Unavailable("there is no display here: run it on a desktop, or add --headless")
    language = options.station.language or Settings(store).read(_LANGUAGE_SETTING) or _system_language()
    return make_application(language_of(language))


def _needs_display() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0]
    return sys.platform == "linux" and platform in ("xcb", "wayland")


def _system_language() -> str:
    return next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")


def _session(options: WallOptions, register: Register, store: Store, clock: Clock) -> WallSession:
    session = WallSession(options.layout or _layout_for(len(register.cameras)), clock=clock, store=Layouts(store))
    session.fill(list(register.cameras))
    return session


def _layout_for(count: int) -> Layout:
    """The smallest square preset that holds so many cameras; the largest where none does."""
    names = ("1", "4", "9", "16", "25", "36", "64")
    return preset(next((name for name in names if int(name) >= count), names[-1]))


def _follow_city(city: CityFeeds, pool: Pool, window: MainWindow) -> None:
    """Give the pool each simulated camera once it is drawn."""
    timer = QTimer(window, interval=_LOOK_MS)

    def look() -> None:
        ready = city.look()
        if ready is not None:
            pool.set_cameras(ready)
        done, total = city.progress
        if done == total:
            timer.stop()

    timer.timeout.connect(look)
    timer.start()
    look()
