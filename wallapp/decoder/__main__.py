"""`python -m wallapp.decoder HANDLE [PIN_FILE STATION]`: started by the console, and gone with it.

Orders come on standard input, reports leave on standard output, logs on standard error.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO, Final

import cv2

from wallapp.base.clock import SystemClock
from wallapp.base.ids import StationName
from wallapp.base.log import configure
from wallapp.decoder.session import Session
from wallapp.decoder.sight import Beliefs
from wallapp.frames.arena import Arena
from wallapp.frames.control import Applied, Orders, Ready, Report, Trust, decode_order, encode
from wallapp.frames.meter import beat

_log = logging.getLogger("wallapp.decoder")
BEAT_S: Final = 0.2
_PR_SET_PDEATHSIG: Final = 1


class Worker:
    """All sessions of this process. `apply` is called by the main thread only."""

    def __init__(self, arena: Arena, output: BinaryIO, beliefs: Beliefs) -> None:
        self._arena = arena
        self._beliefs = beliefs
        self._output = output
        self._clock = SystemClock()
        self._sessions: dict[int, Session] = {}
        self._send_lock = threading.Lock()
        self._beat = threading.Thread(target=self._beat_and_watch, name="beat", daemon=True)

    def start(self) -> None:
        """Say that we are ready and begin to beat."""
        beat(self._arena)
        self._beat.start()
        self.send(Ready(os.getpid()))

    def send(self, report: Report) -> None:
        """Write one report. A console that is gone ends this process elsewhere, so nothing is raised."""
        line = encode(report)
        with self._send_lock:
            try:
                self._output.write(line)
                self._output.flush()
            except OSError:
                _log.debug("nobody reads the reports any more")

    def believe(self, trust: Trust) -> None:
        """Read the documents; every feed then follows them."""
        self.send(self._beliefs.read(trust.documents))
        for session in self._sessions.values():
            session.follow(session.order, self._beliefs)

    def apply(self, orders: Orders) -> None:
        """Make the sessions what the orders say: one a feed, of the attempt asked for."""
        wanted = {feed.row: feed for feed in orders.feeds}
        sessions = dict(self._sessions)
        for row, session in self._sessions.items():
            order = wanted.get(row)
            if order is None or order.attempt != session.order.attempt:
                session.stop()
                del sessions[row]
        for row, order in wanted.items():
            if row in sessions:
                sessions[row].follow(order, self._beliefs)
            else:
                sessions[row] = Session(order, self._arena, self.send, self._clock, self._beliefs)
        self._sessions = sessions  # replaced, not changed: the beat reads it
        self.send(Applied(orders.revision))

    def _beat_and_watch(self) -> None:
        pause = threading.Event()
        while not pause.wait(BEAT_S):
            beat(self._arena)
            for session in list(self._sessions.values()):
                session.check()
                session.enforce()


def _die_with_parent() -> None:
    """Linux: be killed when the console dies, even while inside a library that never returns."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def main() -> None:
    """Serve until standard input ends."""
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the console's affair
    configure()
    cv2.setNumThreads(1)  # the feeds are the parallelism
    reports = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break the protocol
    handle, *told = sys.argv[1:]
    beliefs = Beliefs(Path(told[0]), StationName(told[1])) if told else Beliefs(None)
    worker = Worker(Arena.attach(handle), reports, beliefs)
    worker.start()
    for line in sys.stdin.buffer:
        order = decode_order(line)
        if isinstance(order, Trust):
            worker.believe(order)
        else:
            worker.apply(order)
    os._exit(0)  # the sessions' threads may be inside the library; nothing of theirs needs an orderly end


if __name__ == "__main__":
    main()
