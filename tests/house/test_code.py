"""The rules of the house, held against every Python file."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.sources import ROOT, project_files, python_files, text_of, tree_of

FILE_LINES_MAX = 500
"""400 is the aim; what passes 500 holds a second thing."""
FUNCTION_LINES_MAX = 80
"""60 is the aim."""


def _broken(paths: Iterable[Path], rule: Callable[[ast.Module], list[str]]) -> list[str]:
    return [f"{path}: {what}" for path in paths for what in rule(tree_of(path))]


def test_only_the_clock_reads_the_time() -> None:
    clock = Path("wallapp/base/clock.py")
    assert _broken((path for path in python_files("wallapp") if path != clock), rules.real_time) == []
    assert rules.real_time(tree_of(clock)), "the clock itself no longer reads the time: is the rule still awake?"


def test_no_test_sleeps() -> None:
    # The wait for a condition may, which looks again and again until a deadline; a benchmark is no test.
    tests = (path for path in python_files("tests") if path.parts[1] not in ("waiting.py", "bench"))
    assert _broken(tests, rules.sleeps) == []


def test_every_text_for_translation_stands_there_whole() -> None:
    assert _broken(python_files("wallapp"), rules.unharvestable_texts) == []


def test_imports_stand_at_the_top_and_are_absolute() -> None:
    assert _broken(python_files("wallapp", "tests"), rules.hidden_imports) == []


def test_no_function_is_too_long() -> None:
    assert _broken(python_files("wallapp"), lambda tree: rules.long_functions(tree, FUNCTION_LINES_MAX)) == []


def test_public_things_are_documented() -> None:
    assert _broken(python_files("wallapp"), rules.undocumented) == []


def test_no_file_is_too_long() -> None:
    sizes = {str(path): text_of(path).count("\n") for path in python_files("wallapp", "tests")}
    assert {path: lines for path, lines in sizes.items() if lines > FILE_LINES_MAX} == {}


def test_every_package_says_what_belongs_in_it() -> None:
    packages = [path for path in python_files("wallapp") if path.name == "__init__.py" and len(path.parts) > 2]
    short = []
    for path in packages:
        words = ast.get_docstring(tree_of(path)) or ""
        is_inner = len(path.parts) > 3
        if len(words) < 20 or not (is_inner or "Threads:" in words or path.parts[1] == "domain"):
            short.append(str(path))
    assert short == []


def test_every_module_says_what_it_is() -> None:
    assert [str(path) for path in python_files("wallapp") if not ast.get_docstring(tree_of(path))] == []


@pytest.mark.parametrize("word", ["util", "utils", "helper", "helpers", "manager", "common", "misc"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert [str(path) for path in python_files("wallapp", "tests") if word in path.stem.split("_")] == []


def test_nothing_is_exempt_from_types_without_a_reason() -> None:
    bare = []
    for path in python_files("wallapp", "tests"):
        for number, line in enumerate(text_of(path).splitlines(), 1):
            _, mark, reason = line.partition("# type: " + "ignore")
            if mark and not reason.partition("]")[2].strip():
                bare.append(f"{path}:{number}")
    assert bare == []


def test_every_room_of_the_tree_is_known_to_the_contracts() -> None:
    contracts = text_of(Path("pyproject.toml"))
    rooms = {path.parts[1].removesuffix(".py") for path in python_files("wallapp")} - {"__init__"}
    assert [room for room in sorted(rooms) if room not in contracts] == []


def test_the_rules_see_the_files() -> None:
    assert len(project_files()) > 100
    assert (ROOT / "wallapp" / "base" / "clock.py").is_file()
