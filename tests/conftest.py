"""What holds for every test: real servers at hand, and nothing left behind."""

from __future__ import annotations

import logging
import os
import re
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import settings

from tests.waiting import wait_until

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # Windows has none

pytest_plugins = ["tests.servers.fixtures"]

_GONE_WITHIN_S = 3.0

settings.register_profile("steady", derandomize=True)
"""The same cases each time: what a change breaks is told from what was never tried."""
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def _left_over() -> set[str]:
    """What a test could leave: threads, child processes and shared memory, each named for the report."""
    found = {f"thread {thread.name}" for thread in threading.enumerate()}
    for child in psutil.Process().children(recursive=True):
        try:
            if child.status() != psutil.STATUS_ZOMBIE:
                found.add(f"process {child.pid} {' '.join(child.cmdline())[:120]}")
        except psutil.Error:
            continue
    found |= {f"shared memory {block}" for block in Path("/dev/shm").glob("wallapp*")}
    for entry in Path("/proc/self/fd").glob("*"):
        try:
            target = os.readlink(entry)
        except OSError:
            continue
        if "memfd:wallapp" in target:
            found.add(f"shared memory {target} as descriptor {entry.name}")
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or shared memory behind."""
    before = _left_over()
    yield
    try:
        wait_until(lambda: _left_over() <= before, within_s=_GONE_WITHIN_S)
    except AssertionError:
        pytest.fail("left behind: " + "; ".join(sorted(_left_over() - before)))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Several processes run the tests; one marked `alone` has the machine to itself, and none is kept waiting for ever.

    Who comes in passes the gate and takes a place in the room; who wants to be alone shuts the gate, waits until the
    room is empty, and opens it again at the end. Outermost, so that waiting counts for no time-out.
    """
    if fcntl is None:  # Windows: there the tests run one after another
        return (yield)
    alone = item.get_closest_marker("alone") is not None
    kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
    with _lock("gate", item.config).open("a") as gate, _lock("room", item.config).open("a") as room:
        fcntl.flock(gate, kind)
        fcntl.flock(room, kind)
        if not alone:
            fcntl.flock(gate, fcntl.LOCK_UN)
        return (yield)


class _Heard(logging.Handler):
    """Keeps what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _lock(name: str, config: pytest.Config) -> Path:
    """The same file for all processes of one run: they are children of the first."""
    run = os.getppid() if hasattr(config, "workerinput") else os.getpid()
    return Path(tempfile.gettempdir()) / f"wallapp-tests-{run}.{name}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The locks of `in_turn` go with the run."""
    if not hasattr(session.config, "workerinput"):
        for name in ("gate", "room"):
            _lock(name, session.config).unlink(missing_ok=True)


_ON_THE_MACHINE = ("cli", "decoder", "e2e", "feeds", "simulation", "store", "ui")
"""Where tests run real processes, servers and windows by the machine's own time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a busy machine breaks is asked a second time; a fault of ours fails twice. Reruns are listed at the end.

    Rules that are tested by a clock of their own get no second chance.
    """
    for item in items:
        if item.path.relative_to(Path(__file__).parent).parts[0] in _ON_THE_MACHINE:
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs(pattern): the test is expected to log warnings that match the pattern")


@pytest.fixture(autouse=True)
def nothing_unexpected_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or an error which it does not announce by @pytest.mark.logs(pattern)."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    expected = [re.compile(mark.args[0]) for mark in request.node.iter_markers("logs")]
    surprising = [line for line in heard.lines if not any(pattern.search(line) for pattern in expected)]
    if surprising:
        pytest.fail("logged unexpectedly: " + "; ".join(surprising))
