"""The city's clips: made in the background by child processes, kept for the user, ready camera by camera."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import City, load_city
from wallapp.simulation.clip_store import ClipStore, content_hash, default_cache_dir
from wallapp.simulation.events import Event

Progress = Callable[[int, int], None]
"""Told (done, total) from a thread of the media's own, each time a camera became ready."""

_Job = tuple[CameraNumber, Event | None]

MOST_CHILDREN = 2
TRIES = 2
"""A job whose child died is given to a fresh child once more; then it is left out."""

if sys.platform == "win32":
    _LOW_PRIORITY = subprocess.IDLE_PRIORITY_CLASS
else:
    _LOW_PRIORITY = 0  # the child lowers its own priority

_log = logging.getLogger(__name__)


class CityMedia:
    """The clips of all cameras under one cache folder. Any thread may call; `stop` when done.

    Args:
      cache_dir: where city-<version> folders are made; None is the user's own cache.
      children: how many processes draw at once; None is by the machine, at most two.
    """

    def __init__(
        self,
        cache_dir: Path | None = None,
        *,
        city: City | None = None,
        clock: Clock | None = None,
        children: int | None = None,
    ) -> None:
        self._city = city or load_city()
        self._clock = clock or SystemClock()
        self._store = ClipStore((cache_dir or default_cache_dir()) / f"city-{content_hash()}")
        self._children = children or max(1, min(MOST_CHILDREN, os.cpu_count() or 1))
        self._changed = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._failed: dict[_Job, str] = {}
        self._lanes: list[_Lane] = []
        self._awaited: set[_Job] = set()
        self._total = 0
        self._on_progress: Progress | None = None
        self._stopped = False

    @property
    def folder(self) -> Path:
        """The folder of this version's clips."""
        return self._store.folder

    def path(self, number: CameraNumber, stream: StreamName, *, event: Event | None = None) -> Path:
        """The file of a camera's stream, there or not yet. A repetition plays its scene's file.

        Raises:
          NotFound: the city has no such camera.
        """
        return self._store.path(self._city.scene_of(number), stream, event)

    def is_ready(self, number: CameraNumber, *, event: Event | None = None) -> bool:
        """Whether both streams' files are there and unharmed."""
        return self._store.is_whole(self._city.scene_of(number), event)

    def prepare(self, numbers: Sequence[CameraNumber], on_progress: Progress | None = None) -> None:
        """Start making what is missing, in this order, and come back at once.

        Raises:
          Unavailable: the cache folder cannot be written.
        """
        try:
            self._store.tidy(self._clock.now_at().timestamp())
        except OSError as error:
            raise Unavailable(f"the cache folder {self.folder} cannot be written: {error.strerror}") from error
        scenes = list(dict.fromkeys(self._city.scene_of(number) for number in numbers))
        missing: list[_Job] = [(number, None) for number in scenes if not self._store.is_whole(number, None)]
        with self._changed:
            self._total = len(scenes)
            self._on_progress = on_progress
            self._awaited = set(missing)
            self._jobs.extend(job for job in missing if job not in self._jobs)
        self._tell_progress()
        if missing:
            self._start_lanes()

    def request(self, number: CameraNumber, event: Event) -> None:
        """Have a camera's event clip made before everything else; `wait` tells when it is there."""
        self._put_first((self._city.scene_of(number), event))

    def wait(self, number: CameraNumber, timeout_s: float, *, event: Event | None = None) -> bool:
        """Wait until a camera's files are ready; starts them, ahead of all others, where nobody did.

        Returns:
          False when the time is over or they cannot be made.
        """
        job: _Job = (self._city.scene_of(number), event)
        if not self._store.is_whole(*job):
            self._put_first(job)
        with self._changed:
            return self._changed.wait_for(lambda: self._settled(job), timeout_s) and self._store.is_whole(*job)

    def stop(self) -> None:
        """End the children now; what is ready stays. Waits for their end. May be called twice."""
        with self._changed:
            self._stopped = True
            self._jobs.clear()
            lanes = list(self._lanes)
            self._changed.notify_all()
        for lane in lanes:
            lane.end()

    def child_pids(self) -> list[int]:
        """The children alive now; for the health page and for tests."""
        with self._changed:
            return [pid for lane in self._lanes if (pid := lane.pid) is not None]

    def _settled(self, job: _Job) -> bool:
        return self._stopped or job in self._failed or self._store.is_whole(*job)

    def _put_first(self, job: _Job) -> None:
        with self._changed:
            self._failed.pop(job, None)
            if any(lane.job == job for lane in self._lanes):
                return
            if job in self._jobs:
                self._jobs.remove(job)
            self._jobs.appendleft(job)
        self._start_lanes()

    def _start_lanes(self) -> None:
        with self._changed:
            if self._stopped:
                return
            self._lanes = [lane for lane in self._lanes if lane.is_alive()]
            fresh = [_Lane(self) for _ in range(min(self._children, len(self._jobs)) - len(self._lanes))]
            self._lanes += fresh
            for lane in fresh:
                lane.start()

    def _take(self, lane: _Lane) -> _Job | None:
        """The next job; None, and the lane is struck off in the same moment, when there is none."""
        with self._changed:
            lane.job = self._jobs.popleft() if self._jobs and not self._stopped else None
            if lane.job is None and lane in self._lanes:
                self._lanes.remove(lane)
            return lane.job

    def _finish(self, job: _Job, error: str | None) -> None:
        with self._changed:
            if error is not None and not self._stopped:
                self._failed[job] = error
                _log.warning("camera %s of the simulated city cannot be made: %s", job[0], error)
            counted = job in self._awaited and error is None
            self._awaited.discard(job)
            self._changed.notify_all()
        if counted:
            self._tell_progress()

    def _tell_progress(self) -> None:
        with self._changed:
            tell, done, total = self._on_progress, self._total - len(self._awaited), self._total
        if tell is not None:
            tell(done, total)


class _Lane(threading.Thread):
    """One child and the thread that feeds it, until no job is left."""

    def __init__(self, media: CityMedia) -> None:
        super().__init__(name="city-encoder", daemon=True)
        self._media = media
        self._child: subprocess.Popen[str] | None = None
        self.job: _Job | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def run(self) -> None:
        try:
            while (job := self._media._take(self)) is not None:
                error: str | None = None
                for _ in range(TRIES):
                    error = self._make(job)
                    if error is None:
                        break
                self._media._finish(job, error)
        finally:
            self._close_child()

    def end(self) -> None:
        """Close the child's input, which ends it, and wait for both."""
        child = self._child
        if child is not None:
            child.kill()
        if self.is_alive() and threading.current_thread() is not self:
            self.join()

    def _make(self, job: _Job) -> str | None:
        """Hand the job to the child and wait for its answer. Returns the error, None where it went well."""
        if self._media._stopped:
            return "stopped"
        child = self._child or self._open_child()
        try:
            assert child.stdin is not None and child.stdout is not None
            child.stdin.write(json.dumps({"number": job[0], "event": job[1]}) + "\n")
            child.stdin.flush()
            answer = child.stdout.readline()
            if not answer:
                raise BrokenPipeError("the child that draws ended")
        except OSError as error:
            self._close_child()
            return str(error)
        told: str | None = json.loads(answer)["error"]
        return told

    def _open_child(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "wallapp.simulation.encode", "--folder", str(self._media.folder)]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self._child = child
        return child

    def _close_child(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.close()
        except BrokenPipeError:
            _log.debug("the child that draws had ended before its input was closed")
        child.kill()
        child.wait()
        child.stdout.close()
        self._media._store.remove_parts_of(child.pid)
