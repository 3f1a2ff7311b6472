"""No bare string reaches a widget: Textual would read markup in it, a stranger's too.

What is shown is ``Content``, which is never parsed, or goes through a door
that was told ``markup=False``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Constructors whose first argument is shown, and read as markup unless told not to.
SHOWN_FIRST = {
    "Button", "Checkbox", "Collapsible", "Label", "Link", "Option", "RadioButton", "Selection",
    "Static", "Tab", "TabPane", "Tooltip",
}  # fmt: skip
# Methods that show their first argument.
SHOWING = {"add_option", "notify", "update", "replace_option_prompt", "add_column", "add_row"}
# Attributes that are shown.
SHOWN = {"border_title", "border_subtitle", "tooltip", "label", "prompt"}
# Doors that parse markup by their nature.
BANNED = {"from_markup", "Markdown", "MarkdownViewer"}


def offences(code: str) -> Iterator[str]:
    """Each place where a string could reach a widget and be parsed."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            shows = name in SHOWN_FIRST or (
                name in SHOWING and isinstance(node.func, ast.Attribute)
            )
            if name in BANNED or (shows and not _is_safe_call(node)):
                yield f"line {node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                shown = isinstance(target, ast.Attribute) and target.attr in SHOWN
                if shown and not _is_content(node.value):
                    yield f"line {node.lineno}: {ast.unparse(node)}"


def _is_safe_call(call: ast.Call) -> bool:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    off = given.get("markup")
    if isinstance(off, ast.Constant) and off.value is False:
        return True
    return all(map(_is_content, call.args[:1])) and "content" not in given and "label" not in given


def _is_content(value: ast.expr) -> bool:
    """Whether this is ``Content(…)``, ``Content.assemble(…)`` and the like, or None."""
    if isinstance(value, ast.Constant):
        return value.value is None
    if not isinstance(value, ast.Call):
        return False
    owner = value.func.value if isinstance(value.func, ast.Attribute) else value.func
    return isinstance(owner, ast.Name) and owner.id == "Content"


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def screens_and_widgets() -> list[Path]:
    files = sorted((ROOT / "tui").rglob("*.py"))
    return [file for file in files if "textual" in file.read_text("utf-8")]


@pytest.mark.parametrize("file", screens_and_widgets(), ids=lambda file: file.stem)
def test_no_bare_string_reaches_a_widget(file: Path) -> None:
    assert list(offences(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(text)",
        "Static(f'{name}')",
        "Label('ours')",
        "widgets.Static(text, classes='x')",
        "Static(content=text)",
        "Option(name, id='a')",
        "self.notify(text)",
        "self.notify(text, markup=True)",
        "line.update(text)",
        "self.border_title = name",
        "Content.from_markup(text)",
        "Markdown(text)",
    ],
)
def test_a_bare_string_is_caught(code: str) -> None:
    assert list(offences(code))


@pytest.mark.parametrize(
    "code",
    [
        "Static(Content(text))",
        "Static(markup=False)",
        "Static(text, markup=False)",
        "Option(Content.styled(name, 'bold'), id='a')",
        "self.notify(text, markup=False)",
        "line.update(Content(text))",
        "self.border_title = Content(name)",
        "self.tooltip = None",
        "update(value)",
    ],
)
def test_what_is_never_parsed_passes(code: str) -> None:
    assert not list(offences(code))
