"""Simplified characters (簡化字) for the zh-Hans edition, by OpenCC.

OpenCC's ``tw2s`` changes characters, never vocabulary: 資訊組 becomes 资讯组, not 信息组, for a department
keeps its name. The edition is for reference; the Traditional text stays the authority.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

import opencc
from markupsafe import escape

from planpress.editions.hans_exceptions import SIZE_LIMIT, read_exceptions
from planpress.editions.hans_words import BECOMES, PATTERN
from planpress.model.language import ZH_HANS
from planpress.problems.problem import Problem
from planpress.source import files

CONFIGURATION: Final = "tw2s"

_PIECE: Final = "\x1f"  # between pieces of text; OpenCC leaves it alone, and no HTML or XML may hold it
_EXCEPTION: Final = "\x1e"  # where an exception stood
_CONTROL: Final = re.compile("([\0\x1e\x1f])")  # a NUL would end the text for OpenCC

_ENTITY: Final = "&#?[0-9A-Za-z]+;"
"""One escaped character in HTML: no exception begins or ends within it."""

_TAG: Final = re.compile(
    r"""(
      <!--.*?-->
    | <script(?=[\s/>]).*?</script\s*>
    | <style(?=[\s/>]).*?</style\s*>
    | </?[a-zA-Z!] [^<>"']*+ (?:(?:"[^"]*"|'[^']*') [^<>"']*+)* >
    )""",
    re.VERBOSE | re.DOTALL,
)
_NEVER: Final = re.compile(r"</|<!|<(?:script|style)[\s/>]")
_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(r"""(\s)([^\s=>"'/]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""")

_MAY_BE_SPOKEN: Final = re.compile(r"\s(?:title|alt|aria-label|placeholder|content)\s*=")

_SPOKEN: Final = frozenset({"title", "alt", "aria-label", "placeholder"})
"""Attributes whose value is read by people."""
_SPOKEN_META: Final = frozenset(
    {
        "application-name",
        "author",
        "description",
        "og:description",
        "og:image:alt",
        "og:site_name",
        "og:title",
        "twitter:description",
        "twitter:image:alt",
        "twitter:title",
    }
)
"""``<meta>`` elements, by name or property, whose content is read by people."""
_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(frozen=True)
class HansConverter:
    """Converts texts and finished pages. Cheap to build, to keep and to pickle.

    Attributes:
        exceptions: words that OpenCC would convert wrongly, and what they become; the longest match wins.
    """

    exceptions: Mapping[str, str] = field(default_factory=dict, hash=False)

    def text(self, text: str) -> str:
        """The text in Simplified characters."""
        return text if text.isascii() else _converted(self, text)

    def html(self, html: str) -> str:
        """The page in Simplified characters: what people read of it, and nothing else.

        Converts text and the attributes that people read. Tags, addresses, ids, comments, scripts and styles
        stay, and so does every element whose ``lang`` is not zh-Hans, with all that it holds.

        Args:
            html: finished HTML in which texts are escaped and elements are closed, as our templates write it.
        """
        parts = _TAG.split(html)
        texts, tags = parts[0::2], parts[1::2]
        simplified = {text: self._escaped.text(text) for text in dict.fromkeys(texts)}
        converted = [simplified[text] for text in texts]
        foreign_until = -1
        for index, tag in enumerate(tags):
            if index <= foreign_until or (tag.isascii() and "lang=" not in tag) or _NEVER.match(tag):
                continue
            if "lang=" in tag and _attributes(tag).get("lang", ZH_HANS.tag) != ZH_HANS.tag:
                foreign_until = _end_of_element(tags, index)
                converted[index + 1 : foreign_until + 1] = texts[index + 1 : foreign_until + 1]
            elif _MAY_BE_SPOKEN.search(tag):
                tags[index] = self._convert_tag(tag)
        parts[0::2], parts[1::2] = converted, tags
        return "".join(parts)

    def _convert_tag(self, tag: str) -> str:
        spoken = _SPOKEN | {"content"} if _is_spoken_meta(tag) else _SPOKEN

        def convert(attribute: re.Match[str]) -> str:
            blank, name, equals, value = attribute.groups()
            return f"{blank}{name}{equals}{self._escaped.text(value)}" if name in spoken else attribute[0]

        return _ATTRIBUTE.sub(convert, tag)

    def convert(self, pieces: Sequence[str]) -> list[str]:
        """Convert pieces of text in one call, each for itself."""
        if _CONTROL.search("".join(pieces)):
            return ["".join(self._convert_between_controls(piece)) for piece in pieces]
        joined = _PIECE.join(pieces)
        replacements: list[str] = []

        def replaced(found: re.Match[str]) -> str:
            rule = found.lastgroup
            replacements.append(BECOMES[rule] if rule else self.exceptions.get(found[0], found[0]))
            return _EXCEPTION

        converted = _simplified(self._pattern.sub(replaced, joined)).split(_EXCEPTION)
        whole = "".join(chain.from_iterable(zip(converted, [*replacements, ""], strict=True)))
        return whole.split(_PIECE)

    def _convert_between_controls(self, piece: str) -> list[str]:
        return [part if _CONTROL.match(part) else self.text(part) for part in _CONTROL.split(piece)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.exceptions, key=lambda words: (-len(words), words))
        return re.compile("|".join([*map(re.escape, longest_first), _ENTITY, PATTERN]))

    @cached_property
    def _escaped(self) -> "HansConverter":
        """The same for texts in HTML: what is written there is escaped, and so is what is put in its place."""
        escaped = {str(escape(words)): str(escape(simplified)) for words, simplified in self.exceptions.items()}
        return self if escaped == self.exceptions else HansConverter(escaped)


@lru_cache(maxsize=10_000)  # an office says most of its sentences again every year, and on several pages
def _converted(converter: HansConverter, text: str) -> str:
    return converter.convert([text])[0]


def load_converter(root: Path, locales: Path) -> tuple[HansConverter, tuple[Problem, ...]]:
    """The converter with the exceptions of a site, if it has any, and what is wrong in their file.

    Args:
        root: the project's folder, from which problems name their file.
        locales: the folder of all languages.
    """
    file = (locales / f"{ZH_HANS.tag}.txt").relative_to(root).as_posix()
    content, unread = files.read_if_there(root, file, SIZE_LIMIT)
    exceptions, problems = read_exceptions(file, content or b"")
    return HansConverter(exceptions), (*unread, *problems)


def _simplified(text: str) -> str:
    converted: str = _opencc().convert(text)
    return converted


@cache
def _opencc() -> "opencc.OpenCC":
    return opencc.OpenCC(CONFIGURATION)


def _is_spoken_meta(tag: str) -> bool:
    if not tag.startswith("<meta"):
        return False
    attributes = _attributes(tag)
    return not _SPOKEN_META.isdisjoint((attributes.get("name", ""), attributes.get("property", "")))


def _attributes(tag: str) -> dict[str, str]:
    return {name: value.strip("\"'") for _, name, _, value in _ATTRIBUTE.findall(tag)}


def _end_of_element(tags: Sequence[str], start: int) -> int:
    """Index of the tag that closes the element opened at ``start``; the last tag if none does."""
    match = _NAME.match(tags[start])
    assert match is not None  # only an opening tag has a lang attribute
    name = match[2].lower()
    if name in _VOID:
        return start
    depth = 0
    for index in range(start, len(tags)):
        match = _NAME.match(tags[index])
        if match is None or match[2].lower() != name or tags[index].endswith("/>"):
            if index == start:
                return start
            continue
        depth += -1 if match[1] else 1
        if depth == 0:
            return index
    return len(tags) - 1
