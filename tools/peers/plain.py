"""The gate as plain Python `if`s, as a person would write them by hand."""

import ast
from collections.abc import Callable, Mapping
from typing import Any

from tools.peers import urgent_first
from unknot.knowledge.schema import Knowledge

Plain = Callable[[Mapping[str, Any]], str]


class _Lookups(ast.NodeTransformer):
    """Names become `f.get(name)`, as one would write by hand; order compares ask for a value."""

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        left = node.left
        self.generic_visit(node)
        ordered = isinstance(node.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE)
        if ordered and isinstance(left, ast.Name):
            return ast.BoolOp(ast.And(), [_known(left.id), node])
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.args[0]
        assert isinstance(name, ast.Name)
        return _known(name.id)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in ("true", "false"):
            return ast.Constant(node.id == "true")
        default = ", ()" if node.id == "regions" else ""
        return ast.parse(f"f.get({node.id!r}{default})", mode="eval").body


def _known(name: str) -> ast.expr:
    return ast.parse(f"f.get({name!r}) is not None", mode="eval").body


def plain_python(knowledge: Knowledge) -> Plain:
    """Return a function facts -> urgency made of one `if` a row, most urgent first."""
    derived = {each.id: each for each in knowledge.derived}
    lines = ["def decide(f):"]
    if derived:
        lines.append("    f = dict(f)")
    for each in derived.values():
        counted = " + ".join(f"(f.get({name!r}) is True)" for name in each.of)
        lines.append(f"    f[{each.id!r}] = {counted} >= {each.at_least}")
    for row in urgent_first(knowledge):
        tree = _Lookups().visit(ast.parse(row.condition, mode="eval")).body
        lines.append(f"    if {ast.unparse(ast.fix_missing_locations(tree))}: return {row.then!r}")
    lines.append("    return 'self-care'")
    space: dict[str, Any] = {}
    exec("\n".join(lines), space)  # our own conditions, checked by the loader
    decide: Plain = space["decide"]
    return decide
