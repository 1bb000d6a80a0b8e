"""A plan.yml with other values and another order of its rows: the lines of what stays the same are not touched.

A row is the lines from its mark to its last character. Comments above it go with it where it goes, and stay where it is
removed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import yaml

from planpress.editing.edit import Edit, content_end, line_end, line_start
from planpress.editing.sheet.merging import Merged, Wanted
from planpress.editing.sheet.units import PLAN_PATHS, ROW_KINDS, SECTION, Unit, normal, sections_of, units_of
from planpress.editing.sheet.yaml_values import applied, in_brackets, lines_of, mapping_edits
from planpress.source.text.yaml_text import Plain, YamlDocument
from planpress.source.values.finding import Steps

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../../../schema/plan.json\n"
_ORDER: Final[Mapping[str, Sequence[str]]] = {
    "": ("title", "adopted", "approved", "status", "columns", "when"),
    "columns": ("groups", "measure", "who", "when"),
    "section": ("heading", "text", "rows"),
    "row": (*ROW_KINDS, "who", "when", "target", "source", "unsure", "sic", "id"),
    "target": ("figure", "unit", "by"),
}
"""In which order keys are usually written."""
_INDENT: Final = 2
"""Blanks before the mark of a section; before that of a row, two steps more."""

_Group = tuple[Wanted, list[Wanted]]
"""A section with its rows."""


def new_plan(wanted: Merged) -> str:
    """The text of a plan.yml that is not there yet: a draft."""
    plan = {"status": "draft", **_nested(wanted.plan, PLAN_PATHS)}
    head = "".join(lines_of(key, plan[key], 0) for key in _ORDER[""] if key in plan)
    sections = "".join(
        _new_section(section.unit, "".join(_new_row(row.unit, _INDENT + 4) for row in rows), _INDENT)
        for section, rows in _groups(wanted.units)
    )
    return f"{SCHEMA_LINE}{head}sections:\n{sections}"


def rewritten(document: YamlDocument, wanted: Merged) -> str:
    """The text of a plan.yml as it is to be.

    Args:
        document: the plan as it is.
        wanted: what it is to say.
    """
    text = document.source.text
    has_last_line_break = text.endswith("\n")
    found = _Writer(document, text if has_last_line_break else f"{text}\n", wanted).written()
    if "\r\n" in text:
        found = found.replace("\r\n", "\n").replace("\n", "\r\n")
    return found if has_last_line_break else found.rstrip("\r\n")


class _Writer:
    def __init__(self, document: YamlDocument, text: str, wanted: Merged) -> None:
        self.document, self.text, self.wanted = document, text, wanted
        self.now = units_of(document.data)
        self.nodes = [_at(document.root, path) for path in self.now.paths]
        self.kept = {each.now for each in wanted.units}
        self.spans: dict[int, tuple[int, int]] = {}
        self.leads: dict[int, str] = {}
        """What stands above each section and row, up to the one before it: comments, empty lines."""
        groups = list(sections_of(self.now.units))
        for items in ([section for section, _ in groups], *(rows for _, rows in groups)):
            self.look_at(items)

    def look_at(self, items: Sequence[int]) -> None:
        end = 0
        for item in items:
            node = self.nodes[item]
            self.spans[item] = line_start(self.text, self.dash(item)), line_end(self.text, content_end(self.text, node))
            is_first = end == 0 or self.is_in_brackets(item)
            self.leads[item] = "" if is_first else self.text[end : self.spans[item][0]]
            end = self.spans[item][1]

    def dash(self, item: int) -> int:
        """Where the mark of a section or a row stands."""
        return max(self.text.rfind("-", 0, self.nodes[item].start_mark.index), 0)

    def indent(self, item: int) -> int:
        return self.dash(item) - self.spans[item][0]

    def written(self) -> str:
        """The text of the whole file."""
        root = self.document.root
        sections = _value(root, "sections")
        assert isinstance(root, yaml.MappingNode) and isinstance(sections, yaml.SequenceNode)  # the shape of a plan
        groups = list(_groups(self.wanted.units))
        items = [section for section, _ in sections_of(self.now.units)]
        edits = list(self.value_edits(root, self.now.plan, self.wanted.plan, PLAN_PATHS, "", bool(root.flow_style)))
        return applied(self.text, [*edits, self.list_edit(sections, items, groups)])

    def list_edit(self, node: yaml.SequenceNode, items: Sequence[int], wanted: Sequence[_Group]) -> Edit:
        """The edit that puts a list in its order; the rows of a section are groups without rows of their own."""
        if node.flow_style:
            start, end = node.start_mark.index, node.end_mark.index
            before = [self.document.value(self.now.paths[item]) or "" for item in items]
            after: list[Plain] = [self.plain(each, below) for each, below in wanted]
            return Edit(end, end, "") if before == after else Edit(start, end, in_brackets(after))
        leads, pending = dict(self.leads), ""
        for item in items:
            if any(each.now == item for each, _ in wanted):
                leads[item] = pending + leads[item]
                pending = ""
            elif item not in self.kept:
                pending += leads[item]
        indent = self.indent(items[0])
        parts = [
            ("" if each.now is None else leads[each.now]) + self.chunk(each, below, indent) for each, below in wanted
        ]
        return Edit(self.spans[items[0]][0], self.spans[items[-1]][1], "".join(parts) + pending)

    def chunk(self, each: Wanted, below: Sequence[Wanted], indent: int) -> str:
        """The lines of a section or a row."""
        if each.now is None or self.is_in_brackets(each.now):
            if each.now is not None:
                return f"{' ' * indent}- {in_brackets(self.plain(each, below))}\n"
            if each.unit.kind == SECTION:
                return _new_section(each.unit, self.chunks(below, indent + 4), indent)
            return _new_row(each.unit, indent)
        node = self.nodes[each.now]
        assert isinstance(node, yaml.MappingNode)  # a section or a row
        before = self.now.units[each.now]
        edits = list(self.rows_edits(each.now, node, below)) if before.kind == SECTION else []
        what = "section" if before.kind == SECTION else "row"
        edits += self.value_edits(node, before.values, each.unit.values, before.paths, what, bool(node.flow_style))
        if each.unit.kind != before.kind:
            name = next(name for name, _ in node.value if name.value.strip() == before.kind)
            edits.append(Edit(name.start_mark.index, name.end_mark.index, each.unit.kind))
        start, end = self.spans[each.now]
        return _shifted(applied(self.text, edits, start, end), indent - self.indent(each.now))

    def chunks(self, rows: Iterable[Wanted], indent: int) -> str:
        """The lines of rows that come into a list, each with what stood above it."""
        return "".join(("" if row.now is None else self.leads[row.now]) + self.chunk(row, (), indent) for row in rows)

    def is_in_brackets(self, item: int) -> bool:
        """Whether the list that a section or a row stands in is written in brackets."""
        parent = _at(self.document.root, self.now.paths[item][:-1])
        return isinstance(parent, yaml.SequenceNode) and bool(parent.flow_style)

    def rows_edits(self, section: int, node: yaml.MappingNode, wanted: Sequence[Wanted]) -> Iterator[Edit]:
        """The edits that give a section its rows."""
        rows = _value(node, "rows")
        items = next(rows for start, rows in sections_of(self.now.units) if start == section)
        groups: list[_Group] = [(each, []) for each in wanted]
        if isinstance(rows, yaml.SequenceNode) and items and wanted:
            yield self.list_edit(rows, items, groups)
        elif items and not wanted:
            yield from mapping_edits(self.text, node, {"rows": None}, _ORDER["section"], bool(node.flow_style))
        elif wanted and node.flow_style:
            new: list[Plain] = [self.plain(each, ()) for each in wanted]
            yield from mapping_edits(self.text, node, {"rows": new}, _ORDER["section"], in_flow=True)
        elif wanted:
            at = line_end(self.text, content_end(self.text, node))
            column = node.start_mark.column
            yield Edit(at, at, f"{' ' * column}rows:\n{self.chunks(wanted, column + _INDENT)}")

    def value_edits(
        self,
        node: yaml.MappingNode,
        before: Mapping[str, str],
        after: Mapping[str, str],
        paths: Mapping[str, Steps],
        what: str,
        in_flow: bool,
    ) -> Iterator[Edit]:
        """The edits that make a mapping say something else.

        Args:
            node: the mapping.
            before: what it says.
            after: what it is to say.
            paths: where the values stand below it.
            what: it is, a key of the usual orders.
            in_flow: it stands in brackets.
        """
        changes: dict[str, Plain | None] = {}
        nested: dict[str, dict[str, Plain | None]] = {}
        for key, path in paths.items():
            if normal(before.get(key, "")) != normal(after.get(key, "")):
                (changes if len(path) == 1 else nested.setdefault(str(path[0]), {}))[str(path[-1])] = _value_of(
                    key, after.get(key)
                )
        for key, values in nested.items():
            child = _value(node, key)
            new = {name: value for name, value in values.items() if value is not None}
            if not isinstance(child, yaml.MappingNode):
                changes |= {key: new} if new else {}
            elif not new and {name.value.strip() for name, _ in child.value} <= {*values}:
                changes[key] = None
            else:
                is_in_flow = in_flow or bool(child.flow_style)
                yield from mapping_edits(self.text, child, values, _ORDER[key], is_in_flow)
        yield from mapping_edits(self.text, node, changes, _ORDER[what], in_flow)

    def plain(self, each: Wanted, below: Iterable[Wanted]) -> Plain:
        """A section or a row as data, with what the workbook does not know of it."""
        old = self.document.value(self.now.paths[each.now]) if each.now is not None else None
        found: dict[str, Plain] = dict(old) if isinstance(old, dict) else {}
        if each.now is not None:
            paths = self.now.units[each.now].paths
            found = {key: value for key, value in found.items() if key not in {str(path[0]) for path in paths.values()}}
        found = {**_nested(each.unit.values, each.unit.paths), **found}
        rows = [self.plain(row, ()) for row in below]
        return {**found, "rows": rows} if rows else {key: value for key, value in found.items() if key != "rows"}


def _new_section(unit: Unit, rows: str, indent: int) -> str:
    values = {key: unit.values[key] for key in _ORDER["section"] if key in unit.values}
    lines = "".join(lines_of(key, value, indent + 2) for key, value in values.items())
    return _marked(lines + (f"{' ' * (indent + 2)}rows:\n{rows}" if rows else ""), indent)


def _new_row(unit: Unit, indent: int) -> str:
    values = _nested(unit.values, unit.paths)
    return _marked("".join(lines_of(key, values[key], indent + 2) for key in _ORDER["row"] if key in values), indent)


def _marked(lines: str, indent: int) -> str:
    return f"{' ' * indent}- {lines[indent + 2 :]}"


def _nested(values: Mapping[str, str], paths: Mapping[str, Steps]) -> dict[str, Plain]:
    """Values as the mapping that a file has."""
    found: dict[str, Plain] = {}
    for key, path in paths.items():
        if (value := _value_of(key, values.get(key))) is not None:
            child = found.setdefault(str(path[0]), {}) if len(path) > 1 else found
            assert isinstance(child, dict)  # no path leads through a value
            child[str(path[-1])] = value
    return found


def _value_of(key: str, text: str | None) -> Plain | None:
    if not text:
        return None
    return [name.strip() for name in text.split("、") if name.strip()] if key == "groups" else text


def _groups(units: Sequence[Wanted]) -> Iterator[_Group]:
    for section, rows in sections_of([each.unit for each in units]):
        yield units[section], [units[position] for position in rows]


def _shifted(lines: str, by: int) -> str:
    if by > 0:
        return "".join(f"{' ' * by}{line}" if line.strip() else line for line in lines.splitlines(keepends=True))
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines.splitlines(keepends=True))


def _value(node: yaml.Node, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value.strip() == key), None)


def _at(node: yaml.Node, path: Steps) -> yaml.Node:
    for step in path:
        node = node.value[step] if isinstance(step, int) else (_value(node, step) or node)
    return node
