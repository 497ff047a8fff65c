"""Asking the services from a widget that may be gone before the answer comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from wallapp.base.errors import WallError
from wallapp.ui.clerk import Clerk

_Answer = TypeVar("_Answer")


def ask(
    clerk: Clerk,
    asker: QObject,
    work: Callable[[], _Answer],
    *,
    then: Callable[[_Answer], None],
    failed: Callable[[WallError], None],
) -> None:
    """Have the clerk do `work`; the answer is dropped where `asker` was deleted meanwhile. GUI thread."""

    def answered(answer: _Answer) -> None:
        if isValid(asker):
            then(answer)

    def refused(error: WallError) -> None:
        if isValid(asker):
            failed(error)

    clerk.ask(work, answered, failed=refused)
