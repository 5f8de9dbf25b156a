"""The shape of the library: data goes one way, modules are small and documented, importing costs nothing."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dispatch_parser

ROOT = Path(dispatch_parser.__file__).parent
MODULES = {
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
# From the ground up; a module may import from floors below its own and from its own package. The longest name
# that fits a module says where it stands. The face, `dispatch_parser` itself, loads a name when asked for it.
FLOORS = (
    # rules ask what they need: `text.required`
    ("errors", "selection", "limits", "messages", "record", "document", "model", "orphans", "text.required"),
    ("text", "layout.columns"),  # readers ask for the geometry of columns before there are zones
    ("readers",),
    ("layout", "gazetteer"),
    ("extractors",),
    ("pipeline",),
    ("responsibility", "explanation"),
    ("export", "review", "lint"),
    ("batch",),
    ("evaluation",),
    ("cli",),
)
# Methods that open a door to a floor above, imported when called: DispatchRecord.plain(), .tasks_for().
DOORS = {
    ("dispatch_parser.record", "dispatch_parser.export.plain"),
    ("dispatch_parser.record", "dispatch_parser.responsibility"),
}
HEAVY = {"spacy", "underthesea", "pdfplumber", "pypdfium2", "docx", "lxml", "pydantic", "rich", "yaml"}


def floor(module: str) -> int:
    name = module.removeprefix("dispatch_parser.")
    fitting = {
        len(part): level
        for level, parts in enumerate(FLOORS)
        for part in parts
        if f"{name}.".startswith(f"{part}.")
    }
    assert fitting, f"{module} stands on no floor"
    return fitting[max(fitting)]


def imports(path: Path) -> Iterator[str]:
    """The modules of the library that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                if {inside, node.module} & MODULES.keys():
                    yield inside if inside in MODULES else node.module


def package(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("module", [name for name in MODULES if name != "dispatch_parser"])
def test_nothing_imports_from_above(module):
    for imported in imports(MODULES[module]):
        if imported == "dispatch_parser" or (module, imported) in DOORS:
            continue
        if package(imported) == package(module) and floor(imported) <= floor(module):
            continue
        ground = floor(module) == 0 == floor(imported)
        assert ground or floor(imported) < floor(module), f"{module} imports {imported} from above or beside"


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_small(module):
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines <= 400, f"{lines} lines: two rooms"


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_documented(module):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    assert [name for name, node in public(tree) if not ast.get_docstring(node)] == []


def public(
    tree: ast.Module | ast.ClassDef, prefix: str = ""
) -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef]]:
    """Public functions, classes and their public methods; what a decorator makes a setter is its getter's."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if any(isinstance(d, ast.Attribute) and d.attr == "setter" for d in node.decorator_list):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from public(node, f"{prefix}{node.name}.")


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running code."""
    report = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    script = f"{code}\n{report}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import dispatch_parser",
        "import dispatch_parser; dispatch_parser.DispatchError; dispatch_parser.Limits",
        "from dispatch_parser.cli import main; main.build_parser()",
    ],
)
def test_importing_costs_nothing(code):
    # What the interpreter loads at its own start (through .pth files) is not ours.
    assert (loaded_after(code) - loaded_after("pass")).isdisjoint(HEAVY)


def test_parsing_a_text_loads_no_reader_of_files():
    loaded = loaded_after("import dispatch_parser; dispatch_parser.parse_text('Số: 12/UBND-VX')")
    assert "spacy" in loaded
    assert loaded.isdisjoint({"pdfplumber", "docx"})


def test_every_exported_name_is_there():
    for name in dispatch_parser.__all__:
        assert getattr(dispatch_parser, name).__doc__
    with pytest.raises(AttributeError):
        dispatch_parser.no_such_name  # noqa: B018 - the access is the test
