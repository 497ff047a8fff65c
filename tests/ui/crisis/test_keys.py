"""No key leads to two things: Qt would then do neither."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QShortcut

from tests.ui.crisis.conftest import Seat, Sit


def _keys(seat: Seat) -> Counter[str]:
    """How many live actions and shortcuts of the window have each key; pages and forms have keys of their own."""
    window = seat.window
    actions = {id(action): action for action in window.findChildren(QAction) if action.isEnabled()}
    keys = [key.toString() for action in actions.values() if action.isVisible() for key in action.shortcuts()]
    keys += [one.key().toString() for one in window.findChildren(QShortcut) if one.parent() is window]
    return Counter(keys)


@pytest.mark.parametrize("login", ["operator", "supervisor", "auditor", "admin", "bank", "trainer", ""])
def test_a_key_leads_to_one_thing(sit: Sit, login: str) -> None:
    twice = {key for key, count in _keys(sit(login)).items() if key and count > 1}
    assert not twice
