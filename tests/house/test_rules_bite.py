"""The rules themselves: each finds what it is for, and lets through what it must."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable

import pytest

from tests.house import rules


def _long(tree: ast.Module) -> list[str]:
    return rules.long_functions(tree, 2)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (rules.real_time, "import time\ntime.time()"),
        (rules.real_time, "x = time.monotonic"),
        (rules.real_time, "from time import sleep"),
        (rules.real_time, "import datetime\ndatetime.datetime.now()"),
        (rules.real_time, "QtCore.QDateTime.currentDateTime()"),
        (rules.sleeps, "time.sleep(1)"),
        (rules.sleeps, "qtbot.wait(100)"),
        (rules.unharvestable_texts, "self.tr(f'{n} cameras')"),
        (rules.unharvestable_texts, "self.tr('a' + b)"),
        (rules.unharvestable_texts, "QCoreApplication.translate('Wall', f'{n}')"),
        (rules.unharvestable_texts, "make().tr('{}'.format(n))"),
        (rules.hidden_imports, "def f():\n    import os"),
        (rules.hidden_imports, "from . import other"),
        (_long, "def f():\n    a = 1\n    return a"),
        (rules.undocumented, "class Open:\n    pass"),
        (rules.undocumented, "def open():\n    pass"),
    ],
)
def test_a_broken_rule_is_found(rule: Callable[[ast.Module], list[str]], code: str) -> None:
    assert len(rule(ast.parse(code))) == 1


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (rules.real_time, "clock.now_at()\nself.clock.mono_s()\ntime.gmtime(0)"),
        (rules.sleeps, "qtbot.waitUntil(done)\nclock.sleep_s(1)"),
        (rules.unharvestable_texts, "self.tr('{n} cameras').format(n=n)\ntext.translate(TABLE)"),
        (rules.hidden_imports, "import os\nfrom wallapp.base import clock"),
        (_long, "def f():\n    return 1"),
        (rules.undocumented, "def _inner():\n    pass\nclass Open:\n    'Is open.'"),
    ],
)
def test_what_is_allowed_passes(rule: Callable[[ast.Module], list[str]], code: str) -> None:
    assert rule(ast.parse(textwrap.dedent(code))) == []
