"""`wallapp store`: the database that several stations share."""

from __future__ import annotations

from typing import TextIO

from wallapp.services.options import StoreOptions
from wallapp.store.privileges import prepare_store


def run_store(options: StoreOptions, out: TextIO) -> int:
    """Prepare the store for its stations; returns 0.

    Raises:
      BadInput: the URL or the role cannot be used.
      Denied: the URL's user does not own the tables and may not make them.
      Unavailable: the server does not answer.
    """
    prepare_store(options.station.store_url or "", options.role)
    out.write(f"the store is up to date, and {options.role} has what a station needs and no more\n")
    return 0
