"""The command line (DESIGN 7)."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 a failure, 2 bad input."""
    return 0
