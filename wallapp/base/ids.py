"""Identifiers, each its own type so that they cannot be swapped by mistake."""

from __future__ import annotations

from typing import NewType

CameraNumber = NewType("CameraNumber", int)
"""The short number that an operator types; 1 to 999999, unique on a station."""

OwnerName = NewType("OwnerName", str)
"""An owner's name, unique on a station."""

TileId = NewType("TileId", int)
"""A tile on the wall, counted from 0 within the layout in force."""

LayoutNumber = NewType("LayoutNumber", int)
"""The short number under which a layout is saved and recalled; 1 to 999."""
