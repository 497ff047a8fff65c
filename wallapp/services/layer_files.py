"""Files of drawings, as the window asks for them; `exchange.geojson` reads and writes them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from wallapp.domain.layer import CrisisLayer, ReadFeatures


class LayerFiles(Protocol):
    """Any thread but the GUI's: disks wait."""

    def read(self, path: Path) -> ReadFeatures:
        """The drawings of a file. Raises BadInput where it cannot be read, in one line that says why."""
        ...

    def write(self, path: Path, layer: CrisisLayer) -> None:
        """Write a layer with its drawings, whole or not at all. Raises Unavailable where it cannot be written."""
        ...
