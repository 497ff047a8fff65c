"""How each command reads its words."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from wallapp.base.errors import BadInput


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as an error of ours, and never abbreviates: scripts must not break later."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        text = " ".join(message.split()).removeprefix("argument ")
        raise BadInput(f"{text}; see {self.prog} --help")
