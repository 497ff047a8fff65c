"""What the pool may use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from wallapp.feeds.child import DECODER_COMMAND, Identity
from wallapp.frames.control import Bounds


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """Bounds of the whole pool.

    Attributes:
      children: decoder processes at most, feeds under suspicion not counted.
      feeds_per_child: a further process is started beyond this many, up to `children`.
      memory_bytes: of one decoder, shared pictures not counted; beyond it the decoder is replaced.
      hung_s: without a beat; a beat comes every 0.2 s.
      start_s: from the start of a process until it is ready.
      connections_per_owner: at once, so that a shop's line survives the centre.
      ca_file: certificates to trust besides the system's.
      log_path: where the decoders' own log lines go; None is this process's standard error.
      identity: what the decoders are told of this station; None where it has no part in access.
      command: how a decoder is started; tests put their own around it.
    """

    children: int = max(2, min(8, os.cpu_count() or 2))
    feeds_per_child: int = 8
    memory_bytes: int = 2 << 30
    hung_s: float = 1.4
    start_s: float = 20.0
    connections_per_owner: int = 256
    ca_file: str = ""
    log_path: Path | None = None
    identity: Identity | None = None
    command: tuple[str, ...] = DECODER_COMMAND
    bounds: Bounds = field(default_factory=Bounds)
