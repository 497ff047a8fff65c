"""Arrays by their meaning; they need no drawing library."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = NDArray[np.float64]
"""World points (n, 3) in metres, or picture points (n, 2) in pixels."""
