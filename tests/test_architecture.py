"""What may import what: data flows one way (docs/architecture.md), and one module knows MkDocs."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "planpress"

ROOMS = (
    ("writing", "console"),  # files put in place whole; the terminal
    ("cache",),
    ("model",),  # what a plan is
    ("problems", "addresses"),  # what is wrong; where everything is
    ("source", "site_checks"),  # files -> model; rules over the finished site
    ("accessibility",),  # check codes, and what machines and people found
    ("configuration",),  # mkdocs.yml
    ("settings",),
    ("editions",),  # one language of the model
    ("overview",),  # what spans plans
    ("documents", "data", "search", "translating", "feeds"),  # model -> bytes
    ("pages",),
    ("artifacts",),  # what the site consists of
    ("site",),  # bytes together, in parallel, onto the disk
    ("editing",),  # what writes into offices/
    ("publishing",),  # releases, and the servers that show them
    ("engine",),  # the one that knows MkDocs
    ("cli",),
)
"""The rooms of planpress in the order of the data. Each may import from those above it in this list, and from itself."""

INNER = {
    "source": (
        ("files", "history", "values"),  # the one door to the disk; single cells
        ("shapes",),  # what a file may hold
        ("text",),  # YAML as somebody typed it
        ("row_addresses", "attachments"),
        ("checks",),
        ("folders", "plans"),
        ("records",),  # what is kept beside a plan
        ("repository",),  # all of it, read once
        ("overlaps", "parents", "pairs_of_plans"),  # between plans
        ("content",),  # what belongs to the site
    ),
    "pages": (
        ("frame",),
        ("layout", "proofs"),
        ("browse", "changes"),
        ("results",),
        ("ways",),
        ("plan", "editorial"),
    ),
}
"""The rooms within the two largest, in the same way."""

OUTSIDE = {"os", "pathlib", "subprocess", "time", "tempfile", "random", "yaml"}

TOOLS = {"tools"}
"""Programs for those who work on planpress; nothing imports them."""


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """What a module is made of."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Full names that a module imports, anywhere in it."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def parts(room: str = "") -> dict[str, set[str]]:
    """The parts of the package, or of a room of it, with the parts that each imports."""
    folder, prefix = PACKAGE / room, ".".join(("planpress", *filter(None, (room,)))) + "."
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*.py"):
        own = path.relative_to(folder).parts[0].removesuffix(".py")
        names = {name.removeprefix(prefix).split(".")[0] for name in imports(path) if name.startswith(prefix)}
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
    known = {room for rooms in ROOMS for room in rooms} | TOOLS | {"__init__"}
    assert set(parts()) == known, "say in ROOMS where it belongs"


@pytest.mark.parametrize("position", range(len(ROOMS)))
def test_data_flows_one_way(position: int) -> None:
    above = {room for rooms in ROOMS[:position] for room in rooms}
    assert {room: parts()[room] - above for room in ROOMS[position] if parts()[room] - above} == {}


def test_the_root_is_a_list_of_rooms() -> None:
    assert len([*PACKAGE.glob("*.py")]) <= 7


@pytest.mark.parametrize("room", [*PACKAGE.rglob("__init__.py")], ids=lambda path: path.parent.name)
def test_every_room_says_in_a_line_what_it_is(room: Path) -> None:
    said = ast.get_docstring(ast.parse(room.read_text("utf-8")))
    assert said and "\n" not in said.partition("\n\n")[0]


def test_no_module_has_grown_beyond_what_one_reads_at_once() -> None:
    assert {
        path.name: lines for path in PACKAGE.rglob("*.py") if (lines := path.read_text("utf-8").count("\n")) > 450
    } == {}


def test_no_modules_import_one_another_in_a_circle() -> None:
    names = {
        path: ".".join(("planpress", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in PACKAGE.rglob("*.py")
    }
    known = {name.removesuffix(".__init__") for name in names.values()}
    imported = {
        name.removesuffix(".__init__"): {
            found if found in known else found.rpartition(".")[0] for found in imports(path)
        }
        & known - {name.removesuffix(".__init__")}
        for path, name in names.items()
    }
    assert list(TopologicalSorter(imported).static_order())


@pytest.mark.parametrize("room", INNER)
def test_data_flows_one_way_within_a_room(room: str) -> None:
    found = parts(room)
    assert set(found) == {part for together in INNER[room] for part in together} | {"__init__"}, (
        "say in INNER where it is"
    )
    above: set[str] = set()
    for together in INNER[room]:
        assert {part: found[part] - above for part in together if found[part] - above} == {}
        above.update(together)


def test_nothing_imports_a_tool() -> None:
    assert {name for name, imported in parts().items() if imported & TOOLS} <= TOOLS


@pytest.mark.parametrize("pure", ["model", "overview", "pages", "search", "data"])
def test_the_middle_touches_no_files_clocks_or_processes(pure: str) -> None:
    touching = {
        module.stem: found
        for module in (PACKAGE / pure).rglob("*.py")
        if (found := {name.split(".")[0] for name in imports(module)} & OUTSIDE)
    }
    assert touching == ({"templates": {"pathlib"}} if pure == "pages" else {})  # compiled templates are kept on disk


def test_only_the_edges_speak_to_the_terminal() -> None:
    printing = {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for path in PACKAGE.rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli", *TOOLS}
