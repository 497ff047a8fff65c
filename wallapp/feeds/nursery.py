"""The children themselves: starting, placing feeds on them, finding the sick, laying deaths at a door."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Final

from wallapp.base.clock import Clock
from wallapp.domain.feed_state import Cause
from wallapp.feeds.child import Child
from wallapp.feeds.feed import Feed
from wallapp.feeds.pulse import Pulse
from wallapp.feeds.settings import PoolSettings
from wallapp.frames.control import Report
from wallapp.frames.meter import Busy

_log = logging.getLogger("wallapp.feeds")
_MEMORY_LOOK_S: Final = 0.5
_START_WAITS_S: Final = (0.0, 1.0, 2.0, 5.0, 10.0)
"""Before a start that follows so many children in a row that died before they were ready."""
SUSPECTS_MOST: Final = 8
"""Children for suspects at once: more would be a load of its own, and more than one feed seldom kills."""
_KILLED: Final = -signal.SIGKILL if sys.platform != "win32" else 1
"""Somebody or the system killed it from outside: no feed is to blame."""


class Nursery:
    """All children. Supervisor thread only; the two callbacks come from the children's reader threads."""

    def __init__(
        self,
        clock: Clock,
        settings: PoolSettings,
        *,
        on_report: Callable[[Child, Report], None],
        on_exit: Callable[[Child], None],
    ) -> None:
        self._clock = clock
        self._settings = settings
        self._on_report = on_report
        self._on_exit = on_exit
        self._pulses: dict[Child, Pulse] = {}
        self._dead: list[Child] = []
        self._restarts: dict[int, int] = {}
        self._free_numbers: list[int] = []
        self._looked_mono_s = 0.0
        self._stillborn = 0
        self._start_mono_s = 0.0

    def has(self, child: Child) -> bool:
        """Whether it is in service."""
        return child in self._pulses

    def children(self) -> list[Child]:
        """Those in service."""
        return list(self._pulses)

    def pids(self) -> dict[int, int]:
        """Process ids by decoder number."""
        return {child.number: child.pid for child in self._pulses}

    def restarts(self) -> dict[int, int]:
        """Replacements by decoder number."""
        return dict(self._restarts)

    def place(self, feed: Feed, feeds: Iterable[Feed], now_mono_s: float, *, home: Child | None = None) -> Child | None:
        """The child that is to open this feed, started where needed; None where it has to wait for a start.

        A feed that is suspected of a death gets a child of its own, so that the next one is proof; where there are as
        many suspects' children as may be, the one with the fewest. Any other goes where its camera has its home, if
        it has one.
        """
        alone = feed.strikes.is_suspect(now_mono_s)
        load = {child: 0 for child, pulse in self._pulses.items() if pulse.solo == alone}
        if feed.child in self._pulses and feed.child is not None and self._pulses[feed.child].solo == alone:
            return feed.child
        may_start = now_mono_s >= self._start_mono_s
        if alone and len(load) < SUSPECTS_MOST:
            return self._start(now_mono_s, solo=True) if may_start else None
        if home in load:
            return home
        for other in feeds:
            if other.child in load and other is not feed and other.child is not None:
                load[other.child] += 1
        least = min(load, key=lambda child: (load[child], child.number), default=None)
        if alone:
            return least
        full = least is None or load[least] >= self._settings.feeds_per_child
        if full and len(load) < self._settings.children and may_start:
            return self._start(now_mono_s, solo=False) or least
        return least

    def _start(self, now_mono_s: float, *, solo: bool) -> Child | None:
        """A new child; None where the system has no room for one now, which is tried again later."""
        number = min(self._free_numbers, default=0)
        if number:
            self._free_numbers.remove(number)
        else:
            number = 1 + max(self._restarts, default=0)
        settings = self._settings
        try:
            child = Child(
                number,
                settings.command,
                log_path=settings.log_path,
                identity=settings.identity,
                on_report=self._on_report,
                on_exit=self._on_exit,
            )
        except OSError as error:
            self._free_numbers.append(number)
            self._stillborn += 1
            self._start_mono_s = now_mono_s + _START_WAITS_S[min(self._stillborn, len(_START_WAITS_S) - 1)]
            _log.warning("decoder %d could not be started: %s", number, error.strerror)
            return None
        self._pulses[child] = Pulse(now_mono_s, felt_mono_s=now_mono_s, solo=solo)
        self._restarts.setdefault(number, 0)
        return child

    def sick(self, now_mono_s: float) -> list[tuple[Child, Cause]]:
        """Children to be replaced, and why. Where this process itself was held up, nobody is blamed for it."""
        held_up = now_mono_s - self._looked_mono_s > self._settings.hung_s / 2
        self._looked_mono_s = now_mono_s
        found = []
        for child, pulse in self._pulses.items():
            beats = child.beats
            if beats != pulse.beats or held_up:
                pulse.feel(beats, now_mono_s)
            if beats == 0:
                if now_mono_s - pulse.started_mono_s > self._settings.start_s:
                    found.append((child, Cause.DECODER_HUNG))
            elif pulse.is_hung(now_mono_s, bound_s=self._settings.hung_s, queued_s=child.queued_s):
                found.append((child, Cause.DECODER_HUNG))
            elif now_mono_s - pulse.memory_mono_s > _MEMORY_LOOK_S:
                pulse.memory_mono_s = now_mono_s
                if child.rss_bytes() > self._settings.memory_bytes:
                    found.append((child, Cause.DECODER_GREW))
        return found

    def bury(self, child: Child, feeds: list[Feed], cause: Cause) -> list[Feed]:
        """Take a child out of service and kill it where it lives; returns the feeds that may have killed it."""
        pulse = self._pulses.pop(child)
        self._stillborn = 0 if child.ready else self._stillborn + 1
        wait_s = _START_WAITS_S[min(self._stillborn, len(_START_WAITS_S) - 1)]
        self._start_mono_s = self._clock.mono_s() + wait_s
        culprits = self._culprits(child, feeds, cause) if child.ready else []
        child.kill()
        self._dead.append(child)
        self._dead = [one for one in self._dead if not one.reaped()]
        self._restarts[child.number] = self._restarts.get(child.number, 0) + 1
        if not pulse.solo:
            self._free_numbers.append(child.number)
        return culprits

    def prune(self, used: set[Child | None]) -> None:
        """End children for one suspect that has gone back to the others or is not wanted any more."""
        for child in [child for child, pulse in self._pulses.items() if pulse.solo and child not in used]:
            del self._pulses[child]
            child.kill()
            self._dead.append(child)

    def _culprits(self, child: Child, feeds: list[Feed], cause: Cause) -> list[Feed]:
        if cause is Cause.DECODER_DIED and child.exit_code() == _KILLED:
            return []
        if len(feeds) == 1:
            return list(feeds)
        if cause is Cause.DECODER_GREW:
            # Nothing says whose memory it is; the largest picture is the best guess.
            return sorted(feeds, key=lambda feed: feed.source_px[0] * feed.source_px[1])[-1:]
        return [feed for feed in feeds if feed.meter is not None and feed.meter.read().busy is Busy.WORKING]

    def close(self) -> None:
        """End all; returns when they are gone."""
        for child in self._pulses:
            child.shut()
        for child in [*self._pulses, *self._dead]:
            child.close()
        self._pulses.clear()
        self._dead.clear()
