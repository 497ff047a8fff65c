"""Skipping what a machine cannot do; in CI nothing may be skipped."""

from __future__ import annotations

import os

import pytest


def need(present: bool, reason: str) -> None:
    """Skip the test unless `present`; fail it where the environment says CI=true."""
    if present:
        return
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{reason} (in CI nothing is skipped)")
    pytest.skip(reason)
