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
from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber, StationName
from wallapp.base.log import configure
from wallapp.decoder.session import Session
from wallapp.decoder.sight import Beliefs
from wallapp.decoder.view_check import ViewCheck
from wallapp.decoder.view_match import ViewSignature
from wallapp.domain.scene_file import SceneRefusal
from wallapp.frames.arena import Arena
from wallapp.frames.control import (
    NO_CAMERA,
    Applied,
    CameraMoved,
    Certified,
    Certify,
    FeedOrder,
    ForgetView,
    Orders,
    Ready,
    RememberView,
    Report,
    SceneFiles,
    Trust,
    Viewed,
    ViewOrder,
    decode_order,
    encode,
)
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
        self._views: dict[CameraNumber, ViewCheck] = {}
        self._scenes: dict[CameraNumber, tuple[bytes, ...]] = {}
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
            self._follow(session, session.order)

    def take_scenes(self, files: SceneFiles) -> None:
        """These are the camera's certified empty scenes from now on."""
        self._scenes[files.camera] = files.files
        for session in self._sessions.values():
            if session.order.camera == files.camera:
                self._follow(session, session.order)

    def certify(self, order: Certify) -> None:
        """Take the camera's empty scene from each of its streams that is open here."""
        sessions = [one for one in self._sessions.values() if one.order.camera == order.camera]
        for session in sessions:
            session.certify(order.seconds)
        if not sessions:
            self.send(Certified(order.camera, refused=SceneRefusal.NOT_OPEN))

    def _follow(self, session: Session, order: FeedOrder) -> None:
        session.follow(order, self._beliefs, self._scenes.get(order.camera, ()))

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
                self._follow(sessions[row], order)
            else:
                sessions[row] = Session(
                    order,
                    self._arena,
                    self.send,
                    self._clock,
                    self._beliefs,
                    views=self._views_of(order),
                    scenes=self._scenes.get(order.camera, ()),
                )
        self._sessions = sessions  # replaced, not changed: the beat reads it
        ordered = {order.camera for order in wanted.values()}
        self._views = {n: views for n, views in self._views.items() if n in ordered or not views.is_idle}
        self.send(Applied(orders.revision))

    def _views_of(self, order: FeedOrder) -> ViewCheck:
        """Of the order's camera: all its streams and attempts share one."""
        if order.camera == NO_CAMERA:
            return ViewCheck(turns=False)
        return self._views.setdefault(order.camera, ViewCheck(turns=order.turns))

    def mind(self, order: ViewOrder) -> None:
        """Do what is asked about a camera's remembered views; nothing for one that was never ordered here."""
        views = self._views.get(order.camera)
        if views is None:
            return
        try:
            if isinstance(order, CameraMoved):
                reports = views.commanded(order.revision, self._clock.mono_s(), going_on=order.going_on)
                for report in reports:
                    self.send(Viewed(order.camera, report))
            elif isinstance(order, RememberView):
                views.remember(order.view)
            elif isinstance(order, ForgetView):
                views.forget(order.view)
            else:
                views.restore(order.view, ViewSignature.from_bytes(order.signature), self._clock.mono_s())
        except WallError as error:
            _log.warning("camera %d: %s", order.camera, error)  # the view stays unsure, which is what is drawn

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
        elif isinstance(order, Orders):
            worker.apply(order)
        elif isinstance(order, SceneFiles):
            worker.take_scenes(order)
        elif isinstance(order, Certify):
            worker.certify(order)
        else:
            worker.mind(order)
    os._exit(0)  # the sessions' threads may be inside the library; nothing of theirs needs an orderly end


if __name__ == "__main__":
    main()
