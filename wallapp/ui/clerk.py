"""The clerk: one thread that does the services' work for the window, and brings the answers back.

The store and the passwords take their time; the wall must not wait for them.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from wallapp.base.errors import Bug, WallError

_log = logging.getLogger("wallapp.ui.clerk")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[WallError], None]


class Clerk(QObject):
    """Tasks are done one after another, in the order they were asked for. GUI thread, but for the work itself."""

    _done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="clerk")
        self._is_open = True
        self._thread.start()

    def ask(
        self,
        work: Callable[[], _Answer],
        then: Callable[[_Answer], None],
        *,
        failed: Callable[[WallError], None],
    ) -> None:
        """Do `work` in the clerk's thread, then call `then` with its answer in this one.

        Args:
          work: touches no widget.
          then, failed: one of them is called, unless the clerk was closed meanwhile. What they belong to must
            outlive the clerk, or look whether it is still there.
        """
        if self._is_open:
            self._tasks.put(_Task(work, then, failed))

    def close(self) -> None:
        """Finish what was begun, drop the rest; no answer comes any more."""
        self._is_open = False
        self._tasks.put(None)
        self._thread.join()
        QCoreApplication.removePostedEvents(self)  # answers on their way would keep alive whom they are for

    def _work(self) -> None:
        while self._do(self._tasks.get()):
            pass

    def _do(self, task: _Task | None) -> bool:
        """One task; False at the end. A function of its own, so that nothing of a task outlives it here."""
        if task is None:
            return False
        if not self._is_open:
            return True
        try:
            answer: object = task.work()
        except WallError as error:
            answer = error
        except Exception as error:  # noqa: BLE001  # whatever it is, the window says so and goes on
            _log.critical("a task of the clerk's failed", exc_info=error)
            answer = Bug(f"internal error ({type(error).__name__}); please report it; details are in the log")
        self._done.emit(task, answer)
        return True

    def _answer(self, task: _Task, answer: object) -> None:
        if not self._is_open:
            return
        if isinstance(answer, WallError):
            task.failed(answer)
        else:
            task.then(answer)
