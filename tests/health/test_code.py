"""The house keeps its shape: pure rooms are pure, files are small, names mean something."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "unknot"
PURE = ("rules", "movement", "care")
IMPURE = {"os", "random", "socket", "subprocess", "time", "requests", "urllib", "django"}
MEANINGLESS = {"utils", "helpers", "common", "base", "misc", "manager", "service", "services"}


def modules(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in (PACKAGE / room).rglob("*.py")]


def test_pure_rooms_touch_no_clock_disk_network_or_chance() -> None:
    wrong = []
    for path in modules(*PURE):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        wrong += [f"{path.name}: imports {name}" for name in _imported(tree) if name in IMPURE]
        wrong += [
            f"{path.name}: {call}" for call in _calls(tree) if call in ("now", "today", "open")
        ]
    assert wrong == []


def test_no_file_grows_past_four_hundred_lines() -> None:
    long = [p.name for p in modules(".") if len(p.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def test_no_module_is_a_drain() -> None:
    assert [p for p in modules(".") if p.stem in MEANINGLESS] == []


def test_no_clinical_threshold_in_templates() -> None:
    comparison = re.compile(r"{%\s*(?:el)?if[^%]*[<>]=?\s*\d")
    templates = PACKAGE.rglob("*.html")
    assert [str(t) for t in templates if comparison.search(t.read_text(encoding="utf-8"))] == []


def test_public_functions_of_the_pure_rooms_are_documented() -> None:
    bare = []
    for path in modules("rules", "care"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                bare += [] if ast.get_docstring(node) else [f"{path.name}: {node.name}"]
    assert bare == []


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def _calls(tree: ast.Module) -> list[str]:
    found = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [each.id for each in found if isinstance(each, ast.Name) and each.id == "open"]
    return names + [
        each.attr
        for each in found
        if isinstance(each, ast.Attribute) and each.attr in ("now", "today")
    ]
