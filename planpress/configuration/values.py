"""The values of ``mkdocs.yml`` as MkDocs takes them: by YAML's rules, and what ``!ENV`` takes from outside.

Tags that would make Python objects are noted, never obeyed.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

from planpress.problems.problem import Problem
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps

ENVIRONMENT: Final = "!ENV"
"""MkDocs' tag for a value from the environment: ``!ENV NAME``, or ``!ENV [NAME, default]``."""
RELATIVE: Final = "!relative"
"""MkDocs' tag for a folder in the options of an extension."""
PYTHON: Final = "tag:yaml.org,2002:python/"
"""What tags begin with that make MkDocs look up or call something in Python: ``!!python/name:…``."""
_PLAIN: Final = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map"))
_NULL: Final = "tag:yaml.org,2002:null"


_OF_EXTENSIONS: Final = re.compile(
    re.escape(PYTHON) + r"(?:name|object/apply|object/new):(?:material|pymdownx|markdown)(?:\.\w+)+", re.ASCII
)
"""What of Python the documentation of MkDocs' extensions asks for; anything else could run any program."""


def is_allowed(tag: str) -> bool:
    """Whether a tag may stand in ``mkdocs.yml``."""
    return tag in _PLAIN or tag in (ENVIRONMENT, RELATIVE) or _OF_EXTENSIONS.fullmatch(tag) is not None


class Values:
    """The values of a document.

    Attributes:
        data: by key. What has no value is the empty text; what is Python's or a folder's is None.
        from_environment: paths of the values that the environment gave, with the names of the variables.
        python: paths of the values that are made by Python.
        problems: values that cannot be had.
    """

    def __init__(self, document: YamlDocument, environment: Mapping[str, str]) -> None:
        self.document = document
        self.environment = environment
        self.from_environment: dict[Steps, str] = {}
        self.python: dict[Steps, str] = {}
        self.problems: list[Problem] = []
        self._loader = yaml.SafeLoader("")
        data = self._value((), document.root)
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}

    def _value(self, path: Steps, node: yaml.Node) -> Any:
        if node.tag == ENVIRONMENT:
            return self._of_environment(path, node)
        if node.tag.startswith(PYTHON):
            self.python[path] = node.tag.removeprefix(PYTHON)
        elif isinstance(node, yaml.MappingNode):
            entries = [(name.value.strip(), value) for name, value in node.value]
            return {name: self._value((*path, name), value) for name, value in entries}
        elif isinstance(node, yaml.SequenceNode):
            return [self._value((*path, position), part) for position, part in enumerate(node.value)]
        elif isinstance(node, yaml.ScalarNode) and node.tag != RELATIVE:
            return self._scalar(node)
        return None

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        if node.tag == _NULL:
            return ""
        try:
            value = self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError, LookupError) as error:
            # Such as the day 2025-13-45, =, or a number of 5,000 digits.
            self._report("E320", node, message=str(error).partition("\n")[0][:80])
            return ""
        return self.document.text_of(node) if isinstance(value, str) else value

    def _of_environment(self, path: Steps, node: yaml.Node) -> Any:
        """The first variable that is set; else the default, which is the last of several."""
        nodes: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
        names, default = (nodes[:-1], nodes[-1]) if len(nodes) > 1 else (nodes, None)
        if not names or not all(isinstance(each, yaml.ScalarNode) for each in names):
            self._report("E449", node, name="")
            return ""
        for name in (each.value for each in names):
            if (value := self.environment.get(name)) is not None:
                self.from_environment[path] = name
                return self._variable(name, value, node)
        if default is None:
            self._report("E449", node, name=names[0].value)
            return ""
        return self._value(path, default)

    def _variable(self, name: str, value: str, node: yaml.Node) -> Any:
        try:
            value.encode()
        except UnicodeEncodeError:
            self._report("E450", node, name=name)
            return ""
        tag = self._loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
        # Literal, for the variable's own lines are not those of the file.
        return self._scalar(yaml.ScalarNode(tag, value, node.start_mark, node.end_mark, style="|"))

    def _report(self, code: str, node: yaml.Node, **values: str) -> None:
        place = self.document.source.place(node.start_mark.index, node.end_mark.index)
        self.problems.append(Problem(code, place, values))
