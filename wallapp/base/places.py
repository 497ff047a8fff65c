"""Where the shipped files lie. Here and not in a room, because several rooms read them."""

from __future__ import annotations

from pathlib import Path


def resources_dir() -> Path:
    """The folder of shipped files: `resources/` in a checkout, `wallapp_resources/` beside the installed package."""
    beside = Path(__file__).resolve().parents[2]
    installed = beside / "wallapp_resources"
    return installed if installed.is_dir() else beside / "resources"
