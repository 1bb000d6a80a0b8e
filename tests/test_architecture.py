"""What may import what: data flows one way (docs/architecture.md), and one module knows MkDocs."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "planpress"

LAYERS = (
    # What everything may know: languages, numbers, dates, addresses; and what is wrong with something.
    {
        "language",
        "numbering",
        "calendar",
        "problems",
        "security",
        "addresses",
        "cli_texts",
        "writing",
        "lock",
        "cache",
        "files",
        "batches",
        "console",
        "preview_names",
        "workers",
        "history",
        "working_names",
        "coverage",
    },
    {"problem_codes", "report", "english", "metadata", "cli_help"},
    {"model"},
    {"classes"},
    # YAML -> model; the checks look at what was read.
    {"source", "checks"},
    # What is read like YAML, but is not: words for another language.
    {"hans_exceptions", "po_text"},
    {"hans", "translation"},
    {"configuration", "settings"},
    {"editorial", "cleaning", "failures"},
    # One language of the model.
    {"edition"},
    # What the search finds in it; which measures belong to a topic, found alike.
    {"search"},
    {"topics"},
    # What is left to translate into it.
    {"translating"},
    # Pages, documents, data: pure makers of bytes.
    {"theme"},
    {"templates", "summary", "open_data", "scripts", "stylesheet"},
    {"documents"},
    {"naming", "parts"},
    {"frame", "plan_view", "plan_index", "downloads", "holdings", "quality"},
    {"browsing"},
    {"pages", "sitemap"},
    # Bytes together, in parallel, onto the disk.
    {"published"},
    {"output", "compiling", "inputs"},
    {"artifacts"},
    {"browse_artifacts", "indexing"},
    {"assembly"},
    {"loading"},
    {"site"},
    # The edges: who asks for a site, judges a built one, keeps its translations.
    {"engine", "preview", "preview_server", "page_rules", "translating"},
    {"cli"},
)
"""Every module may import from its own layer and from those above it in this list."""

TOOLS = {"interface", "problem_docs", "schema"}
"""Programs for those who work on planpress; nothing imports them."""


def imports(path: Path) -> Iterator[str]:
    """Full names that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def parts() -> dict[str, set[str]]:
    """The parts of the package, with the parts that each imports."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        names = {name.split(".")[1] for name in imports(path) if name.startswith("planpress.")}
        found.setdefault(own, set()).update(names - {own})
    return found


def test_the_engine_alone_knows_mkdocs() -> None:
    knowing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] in ("mkdocs", "material", "pymdownx") for name in imports(path))
    }
    assert knowing == {"engine.py"}


def test_every_part_has_its_place() -> None:
    known = set().union(*LAYERS) | TOOLS | {"__init__"}
    assert set(parts()) - known == set(), "say in LAYERS where it belongs"


@pytest.mark.parametrize("position", range(len(LAYERS)))
def test_data_flows_one_way(position: int) -> None:
    allowed = set().union(*LAYERS[: position + 1])
    against = {name: parts()[name] - allowed for name in LAYERS[position] if parts()[name] - allowed}
    assert against == {}


def test_nothing_imports_a_tool() -> None:
    assert {name for name, imported in parts().items() if imported & TOOLS} <= TOOLS


@pytest.mark.parametrize(
    "pure",
    [
        "model",
        "topics",
        "classes",
        "numbering",
        "calendar",
        "edition",
        "plan_view",
        "plan_index",
        "browsing",
        "frame",
        "pages",
        "summary",
        "search",
    ],
)
def test_the_middle_touches_no_files_clocks_or_processes(pure: str) -> None:
    path = PACKAGE / f"{pure}.py"
    for module in [path] if path.exists() else list((PACKAGE / pure).glob("*.py")):
        roots = {name.split(".")[0] for name in imports(module)}
        assert roots & {"os", "pathlib", "subprocess", "time", "tempfile", "random", "yaml"} == set(), module


def test_only_the_edges_speak_to_the_terminal() -> None:
    printing = {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli", "preview", "translating", *TOOLS}
