"""``content/<language>/``: the pages that editors write in Markdown, read and checked before anything renders them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Final

import yaml

from planpress import addresses
from planpress.model.language import AUTHORITATIVE, Language
from planpress.model.line_breaks import unwrapped
from planpress.problems.personal import PERSONAL
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.checks import check_text, check_texts
from planpress.source.plans.shaping import as_shape
from planpress.source.shapes.content_shapes import EditorialFile
from planpress.source.text.source_text import MOST_PROBLEMS, SourceText, decode
from planpress.source.text.yaml_text import YamlDocument, parse_text
from planpress.source.values.finding import Finding

CONTENT: Final = "content"

# Each is far above what a page has (3 kB), and low enough that no text within them takes Markdown a second.
SIZE_LIMIT: Final = 50_000
"""Bytes of a file."""
LINES_LIMIT: Final = 1_000
"""Lines of a file."""
PARAGRAPH_LIMIT: Final = 10_000
"""Characters between two empty lines."""
DEPTH_LIMIT: Final = 20
"""How many quotations and lists may open on one line."""
INDENTATION_LIMIT: Final = 60
"""Columns before the first character of a line: fifteen lists within one another."""
UNCLOSED_LIMIT: Final = 20
"""How many ``[`` and ``<`` may stay without their other half; for each, Markdown reads on to the end."""
SIGNS_LIMIT: Final = 1_500
"""How many signs of links, tags, emphasis and code a file may have."""

_NAME: Final = re.compile("[a-z0-9][a-z0-9-]{0,59}")
_RULE: Final = re.compile(r"---[ \t]*")
_FORGOTTEN: Final = re.compile(r"(?:title|description)[ \t]*:", re.IGNORECASE)
_MARKERS: Final = re.compile(r"[ \t]*+(?:(?:>|(?:[-+*:]|\d{1,9}[.)])[ \t])[ \t]*+)*")
_MARKER: Final = re.compile(r"[>+*:-]|\d+[.)]")
_PARAGRAPH: Final = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_CLOSED: Final = re.compile(
    r"<[^<>]*+>"
    r"|\[[^\[\]]*+\](?:\((?:[^()]|\([^()]*+\))*+\)|(?!\())"
    r"|\\[\[<]|<(?=[\s=\d])"
)
"""What is whole, or a sign that Markdown does not take for an opening: ``1 < 2``."""


@dataclass(frozen=True, slots=True)
class EditorialSource:
    """A page as its editor wrote it.

    Attributes:
        tag: its language.
        path: its path without language: ``about/``.
        title: of the front matter; None leaves it to the first heading.
        description: of the front matter.
        body: its Markdown, without the front matter.
        start: where in the file the body begins.
        text: the whole file, which knows its places.
    """

    tag: str
    path: str
    title: str | None
    description: str
    body: str
    start: int
    text: SourceText

    @property
    def file(self) -> str:
        """Path from the project's root."""
        return self.text.file

    def place(self, start: int, end: int) -> Place:
        """The place of some characters of the body."""
        return self.text.place(self.start + start, self.start + end)


def read_editorial(root: Path, languages: Sequence[Language]) -> tuple[list[EditorialSource], list[Problem]]:
    """Read the pages of every language that is written by hand.

    Returns:
        The pages that can be rendered, in a fixed order; and all that is wrong with any file. Links and names that
        nobody can write are not told again: :func:`planpress.site.loading.folder_problems` has them.
    """
    sources: list[EditorialSource] = []
    problems: list[Problem] = []
    for language in languages:
        folder = f"{CONTENT}/{language.tag}"
        for file in files.folder(root, folder).files:
            name = file.removeprefix(f"{folder}/")
            if language.derived_from or not name.endswith(".md"):
                problems.append(Problem("W401", Place(file), {"name": name}))
                continue
            source, wrong = _read(root, language.tag, file, name.removesuffix(".md"))
            problems += wrong
            sources += [source] if source else []
    return sources, problems


def _read(root: Path, tag: str, file: str, name: str) -> tuple[EditorialSource | None, list[Problem]]:
    if wrong := [part for part in name.split("/") if not _NAME.fullmatch(part)]:
        return None, [Problem("E420", Place(file), {"name": wrong[0]})]
    content, problems = files.read(root, file, SIZE_LIMIT)
    if content is None:
        return None, problems
    return read_page(tag, path_of(name), file, content)


def read_page(tag: str, path: str, file: str, content: bytes) -> tuple[EditorialSource | None, list[Problem]]:
    """Read one page.

    Returns:
        The page, or None when it must not be rendered; and everything that is wrong with its text.
    """
    text, problems = decode(file, content)
    if text is None:
        return None, problems
    end, wrong = _end_of_front_matter(text)
    problems += wrong
    front = EditorialFile()
    if end and not wrong:
        found, wrong = _front_matter(text, end)
        problems += wrong
        front = found or front
    start = text.text.find("\n", end) + 1 or len(text.text) if end else 0
    source = EditorialSource(
        tag=tag,
        path=path,
        title=front.title and " ".join(unwrapped(front.title).split()),
        description=" ".join(unwrapped(front.description or "").split()),
        body=text.text[start:],
        start=start,
        text=text,
    )
    limits = list(_limits(source))
    problems += limits
    problems += _said(source)
    problems.sort(key=lambda problem: problem.place)
    # What looks personal may be official, which the file does not tell; it makes no page unreadable.
    grave = [problem for problem in [*wrong, *limits] if problem.code not in PERSONAL]
    return (None if has_errors(grave) else source), problems


def path_of(name: str) -> str:
    """Path of the page that a file of a language's folder becomes, without language.

    >>> [path_of(name) for name in ("about", "help/index", "index")]
    ['about/', 'help/', '']
    """
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def editorial_paths(root: Path) -> set[str]:
    """Paths, without language, of the pages that lie in the authoritative language."""
    folder = f"{CONTENT}/{AUTHORITATIVE.tag}/"
    names = files.folder(root, folder.rstrip("/")).ending(".md")
    return {path_of(name.removeprefix(folder).removesuffix(".md")) for name in names}


# Front matter


def _end_of_front_matter(text: SourceText) -> tuple[int, list[Problem]]:
    """Where the line that closes the front matter begins; 0 when there is none, or when it is not closed."""
    lines = re.compile(r"[^\n]*\S[^\n]*")
    first = lines.search(text.text)
    assert first is not None  # a text of blanks alone is refused before
    if not _RULE.fullmatch(first[0].rstrip("\r")):
        forgotten = _FORGOTTEN.match(first[0])
        return 0, [Problem("E330", text.place(*first.span()))] if forgotten else []
    for line in lines.finditer(text.text, first.end()):
        if _RULE.fullmatch(line[0].rstrip("\r")):
            return line.start(), []
    return 0, [Problem("E330", text.place(*first.span()))]


def _front_matter(text: SourceText, end: int) -> tuple[EditorialFile | None, list[Problem]]:
    front = SourceText(text.file, text.text[:end])
    document, problems = parse_text(front, shape=EditorialFile)
    if document is None:
        return None, problems
    shape, wrong = as_shape(document, EditorialFile)
    problems += wrong
    problems += document.problems([*check_texts(document), *_no_texts(document)])
    return shape, problems


def _no_texts(document: YamlDocument) -> Iterator[Finding]:
    """Values that every other reader of YAML takes for a number, a date, yes or no, or nothing."""
    for path, value in document.texts():
        place = document.locate(path)
        is_quoted = place.excerpt[place.column - 1 : place.column] in ("'", '"', "|", ">")
        resolved = _meaning(value)
        if value and not is_quoted and resolved != "tag:yaml.org,2002:str":
            yield Finding("E331", path, {"value": value[:40]})


def _meaning(value: str) -> str:
    """The tag that YAML gives to a text without quotes."""
    tag: str = yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return tag


# What the Markdown says


def _said(source: EditorialSource) -> list[Problem]:
    """What must not be public, line by line: text, code and comments alike."""
    found: list[Problem] = []
    told: Counter[str] = Counter()
    position = source.start
    for line in source.text.readable[source.start :].split("\n"):
        for finding in check_text((), line.removesuffix("\r")):
            told[finding.code] += 1
            if told[finding.code] <= MOST_PROBLEMS and (finding.code != "W501" or source.tag == AUTHORITATIVE.tag):
                start, end = finding.span or (0, len(line))
                found.append(Problem(finding.code, source.text.place(position + start, position + end), finding.values))
        position += len(line) + 1
    return found


def _limits(source: EditorialSource) -> Iterator[Problem]:
    """What would take Markdown long, or deeper than it can go."""
    if source.body.count("\n") > LINES_LIMIT:
        start = [match.start() for match in islice(re.finditer("\n", source.body), LINES_LIMIT)][-1] + 1
        yield Problem("E333", source.place(start, start + 1), {"limit": f"{LINES_LIMIT:,}"})
    for paragraph in _PARAGRAPH.finditer(source.body):
        if len(paragraph[0]) > PARAGRAPH_LIMIT:
            yield Problem("E334", source.place(*paragraph.span()), {"limit": f"{PARAGRAPH_LIMIT:,}"})
    for line in re.finditer("[^\n]+", source.body):
        opening = _MARKERS.match(source.body, line.start(), line.end())
        depth = len(_MARKER.findall(opening[0])) if opening else 0
        indentation = len(line[0].expandtabs(4)) - len(line[0].expandtabs(4).lstrip())
        if depth > DEPTH_LIMIT or (indentation > INDENTATION_LIMIT and line[0].strip()):
            yield Problem("E335", source.place(*line.span()), {"limit": str(DEPTH_LIMIT)})
            break
    blanked = _CLOSED.sub(lambda match: " " * len(match[0]), source.body)
    for sign in islice(re.finditer(r"[\[<]", blanked), UNCLOSED_LIMIT, UNCLOSED_LIMIT + 1):
        yield Problem("E336", source.place(*sign.span()), {"limit": str(UNCLOSED_LIMIT)})
    for sign in islice(re.finditer(r"[\[<*_`]", source.body), SIGNS_LIMIT, SIGNS_LIMIT + 1):
        yield Problem("E338", source.place(*sign.span()), {"limit": f"{SIGNS_LIMIT:,}"})


# Addresses


def address_problems(
    sources: Sequence[EditorialSource], languages: Sequence[Language], offices: Collection[str]
) -> Iterator[Problem]:
    """Pages that want an address which something else has: another page, an office, the site itself.

    Args:
        sources: the pages.
        languages: of the site.
        offices: ids of all offices.
    """
    prefixes = {language.tag: language.prefix for language in languages}
    reserved = addresses.RESERVED - addresses.EDITORIAL | {prefix.rstrip("/") for prefix in prefixes.values()}
    taken: dict[str, str] = {}
    for source in sources:
        address = prefixes[source.tag] + source.path
        first = source.path.split("/")[0]
        other = taken.setdefault(address, source.file)
        if other != source.file:
            yield Problem("E421", Place(source.file), {"address": f"/{address}", "other": other})
        if first in offices:
            office = f"offices/{first}/office.yml"
            yield Problem("E421", Place(source.file), {"address": f"/{address}", "other": office})
        elif not first or first in reserved:
            yield Problem("E422", Place(source.file), {"address": f"/{address}"})


def place_of_text(source: EditorialSource, wanted: str, position: int = 0) -> Place:
    """Where a text stands that rendering made of something in the file, as far as it can be found.

    Args:
        source: the page.
        wanted: the text; blanks and the way that characters are written do not count.
        position: which of several such places, from 0.
    """
    exact = [match.start() for match in re.finditer(re.escape(wanted), source.text.text, re.IGNORECASE)]
    if wanted and exact:
        start = exact[min(position, len(exact) - 1)]
        return source.text.place(start, start + len(wanted))
    bare = _bare(wanted)
    for line in re.finditer("[^\n]+", source.text.text):
        if bare and bare in _bare(line[0]):
            return source.text.place(*line.span())
    return Place(source.file)


def _bare(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\\*_`]+", "", unescape(text)).lower()
