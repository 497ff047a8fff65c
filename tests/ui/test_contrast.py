"""Text is read at 7:1 and shapes are seen at 3:1, on every ground they stand on (WCAG 2.2, 1.4.6 and 1.4.11)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.shapes import state_colour

GROUNDS = [theme.GROUND, theme.PANEL, theme.FIELD, theme.SHADE]


def luminance(colour: str) -> float:
    shade = QColor(colour)
    parts = [shade.redF(), shade.greenF(), shade.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable(ground: str) -> None:
    texts = {theme.TEXT, theme.TEXT_STRONG, theme.TEXT_QUIET, *(state_colour(state) for state in TruthState)}
    assert {text: round(contrast(text, ground), 1) for text in texts if contrast(text, ground) < 7} == {}


@pytest.mark.parametrize("ground", GROUNDS)
def test_shapes_are_seen(ground: str) -> None:
    assert contrast(theme.MARK_QUIET, ground) >= 3


def test_the_chosen_row_is_readable() -> None:
    assert contrast(theme.TEXT_STRONG, theme.RAISED) >= 7
    assert contrast(theme.TEXT, theme.RAISED) >= 7
