"""YAML as offices write it: text in, plain mappings, lists and texts out, every problem with its place.

Only a small, safe part of YAML is read: no anchors, no tags but those that the caller allows, one document, one
mapping at its root. Every scalar is its own text (``8:00``, ``no`` and ``1.`` stay what was written); types come
from :mod:`planpress.source.shapes.plan_shapes`.

The file is read once, as a stream of events: that never recurses, however deep the file nests. Only when
there is something to say is the node graph composed, which knows lines and columns.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

import yaml
from pydantic import ValidationError

from planpress.problems.problem import Place, Problem, has_errors
from planpress.source.shapes.known_keys import Shape
from planpress.source.text.lines import as_meant
from planpress.source.text.slips import may_have_slips
from planpress.source.text.source_text import SourceText, decode
from planpress.source.text.unfolding import unfolded
from planpress.source.values.finding import MOST, Finding, Steps

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
"""What a YAML node becomes."""

DEPTH_LIMIT: Final = 20
"""How many collections may lie within one another; a plan needs seven."""

_COMMENT: Final = re.compile(r"(?<! )( +)#(.?)")
_VALUE_BEFORE: Final = re.compile(r"\s*(?:- +)*[^\s:]+:\s+\S")
_OPENING: Final = "「『（(《〈【"
_CLOSING: Final = "」』）)》〉】"


@dataclass(frozen=True)
class YamlDocument:
    """A YAML file that could be read.

    Attributes:
        source: its text, as it was meant where its lines have slips.
        data: its content; every scalar is text without blanks at its ends, and without those of a break within Chinese.
        told: the lines of which all is told by their slips; what follows from these is nothing to tell.
        is_orderly: every text without ``|`` stands on one line.
    """

    source: SourceText
    data: dict[str, Plain]
    told: frozenset[int] = frozenset()
    is_orderly: bool = False

    @property
    def file(self) -> str:
        """Path from the project's root."""
        return self.source.file

    def value(self, path: Steps) -> Plain | None:
        """The value at a path; None where there is nothing."""
        value: Plain = self.data
        for step in path:
            match value:
                case list() if isinstance(step, int) and step < len(value):
                    value = value[step]
                case dict() if step in value:
                    value = value[str(step)]
                case _:
                    return None
        return value

    def locate(self, path: Steps, *, key: bool = False, span: tuple[int, int] | None = None) -> Place:
        """Where a value stands.

        Args:
            path: from the root to the value. What does not exist is found at its nearest ancestor.
            key: find the key instead of the value.
            span: characters of the (scalar) value; the place is theirs, also inside quotes and block scalars.
        """
        return self.source.place(*self.extent(path, key=key, span=span))

    def extent(self, path: Steps, *, key: bool = False, span: tuple[int, int] | None = None) -> tuple[int, int]:
        """The same as indexes in the text of the file."""
        name: yaml.Node | None = None
        node = self.root
        for step in path:
            found = _step(node, step)
            if found is None:
                return _extent(node)
            name, node = found
        if name is not None and (key or node.start_mark.index == node.end_mark.index):
            node = name
        elif span is not None and isinstance(node, yaml.ScalarNode) and not node.tag.startswith("!"):
            return self._span(node, span)
        elif isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return self._span(node, (0, len(node.value)))
        return _extent(node)

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place."""
        place = self.locate(finding.path, key=finding.key, span=finding.span)
        if finding.also is None:
            return Problem(finding.code, place, finding.values)
        lines = {place.line, *(self.locate(path, span=span).line for path, span in finding.also)}
        return Problem(finding.code, place, {**finding.values, "lines": ", ".join(map(str, sorted(lines)))})

    def problems(self, findings: Iterable[Finding]) -> list[Problem]:
        """Findings with their places, but for those of lines whose cause is told already."""
        return [problem for problem in map(self.problem, findings) if problem.place.line not in self.told]

    def texts(self) -> Iterator[tuple[Steps, str]]:
        """Every scalar value with its path, in the file's order."""
        return _texts((), self.data)

    def text_of(self, node: yaml.ScalarNode) -> str:
        """What a scalar says, as :attr:`data` has it."""
        return _value(self.source, node)

    @cached_property
    def root(self) -> yaml.Node:
        """The node graph, which knows tags and places."""
        # Safe by now: aliases and depth were refused when the events were read.
        node = yaml.compose(self.source.readable, Loader=yaml.CSafeLoader)
        assert node is not None  # the root is a mapping
        return node

    def _span(self, node: yaml.ScalarNode, span: tuple[int, int]) -> tuple[int, int]:
        """Indexes in the file of some characters of a scalar.

        Whatever the style, the visible characters of the value stand in the file in the same order; only
        blanks and line breaks differ. So they are counted.
        """
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            start = self.source.text.index("\n", start)
        elif node.style in ("'", '"'):
            start, end = start + 1, end - 1
        if node.style == '"' and "\\" in self.source.text[start:end]:
            return start, end
        visible = re.compile(r"''|\S" if node.style == "'" else r"\S")
        places = [match.start() for match in visible.finditer(self.source.text, start, end)]
        value = self.text_of(node)
        before, within = (len("".join(part.split())) for part in (value[: span[0]], value[span[0] : span[1]]))
        if before >= len(places):
            return start, end
        if before and not within and span[0] < span[1]:  # blanks
            return places[before - 1] + 1, places[before]
        last = min(before + max(within, 1), len(places)) - 1
        return places[before], places[last] + 1


def parse(
    file: str,
    content: bytes,
    is_allowed: Callable[[str], bool] = lambda tag: False,
    shape: Shape | None = None,
) -> tuple[YamlDocument | None, list[Problem]]:
    """Read a YAML file.

    Args:
        file: its path from the project's root, for the problems.
        content: its bytes.
        is_allowed: whether a tag may stand in this file.
        shape: what the file should be, which tells the words that are its keys.

    Returns:
        The document, or None when the file cannot be understood; and all that is wrong with it as YAML. Where its lines
        have slips, it is the document as it was meant, so that the rest of it can be looked at too.
    """
    source, problems = decode(file, content)
    if source is None:
        return None, problems
    document, wrong = parse_text(source, is_allowed, shape)
    return document, problems + wrong


def parse_text(
    source: SourceText, is_allowed: Callable[[str], bool] = lambda tag: False, shape: Shape | None = None
) -> tuple[YamlDocument | None, list[Problem]]:
    """Read YAML that is text already; see :func:`parse`."""
    if shape is not None and (found := flawless(source, shape)) is not None:
        return found, []
    meant = as_meant(source, shape)
    if not has_errors(meant.problems):
        document, problems = _parse(source, is_allowed)
        return document, [*meant.problems, *problems]
    document, problems = _parse(SourceText(source.file, meant.text), is_allowed)
    own = [problem for problem in problems if problem.place.line not in meant.told]
    if document is None or not meant.is_complete:
        return None, [*meant.problems, *own]
    return replace(document, told=meant.told), [*meant.problems, *own]


def flawless(source: SourceText, shape: Shape) -> YamlDocument | None:
    """A file of its shape in which nothing can be meant otherwise; None for one that has to be looked at line by line.

    Most files are, and looking at every line takes five times as long as parsing them.
    """
    if may_have_slips(source.text):
        return None
    document, problems = _parse(source, lambda tag: False)
    if document is None or problems or not document.is_orderly:
        return None
    try:
        shape.model_validate(document.data)
    except ValidationError:
        return None
    return document


def _parse(source: SourceText, is_allowed: Callable[[str], bool]) -> tuple[YamlDocument | None, list[Problem]]:
    builder = _Builder(source, is_allowed)
    try:
        data = builder.build()
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(source, error)]
    document = YamlDocument(source, data, is_orderly=builder.orderly) if data is not None else None
    return document, builder.problems


class _Builder:
    """Builds plain data from the events of one file."""

    def __init__(self, source: SourceText, is_allowed: Callable[[str], bool]) -> None:
        self.source = source
        self.is_allowed = is_allowed
        self.problems: list[Problem] = []
        self.sound = True
        """Nothing was met that makes the data meaningless."""
        self.orderly = True
        """Every text without ``|`` stands on one line: what is meant as a line of its own was not taken for words."""
        self.comments = _comments(source.text)

    def build(self) -> dict[str, Plain] | None:
        """The root mapping, or None when there is none or something that is not allowed was met."""
        loader = yaml.CSafeLoader(self.source.readable)
        try:
            return self._root(loader)
        finally:
            loader.dispose()

    def _root(self, loader: yaml.CSafeLoader) -> dict[str, Plain] | None:
        documents: list[Plain] = []
        open_collections: list[list[Plain] | dict[str, Plain]] = []
        open_keys: list[str | None] = []

        def add(value: Plain, event: yaml.Event) -> None:
            if not open_collections:
                documents.append(value)
                return
            parent = open_collections[-1]
            if isinstance(parent, list):
                parent.append(value)
            elif open_keys[-1] is None:
                open_keys[-1] = self._key(value, parent, event)
            else:
                parent.setdefault(open_keys[-1], value)
                open_keys[-1] = None

        while (event := loader.get_event()) is not None:
            match event:
                case yaml.ScalarEvent():
                    self._forbid(event)
                    start, end = _indexes(event)
                    if event.style != "|" and "\n" in self.source.text[start:end]:
                        self.orderly = False
                    if self.comments and not event.style:
                        self._look_for_cut(event)
                    add(_value(self.source, event), event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._forbid(event)
                    collection: list[Plain] | dict[str, Plain] = {} if isinstance(event, yaml.MappingStartEvent) else []
                    add(collection, event)
                    open_collections.append(collection)
                    open_keys.append(None)
                    if len(open_collections) > DEPTH_LIMIT:
                        self._refuse("E308", event, limit=str(DEPTH_LIMIT))
                        return None
                case yaml.CollectionEndEvent():
                    open_collections.pop()
                    open_keys.pop()
                case yaml.AliasEvent():
                    self._refuse("E309", event, name=f"*{event.anchor}")
                    add("", event)
                case yaml.DocumentStartEvent() if documents:
                    self._refuse("E311", event)
        root = documents[0] if documents else ""
        if self.sound and not isinstance(root, dict):
            self.problems.append(Problem("E313", self.source.place(0, len(self.source.text))))
        return root if self.sound and isinstance(root, dict) else None

    def _key(self, value: Plain, parent: dict[str, Plain], event: yaml.Event) -> str:
        if not isinstance(value, str):
            self._refuse("E314", event)
            return ""
        if value in parent:
            self._report("E312", event, key=value)
        return value

    def _forbid(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse("E309", event, name=f"&{event.anchor}")
        if event.tag is not None and not self.is_allowed(event.tag):
            self._refuse("E310", event, name=event.tag)

    def _look_for_cut(self, event: yaml.ScalarEvent) -> None:
        """Report ``第 #3 號``: a comment that looks as if it had been part of the text."""
        comment = self.comments.get(_indexes(event)[1])
        if comment is None or not event.value:
            return
        meant = len(comment[1]) > 1 and comment[2] in ("", " ", "#")
        if not meant or _opens(event.value):
            sign = comment.end(1)
            self.problems.append(Problem("W302", self.source.place(sign, comment.end())))

    def _refuse(self, code: str, event: yaml.Event, **values: str) -> None:
        self.sound = False
        self._report(code, event, **values)

    def _report(self, code: str, event: yaml.Event, **values: str) -> None:
        if len(self.problems) < MOST:
            self.problems.append(Problem(code, self.source.place(*_indexes(event)), values))


def _value(source: SourceText, scalar: yaml.ScalarEvent | yaml.ScalarNode) -> str:
    start, end = _indexes(scalar)
    return unfolded(scalar.value, scalar.style, source.text[start:end]).strip()


def _comments(text: str) -> dict[int, re.Match[str]]:
    """The comments behind something, by where their blanks begin."""
    return {match.start(): match for match in _COMMENT.finditer(text)} if " #" in text else {}


def _indexes(event: yaml.Event | yaml.Node) -> tuple[int, int]:
    assert event.start_mark is not None and event.end_mark is not None  # libyaml always gives them
    return event.start_mark.index, event.end_mark.index


def _opens(text: str) -> bool:
    """Whether a bracket is opened and not closed."""
    return sum(text.count(sign) for sign in _OPENING) > sum(text.count(sign) for sign in _CLOSING)


def _syntax_problem(source: SourceText, error: yaml.MarkedYAMLError) -> Problem:
    """What the parser says, in words for the person who made the slip."""
    start = error.problem_mark.index if error.problem_mark is not None else 0
    opening = error.context_mark.index if error.context_mark is not None else start
    message, context = error.problem or "", error.context or ""
    line_start = source.text.rfind("\n", 0, start) + 1
    code, end = "E320", start + 1
    if "mapping values are not allowed" in message:
        code = "E315" if _VALUE_BEFORE.match(source.text[line_start:start]) else "E317"
    elif "escape" in message:
        code, end = "E319", start + 2
    elif "quoted scalar" in context:
        code, start, end = "E316", opening, opening + 1
    elif "cannot start any token" in message:
        code = "E318"
    elif "alias" in context or "anchor" in context:
        code, start = "E309", opening
    elif "tag" in context or "tag handle" in message:
        code, start = "E310", opening
    elif "not allowed in this context" in message or "block" in context or "flow" in context:
        code = "E317"
    marked = source.text[start:end]
    values = {"message": message, "character": marked, "name": marked}
    return Problem(code, source.place(start, end), values)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    """From a collection to one of its values, with the key that names it."""
    if isinstance(node, yaml.MappingNode):
        return next(((name, value) for name, value in node.value if name.value.strip() == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _extent(node: yaml.Node) -> tuple[int, int]:
    """Where a node begins and ends; of a block collection, its first key or value."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        first = node.value[0]
        node = first[0] if isinstance(first, tuple) else first
    return node.start_mark.index, node.end_mark.index


def _texts(path: Steps, value: Plain) -> Iterator[tuple[Steps, str]]:
    match value:
        case str():
            yield path, value
        case list():
            for position, part in enumerate(value):
                yield from _texts((*path, position), part)
        case dict():
            for name, part in value.items():
                yield from _texts((*path, name), part)
