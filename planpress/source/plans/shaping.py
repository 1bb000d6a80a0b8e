"""A document against its shape: the frozen model of the file, or every reason why it is none."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from planpress.model.dates import likely_date
from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.checks import check_texts
from planpress.source.checks.links import is_mailbox, is_telephone, is_website
from planpress.source.checks.personal import listed_as_official
from planpress.source.shapes.known_keys import annotation_at, fields_of, models_of
from planpress.source.shapes.office_shapes import ContactEntry, DepartmentEntry
from planpress.source.shapes.plan_shapes import KINDS, ColumnsEntry, OriginalEntry, Row, ShortcutEntry, TargetEntry
from planpress.source.shapes.result_shapes import AssessmentPartEntry, AssessmentRowEntry, QuestionEntry
from planpress.source.text.yaml_text import Plain, YamlDocument, parse
from planpress.source.values.cut_values import colon_in_text, cut_in_mapping
from planpress.source.values.decisions import ApprovalEntry, SupplementEntry, WithdrawalEntry
from planpress.source.values.finding import MOST, Finding, Steps, foremost
from planpress.source.values.nearest import nearest
from planpress.source.values.scalars import EXAMPLES

Shape = TypeVar("Shape", bound=BaseModel)

_CODES: Final[Mapping[str, str]] = {
    "missing": "E202",
    "string_type": "E203",
    "tuple_type": "E205",
    "model_type": "E206",
    "dict_type": "E206",
    "bool_type": "E210",
    "bool_parsing": "E210",
    "enum": "E211",
    "string_pattern_mismatch": "E212",
    "too_short": "E215",
    "too_long": "E117",
    "string_too_long": "E118",
    "greater_than_equal": "E221",
    "less_than_equal": "E221",
    "int_type": "E221",
    "int_parsing": "E221",
    "int_parsing_size": "E221",
    "int_from_float": "E221",
}
"""What each of pydantic's errors is called here."""

_IN_CHINESE: Final[Mapping[str, str]] = {
    "草稿": "draft",
    "草案": "draft",
    "核定": "approved",
    "已核定": "approved",
    "公開": "published",
    "已公開": "published",
}
"""What people write for values that are English words."""

_FIRST_KEYS: Final[Mapping[type[BaseModel], str]] = {
    ApprovalEntry: "kind",
    AssessmentPartEntry: "criterion",
    AssessmentRowEntry: "criterion",
    DepartmentEntry: "name",
    OriginalEntry: "file",
    QuestionEntry: "question",
    Row: "do",
    ShortcutEntry: "text",
    SupplementEntry: "title",
    TargetEntry: "figure",
}
"""Where a text belongs that stands alone where keys should."""

_PLAIN_WORD: Final = re.compile(r"""[^-\s,\[\]{}#:"'&*!|>%@`?][^,\[\]{}#:"'\n]{0,39}""")
"""What needs no quotation marks wherever it stands."""

_OUR_OWN: Final[Mapping[str, str]] = {
    "text": "E203",
    "form": "E208",
    "no such date": "E209",
    "year": "E216",
    "revision number": "E137",
    "amount": "E220",
    "count": "E221",
    "no day": "E199",
    "percent": "E456",
}
"""The same for the errors that the shapes and :class:`planpress.model.dates.RocDate` raise."""


def read_file(
    root: Path, file: str, shape: type[Shape], official: Collection[str] = ()
) -> tuple[YamlDocument | None, Shape | None, list[Problem]]:
    """Read a file of YAML as far as possible: as a document, and as a shape; with all that is wrong, by line.

    Args:
        root: the project's folder.
        file: path from there.
        shape: one of those of :mod:`planpress.source.shapes.plan_shapes`.
        official: keys of what looks personal in it and is meant to be public, beside those that it lists itself.
    """
    content, problems = files.read(root, file)
    return (None, None, problems) if content is None else read_content(file, content, shape, official)


def read_content(
    file: str, content: bytes, shape: type[Shape], official: Collection[str] = ()
) -> tuple[YamlDocument | None, Shape | None, list[Problem]]:
    """As :func:`read_file`, of what a file holds or is to hold."""
    document, value, unreadable, wrong = understood(file, content, shape)
    if document is None:
        return None, None, list(unreadable)
    official = {*official, *listed_as_official(document.data)}
    problems = [*unreadable, *document.problems(foremost(check_texts(document, official))), *wrong]
    return document, value if isinstance(value, shape) else None, sorted(problems, key=lambda problem: problem.place)


class Understood(NamedTuple):
    """What a file of YAML says.

    Attributes:
        document: None when it cannot be read.
        value: as the shape that it should have; None when it has another.
        unreadable: what is wrong with it as YAML.
        wrong: where it has another shape.
    """

    document: YamlDocument | None
    value: BaseModel | None
    unreadable: tuple[Problem, ...]
    wrong: tuple[Problem, ...] = ()


@lru_cache(maxsize=8)  # last year's plan, which stands beside this year's, was this year's a moment ago
def understood(file: str, content: bytes, shape: type[BaseModel]) -> Understood:
    """Read the content of a file as a document and as a shape, without any check of what it says."""
    document, problems = parse(file, content, shape=shape)
    if document is None:
        return Understood(None, None, tuple(problems))
    value, wrong = as_shape(document, shape)
    return Understood(document, value, tuple(problems), tuple(wrong))


def as_shape(document: YamlDocument, shape: type[Shape]) -> tuple[Shape | None, list[Problem]]:
    """Read a document as one of the shapes of :mod:`planpress.source.shapes.plan_shapes`.

    Returns:
        The shape, or None when the document does not have it; and every problem.
    """
    try:
        return shape.model_validate(document.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    own = [detail for detail in details if not _is_echo(document, detail)]
    findings = [_finding(document, shape, detail) for detail in own[:MOST]]
    return None, document.problems(_once(findings))


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each number once, however many commas cut it, and no row of a table beside the first that is no list."""
    seen: set[tuple[str, Steps]] = set()
    for finding in findings:
        place = finding.code, finding.path[:-1] if finding.code == "E782" else finding.path
        if finding.code not in ("E780", "E782") or place not in seen:
            seen.add(place)
            yield finding


def _is_echo(document: YamlDocument, detail: ErrorDetails) -> bool:
    """Whether a list is only called too short because its entries were found wrong."""
    return detail["type"] == "too_short" and bool(document.value(tuple(detail["loc"])))


def _meant(word: str, known: Sequence[str]) -> dict[str, str]:
    """The fixed value that somebody meant, as a value of a problem."""
    in_english = _IN_CHINESE.get(word, "")
    return {"nearest": in_english} if in_english in known else nearest(word, known)


def _finding(document: YamlDocument, shape: type[BaseModel], detail: ErrorDetails) -> Finding:
    """What one of pydantic's errors means for the editor."""
    path: Steps = tuple(step for step in detail["loc"] if step != "[key]")
    if path[-1:] == ("is",) and not isinstance(document.value(path[:-1]), dict):
        path = path[:-1]  # a value that stands alone
    value = document.value(path)
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    values = {"key": name, "value": value[:40] if isinstance(value, str) else ""}
    context: dict[str, Any] = detail.get("ctx", {})
    above = document.value(path[:-1])
    if value == "" and isinstance(above, dict) and (cut := cut_in_mapping(path, above)):
        return cut
    match detail["type"]:
        case "extra_forbidden":
            known = list(fields_of(_model_at(shape, path[:-1])))
            column = {"nearest": f"more: {{{name}: …}}"} if name in _further_columns(document, path) else {}
            texts = {"key": name, "known": ", ".join(known), **nearest(name, known), **column}
            return Finding("E201", path, texts, key=True)
        case _ if value == "":
            return Finding("E207", path, values, key=True)
        case "value_error" if str(context["error"]) == "row_kind" and isinstance(value, dict):
            return _row_finding(path, value)
        case "value_error" if (date := likely_date(values["value"])) and str(context["error"]) == "form":
            return Finding("E208", path, {**values, "nearest": date.text})
        case "value_error":
            return Finding(_OUR_OWN[str(context["error"])], path, values)
        case "string_type" if value is not None and not isinstance(value, str | list | dict):
            return Finding("E451", path, values)  # YAML's types, which mkdocs.yml alone has
        case "string_type" if name == "who" and isinstance(value, list) and value:
            names = [each for each in value if isinstance(each, str)]
            return Finding("E151", path, {"meant": "、".join(names)}, key=True)
        case "string_type" if isinstance(value, dict) and len(value) == 1:
            return Finding("E204", path, {"start": next(iter(value))})
        case "enum" if name == "status" and values["value"] == "withdrawn":
            return Finding("E148", path)
        case "enum" | "literal_error":
            known = context["expected"].replace("'", "").replace(" or ", ", ")
            return Finding("E211", path, {**values, "known": known, **_meant(values["value"], known.split(", "))})
        case "string_pattern_mismatch":
            is_key = detail["loc"][-1] == "[key]"
            return Finding("E212", path, {**values, "example": EXAMPLES[context["pattern"]]}, key=is_key)
        case "dict_type" if name == "more" and isinstance(value, str) and (colon := colon_in_text(path, value)):
            return colon
        case "tuple_type" if path[-2:-1] == ("body",):
            return Finding("E782", path, {"row": str(int(path[-1]) + 1)})
        case "tuple_type" | "model_type":
            form = _form(shape, path, value)
            return Finding(_CODES[detail["type"]], path, values | ({"nearest": form} if form else {}))
        case kind:
            return Finding(
                _CODES[kind], path, values | ({"most": str(most)} if (most := context.get("max_length")) else {})
            )


def _form(shape: type[BaseModel], path: Steps, value: Plain | None) -> str:
    """The words that stand in a wrong form, in the form that is wanted; nothing where nobody can tell."""
    words = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    texts = [word for word in words if isinstance(word, str) and _PLAIN_WORD.fullmatch(word)]
    if not texts or len(texts) < len(words) or not path:
        return ""
    model = next(models_of(annotation_at(shape, path)), None)
    if model is None:
        is_named = isinstance(path[-1], str)
        return f"{path[-1]}: [{', '.join(texts[0].split('、'))}]" if is_named and len(texts) == 1 else ""
    if model is ColumnsEntry and len(texts) >= 4:
        groups, rest = ", ".join(texts[:-3]), zip(("measure", "who", "when"), texts[-3:], strict=True)
        keys = [f"groups: [{groups}]", *(f"{key}: {text}" for key, text in rest)]
    elif len(texts) == 1 and (first := _first_key(model, texts[0])):
        keys = [f"{first}: {texts[0]}", *(["to: m-1-1"] if model is ShortcutEntry else [])]
    else:
        return ""
    is_list = get_origin(annotation_at(shape, path)) is tuple
    if isinstance(path[-1], str) and not is_list:
        return f"{path[-1]}: {{{', '.join(keys)}}}"
    return f"- {{{', '.join(keys)}}}" if len(keys) > 1 else f"- {keys[0]}"


def _first_key(model: type[BaseModel], text: str) -> str:
    """The key below which a text most likely belongs."""
    if model is ContactEntry:
        kinds = (("email", is_mailbox), ("website", is_website), ("telephone", is_telephone))
        return next((key for key, is_one in kinds if is_one(text)), "address")
    if model is WithdrawalEntry:
        return "date" if likely_date(text) else "reason"
    return _FIRST_KEYS.get(model, "")


def _row_finding(path: Steps, row: Mapping[str, Plain]) -> Finding:
    """A row that is nothing, or two things at once."""
    kinds = [kind for kind in KINDS if kind in row]
    if not kinds:
        return Finding("E213", path)
    return Finding("E214", (*path, kinds[1]), {"first": kinds[0], "second": kinds[1]}, key=True)


def _further_columns(document: YamlDocument, path: Steps) -> Collection[Plain]:
    """The names in ``columns.more`` of the section of a row, or else of the plan."""
    if path[2:3] != ("rows",) or len(path) != 5:
        return ()
    names = document.value((*(path[:2] if document.value((*path[:2], "columns")) else ()), "columns", "more"))
    return names if isinstance(names, list) else ()


def _model_at(shape: type[BaseModel], path: Steps) -> type[BaseModel]:
    """The shape that the value at a path should have."""
    for step in path:
        if isinstance(step, int):
            continue
        name = "root" if issubclass(shape, RootModel) else step
        shape = next(models_of(fields_of(shape)[name].annotation))
    return shape
