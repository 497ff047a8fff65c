"""One decoder process as the console sees it: its memory, its pipes, its pulse."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from wallapp.base.ids import StationName
from wallapp.feeds.space import Space
from wallapp.frames.arena import Arena
from wallapp.frames.control import FeedOrder, Order, Orders, Report, SceneOrder, Trust, ViewOrder, decode_report, encode
from wallapp.frames.meter import beats
from wallapp.frames.slot import SlotPlace, SlotReader, clear_row

DECODER_COMMAND: Final = (sys.executable, "-m", "wallapp.decoder")
_STOP_WAIT_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Identity:
    """What a decoder is told of this station at its start.

    Attributes:
      pin_path: the file that names the trust list to believe; it need not exist.
      station: the name that this station's grants bear.
    """

    pin_path: Path
    station: StationName


class Child:
    """A running decoder. Owned by the supervisor thread; its reader thread only calls `on_report` and `on_exit`.

    Attributes:
      number: from 1, kept by its replacement.
      ready: whether it said so.
      applied: the last revision that it confirmed.
    """

    def __init__(
        self,
        number: int,
        command: tuple[str, ...],
        *,
        log_path: Path | None,
        identity: Identity | None,
        on_report: Callable[[Child, Report], None],
        on_exit: Callable[[Child], None],
    ) -> None:
        self.number = number
        self.ready = False
        self.applied = 0
        self.arena = Arena.create(f"decoder-{number}")
        self.space = Space(len(self.arena.memory))
        self._revision = 0
        self._on_report = on_report
        self._on_exit = on_exit
        fds = () if self.arena.fd is None else (self.arena.fd,)
        told = () if identity is None else (str(identity.pin_path), identity.station)
        pipe = subprocess.PIPE
        try:
            with contextlib.nullcontext() if log_path is None else log_path.open("ab") as log:
                self._process = subprocess.Popen(
                    [*command, self.arena.handle, *told], stdin=pipe, stdout=pipe, stderr=log, pass_fds=fds
                )
        finally:
            self.arena.close_descriptor()
        self._ps = psutil.Process(self._process.pid)
        self._reader = threading.Thread(target=self._read, name=f"decoder-{number}-reports", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def beats(self) -> int:
        """How often it said that it still runs."""
        return beats(self.arena)

    def exit_code(self) -> int | None:
        """None while it runs; negative for the signal that ended it."""
        return self._process.poll()

    def rss_bytes(self) -> int:
        """Its memory without the shared pictures; 0 where it is gone."""
        try:
            memory = self._ps.memory_info()
        except psutil.Error:
            return 0
        return int(memory.rss) - int(getattr(memory, "shared", 0))

    def queued_s(self) -> float:
        """How long its threads together have stood ready without a processor; 0 where the system does not tell.

        The second number of Linux's schedstat, in ns (Documentation/scheduler/sched-stats.rst).
        """
        queued_ns = 0
        for path in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError, ValueError, IndexError):  # a thread may end at any moment
                queued_ns += int(path.read_text(encoding="ascii").split()[1])
        return queued_ns / 1e9

    def send(self, feeds: tuple[FeedOrder, ...]) -> int:
        """Send everything that is wanted of it; returns the revision. A child that is gone is found elsewhere."""
        self._revision += 1
        self._write(Orders(self._revision, feeds))
        return self._revision

    def send_trust(self, trust: Trust) -> None:
        """Send what it is to believe."""
        self._write(trust)

    def send_view(self, order: ViewOrder) -> None:
        """Send what is asked about a camera's views."""
        self._write(order)

    def send_scene_order(self, order: SceneOrder) -> None:
        """Send certified scenes, or have one taken."""
        self._write(order)

    def _write(self, order: Order) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.write(encode(order))
            self._process.stdin.flush()

    def take_slot(self, width_px: int, height_px: int) -> SlotReader:
        """A cleared slot for pictures up to this size. Raises Unavailable where there is no room."""
        place = self.space.take_slot(width_px, height_px)
        clear_row(self.arena, place.row)
        return SlotReader(self.arena, place)

    def give_slot(self, place: SlotPlace) -> None:
        """Wipe a slot that is no longer written, and give it back."""
        self.arena.wipe(place.offset, place.size_bytes)
        clear_row(self.arena, place.row)
        self.space.give_slot(place)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def shut(self) -> None:
        """Ask it to end."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def reaped(self) -> bool:
        """Whether it is gone and its reader has ended; lets its pipes go."""
        if self._reader.is_alive():
            return False
        self.close()
        return True

    def close(self) -> None:
        """Ask it to end, wait a second, then kill it. Returns when it is gone and its reader has ended."""
        self.shut()
        try:
            self._process.wait(_STOP_WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            for line in pipe:
                try:
                    report = decode_report(line)
                except (ValueError, KeyError, TypeError):
                    self._process.kill()  # it no longer speaks our language: replace it
                    break
                self._on_report(self, report)
        self._process.wait()
        self._on_exit(self)
