"""Where real senders' messages lie, if they do: a folder with the CAP schema, two levels beside the checkout."""

from __future__ import annotations

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLES: Path | None = next(
    (schema.parent for schema in sorted(_CHECKOUT.parent.glob("*/cap/CAP-v1.2.xsd"))),
    None,
)
