"""The entry line's words: what is understood, and what is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.ids import CameraNumber, LayoutNumber
from wallapp.services.entry_line import (
    Command,
    Page,
    RecallLayout,
    SaveLayout,
    SetGrid,
    ShineSpotlight,
    ShowCamera,
    ShowMap,
    Trouble,
    parse,
    western,
)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("104", ShowCamera(CameraNumber(104))),
        ("  1 04 ", ShowCamera(CameraNumber(104))),
        ("0104", ShowCamera(CameraNumber(104))),
        ("١٠٤", ShowCamera(CameraNumber(104))),
        ("۱۰۴", ShowCamera(CameraNumber(104))),
        ("104", ShowCamera(CameraNumber(104))),
        ("²", ShowCamera(CameraNumber(2))),
        ("999999", ShowCamera(CameraNumber(999_999))),
        ("L2", RecallLayout(LayoutNumber(2))),
        ("l 2", RecallLayout(LayoutNumber(2))),
        ("L٢", RecallLayout(LayoutNumber(2))),
        ("م٢", RecallLayout(LayoutNumber(2))),
        ("S12", SaveLayout(LayoutNumber(12))),
        ("س12", SaveLayout(LayoutNumber(12))),
        ("4x4", SetGrid("4x4")),
        ("4X4", SetGrid("4x4")),
        ("4×4", SetGrid("4x4")),
        ("٤*٤", SetGrid("4x4")),
        ("4ء4", SetGrid("4x4")),
        ("1+5", SetGrid("1+5")),
        ("2 + 8", SetGrid("2+8")),
        ("s", ShineSpotlight()),
        ("س", ShineSpotlight()),
        ("m", ShowMap()),
        ("ة", ShowMap()),
        ("h", Page.HEALTH),
        ("ا", Page.HEALTH),
        ("?", Page.HELP),
        ("؟", Page.HELP),
    ],
)
def test_a_line_is_read(line: str, command: Command) -> None:
    assert parse(line) == command


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("", Trouble.EMPTY),
        ("   ", Trouble.EMPTY),
        ("0", Trouble.NO_SUCH_CAMERA_NUMBER),
        ("1000000", Trouble.NO_SUCH_CAMERA_NUMBER),
        ("L", Trouble.LAYOUT_NUMBER_MISSING),
        ("L0", Trouble.NO_SUCH_LAYOUT_NUMBER),
        ("S1000", Trouble.NO_SUCH_LAYOUT_NUMBER),
        ("-5", Trouble.NOT_A_COMMAND),
        ("M3", Trouble.NOT_A_COMMAND),
        ("1.5", Trouble.NOT_A_COMMAND),
        ("corniche", Trouble.NOT_A_COMMAND),
        ("4x", Trouble.NOT_A_COMMAND),
        ("4x4x4", Trouble.NOT_A_COMMAND),
        ("9" * 10_000, Trouble.NOT_A_COMMAND),
    ],
)
def test_nonsense_has_a_reason(line: str, trouble: Trouble) -> None:
    assert parse(line) is trouble


@given(st.text(max_size=80))
def test_any_text_gives_an_answer(line: str) -> None:
    assert parse(line) is not None


@given(st.integers(min_value=1, max_value=999_999), st.sampled_from("0٠۰०０"))
def test_every_script_types_the_same_camera(number: int, zero: str) -> None:
    typed = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert parse(typed) == ShowCamera(CameraNumber(number))
    assert western(typed) == str(number) or zero == "0"
