"""Waiting for a condition with a deadline: the only way a test waits."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], *, within_s: float, what: str = "the condition") -> float:
    """Wait until the condition is true. Returns how long it took; fails the test at the deadline."""
    begin = time.perf_counter()  # noqa: TID251 the tests measure the product against the machine's own time
    while not condition():
        if time.perf_counter() - begin > within_s:  # noqa: TID251
            raise AssertionError(f"{what} did not come within {within_s} s")
        time.sleep(0.01)  # noqa: TID251
    return time.perf_counter() - begin  # noqa: TID251


def look_for(seconds: float, look: Callable[[float], object], *, every_s: float = 0.05) -> None:
    """Call `look` with the seconds gone by, again and again for so long, whatever it sees."""
    begin = time.perf_counter()  # noqa: TID251
    while (gone_s := time.perf_counter() - begin) < seconds:  # noqa: TID251
        look(gone_s)
        time.sleep(every_s)  # noqa: TID251
