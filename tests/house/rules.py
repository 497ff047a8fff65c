"""The rules of the house about code: from one syntax tree to what breaks them. Pure, so that they can be tested."""

from __future__ import annotations

import ast

from tests.house.sources import dotted, functions

REAL_TIME = {
    "time.time",
    "time.time_ns",
    "time.sleep",
    "time.monotonic",
    "time.monotonic_ns",
    "time.perf_counter",
    "time.perf_counter_ns",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "datetime.datetime.now",
    "date.today",
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
    "QDateTime.currentMSecsSinceEpoch",
    "QTime.currentTime",
    "QDate.currentDate",
    "QThread.sleep",
    "QThread.msleep",
}
SLEEPS = {"time.sleep", "QThread.sleep", "QThread.msleep", "QTest.qWait", "QTest.qSleep", "qtbot.wait"}
_TRANSLATORS = {"tr", "translate"}


def real_time(tree: ast.Module) -> list[str]:
    """Every use of the system's time; an imported bare name counts as well."""
    found = [_at(node, dotted(node)) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _ends(node)]
    bare = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "time"]
    return found + [_at(node, "from time import") for node in bare]


def _ends(node: ast.Attribute) -> bool:
    name = dotted(node)
    return name in REAL_TIME or any(name.endswith(f".{each}") for each in REAL_TIME)


def sleeps(tree: ast.Module) -> list[str]:
    """Every call that only waits for time to pass."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [_at(call, dotted(call.func)) for call in calls if dotted(call.func) in SLEEPS]


def unharvestable_texts(tree: ast.Module) -> list[str]:
    """Texts for translation that lupdate cannot read: f-strings, sums, `.format` before the call."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = dotted(node.func).rpartition(".")[2] or getattr(node.func, "attr", "")
        if name not in _TRANSLATORS:
            continue
        texts = node.args[:1] if name == "tr" else node.args[:2]
        if any(isinstance(text, (ast.JoinedStr, ast.BinOp)) or _is_format(text) for text in texts):
            found.append(_at(node, f"{name}() of a text that is put together"))
    return found


def _is_format(text: ast.expr) -> bool:
    return isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute) and text.func.attr == "format"


def hidden_imports(tree: ast.Module) -> list[str]:
    """Imports inside functions, and relative ones."""
    inside = [
        _at(node, "import inside a function")
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    relative = [
        _at(node, "relative import") for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level
    ]
    return inside + relative


def long_functions(tree: ast.Module, most_lines: int) -> list[str]:
    """Functions of more than so many lines."""
    return [
        _at(function, f"{function.name} has {_lines(function)} lines")
        for function in functions(tree)
        if _lines(function) > most_lines
    ]


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def undocumented(tree: ast.Module) -> list[str]:
    """Public classes and functions of a module that say nothing about themselves."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
    return [_at(node, f"{node.name} has no docstring") for node in public if not ast.get_docstring(node)]


def _at(node: ast.AST, what: str) -> str:
    return f"line {getattr(node, 'lineno', 0)}: {what}"
