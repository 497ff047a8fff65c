"""`python -m wallapp`."""

from __future__ import annotations

import sys

from wallapp.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
