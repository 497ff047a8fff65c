"""One decoder's block of shared memory: two tables of words and room for pictures.

The console creates it, hands it to the child and maps it; nothing on disk names it, so that no exit of
either side, kill -9 included, leaves a block behind. It is sparse: a page costs memory once touched.

Words are unsigned 64 bit, aligned, in the machine's order; one store of one word is never torn.
"""

from __future__ import annotations

import mmap
import os
import sys
from typing import Final

FEEDS_MAX: Final = 1024
SLOTS_MAX: Final = 1024
FEED_WORDS: Final = 16
SLOT_WORDS: Final = 16
_WORD_BYTES: Final = 8
_PAGE_BYTES: Final = 4096

_BEAT_WORDS: Final = _PAGE_BYTES // _WORD_BYTES
_FEEDS_AT: Final = _BEAT_WORDS
_SLOTS_AT: Final = _FEEDS_AT + FEEDS_MAX * FEED_WORDS
_TABLE_BYTES: Final = (_SLOTS_AT + SLOTS_MAX * SLOT_WORDS) * _WORD_BYTES
PICTURES_AT: Final = (_TABLE_BYTES + _PAGE_BYTES - 1) // _PAGE_BYTES * _PAGE_BYTES

SIZE_BYTES: Final = (1 << 30) if sys.platform == "linux" else (256 << 20)
"""Linux reserves addresses only; Windows charges the whole mapping, so it gets less."""


def page_aligned(size_bytes: int) -> int:
    """The size rounded up to whole pages."""
    return (size_bytes + _PAGE_BYTES - 1) // _PAGE_BYTES * _PAGE_BYTES


class Arena:
    """A mapping of the block. Either side makes its own; the memory goes when the last one is dropped.

    Attributes:
      words: every word of the tables, as one memoryview of format Q.
      memory: the whole mapping; pictures lie from PICTURES_AT on.
    """

    def __init__(self, mapping: mmap.mmap, handle: str, fd: int | None) -> None:
        self.memory = memoryview(mapping)
        self.words = self.memory[:PICTURES_AT].cast("Q")
        self.handle = handle
        self.fd = fd
        self._mapping = mapping

    @classmethod
    def create(cls, name: str, size_bytes: int = SIZE_BYTES) -> Arena:
        """A new, zeroed block. `name` distinguishes mappings on Windows and helps debugging on Linux.

        Raises:
          OSError: the system has no memory or no descriptor left.
        """
        if sys.platform == "linux":
            fd = os.memfd_create(f"wallapp-{name}", os.MFD_CLOEXEC)
            try:
                os.ftruncate(fd, size_bytes)
                mapping = mmap.mmap(fd, size_bytes)
            except BaseException:
                os.close(fd)
                raise
            return cls(mapping, f"fd:{fd}", fd)
        tag = f"Local\\wallapp-{os.getpid()}-{name}"
        return cls(_tagged(tag, size_bytes), f"tag:{tag}:{size_bytes}", None)

    @classmethod
    def attach(cls, handle: str) -> Arena:
        """The child's side: map what `handle` names. Takes ownership of the descriptor.

        Raises:
          ValueError: the handle is not one that `create` made.
          OSError: it cannot be mapped.
        """
        kind, _, rest = handle.partition(":")
        if kind == "fd":
            fd = int(rest)
            size_bytes = os.fstat(fd).st_size
            mapping = mmap.mmap(fd, size_bytes)
            os.close(fd)
            return cls(mapping, handle, None)
        if kind == "tag":
            tag, _, size_text = rest.rpartition(":")
            return cls(_tagged(tag, int(size_text)), handle, None)
        raise ValueError(f"not a handle of shared memory: {handle!r}")

    def close_descriptor(self) -> None:
        """Drop the console's descriptor once the child has its own; the mapping stays."""
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None

    def feed_at(self, row: int) -> int:
        """The index in `words` of a feed's first word."""
        return _FEEDS_AT + row * FEED_WORDS

    def slot_at(self, row: int) -> int:
        """The index in `words` of a slot's first word."""
        return _SLOTS_AT + row * SLOT_WORDS

    def wipe(self, offset: int, size_bytes: int) -> None:
        """Zero whole pages and give their memory back; `offset` and `size_bytes` are page aligned."""
        if sys.platform == "linux":
            self._mapping.madvise(mmap.MADV_REMOVE, offset, size_bytes)
        else:
            self.memory[offset : offset + size_bytes] = bytes(size_bytes)


def _tagged(tag: str, size_bytes: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size_bytes, tagname=tag)
    raise OSError("named mappings are Windows' own")
