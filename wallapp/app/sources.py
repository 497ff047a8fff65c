"""Which cameras the wall has: the simulated city's, a file's, or the register's."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner, StreamName
from wallapp.exchange.cameras_csv import read_rows
from wallapp.services.import_plan import RowKind, make_plan
from wallapp.services.registry import render_row
from wallapp.simulation.city import City
from wallapp.simulation.media import CityMedia
from wallapp.simulation.ptz_station import PtzStation

CITY_STREAMS: Final = (StreamName.MAIN, StreamName.SUB)
_ROWS_TOLD: Final = 20
"""More wrong rows than this are counted, not listed: `wallapp cameras check` lists all."""


@dataclass(frozen=True, slots=True)
class Register:
    """The cameras of this run, in the order in which they fill the wall."""

    cameras: Mapping[CameraNumber, Camera]
    owners: Mapping[OwnerName, Owner]


def register_of(cameras: list[Camera], owners: list[Owner]) -> Register:
    """The two as look-ups."""
    return Register({camera.number: camera for camera in cameras}, {owner.name: owner for owner in owners})


def file_register(path: Path) -> Register:
    """The cameras of a cameras.csv, which is read and not imported.

    Raises:
      BadInput: the file cannot be read, or a row is wrong; each wrong row is a line of the text.
    """
    plan = make_plan(read_rows(path))
    wrong = plan.of_kind(RowKind.WRONG)
    if wrong:
        told = [render_row(row) for row in wrong[:_ROWS_TOLD]]
        more = len(wrong) - len(told)
        raise BadInput("\n".join([*told, *([f"and {more} more wrong rows"] if more else []), f"mend {path} first"]))
    if not plan.cameras:
        raise BadInput(f"{path} names no camera; add a row below its header")
    return register_of(list(plan.cameras), [owner.after for owner in plan.owners])


class Addresses(Protocol):
    """Where a simulated camera's stream can be opened."""

    def address(self, number: CameraNumber, stream: StreamName) -> str:
        """Of a camera, drawn or not."""
        ...

    def is_drawn(self, number: CameraNumber) -> None:
        """Told once, when the camera's clips are there."""
        ...


class CityFiles:
    """The simulated cameras as files that play as if live."""

    def __init__(self, media: CityMedia) -> None:
        self._media = media

    def address(self, number: CameraNumber, stream: StreamName) -> str:
        """The file's path."""
        return str(self._media.path(number, stream))

    def is_drawn(self, number: CameraNumber) -> None:
        """Nothing to do: the file is there."""


class CityServer:
    """The simulated cameras through an RTSP server, a child process that ends with `close` or with us.

    Raises (constructor):
      Unavailable: the server did not start.
    """

    def __init__(self, media: CityMedia) -> None:
        self._media = media
        command = [sys.executable, "-m", "wallapp.simulation.serve"]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = self._child.stdout.readline().strip() if self._child.stdout else ""
        if not port:
            self.close()
            raise Unavailable("the simulated city's RTSP server did not start; run the demo without --rtsp")
        self._port = int(port)

    def address(self, number: CameraNumber, stream: StreamName) -> str:
        """On loopback."""
        return f"rtsp://127.0.0.1:{self._port}/{number}-{stream}"

    def is_drawn(self, number: CameraNumber) -> None:
        """Have both of its streams served."""
        assert self._child.stdin is not None
        for stream in CITY_STREAMS:
            asked = {"name": f"{number}-{stream}", "file": str(self._media.path(number, stream))}
            with contextlib.suppress(BrokenPipeError):  # a server that died shows as lost cameras
                self._child.stdin.write(json.dumps(asked) + "\n")
                self._child.stdin.flush()

    def close(self) -> None:
        """End the server; returns when it is gone."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        self._child.terminate()
        self._child.wait()


class CityFeeds:
    """Which of the city's cameras are drawn; the others wait, shown as connecting, until they are.

    Args:
      live: serves its camera's picture as it is steered; where it fails, or is None, the camera plays a tour.
    """

    def __init__(
        self, city: City, count: int, media: CityMedia, addresses: Addresses, *, live: PtzStation | None = None
    ) -> None:
        self.live = live
        self._media = media
        self._addresses = addresses
        self._has_tour = live is None
        cameras = [
            replace(camera, streams={name: addresses.address(camera.number, name) for name in self._streams(camera)})
            for camera in city.take(count)
        ]
        self.register = register_of(cameras, list(city.owners))
        self._ready: dict[CameraNumber, Camera] = {}

    @property
    def drawn(self) -> dict[CameraNumber, Camera]:
        """Those that are drawn."""
        return dict(self._ready)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many are drawn; one that is live is drawn while it is looked at, and counts for none."""
        numbers = [number for number in self.register.cameras if not self._is_live(number)]
        return len([number for number in numbers if number in self._ready]), len(numbers)

    def prepare(self) -> None:
        """Begin to draw what is not drawn yet."""
        self._media.prepare([number for number in self.register.cameras if not self._is_live(number)])

    def look(self) -> dict[CameraNumber, Camera] | None:
        """All cameras that are drawn, where there are more than at the last look; else None."""
        fresh = [number for number in self.register.cameras if number not in self._ready and self._take(number)]
        return dict(self._ready) if fresh else None

    def _take(self, number: CameraNumber) -> bool:
        """Returns whether it can be shown now."""
        camera = self.register.cameras[number]
        if self._is_live(number) and self.live is not None:
            address = self.live.address
            if address is not None:
                self._ready[number] = replace(camera, streams={StreamName.MAIN: address})
            elif self.live.is_over:
                self._has_tour = True
                self._media.prepare([number])
            return address is not None
        if not self._media.is_ready(number):
            return False
        self._addresses.is_drawn(number)
        self._ready[number] = camera
        return True

    def _is_live(self, number: CameraNumber) -> bool:
        return self.live is not None and number == self.live.number and not self._has_tour

    def _streams(self, camera: Camera) -> tuple[StreamName, ...]:
        return (StreamName.MAIN,) if self._is_live(camera.number) else CITY_STREAMS
